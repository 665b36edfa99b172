import { count } from "../core/text.ts";
import type { Reader } from "../files/disk.ts";
import { hasAt, lastPlaceOf, uint16, uint32, uint64 } from "./bytes.ts";
import type { Findings } from "./inspection.ts";
import { hasZeroTail, ZERO_TAIL } from "./tail-probe.ts";
import { damaged } from "./verdicts.ts";

/** What the end of a zip says about its central directory. */
export interface ZipEnd {
  readonly directoryAt: number;
  readonly directoryBytes: number;
  /** Where the directory has to end: at the first of the end records. */
  readonly directoryEnd: number;
  readonly entryCount: number;
}

const END = [0x50, 0x4b, 5, 6] as const;
const END_BYTES = 22;
const NEAR_BYTES = 4 * 1024;
/** The end record with the longest comment. */
const FAR_BYTES = END_BYTES + 0xffff;

/**
 * Finds the end record, which must lie at the exact end of the file: unzip programs forgive bytes behind it,
 * but a zip that has them is not as it was written.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 */
export function findEnd(reader: Reader): ZipEnd | Findings {
  for (const length of [NEAR_BYTES, FAR_BYTES]) {
    const start = Math.max(0, reader.sizeBytes - length);
    const tail = reader.read(start, length);
    const { exact, other } = placesOfEnd(tail);
    if (exact !== undefined) return parseEnd(reader, tail.subarray(exact), start + exact);
    if (other !== undefined) return damaged(`after its end there is more: ${count(other, "byte")}`);
    if (start === 0) break;
  }
  if (hasZeroTail(reader)) return damaged(ZERO_TAIL);
  return { structure: "truncated", why: "the end of the archive is missing" };
}

/** Where the end record stands whose comment ends with the file; else how many bytes follow the last one. */
function placesOfEnd(tail: Uint8Array): { readonly exact?: number; readonly other?: number } {
  let other: number | undefined;
  let at = lastPlaceOf(tail, END, tail.length - END_BYTES);
  while (at >= 0) {
    const excess = tail.length - at - END_BYTES - uint16(tail, at + 20);
    if (excess === 0) return { exact: at };
    if (excess > 0) other ??= excess;
    at = lastPlaceOf(tail, END, at - 1);
  }
  return other === undefined ? {} : { other };
}

const LOCATOR = [0x50, 0x4b, 6, 7] as const;
const LOCATOR_BYTES = 20;
const END64 = [0x50, 0x4b, 6, 6] as const;
const END64_BYTES = 56;

/** The ZIP64 record counts where there is one, also where 32 bits would do: PyTorch always writes it. */
function parseEnd(reader: Reader, end: Uint8Array, at: number): ZipEnd | Findings {
  const locator = reader.read(at - LOCATOR_BYTES, LOCATOR_BYTES);
  if (at < LOCATOR_BYTES || !hasAt(locator, 0, LOCATOR)) {
    return {
      directoryAt: uint32(end, 16),
      directoryBytes: uint32(end, 12),
      directoryEnd: at,
      entryCount: uint16(end, 10),
    };
  }
  const end64At = uint64(locator, 8);
  const end64 = reader.read(end64At, END64_BYTES);
  if (!hasAt(end64, 0, END64) || end64At + 12 + uint64(end64, 4) !== at - LOCATOR_BYTES)
    return damaged("its ZIP64 end does not lie where it should");
  return {
    directoryAt: uint64(end64, 48),
    directoryBytes: uint64(end64, 40),
    directoryEnd: end64At,
    entryCount: uint64(end64, 32),
  };
}
