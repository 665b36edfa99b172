import { readFileSync, readdirSync } from "node:fs";

/** The variable that every process of one harness inherits, wherever it goes. */
export const TAG = "SOAK_TAG";

/**
 * Ends every process with this tag by SIGKILL, at one moment as far as that is possible: `main` is frozen first,
 * then all that can be found, until nobody is left who could start another; only then is anybody killed. So no guard
 * and no parent gets to see that others are gone, as when a machine is taken away.
 */
export function killTree(tag: string, main: number | undefined): void {
  const frozen = new Set<number>();
  if (main !== undefined) freeze(main, frozen);
  for (let found = living(tag, frozen); found.length > 0; found = living(tag, frozen)) {
    for (const pid of found) freeze(pid, frozen);
  }
  for (const pid of frozen) signal(pid, "SIGKILL");
}

/** Pids of living processes with this tag; a zombie has no environment any more. */
export function living(tag: string, but: ReadonlySet<number> = new Set()): readonly number[] {
  const wanted = `${TAG}=${tag}`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && !but.has(Number(name)))
    .filter((pid) => environmentOf(pid).includes(wanted))
    .map(Number);
}

function freeze(pid: number, frozen: Set<number>): void {
  signal(pid, "SIGSTOP");
  frozen.add(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended before it was reached.
  }
}

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}
