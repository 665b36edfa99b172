import { dirname } from "node:path";
import {
  ownerClause,
  unreadableClause,
  userClause,
  type Access,
} from "../core/model/unreadable.ts";
import { quoteForShell } from "../core/text/shell-quote.ts";
import { hasCode, isRefused, messageOf } from "../core/text/problem.ts";
import type { Disk } from "./disk.ts";
import { unreadableBy } from "./unreadable.ts";

/**
 * Why the system refused a step, whose the file or folder is, and what lets the step pass: sentences without the last full
 * stop. `at` is where it was, for an error that names no path.
 */
export function whyRefused(disk: Disk, cause: unknown, at?: string): string {
  const path = pathIn(cause) ?? (isRefused(cause) ? at : undefined);
  if (path === undefined) return messageOf(cause);
  const unread = isReading(disk, path, cause)
    ? unreadableBy(disk, cause, { path, what: "a file or folder" })
    : undefined;
  if (unread !== undefined) return unreadableClause(unread);
  const remedy = howToPass(disk, path, cause);
  return [
    messageOf(cause),
    ...(hasCode(cause, "EACCES", "EPERM") ? whoseFolder(disk, path) : []),
    ...(remedy === undefined ? [] : [remedy]),
  ].join(". ");
}

/** A file that is there is opened to be read: what Donemark writes is made under a new name. */
function isReading(disk: Disk, path: string, cause: unknown): boolean {
  const syscall = cause instanceof Error && "syscall" in cause ? cause.syscall : undefined;
  const reads = ["read", "scandir", "opendir", "stat", "lstat", "readlink"];
  if (syscall === "open") return accessOf(disk, path) !== undefined;
  return reads.some((one) => one === syscall);
}

function howToPass(disk: Disk, path: string, cause: unknown): string | undefined {
  const folder = quoteForShell(folderOf(disk, path));
  if (hasCode(cause, "ENOSPC", "EDQUOT")) return `Make room on the disk of ${folder}`;
  if (hasCode(cause, "EROFS")) return `Mount the disk of ${folder} so that it can be written`;
  if (hasCode(cause, "EISDIR", "ENOTDIR", "ENOTEMPTY"))
    return `What lies there is in the way: move it away (\`${moveAway(disk, path)}\`)`;
  if (!hasCode(cause, "EACCES", "EPERM")) return undefined;
  if (isFrozen(disk, path, cause)) return howToUnfreeze(path);
  return `Give this user the right to write there (\`${giveFolder(disk, path)}\`)`;
}

/** The system's code, or what was thrown in words. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : messageOf(cause);
}

/** Of a rename, the name that was to be taken. */
export function pathIn(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ("dest" in cause && typeof cause.dest === "string") return cause.dest;
  return "path" in cause && typeof cause.path === "string" ? cause.path : undefined;
}

export function howToUnfreeze(path: string): string {
  return `It may be marked as never to change: free it (\`${unfreeze([], [path, dirname(path)])}\`)`;
}

/** The line that moves away what lies at a path. */
export function moveAway(disk: Disk, path: string): string {
  return `mv -- ${quoteForShell(path)} ${quoteForShell(freeName(disk, path))}`;
}

/** The line that lets this user write in the folder of a path. */
export function giveFolder(disk: Disk, path: string): string {
  const folder = folderOf(disk, path);
  const { owner, self } = accessOf(disk, folder) ?? {};
  const isOwn = self === undefined || owner === self;
  const word = quoteForShell(folder);
  return isOwn ? `chmod u+rwx -- ${word}` : `sudo chown ${self} -- ${word}`;
}

/** The nearest folder above a path that is there. */
function folderOf(disk: Disk, path: string): string {
  let folder = dirname(path);
  while (accessOf(disk, folder) === undefined && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

function freeName(disk: Disk, path: string): string {
  let name = `${path}.old`;
  for (let number = 2; disk.exists(name); number += 1) name = `${path}.old-${number}`;
  return name;
}

/** Does the system refuse what owner and rights allow? */
export function isFrozen(disk: Disk, path: string, cause: unknown): boolean {
  if (!hasCode(cause, "EPERM", "EACCES")) return false;
  const [own, above] = [accessOf(disk, path), accessOf(disk, dirname(path))];
  const self = own?.self ?? above?.self;
  if (self === undefined) return false;
  return (
    self === 0 || (own?.owner === self && above?.owner === self && (above.mode & 0o300) === 0o300)
  );
}

export function unfreeze(options: readonly string[], paths: readonly string[]): string {
  const words = paths.map(quoteForShell).join(" ");
  return process.platform === "darwin"
    ? `sudo chflags ${[...options, "nouchg,noschg"].join(" ")} ${words}`
    : `sudo chattr ${[...options, "-i", "-a"].join(" ")} -- ${words}`;
}

/** One sentence, or none where the system does not say it. */
export function whoseIs(disk: Disk, path: string): readonly string[] {
  const [own, above] = [accessOf(disk, path), accessOf(disk, dirname(path))];
  if (own === undefined || above === undefined) return [];
  const user = own.self === own.owner ? userClause(above) : userClause(own);
  return [`It is ${ownerClause(own)}, in a folder ${ownerClause(above)}${user}`];
}

function whoseFolder(disk: Disk, path: string): readonly string[] {
  const folder = folderOf(disk, path);
  const access = accessOf(disk, folder);
  return access === undefined ? [] : [`${folder} is ${ownerClause(access)}${userClause(access)}`];
}

/** `undefined` where the system does not say it. */
export function accessOf(disk: Disk, path: string): Access | undefined {
  try {
    return disk.access(path);
  } catch {
    return undefined;
  }
}
