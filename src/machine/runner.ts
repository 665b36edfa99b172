import { readlinkSync } from "node:fs";
import { procStat } from "./proc-stat.ts";

/** A chain of parents that is longer has a loop, or hides one. */
const MOST_PARENTS = 64;

/**
 * The version of the runner that has started this process. A runner that has updated itself lies in a folder that names the
 * version; for any other, and where there is no /proc, `undefined`.
 */
export function runnerVersion(): string | undefined {
  let pid = process.ppid;
  for (let steps = 0; steps < MOST_PARENTS && pid > 1; steps += 1) {
    const version = versionIn(programOf(pid));
    if (version !== undefined) return version;
    pid = procStat(pid)?.parent ?? 0;
  }
  return undefined;
}

function versionIn(program: string): string | undefined {
  return /\/bin\.(\d{1,4}\.\d{1,6}\.\d{1,6})\/Runner\.(?:Worker|Listener)$/.exec(program)?.[1];
}

/** Empty where it is another user's, or has ended. */
function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return "";
  }
}
