import type { Reader } from "../files/disk.ts";
import { hasAt } from "./bytes.ts";
import type { Findings, Format } from "./inspection.ts";
import { LOCAL_HEADER, readZip } from "./zip.ts";

/** A zip of any other program (`.npz`, `.docx`, …): whole or not, and nothing about what is inside. */
export const zipArchive: Format = {
  name: "zip",
  fits: ({ head }) => hasAt(head, 0, LOCAL_HEADER) || hasAt(head, 0, EMPTY_ARCHIVE),
  inspect,
};

/** A zip without entries is its end record alone. */
const EMPTY_ARCHIVE = [0x50, 0x4b, 5, 6] as const;

function inspect(reader: Reader): Findings {
  const zip = readZip(reader);
  return zip.kind === "fault" ? zip.findings : { structure: "sound" };
}
