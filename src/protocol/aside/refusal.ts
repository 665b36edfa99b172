import { join, relative } from "node:path";
import { quoteForShell } from "../../core/text/shell-quote.ts";
import { hasCode } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";
import { HoldsMount } from "../../files/remove-tree.ts";
import {
  codeOf,
  giveFolder,
  howToUnfreeze,
  isFrozen,
  moveAway,
  pathIn,
  unfreeze,
  whoseIs,
} from "../../files/refused.ts";

/** Why a path cannot be set aside, whose it is, and the command that goes on. It only ever moves things: nothing proves whose they are. */
export function whyNotCleared(disk: Disk, path: string, cause: unknown): string {
  return [
    codeOf(cause),
    ...whoseIs(disk, path),
    `${howToClear(disk, path, cause)}, then run again`,
  ].join(". ");
}

/** Why no folder can be made below `place`, and the command that goes on. */
export function whyNoFolder(disk: Disk, place: string, folder: string): string {
  const is = disk.stat(place) === undefined ? "a link that leads nowhere" : "no folder";
  return `it is ${is}, and ${folder} must be one. Move it away (\`${moveAway(disk, place)}\`), then run again`;
}

/**
 * Why what an attempt left cannot be removed, whose it is, and the command that removes it. `lies` is where it lies now, `was`
 * where it lay when it was to be removed.
 */
export function whyNotRemoved(
  disk: Disk,
  { was, lies }: { readonly was: string; readonly lies: string },
  cause: unknown,
): string {
  const removal = `sudo rm -r -- ${quoteForShell(lies)}`;
  const where = `It lies at ${lies}, and Donemark does not try again`;
  if (cause instanceof HoldsMount) {
    const mounts = cause.mounts.map((below) => join(lies, below));
    const words = mounts.toReversed().map(quoteForShell).join(" ");
    return `something is mounted at ${mounts[0] ?? lies}, and nothing there is touched. ${where}: \`sudo umount -- ${words} && ${removal}\` frees and removes it`;
  }
  const at = join(lies, relative(was, pathIn(cause) ?? was));
  const [owner] = whoseIs(disk, at);
  const freed = isFrozen(disk, at, cause) ? `${unfreeze(["-R"], [lies])} && ${removal}` : removal;
  return [
    `${codeOf(cause)} at ${at}`,
    ...(owner === undefined ? [] : [owner]),
    `${where}: \`${freed}\` removes it`,
  ].join(". ");
}

function howToClear(disk: Disk, path: string, cause: unknown): string {
  const word = quoteForShell(path);
  if (hasCode(cause, "EBUSY"))
    return `It is a mount point or in use: free it (\`sudo umount -- ${word}\`)`;
  const away = moveAway(disk, path);
  if (hasCode(cause, "EXDEV"))
    return `It belongs to a lower layer, or to another file system: move it away (\`${away}\`)`;
  if (hasCode(cause, "EISDIR"))
    return `It is a folder in the place of a file: move it away (\`${away}\`)`;
  if (isFrozen(disk, path, cause)) return howToUnfreeze(path);
  // A sticky folder may be written, and lets nobody move what is somebody else's.
  if (hasCode(cause, "EPERM")) return `Move it away (\`sudo ${away}\`)`;
  return `Give this user the right to write in its folder (\`${giveFolder(disk, path)}\`)`;
}
