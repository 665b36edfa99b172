import { dirname } from "node:path";
import { keptPath, leavingsPath } from "../../core/model/aside.ts";
import type { Disk } from "../../files/disk.ts";
import { LostOwnership } from "../ownership.ts";
import type { Writer } from "../writer.ts";
import { moveAside } from "./cannot-clear.ts";
import { freeNumber } from "./kept.ts";
import { whyNotRemoved } from "./refusal.ts";

/**
 * Sets aside, durably, what Donemark made at a path and does not need: what lies there, or at another name of it. What was set aside so before is removed first; where that
 * cannot be, it is named and another name is taken: it never blocks a shard.
 * @throws {CannotClear}
 */
export async function setLeavingsAside(
  writer: Writer,
  path: string,
  from: string = path,
): Promise<void> {
  const { disk } = writer;
  await removeLeavings(writer, path);
  const number = freeNumber((place) => disk.exists(leavingsPath(path, place)));
  await moveAside(disk, from, leavingsPath(path, number));
  await disk.syncDirectory(dirname(path));
}

/** The path at which what an attempt left was set aside last. */
export function lastLeavings(disk: Disk, path: string): string {
  const number = freeNumber((place) => disk.exists(leavingsPath(path, place)));
  return leavingsPath(path, Math.max(1, number - 1));
}

/** Removes what attempts have left. Never throws for what cannot be removed: that is named. */
export async function removeLeavings(writer: Writer, path: string): Promise<void> {
  for (let number = 1; writer.disk.exists(leavingsPath(path, number)); number += 1)
    await removeOrName(writer, path, leavingsPath(path, number));
}

/** Removes what an attempt left at a path, or at another name of it; names what cannot be removed. */
export async function removeOrName(
  writer: Writer,
  path: string,
  leavings: string = path,
): Promise<void> {
  const { disk, warn } = writer;
  try {
    await disk.removeTree(leavings);
  } catch (error) {
    if (error instanceof LostOwnership) throw error;
    const number = freeNumber((place) => disk.exists(keptPath(path, place)));
    const kept = keptPath(path, number);
    // Under its new name it is not tried again, so it is named once.
    const lies = await disk.rename(leavings, kept).then(
      () => kept,
      () => leavings,
    );
    const why = whyNotRemoved(disk, { was: leavings, lies }, error);
    warn(`what an attempt left cannot be removed: ${why}`);
  }
}
