import { dirname } from "node:path";
import { hasCode } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";
import { RECORD_LIMIT_BYTES } from "../../core/model/marker.ts";
import { whyNoFolder, whyNotCleared } from "./refusal.ts";

/** What lies at a path of a shard cannot be set aside. Nothing was changed, and no command may start over it. */
export class CannotClear extends Error {
  constructor(path: string, why: string) {
    super(`${path} cannot be set aside, and no command starts over it: ${why}`);
    this.name = "CannotClear";
  }
}

/** Errors of the path itself. A disk that is full or read-only, or does not answer, is an error of the start. */
const OF_THE_PATH = ["EBUSY", "EXDEV", "EPERM", "EACCES"];

/** The text of a shard's marker or start record. @throws {CannotClear} where a folder lies in its place. */
export function readRecord(disk: Disk, path: string): string | undefined {
  try {
    return disk.readText(path, RECORD_LIMIT_BYTES);
  } catch (error) {
    // A pipe, which is kept aside before a record takes its place.
    if (hasCode(error, "ESPIPE", "ENXIO")) return undefined;
    throw hasCode(error, "EISDIR")
      ? new CannotClear(path, whyNotCleared(disk, path, error))
      : error;
  }
}

/** Renames within one folder. @throws {CannotClear} where the system does not let the path go. */
export async function moveAside(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    throw hasCode(error, ...OF_THE_PATH)
      ? new CannotClear(from, whyNotCleared(disk, from, error))
      : error;
  }
}

/** Where an error comes from something that is no folder and lies above one of the paths; else `undefined`. */
export function noFolderAbove(
  disk: Disk,
  paths: readonly string[],
  error: unknown,
): CannotClear | undefined {
  if (!hasCode(error, "ENOTDIR", "ENOENT", "EEXIST")) return undefined;
  const folders = new Set(paths.map((path) => dirname(path)));
  for (const folder of folders) {
    const place = noFolder(disk, folder);
    if (place !== undefined) return new CannotClear(place, whyNoFolder(disk, place, folder));
  }
  return undefined;
}

/** The highest place on the way to a folder that is something else. */
function noFolder(disk: Disk, folder: string): string | undefined {
  let found: string | undefined;
  for (let at = folder; dirname(at) !== at; at = dirname(at))
    if (disk.exists(at) && disk.stat(at)?.kind !== "directory") found = at;
  return found;
}
