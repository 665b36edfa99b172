import type { Reader } from "../files/disk.ts";
import type { Findings, Format } from "./inspection.ts";
import { hasZeroHead, hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/** A file of which nothing is known: text, raw numbers, a format of the user's own. It fits every file. */
export const plain: Format = { name: "plain", fits: () => true, inspect };

function inspect(reader: Reader): Findings {
  if (!hasZeroTail(reader))
    return { structure: "unknown", why: "a format without known structure" };
  if (hasZeroHead(reader)) return { structure: "damaged", why: "it holds zeros at both ends" };
  return { structure: "unknown", why: ZERO_TAIL };
}
