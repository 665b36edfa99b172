import type { Objection } from "../core/examined.ts";
import type { MarkedCheckpoint } from "../core/marker.ts";
import { describe } from "../core/problem.ts";
import type { Disk } from "../files/disk.ts";
import { findDifference, sampleOf, type Measure } from "../files/measure.ts";
import type { Checksums } from "./checksums.ts";

/** How every byte of a checkpoint is read. */
export interface DeepLook {
  readonly digest: (path: string, sizeBytes: number) => Promise<string>;
  readonly checksums: (path: string, sizeBytes: number) => Promise<Checksums>;
}

/** How bytes stand to what vouches for them. */
export interface Held {
  readonly objection?: Objection;
  readonly isProven: boolean;
  /** Bytes that were read by another thread. */
  readonly readElsewhere: number;
}

const UNPROVEN: Held = { isProven: false, readElsewhere: 0 };

interface Holding {
  /** What the full marker says; absent without one. */
  readonly marked: MarkedCheckpoint | undefined;
  readonly found: Measure;
  /** Absent where kilobytes are enough. */
  readonly deep: DeepLook | undefined;
}

/** Size and sample digest, and with `deep` every byte: against the full digest, else against the file's own checksums. */
export async function holdAgainst(
  disk: Disk,
  path: string,
  { marked, found, deep }: Holding,
): Promise<Held> {
  try {
    const difference = marked && differenceOf(disk, path, { marked, found });
    if (difference !== undefined) return { ...UNPROVEN, objection: changed(difference) };
    if (deep === undefined) return UNPROVEN;
    return await readEveryByte(deep, path, { found, sha256: marked?.sha256 });
  } catch (error) {
    return { ...UNPROVEN, objection: { verdict: "damaged", why: describe(error) } };
  }
}

function differenceOf(
  disk: Disk,
  path: string,
  { marked, found }: { readonly marked: MarkedCheckpoint; readonly found: Measure },
): string | undefined {
  const difference = findDifference(marked, found);
  if (difference !== undefined) return difference;
  return sampleOf(disk, path) === marked.sample
    ? undefined
    : "its sample digest is not the marker's";
}

async function readEveryByte(
  deep: DeepLook,
  path: string,
  { found, sha256 }: { readonly found: Measure; readonly sha256: string | undefined },
): Promise<Held> {
  const { kind, sizeBytes } = found;
  if (sha256 !== undefined) {
    const isSame = (await deep.digest(path, sizeBytes)) === sha256;
    const held = { isProven: true, readElsewhere: sizeBytes };
    return isSame ? held : { ...held, objection: changed("its SHA-256 is not the marker's") };
  }
  if (kind === "directory" || sizeBytes === 0) return UNPROVEN;
  const sums = await deep.checksums(path, sizeBytes);
  const held = { isProven: sums.isWhole, readElsewhere: sums.bytesRead };
  return sums.fault === undefined
    ? held
    : { ...held, objection: { verdict: "damaged", why: sums.fault } };
}

function changed(why: string): Objection {
  return { verdict: "changed-since-marker", why };
}

/** Says how many bytes were read of files that were opened. */
export function countReads(disk: Disk): { readonly disk: Disk; readonly bytesRead: () => number } {
  let total = 0;
  const open = (path: string): ReturnType<Disk["open"]> => {
    const reader = disk.open(path);
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = reader.read(offset, length);
      total += bytes.length;
      return bytes;
    };
    return { sizeBytes: reader.sizeBytes, read, close: () => reader.close() };
  };
  return { disk: { ...disk, open }, bytesRead: () => total };
}
