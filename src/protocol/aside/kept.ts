import { dirname } from "node:path";
import { keptMarkerPath, keptPath } from "../../core/model/aside.ts";
import type { Writer } from "../writer.ts";
import { moveAside } from "./cannot-clear.ts";

interface Keeping {
  /** Where it lies now; absent where that is the path itself. */
  readonly from?: string;
  /** Completes "it …". */
  readonly why: string;
  /** Path of the marker beside it, which goes along. */
  readonly marker?: string;
}

/**
 * Keeps what Donemark must not remove, under a name of the path that it never touches again, and says so once. Its marker
 * goes after it: without its marker it could be adopted.
 * @throws {CannotClear}
 */
export async function keepAside(
  { disk, warn }: Writer,
  path: string,
  { from = path, why, marker }: Keeping,
): Promise<void> {
  const number = freeNumber((place) => disk.exists(keptPath(path, place)));
  const kept = keptPath(path, number);
  await moveAside(disk, from, kept);
  // At once: where a later step fails, the next start finds nothing to name.
  warn(`${from} ${why}. It is kept as ${kept}, and Donemark never removes it`);
  // What was set aside before may have either name after a crash; its marker may not go first.
  if (from === path || marker !== undefined) await disk.syncDirectory(dirname(path));
  if (marker !== undefined && disk.exists(marker))
    await disk.rename(marker, keptMarkerPath(path, number));
}

/** The first number that is free. */
export function freeNumber(isTaken: (number: number) => boolean): number {
  let number = 1;
  while (isTaken(number)) number += 1;
  return number;
}
