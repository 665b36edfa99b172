import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { Findings } from "../inspection.ts";
import { SOUND } from "../shared/findings.ts";
import { readZip } from "./archive.ts";
import { readZipChecksums } from "./checksums.ts";
import { END_RECORD } from "./end.ts";
import { LOCAL_HEADER } from "./local-header.ts";

/** A zip of any program (`.docx`, `.jar`, …). Its entries are not opened, so it has no fields. */
export const zip: FileFormat = {
  kind: "file",
  name: "zip",
  // A zip without entries is its end record alone.
  signs: [{ magic: { bytes: LOCAL_HEADER } }, { magic: { bytes: END_RECORD } }],
  inspect: inspectZip,
  readChecksums: readZipChecksums,
};

function inspectZip(reader: Reader): Findings {
  const archive = readZip(reader);
  return archive.kind === "fault" ? archive.findings : SOUND;
}
