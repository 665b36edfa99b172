import type { Reader } from "../files/disk.ts";
import type { DirectoryFormat, FileFormat } from "./format.ts";
import type { Findings } from "./inspection.ts";
import { damaged, unknown } from "./shared/findings.ts";
import { hasZeroHead, hasZeroMiddle, hasZeroTail, ZERO_TAILED } from "./shared/zeros.ts";

/** A file of no known format: text, raw numbers, a format of the user's own. It fits every file. */
export const plainFile: FileFormat = {
  kind: "file",
  name: "plain",
  signs: [{}],
  inspect: inspectPlain,
};

/** A directory of no known layout. It fits every directory. */
export const plainDirectory: DirectoryFormat = {
  kind: "directory",
  name: "directory",
  signs: [{}],
  inspect: () => unknown("a directory without known structure"),
};

function inspectPlain(reader: Reader): Findings {
  if (!hasZeroTail(reader)) return unknown("a format without known structure");
  // Numbers may begin and end in zeros; a file of nothing else never reached the disk.
  if (hasZeroHead(reader) && hasZeroMiddle(reader))
    return damaged("it holds zeros wherever it was looked at");
  return ZERO_TAILED;
}
