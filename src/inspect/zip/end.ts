import type { Reader } from "../../files/disk.ts";
import { hasAt, lastPlaceOf, uint16, uint32, uint64 } from "../shared/bytes.ts";
import { bytesAfterEnd, damaged, fault, truncated, type Fault } from "../shared/findings.ts";
import { hasZeroTail, ZERO_TAIL } from "../shared/zeros.ts";

/** The place and size of a zip's central directory, as its end record gives them. */
export interface ZipEnd {
  readonly kind: "end";
  readonly directoryAt: number;
  readonly directoryBytes: number;
  /** The place where the directory has to end: the first of the end records. */
  readonly directoryEnd: number;
  readonly entryCount: number;
}

/** The signature of the end record. */
export const END_RECORD = [0x50, 0x4b, 5, 6] as const;
const END_BYTES = 22;
const NEAR_BYTES = 4 * 1024;
/** The size of an end record with the longest comment. */
const FAR_BYTES = END_BYTES + 0xffff;

/**
 * Finds the end record, which must lie at the exact end of the file. Programs that unpack a zip forgive bytes behind
 * it, but such a zip is not as it was written.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 */
export function findEnd(reader: Reader): ZipEnd | Fault {
  for (const length of [NEAR_BYTES, FAR_BYTES]) {
    const start = Math.max(0, reader.sizeBytes - length);
    const tail = reader.read(start, length);
    const { exact, excess } = searchEnd(tail);
    if (exact !== undefined) return parseEnd(reader, tail.subarray(exact), start + exact);
    if (excess !== undefined) return fault(bytesAfterEnd(excess));
    if (start === 0) break;
  }
  return fault(
    hasZeroTail(reader) ? damaged(ZERO_TAIL) : truncated("the end of the archive is missing"),
  );
}

/** The place of an end record whose comment ends with the file; else the number of bytes behind the last record. */
function searchEnd(tail: Uint8Array): { readonly exact?: number; readonly excess?: number } {
  let least: number | undefined;
  let at = lastPlaceOf(tail, END_RECORD, tail.length - END_BYTES);
  while (at >= 0) {
    const excess = tail.length - at - END_BYTES - uint16(tail, at + 20);
    if (excess === 0) return { exact: at };
    if (excess > 0) least ??= excess;
    at = lastPlaceOf(tail, END_RECORD, at - 1);
  }
  return least === undefined ? {} : { excess: least };
}

const LOCATOR = [0x50, 0x4b, 6, 7] as const;
const LOCATOR_BYTES = 20;
const END64 = [0x50, 0x4b, 6, 6] as const;
const END64_BYTES = 56;

/** A ZIP64 record takes precedence, also where 32 bits would do: PyTorch always writes one. */
function parseEnd(reader: Reader, end: Uint8Array, at: number): ZipEnd | Fault {
  const locator = reader.read(at - LOCATOR_BYTES, LOCATOR_BYTES);
  if (at < LOCATOR_BYTES || !hasAt(locator, 0, LOCATOR)) {
    return {
      kind: "end",
      directoryAt: uint32(end, 16),
      directoryBytes: uint32(end, 12),
      directoryEnd: at,
      entryCount: uint16(end, 10),
    };
  }
  const end64At = uint64(locator, 8);
  const end64 = reader.read(end64At, END64_BYTES);
  if (!hasAt(end64, 0, END64) || end64At + 12 + uint64(end64, 4) !== at - LOCATOR_BYTES)
    return fault(damaged("its ZIP64 end does not lie where it should"));
  return {
    kind: "end",
    directoryAt: uint64(end64, 48),
    directoryBytes: uint64(end64, 40),
    directoryEnd: end64At,
    entryCount: uint64(end64, 32),
  };
}
