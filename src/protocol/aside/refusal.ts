import { dirname, join, relative } from "node:path";
import { ownerClause, userClause, type Access } from "../../core/model/unreadable.ts";
import { quoteForShell } from "../../core/text/shell-quote.ts";
import { hasCode, messageOf } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";
import { HoldsMount } from "../../files/remove-tree.ts";

/** Why a path cannot be set aside, whose it is, and the command that goes on. It only ever moves things: nothing proves whose they are. */
export function whyNotCleared(disk: Disk, path: string, cause: unknown): string {
  return [
    messageOf(cause),
    ...whoseIs(disk, path),
    `${howToClear(disk, path, cause)}, then run again`,
  ].join(". ");
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
    codeAt(cause, at),
    ...(owner === undefined ? [] : [owner]),
    `${where}: \`${freed}\` removes it`,
  ].join(". ");
}

function codeAt(cause: unknown, path: string): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : messageOf(cause);
  return `${code} at ${path}`;
}

function pathIn(cause: unknown): string | undefined {
  return cause instanceof Error && "path" in cause && typeof cause.path === "string"
    ? cause.path
    : undefined;
}

function howToClear(disk: Disk, path: string, cause: unknown): string {
  const word = quoteForShell(path);
  if (hasCode(cause, "EBUSY"))
    return `It is a mount point or in use: free it (\`sudo umount -- ${word}\`)`;
  const away = `mv -- ${word} ${quoteForShell(freeName(disk, path))}`;
  if (hasCode(cause, "EXDEV"))
    return `It belongs to a lower layer, or to another file system: move it away (\`${away}\`)`;
  if (isFrozen(disk, path, cause))
    return `It may be marked as never to change: free it (\`${unfreeze([], [path, dirname(path)])}\`)`;
  return `Give this user the right to rename it, or move it away (\`sudo ${away}\`)`;
}

function freeName(disk: Disk, path: string): string {
  let name = `${path}.old`;
  for (let number = 2; disk.exists(name); number += 1) name = `${path}.old-${number}`;
  return name;
}

/** Does the system refuse what owner and rights allow? */
function isFrozen(disk: Disk, path: string, cause: unknown): boolean {
  if (!hasCode(cause, "EPERM", "EACCES")) return false;
  const [own, above] = [accessOf(disk, path), accessOf(disk, dirname(path))];
  const self = own?.self ?? above?.self;
  if (self === undefined) return false;
  return (
    self === 0 || (own?.owner === self && above?.owner === self && (above.mode & 0o300) === 0o300)
  );
}

function unfreeze(options: readonly string[], paths: readonly string[]): string {
  const words = paths.map(quoteForShell).join(" ");
  return process.platform === "darwin"
    ? `sudo chflags ${[...options, "nouchg,noschg"].join(" ")} ${words}`
    : `sudo chattr ${[...options, "-i", "-a"].join(" ")} -- ${words}`;
}

/** One sentence, or none where the system does not say it. */
function whoseIs(disk: Disk, path: string): readonly string[] {
  const [own, above] = [accessOf(disk, path), accessOf(disk, dirname(path))];
  if (own === undefined || above === undefined) return [];
  const user = own.self === own.owner ? userClause(above) : userClause(own);
  return [`It is ${ownerClause(own)}, in a folder ${ownerClause(above)}${user}`];
}

function accessOf(disk: Disk, path: string): Access | undefined {
  try {
    return disk.access(path);
  } catch {
    return undefined;
  }
}
