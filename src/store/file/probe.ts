import { join } from "node:path";
import type { Disk } from "../../files/disk.ts";
import { fileBucket } from "./bucket.ts";

/** What a try of a store's own steps has shown. */
export interface FileProbe {
  /** Of several writers exactly one is told that it has stored. */
  readonly isConditional: boolean;
  /** How far the clock of the directory is ahead of this machine's, in milliseconds; negative where it is behind. */
  readonly aheadMs: number;
}

export interface ProbeOptions {
  readonly disk: Disk;
  /** Absolute path of a directory that is there. */
  readonly root: string;
  readonly token: () => string;
  readonly now: () => number;
}

const KEY = "probe";

/**
 * Tries in a directory whether an object is put once, and replaced once. All of it happens in a folder of its own, which is
 * removed. @throws where the directory cannot be written.
 */
export async function probeFileStore({ disk, root, token, now }: ProbeOptions): Promise<FileProbe> {
  const folder = join(root, `.donemark-probe-${token()}`);
  const incoming = join(folder, "incoming");
  const bucket = fileBucket({ disk, root: folder, incoming, token, now, isOrphaned: () => false });
  const text = (value: string) => ({ kind: "text", text: value }) as const;
  try {
    const first = await bucket.putIfAbsent(KEY, text("first"));
    const nowMs = now();
    const put = await bucket.head(KEY);
    if (put === undefined) throw new Error(`${folder} does not show what was put there`);
    const second = await bucket.putIfAbsent(KEY, text("second"));
    const isOnce = first === "stored" && second === "exists";
    const isConditional =
      isOnce && (await isSwappedOnce(() => bucket.putIfMatch(KEY, text("third"), put.tag)));
    return { isConditional, aheadMs: put.modifiedMs - nowMs };
  } finally {
    await disk.removeTree(folder);
  }
}

/** `false` also where the file system has no hard links, without which nothing is swapped. */
async function isSwappedOnce(swap: () => Promise<"stored" | "changed">): Promise<boolean> {
  try {
    return (await swap()) === "stored" && (await swap()) === "changed";
  } catch {
    return false;
  }
}
