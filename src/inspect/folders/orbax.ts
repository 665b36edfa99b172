import type { DirectoryFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { fieldsOfRecord } from "../shared/fields.ts";
import { damaged, SOUND, truncated, unknown, withFields } from "../shared/findings.ts";
import type { Folder } from "./folder.ts";

const UNFINISHED = /\.orbax-checkpoint-tmp/;
const COMMITTED = "commit_success.txt";
const METADATA = "_CHECKPOINT_METADATA";
/** Entries of a save that writes no metadata of its own. */
const CONTENTS = ["_METADATA", "manifest.ocdbt"];

/**
 * A checkpoint of Orbax (JAX, Flax). A save is committed by a new name, by a file, or by a time in its metadata, as
 * the file system allows; any of them is enough. The fields are those of its `custom_metadata`.
 * Source: `atomicity.py` and `checkpoint.py` (metadata) of Orbax.
 */
export const orbax: DirectoryFormat = {
  kind: "directory",
  name: "orbax",
  signs: [
    { folderName: UNFINISHED },
    ...[COMMITTED, METADATA, ...CONTENTS].map((entry) => ({ entry })),
  ],
  inspect: inspectOrbax,
};

function inspectOrbax(folder: Folder, names: FieldNames): Findings {
  if (UNFINISHED.test(folder.name))
    return truncated("its name is that of a save that has not ended");
  const isCommitted = (folder.sizeOf(COMMITTED) ?? 0) > 0;
  if (!folder.has(METADATA))
    return isCommitted ? SOUND : unknown("nothing in it says that it is whole");
  const metadata = folder.readObject(METADATA);
  if (metadata === "long") return unknown(`its ${METADATA} is too long to be read`);
  if (metadata === undefined) return damaged(`its ${METADATA} is no JSON object`);
  if (!isCommitted && typeof metadata["commit_timestamp_nsecs"] !== "number")
    return truncated("its save was begun and not committed");
  return withFields(SOUND, fieldsOfRecord(metadata["custom_metadata"], names), names);
}
