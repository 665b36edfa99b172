import { hasAt, uint16, uintOf } from "./bytes.ts";
import { newCursor, WalkEnd } from "./cursor.ts";
import type { Hdf5 } from "./hdf5-objects.ts";

/** Longer objects are not read: no field is as long. */
const LONGEST_IN_HEAP = 4096;

const HEAP = [0x47, 0x43, 0x4f, 0x4c, 1] as const;
const HEAP_PREFIX = 8;
const MOST_OF_HEAP = 16 * 1024;

/**
 * The object of this number in the global heap at the place `at`; `undefined` where there is none or it is long.
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
      const found = uint16(cursor.take(8), 0);
      const size = uintOf(cursor.take(lengthBytes));
      if (found === number) return size > LONGEST_IN_HEAP ? undefined : cursor.take(size);
      if (found === 0) return undefined;
      cursor.skip(Math.ceil(size / 8) * 8);
    }
    return undefined;
  } catch (error) {
    if (error instanceof WalkEnd) return undefined;
    throw error;
  }
}
