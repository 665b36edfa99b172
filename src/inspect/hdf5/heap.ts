import { hasAt, uint16, uintOf } from "../shared/bytes.ts";
import { newCursor, WalkEnd } from "../shared/cursor.ts";
import type { Hdf5 } from "./objects.ts";

/** No field is longer, so longer objects are not read. */
const LONGEST_IN_HEAP = 4096;

const HEAP = [0x47, 0x43, 0x4f, 0x4c, 1] as const;
const HEAP_PREFIX = 8;
const MOST_OF_HEAP = 16 * 1024;

/**
 * Reads the object of this number in the global heap at the place `at`; `undefined` where there is none, or it is
 * longer than 4 KB.
 * Source: HDF5 File Format Specification 3.0, section III.E.
 */
export function readFromHeap(
  { reader, lengthBytes }: Hdf5,
  at: number,
  number: number,
): Uint8Array | undefined {
  try {
    const cursor = newCursor(reader, at, MOST_OF_HEAP);
    if (!hasAt(cursor.take(HEAP_PREFIX), 0, HEAP)) return undefined;
    const end = at + uintOf(cursor.take(lengthBytes));
    while (cursor.at() < end) {
      const present = uint16(cursor.take(8), 0);
      const size = uintOf(cursor.take(lengthBytes));
      if (present === number) return size > LONGEST_IN_HEAP ? undefined : cursor.take(size);
      if (present === 0) return undefined;
      cursor.skip(Math.ceil(size / 8) * 8);
    }
    return undefined;
  } catch (error) {
    if (error instanceof WalkEnd) return undefined;
    throw error;
  }
}
