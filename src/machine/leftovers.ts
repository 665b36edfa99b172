import { readFileSync } from "node:fs";
import { isGuard } from "./guard.ts";
import { processNumbers, procStat, readProc } from "./proc-stat.ts";

/** A process that a command of a run has started, and that no run watches over any more. */
export interface Leftover {
  readonly pid: number;
  readonly name: string;
}

interface Seen extends Leftover {
  readonly group: number;
  readonly tag: string | undefined;
  /** Of a guard: the group that it watches over, NaN before it has become itself. */
  readonly guards: number | undefined;
}

const TAG = "DONEMARK_RUN=";

/**
 * Processes of this user that carry the tag of a run and whose run is gone: no guard of that run lives. None where there is
 * no /proc. Those that have overwritten their environment are not found.
 * @throws {UserError} where /proc does not show this process either.
 */
export function findLeftovers(): readonly Leftover[] {
  if (process.platform !== "linux") return [];
  const seen = processNumbers().flatMap(lookAt);
  const guards = seen.filter(({ guards: group }) => group !== undefined);
  const groups = new Set(guards.map((one) => one.guards));
  const commands = seen.filter((one) => one.guards === undefined);
  // A guard that has taken the place of another carries no tag: it names the group alone.
  const guarded = commands.filter(({ group }) => groups.has(group));
  const living = new Set([...guards, ...guarded].map(({ tag }) => tag));
  return commands
    .filter(({ tag, pid }) => tag !== undefined && !living.has(tag) && pid !== process.pid)
    .map(({ pid, name }) => ({ pid, name }));
}

/** None for a process that has ended, and for one that neither carries a tag nor is a guard. */
function lookAt(pid: number): readonly Seen[] {
  const argv = readProc(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
  const leader = Number(argv[4]);
  const guards = isGuard(argv, leader) ? leader : undefined;
  const tag = tagOf(pid);
  const stat = tag === undefined && guards === undefined ? undefined : procStat(pid);
  if (stat === undefined || stat.dead || stat.exiting) return [];
  return [{ pid, name: stat.name, group: stat.group, tag, guards }];
}

/** `undefined` also for one that is hidden, or another user's. */
function tagOf(pid: number): string | undefined {
  try {
    const environ = readFileSync(`/proc/${pid}/environ`, "latin1");
    return environ.split("\0").find((one) => one.startsWith(TAG));
  } catch {
    return undefined;
  }
}
