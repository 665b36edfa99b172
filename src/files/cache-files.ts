import { devNull, homedir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import { sha256 } from "../core/model/digest.ts";
import { makeFolders } from "./durable.ts";
import type { Disk } from "./disk.ts";

/** A file that changed less than this before it was read may change again within one tick of the file system's clock. */
const RACY_MS = 2000;

/**
 * The folder for caches: `DONEMARK_CACHE_DIR`, else `XDG_CACHE_HOME` or `~/.cache`, with `donemark` below.
 * It lies outside the workspace, which a checkout cleans. Without a home there is no cache: the path is one where nothing
 * can be, and a folder that others can write is no place for what is believed later.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const own = env["DONEMARK_CACHE_DIR"];
  if (own !== undefined && isAbsolute(own)) return own;
  const base = env["XDG_CACHE_HOME"];
  return join(
    base !== undefined && isAbsolute(base) ? base : join(homeFolder() ?? devNull, ".cache"),
    "donemark",
  );
}

/**
 * `undefined` for a user without a home: without `HOME` and without an entry in the user database. A `HOME` that is blank or
 * relative is none: caches would lie in the workspace.
 */
function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : userInfo().homedir;
  } catch {
    return undefined;
  }
}

/** Do size, times and inode distinguish a file that last changed at `ctimeMs` from every later version of it? */
export function isSettled(ctimeMs: number, nowMs: number): boolean {
  return nowMs - ctimeMs > RACY_MS;
}

/** The text of a cache file; "" where there is none, or it is not ours to read. */
export function readCache(disk: Disk, file: string, maxBytes: number): string {
  try {
    return disk.readText(file, maxBytes) ?? "";
  } catch {
    return "";
  }
}

/** Replaces a cache file. A failure is ignored: it only costs time later. */
export async function writeCache(
  disk: Disk,
  place: { readonly folder: string; readonly file: string },
  text: string,
): Promise<void> {
  const temporary = `${place.file}.${sha256(`${process.pid} ${text.length}`).slice(0, 8)}.tmp`;
  try {
    await makeFolders(disk, place.folder);
    await disk.unlink(temporary);
    await disk.create(temporary, text);
    await disk.rename(temporary, place.file);
  } catch {
    await disk.unlink(temporary).catch(() => false);
  }
}

/**
 * Appends to a cache file; a failure is ignored. Where the folder is there it is done when the call returns: nothing else
 * may get its turn before a process is killed.
 */
export async function appendToCache(
  disk: Disk,
  { folder, file }: { readonly folder: string; readonly file: string },
  text: string,
): Promise<void> {
  try {
    if (!disk.exists(folder)) await makeFolders(disk, folder);
    await disk.append(file, text);
  } catch {
    // It costs time later.
  }
}

/** Removes a cache file, if it is there and can be removed. */
export async function removeCache(disk: Disk, file: string): Promise<void> {
  await disk.unlink(file).catch(() => false);
}
