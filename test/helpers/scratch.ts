import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MEMORY = "/dev/shm";
const LEAST_BYTES = 4 * 1024 ** 3;

/**
 * Makes a folder in memory the temporary folder of the tests, where the machine has one that is large enough and from
 * which programs can be started. A test flushes files thousands of times, and a disk that is busy takes a hundredth of a
 * second for each. The full campaigns stay on the disk. Gives what removes the folder.
 */
export function useMemoryForScratch(): () => void {
  if (process.env["TMPDIR"] !== undefined || !isLarge()) return () => undefined;
  const folder = mkdtempSync(join(MEMORY, "donemark-tests-"));
  // Some tests start a program as another user.
  chmodSync(folder, 0o755);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (canStart(folder)) process.env["TMPDIR"] = folder;
  else remove();
  return () => {
    if (process.env["TMPDIR"] === folder) delete process.env["TMPDIR"];
    remove();
  };
}

function isLarge(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= LEAST_BYTES;
  } catch {
    return false;
  }
}

function canStart(folder: string): boolean {
  const program = join(folder, "true");
  try {
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    execFileSync(program);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(program, { force: true });
  }
}
