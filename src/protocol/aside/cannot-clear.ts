import { hasCode, messageOf } from "../../core/text/problem.ts";
import type { Disk } from "../../files/disk.ts";

/** What lies at a path of a shard cannot be set aside. Nothing was changed, and no command may start over it. */
export class CannotClear extends Error {
  constructor(path: string, cause: unknown) {
    super(
      `what lies at ${path} cannot be set aside, and the command does not start over it: ${messageOf(cause)}. ${remedyFor(path, cause)}`,
    );
    this.name = "CannotClear";
  }
}

function remedyFor(path: string, cause: unknown): string {
  if (hasCode(cause, "EBUSY"))
    return `It is a mount point or in use: free it (\`umount '${path}'\`), then run again`;
  if (hasCode(cause, "EXDEV"))
    return `It belongs to a lower layer or another file system: \`mv '${path}' '${path}.old'\`, then run again`;
  return `Give this user the right to rename it, or move it away (\`sudo mv '${path}' '${path}.old'\`), then run again`;
}

/** Errors of the path itself. A disk that is full or read-only, or does not answer, is an error of the start. */
const OF_THE_PATH = ["EBUSY", "EXDEV", "EPERM", "EACCES"];

/** Renames within one folder. @throws {CannotClear} where the system does not let the path go. */
export async function moveAside(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    throw hasCode(error, ...OF_THE_PATH) ? new CannotClear(from, error) : error;
  }
}
