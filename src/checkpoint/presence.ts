import { sep } from "node:path";
import type { Disk } from "../files/disk.ts";
import { isRefusal } from "../files/unreadable.ts";

/** Is there an entry of this path, or may there be one? Never throws for what the system refuses. */
export type Presence = (path: string) => boolean;

/** Asks the disk each time. */
export function askedPresence(disk: Disk): Presence {
  return (path) => {
    try {
      return disk.exists(path);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return true;
    }
  };
}

/**
 * Answers from one listing per folder. Listings are taken once, so a presence is good for one survey. In a folder that
 * cannot be listed, each path is asked for.
 */
export function listedPresence(disk: Disk): Presence {
  const folders = new Map<string, ReadonlySet<string> | undefined>();
  const ask = askedPresence(disk);
  return (path) => {
    const end = path.lastIndexOf(sep);
    const folder = path.slice(0, end);
    if (!folders.has(folder)) folders.set(folder, namesIn(disk, folder === "" ? sep : folder));
    return folders.get(folder)?.has(path.slice(end + 1)) ?? ask(path);
  };
}

/** `undefined` for a folder that cannot be listed. */
function namesIn(disk: Disk, folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(disk.names(folder));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}
