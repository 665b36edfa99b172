import { dirname, join } from "node:path";
import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import { hasCode } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";

/** A text, under a name of its writer's own, that is to get a name which one of several writers can have. */
export interface Naming {
  /** Path of a durable file with the text. */
  readonly prepared: string;
  readonly path: string;
  readonly text: string;
}

/** The file system has no hard links, or none for this file. */
export class NoLinks extends Error {}

const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"];

/**
 * Gives a file a second name that nothing has. Answers whether the text is there afterwards: the answer of a network disk may be
 * lost after it did what was asked.
 * @throws {NoLinks}
 */
export async function linkOnce(disk: Disk, { prepared, path, text }: Naming): Promise<boolean> {
  try {
    await disk.hardLink(prepared, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return readNamed(disk, path) === text;
    throw hasCode(error, ...NO_LINKS) ? new NoLinks(path, { cause: error }) : error;
  }
}

/**
 * The same without hard links, for a name that Donemark alone reads: a folder with the text in it. Every file system renames a
 * folder in one step, and to the name of another one only where that is empty.
 */
export async function placeOnce(disk: Disk, { prepared, path, text }: Naming): Promise<boolean> {
  const own = `${prepared}-folder`;
  await disk.removeTree(own);
  await disk.makeDirectory(own);
  await disk.create(join(own, TEXT), text);
  await disk.syncFile(join(own, TEXT));
  try {
    await disk.rename(own, path);
    return true;
  } catch (error) {
    await disk.removeTree(own);
    if (hasCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR")) return readNamed(disk, path) === text;
    throw error;
  }
}

const TEXT = "text";

/** The text under such a name, whichever way it was given. */
export function readNamed(disk: Disk, path: string): string | undefined {
  const inside = isFolder(disk, path) ? join(path, TEXT) : path;
  return disk.readText(inside, RECORD_LIMIT_BYTES);
}

/** `away` is a path that no other process uses: a folder goes there in one step before it is removed. */
export async function removeNamed(disk: Disk, path: string, away: string): Promise<void> {
  if (!isFolder(disk, path)) {
    await disk.unlink(path);
    return;
  }
  const place = join(dirname(path), away);
  try {
    await disk.rename(path, place);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  await disk.removeTree(place);
}

function isFolder(disk: Disk, path: string): boolean {
  return disk.stat(path)?.kind === "directory";
}
