import type { Reader } from "../../files/disk.ts";
import type { Findings } from "../inspection.ts";
import { lastPlaceOf } from "./bytes.ts";
import { bytesAfterEnd, damaged, truncated } from "./findings.ts";
import { hasZeroTail, ZERO_TAIL } from "./zeros.ts";

const SEARCHED_BYTES = 4096;

/**
 * Checks that a file ends with `magic`; `undefined` where it does.
 * `from`: the first place where the magic may stand, which is behind the same bytes at the start of the file.
 */
export function faultOfEnd(
  reader: Reader,
  magic: readonly number[],
  from: number = magic.length,
): Findings | undefined {
  const start = Math.max(0, reader.sizeBytes - SEARCHED_BYTES);
  const tail = reader.read(start, SEARCHED_BYTES);
  const at = lastPlaceOf(tail, magic, tail.length - magic.length);
  const excess = tail.length - magic.length - at;
  const isPresent = at >= 0 && start + at >= from;
  if (isPresent && excess === 0) return undefined;
  if (hasZeroTail(reader)) return damaged(ZERO_TAIL);
  return isPresent ? bytesAfterEnd(excess) : truncated("its end is missing");
}
