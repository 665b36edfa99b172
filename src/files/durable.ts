import { dirname, join } from "node:path";
import { inParallel } from "../core/text/parallel.ts";
import type { Disk } from "./disk.ts";

/** The prefix of Donemark's temporary names. The next run removes those that a dead process has left. */
export const TEMPORARY_PREFIX = ".donemark-tmp-";

/**
 * Writes a small text so that after a crash the file holds either the old content or the new one: temporary name in the
 * same folder, flush, rename, flush of the folder. `token` makes the temporary name this writer's own.
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  text: string,
  token: string,
): Promise<void> {
  await writeConfirmed(disk, path, { text, token, confirm: () => undefined });
}

export interface ConfirmedText {
  readonly text: string;
  readonly token: string;
  /** Called when only the rename is left to do. Where it throws, the path keeps what it had. */
  readonly confirm: () => void;
}

/** The same, as long as what allows it holds until the last moment. */
export async function writeConfirmed(
  disk: Disk,
  path: string,
  { text, token, confirm }: ConfirmedText,
): Promise<void> {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${token}`);
  await disk.unlink(temporary);
  try {
    await disk.create(temporary, text);
    await disk.syncFile(temporary);
    confirm();
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.unlink(temporary).catch(() => false);
    throw error;
  }
  await disk.syncDirectory(dirname(path));
}

/** Creates a folder and its missing parents, and flushes each into its parent. */
export async function makeFolders(disk: Disk, folder: string): Promise<void> {
  if (disk.stat(folder)?.kind === "directory") return;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(disk, above);
  if (await disk.makeDirectory(folder)) await disk.syncDirectory(above);
}

/** More at once would only wait for the same disk. */
const AT_ONCE = 8;

/**
 * Flushes the names in these folders and the names of all folders above them, up to the root: another program may just have
 * made them, or a killed run changed them, and if a power cut takes back such a name, everything that is built on it is
 * lost. Best effort, since not every folder can be opened.
 */
export async function syncNames(disk: Disk, folders: readonly string[]): Promise<void> {
  const all = new Set<string>();
  for (const folder of new Set(folders)) {
    if (!isFolder(disk, folder)) continue;
    all.add(folder);
    for (let at = folder; dirname(at) !== at && !all.has(dirname(at)); at = dirname(at))
      all.add(dirname(at));
  }
  await inParallel([...all], AT_ONCE, (folder) =>
    disk.syncDirectory(folder).catch(() => undefined),
  );
}

function isFolder(disk: Disk, path: string): boolean {
  try {
    return disk.stat(path)?.kind === "directory";
  } catch {
    return false;
  }
}

/** Creates a folder that does not exist. @throws `EEXIST` and other system errors. */
export async function makeNewFolder(disk: Disk, folder: string): Promise<void> {
  if (await disk.makeDirectory(folder)) return;
  throw Object.assign(new Error(`EEXIST: ${folder} is there already`), { code: "EEXIST" });
}

/** Flushes a file, or every file and folder of a directory from the leaves up, and then the parent folder. */
export async function syncAll(disk: Disk, path: string): Promise<void> {
  await syncBelow(disk, path);
  await disk.syncDirectory(dirname(path));
}

/** Flushes the names in a directory and in every folder below it. */
export async function syncFolders(disk: Disk, folder: string): Promise<void> {
  for (const { name, kind } of disk.list(folder) ?? [])
    if (kind === "directory") await syncFolders(disk, join(folder, name));
  await disk.syncDirectory(folder);
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
