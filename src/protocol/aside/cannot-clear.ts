import { hasCode } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";
import { whyNotCleared } from "./refusal.ts";

/** What lies at a path of a shard cannot be set aside. Nothing was changed, and no command may start over it. */
export class CannotClear extends Error {
  constructor(path: string, why: string) {
    super(
      `what lies at ${path} cannot be set aside, and the command does not start over it: ${why}`,
    );
    this.name = "CannotClear";
  }
}

/** Errors of the path itself. A disk that is full or read-only, or does not answer, is an error of the start. */
const OF_THE_PATH = ["EBUSY", "EXDEV", "EPERM", "EACCES"];

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
