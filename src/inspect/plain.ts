import type { Reader } from "../files/disk.ts";
import type { Findings, Format } from "./inspection.ts";
import { hasZeroHead, hasZeroMiddle, hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/** A file of which nothing is known: text, raw numbers, a format of the user's own. It fits every file. */
export const plain: Format = { name: "plain", fits: () => true, inspect };

function inspect(reader: Reader): Findings {
  if (!hasZeroTail(reader))
    return { structure: "unknown", why: "a format without known structure" };
  // Numbers may begin and end in zeros; a file of nothing else never reached the disk.
  if (hasZeroHead(reader) && hasZeroMiddle(reader)) {
    return { structure: "damaged", why: "it holds zeros wherever it was looked at" };
  }
  return { structure: "unknown", why: ZERO_TAIL };
}
