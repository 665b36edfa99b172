import { join } from "node:path";
import type { Disk } from "../../files/disk.ts";
import { makeFolders, TEMPORARY_PREFIX } from "../../files/durable.ts";
import { isOlderThan } from "../../files/file-clock.ts";

export interface TemporariesOptions {
  readonly disk: Disk;
  /** The folder in which objects are made, on the file system of the bucket. */
  readonly incoming: string;
  /** A new text at every call, no other process's, of letters, digits and `-`. */
  readonly token: () => string;
  /** Is the writer that gave a temporary file this name known to be gone? `false` in doubt. */
  readonly isOrphaned: (temporary: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Temporaries of this age have no writer any more. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * A new path for an object in the making. What killed writers left there is removed first: that of this machine at once,
 * anybody's after a day.
 */
export async function newTemporary(options: TemporariesOptions): Promise<string> {
  const { disk, incoming, token } = options;
  await makeFolders(disk, incoming);
  await sweep(options);
  return join(incoming, `${TEMPORARY_PREFIX}${token()}`);
}

async function sweep({
  disk,
  incoming,
  now,
  isOrphaned,
  token,
}: TemporariesOptions): Promise<void> {
  for (const name of disk.names(incoming)) {
    if (!name.startsWith(TEMPORARY_PREFIX)) continue;
    const path = join(incoming, name);
    // The time of its making: a copy may keep the time of its source.
    const changedNs = disk.stat(path)?.ctimeNs;
    if (changedNs === undefined) continue;
    const probe = join(incoming, `${TEMPORARY_PREFIX}${token()}`);
    const age = { madeMs: Number(changedNs) / 1e6, nowMs: now(), probe };
    // A temporary that cannot be removed now is left to the next writer.
    if (isOrphaned(name) || (await isOlderThan(disk, age, ABANDONED_MS)))
      await disk.removeTree(path).catch(() => undefined);
  }
}
