import { count } from "../core/text.ts";
import type { Reader } from "../files/disk.ts";
import { hasAt, isAllZero, lastPlaceOf } from "./bytes.ts";
import { damaged, truncated } from "./verdicts.ts";
import type { Beginning, Findings } from "./inspection.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";

/**
 * Does a file begin with `magic`? Of a file of the right name, a beginning cut short or of zeros counts as well:
 * its bytes never reached the disk. Any other content under the name is left to other formats.
 */
export function beginsWith(
  { fileName, head }: Beginning,
  magic: readonly number[],
  name: RegExp,
): boolean {
  if (hasAt(head, 0, magic)) return true;
  return name.test(fileName) && (isAllZero(head) || hasAt(head, 0, magic.slice(0, head.length)));
}

const SEARCHED_BYTES = 4096;

/**
 * What speaks against a file that has to end with `magic`, which counts from `from` on: the same bytes may begin it.
 * `undefined` where it does.
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
  const isFound = at >= 0 && start + at >= from;
  if (isFound && excess === 0) return undefined;
  if (hasZeroTail(reader)) return damaged(ZERO_TAIL);
  return isFound
    ? damaged(`after its end there is more: ${count(excess, "byte")}`)
    : truncated("its end is missing");
}
