import type { Comparison } from "../core/decide/facts.ts";
import type { MarkedCheckpoint } from "../core/model/marker.ts";
import type { Disk } from "../files/disk.ts";
import { findDigestDifference, ignoredBy, membersAsMarked } from "../files/compare.ts";
import { digestOf, type Measure } from "../files/measure.ts";
import { readChecksums } from "../inspect/inspect.ts";
import type { Checksums } from "../inspect/inspection.ts";
import { checksumsInThread, digestInThread } from "./digest-thread.ts";

/** Up to this size a thread would take longer to start than to read. */
const THREAD_BYTES = 16 * 1024 * 1024;

/** The result of reading every byte of a checkpoint. */
export interface EveryByte {
  readonly isProven: boolean;
  readonly bytesRead: number;
  /** Where the bytes are not the marker's. */
  readonly comparison?: Comparison;
  /** The fault that the file's own checksums show, in words. */
  readonly fault?: string;
}

interface Wanted {
  readonly found: Measure;
  /** The record in the full marker; absent without one. */
  readonly marked: MarkedCheckpoint | undefined;
  /** Files came into the directory since it was marked. */
  readonly hasMore?: boolean;
  /** Folder of the program's entries. */
  readonly home: URL;
}

/**
 * Reads every byte: against the marker's full digest, else against the checksums inside of the file. A large file is
 * read in a thread, so that nothing waits for it but who asked.
 * @throws the system error where the checkpoint cannot be read.
 */
export async function readEveryByte(
  disk: Disk,
  path: string,
  { found, marked, hasMore = false, home }: Wanted,
): Promise<EveryByte> {
  const { kind, sizeBytes } = found;
  const isLarge = sizeBytes > THREAD_BYTES;
  if (marked?.sha256 !== undefined) {
    const members = hasMore ? membersAsMarked(marked) : ignoredBy(marked);
    const digest = isLarge
      ? await digestInThread(home, path, { urgency: "awaited", members })
      : digestOf(disk, path, members);
    const how = findDigestDifference(marked, digest);
    return {
      isProven: how === undefined,
      bytesRead: sizeBytes,
      ...(how !== undefined && { comparison: { kind: "differs", how } as const }),
    };
  }
  if (kind === "directory" || sizeBytes === 0) return { isProven: false, bytesRead: 0 };
  const sums: Checksums = isLarge
    ? await checksumsInThread(home, path)
    : await readChecksums(disk, path);
  return {
    isProven: sums.isWhole,
    bytesRead: sums.bytesRead,
    ...(sums.fault !== undefined && { fault: sums.fault }),
  };
}
