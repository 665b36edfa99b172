import type { Reader } from "../../files/disk.ts";
import type { Findings } from "../inspection.ts";
import { isAllZero } from "./bytes.ts";
import { SOUND, unknown } from "./findings.ts";

const PROBE_BYTES = 4096;
/** A shorter run of zeros is no sign of anything. */
const FEWEST_BYTES = 512;

/** The meaning of `hasZeroTail`, in words. */
export const ZERO_TAIL =
  "it ends in zeros, as a file does whose last blocks never reached the disk";

/**
 * Are the last 4 KB behind `start` all zero? File systems with delayed allocation leave this after a power cut: the
 * size is right, and the last blocks are missing.
 */
export function hasZeroTail(reader: Reader, start = 0): boolean {
  const length = Math.min(PROBE_BYTES, reader.sizeBytes - start);
  return length >= FEWEST_BYTES && isAllZero(reader.read(reader.sizeBytes - length, length));
}

/** The findings on a file of which `hasZeroTail` is all that can be said. */
export const ZERO_TAILED: Findings = { ...unknown(ZERO_TAIL), doubt: ZERO_TAIL };

/** Sound, but for a tail of zeros behind `start`: zeros are a legal end of an array, so they are a doubt and no proof. */
export function soundUnlessZeroTail(reader: Reader, start = 0): Findings {
  return hasZeroTail(reader, start) ? ZERO_TAILED : SOUND;
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
