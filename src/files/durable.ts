import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";

/** Temporary names of Donemark: never a shard's own file, swept up by the next writer of the same folder. */
export const TEMPORARY_PREFIX = ".donemark-tmp-";

/**
 * Writes a small text so that after any crash either the old content or the new one is there:
 * temporary name in the same folder, flush, rename, flush of the folder.
 * `token` makes the temporary name this writer's own.
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  text: string,
  token: string,
): Promise<void> {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${token}`);
  await disk.unlink(temporary);
  try {
    await disk.create(temporary, text);
    await disk.syncFile(temporary);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.unlink(temporary).catch(() => false);
    throw error;
  }
  await disk.syncDirectory(dirname(path));
}

/** Creates a folder and those above it that are missing, each flushed into the one above. */
export async function makeFolders(disk: Disk, folder: string): Promise<void> {
  if (disk.stat(folder)?.kind === "directory") return;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(disk, above);
  if (await disk.makeDirectory(folder)) await disk.syncDirectory(above);
}

/**
 * Flushes the names of folders that somebody else may have made a moment ago, up to the root: a power cut that takes
 * such a name takes all that has been flushed below it. Best effort, as not every folder above may be opened.
 */
export async function syncNames(disk: Disk, folders: readonly string[]): Promise<void> {
  const above = new Set<string>();
  for (const folder of new Set(folders)) {
    if (disk.stat(folder)?.kind !== "directory") continue;
    for (let at = folder; dirname(at) !== at && !above.has(dirname(at)); at = dirname(at))
      above.add(dirname(at));
  }
  for (const folder of above) await disk.syncDirectory(folder).catch(() => undefined);
}

/** Creates a folder that was not there. @throws `EEXIST` and other system errors. */
export async function makeNewFolder(disk: Disk, folder: string): Promise<void> {
  if (await disk.makeDirectory(folder)) return;
  throw Object.assign(new Error(`EEXIST: ${folder} is there already`), { code: "EEXIST" });
}

/** Flushes a file, or every file and folder of a directory from the leaves up, and then the folder that holds it. */
export async function syncAll(disk: Disk, path: string): Promise<void> {
  await syncBelow(disk, path);
  await disk.syncDirectory(dirname(path));
}

async function syncBelow(disk: Disk, path: string): Promise<void> {
  const entries = disk.stat(path)?.kind === "directory" ? disk.list(path) : undefined;
  if (entries === undefined) return disk.syncFile(path);
  for (const entry of entries) {
    if (entry.kind === "file" || entry.kind === "directory")
      await syncBelow(disk, join(path, entry.name));
  }
  return disk.syncDirectory(path);
}

/** Copies a file or a directory to a new path; links are copied as links. Nothing is flushed. */
export async function copyTree(disk: Disk, from: string, to: string): Promise<void> {
  const entries = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
  if (entries === undefined) return disk.copyFile(from, to);
  await disk.makeDirectory(to);
  for (const { name, kind } of entries) {
    if (kind === "link") await disk.link(disk.readLink(join(from, name)), join(to, name));
    else await copyTree(disk, join(from, name), join(to, name));
  }
}
