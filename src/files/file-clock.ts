import type { Disk } from "./disk.ts";

interface Age {
  /** When it was made or changed, by the file system's clock. */
  readonly madeMs: number;
  /** This machine's clock. */
  readonly nowMs: number;
  /** A path on that file system where nothing is. */
  readonly probe: string;
}

/**
 * Was it made longer ago than `ageMs`, by this machine's clock and by that of the file system? Machines that share a disk
 * may have wrong clocks, and what one of them is making is not the others' to remove. `false` in doubt.
 */
export async function isOlderThan(
  disk: Disk,
  { madeMs, nowMs, probe }: Age,
  ageMs: number,
): Promise<boolean> {
  if (nowMs - madeMs <= ageMs) return false;
  const clockMs = await fileSystemTime(disk, probe);
  return clockMs !== undefined && clockMs - madeMs > ageMs;
}

/** The time that a file system gives to what is made now; `undefined` where nothing can be made. */
async function fileSystemTime(disk: Disk, path: string): Promise<number | undefined> {
  try {
    await disk.create(path, "");
    const made = disk.stat(path);
    return made === undefined ? undefined : Number(made.mtimeNs) / 1e6;
  } catch {
    return undefined;
  } finally {
    await disk.unlink(path).catch(() => false);
  }
}
