import type { Reader } from "../files/disk.ts";
import { isAllZero } from "./bytes.ts";

const PROBE_BYTES = 4096;
/** Fewer zeros than this are no sign of anything. */
const FEWEST_BYTES = 512;

/** What `hasZeroTail` means, in words. */
export const ZERO_TAIL =
  "it ends in zeros, as a file does whose last blocks never reached the disk";

/**
 * Are the last 4 KB from `start` on all zero? File systems that allocate late leave this after a power cut:
 * the size is right, the blocks are not.
 */
export function hasZeroTail(reader: Reader, start = 0): boolean {
  const length = Math.min(PROBE_BYTES, reader.sizeBytes - start);
  return length >= FEWEST_BYTES && isAllZero(reader.read(reader.sizeBytes - length, length));
}

/** Are the first 4 KB all zero? */
export function hasZeroHead(reader: Reader): boolean {
  const length = Math.min(PROBE_BYTES, reader.sizeBytes);
  return length >= FEWEST_BYTES && isAllZero(reader.read(0, length));
}

const MIDDLE_PROBES = 7;

/** Are 4 KB at seven places between the ends all zero? */
export function hasZeroMiddle(reader: Reader): boolean {
  const step = Math.floor(reader.sizeBytes / (MIDDLE_PROBES + 1));
  for (let probe = 1; probe <= MIDDLE_PROBES; probe += 1) {
    if (!isAllZero(reader.read(step * probe, Math.min(PROBE_BYTES, step)))) return false;
  }
  return true;
}
