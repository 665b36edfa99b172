import { fieldsOfRecord, named } from "./fields.ts";
import { damaged, truncated, unknown } from "./verdicts.ts";
import type { Folder, FolderFormat } from "./folder.ts";
import type { FieldNames, Findings } from "./inspection.ts";

/**
 * A checkpoint of Orbax (JAX, Flax). A save is committed by a new name, by a file, or by a time in its metadata, as
 * the file system allows; any of them is enough. The fields are those of its `custom_metadata`.
 * Source: `atomicity.py` and `checkpoint.py` (metadata) of Orbax.
 */
export const orbax: FolderFormat = { name: "orbax", fits, inspect };

const UNFINISHED = ".orbax-checkpoint-tmp";
const COMMITTED = "commit_success.txt";
const METADATA = "_CHECKPOINT_METADATA";
/** Of a save that leaves no metadata of its own. */
const CONTENTS = ["_METADATA", "manifest.ocdbt"];

function fits({ name, has }: Folder): boolean {
  return name.includes(UNFINISHED) || [COMMITTED, METADATA, ...CONTENTS].some(has);
}

function inspect(folder: Folder, names: FieldNames): Findings {
  if (folder.name.includes(UNFINISHED))
    return truncated("its name is that of a save that has not ended");
  const isCommitted = (folder.sizeOf(COMMITTED) ?? 0) > 0;
  if (!folder.has(METADATA))
    return isCommitted ? { structure: "sound" } : unknown("nothing in it says that it is whole");
  const metadata = folder.readRecord(METADATA);
  if (metadata === "long") return unknown(`its ${METADATA} is too long to be read`);
  if (metadata === undefined) return damaged(`its ${METADATA} is no JSON object`);
  if (!isCommitted && typeof metadata["commit_timestamp_nsecs"] !== "number")
    return truncated("its save was begun and not committed");
  const fields = fieldsOfRecord(metadata["custom_metadata"], names);
  return { structure: "sound", ...named(fields, names) };
}
