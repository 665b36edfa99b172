import { hasCode } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";
import { RECORD_LIMIT_BYTES } from "../../core/model/marker.ts";
import { whyNotCleared } from "./refusal.ts";

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
