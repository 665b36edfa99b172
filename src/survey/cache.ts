import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { sha256 } from "../core/digest.ts";
import { makeFolders } from "../files/durable.ts";
import type { Disk } from "../files/disk.ts";

/** A file that changed this short before it was read may change again within one tick of the clock. */
const RACY_MS = 2000;

/**
 * The folder for caches: `DONEMARK_CACHE_DIR`, else `XDG_CACHE_HOME` or `~/.cache`, with `donemark` below.
 * It lies outside the workspace, which a checkout cleans.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const own = env["DONEMARK_CACHE_DIR"];
  if (own !== undefined && isAbsolute(own)) return own;
  const base = env["XDG_CACHE_HOME"];
  return join(
    base !== undefined && isAbsolute(base) ? base : join(homedir(), ".cache"),
    "donemark",
  );
}

/** Can a file that last changed then be told apart from a later one by its size, times and inode? */
export function isSettled(ctimeMs: number, nowMs: number): boolean {
  return nowMs - ctimeMs > RACY_MS;
}

/** Replaces a cache file; one that cannot be written costs time later, nothing else. */
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
