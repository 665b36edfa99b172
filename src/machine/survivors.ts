import { setTimeout as sleep } from "node:timers/promises";
import { isGuard } from "./guard.ts";
import {
  carrying,
  EXEC_PAUSE_MS,
  LONGEST_EXEC_MS,
  processNumbers,
  procStat,
  readProc,
  type ProcStat,
} from "./proc-stat.ts";
import { ps, type ProcessId } from "./processes.ts";

/** A process that lives on after the command that started it, or whose child started it. */
export interface Survivor extends ProcessId {
  readonly name: string;
  readonly parent: number;
  /** The signals of the command's group reach it. */
  readonly isInGroup: boolean;
}

/** The traces by which the processes of a command are found when it has ended. */
export interface CommandTraces {
  /** The command itself: the leader of its session and its group. */
  readonly leader: ProcessId;
  /** `name=value` in the environment of each of its processes. */
  readonly tag: string | undefined;
  /** Taken before it was started. */
  readonly moment: Moment;
  /** Processes that an earlier look has found: their children count too. */
  readonly known: readonly ProcessId[];
}

/**
 * The living processes of a command that has ended, other than its guard: of its session, with its tag, or started by one
 * of these. A zombie is none. One that has left the session, has another environment and whose parent is gone is not
 * found.
 *
 * Of processes that were there before the command nothing but the number or the start time is looked at: an ordinary
 * look takes as long as listing /proc.
 * @throws where the processes cannot be listed, or one of them goes on beginning another program.
 */
export async function findSurvivors(traces: CommandTraces): Promise<readonly Survivor[]> {
  return process.platform === "linux" ? await survivorsInProc(traces) : survivorsByPs(traces);
}

const MOST_LOOKS = 8;

/**
 * Looks again for one that forks and ends between the list and the look at it, since its child is not in the list; and
 * for one whose environment cannot be read yet.
 */
async function survivorsInProc(traces: CommandTraces): Promise<readonly Survivor[]> {
  const passed = new Set<number>();
  const beganTick = performance.now();
  for (let look = 1; ; look += 1) {
    const before = passed.size;
    const { found, unclear } = lookInProc(traces, passed);
    if (unclear.length > 0) {
      if (performance.now() - beganTick > LONGEST_EXEC_MS)
        throw new Error(`the environment of pid ${unclear.join(", ")} cannot be read`);
      await sleep(EXEC_PAUSE_MS);
    } else if (passed.size === before || look >= MOST_LOOKS) return found;
  }
}

interface Look {
  readonly found: readonly Survivor[];
  /** Those whose environment could not be read: they begin another program. */
  readonly unclear: readonly number[];
}

function lookInProc(traces: CommandTraces, passed: Set<number>): Look {
  const { leader, tag, known } = traces;
  const younger = youngerThan(traces, passed);
  const unclear: number[] = [];
  // In the session each is asked anew: the guard is taken for another in the moment in which it becomes itself.
  const isThere = ({ pid, startTime }: ProcessId): boolean => {
    const stat = younger.get(pid);
    return stat?.startTime === startTime && stat.session !== leader.pid;
  };
  const ours = new Set(known.filter(isThere).map(({ pid }) => pid));
  for (const [pid, stat] of younger) {
    if (stat.session === leader.pid) {
      if (!isGuardOf(pid, leader.pid)) ours.add(pid);
      continue;
    }
    if (tag === undefined || ours.has(pid)) continue;
    const found = carrying(pid, tag);
    if (found === "unclear") unclear.push(pid);
    else if (found === "yes") ours.add(pid);
  }
  for (let before = -1; before !== ours.size;) {
    before = ours.size;
    for (const [pid, { parent }] of younger) if (ours.has(parent)) ours.add(pid);
  }
  const found = [...ours].flatMap((pid) => survivorOf(pid, younger.get(pid), leader));
  return { found, unclear };
}

/** The living processes that are not older than the command. Notes in `passed` those that may have left children. */
function youngerThan(traces: CommandTraces, passed: Set<number>): ReadonlyMap<number, ProcStat> {
  const { leader } = traces;
  const younger = new Map<number, ProcStat>();
  for (const pid of numbersAfter(traces)) {
    if (pid === process.pid) continue;
    const stat = procStat(pid);
    if (stat === undefined || stat.exiting) passed.add(pid);
    // A zombie of another session keeps its place in the list for as long as nobody collects it.
    else if (stat.dead && stat.session === leader.pid) passed.add(pid);
    else if (!stat.dead && Number(stat.startTime) >= Number(leader.startTime))
      younger.set(pid, stat);
  }
  return younger;
}

function survivorOf(
  pid: number,
  stat: ProcStat | undefined,
  leader: ProcessId,
): readonly Survivor[] {
  if (stat === undefined) return [];
  const { name, parent, startTime } = stat;
  return [
    { pid, startTime, boot: leader.boot, name, parent, isInGroup: stat.group === leader.pid },
  ];
}

/** A moment in the numbering of processes. */
export interface Moment {
  readonly tick: number;
  /** How many processes and threads were started since the boot; absent where numbers are so many that time tells enough. */
  readonly starts?: number;
}

export function momentNow(): Moment {
  const tick = performance.now();
  return process.platform === "linux" && largestNumber() < MANY
    ? { tick, starts: starts() }
    : { tick };
}

/** More processes and threads than a kernel can start in a millisecond. */
const MOST_STARTS_PER_MS = 1000;

const MANY = 1_000_000;

/** Processes are numbered in the order of their starts, as long as the numbers do not begin anew. */
function numbersAfter({ leader, moment }: CommandTraces): readonly number[] {
  const all = processNumbers();
  const since =
    moment.starts === undefined
      ? MOST_STARTS_PER_MS * (performance.now() - moment.tick + 1)
      : starts() - moment.starts;
  return leader.pid + since < largestNumber() ? all.filter((pid) => pid > leader.pid) : all;
}

/** NaN, which is below nothing, where the kernel does not tell. */
function starts(): number {
  return Number(/^processes (\d+)$/m.exec(readProc("/proc/stat") ?? "")?.[1]);
}

let largest: number | undefined;

function largestNumber(): number {
  largest ??= Number(readProc("/proc/sys/kernel/pid_max") ?? 0);
  return largest;
}

function isGuardOf(pid: number, group: number): boolean {
  return isGuard(readProc(`/proc/${pid}/cmdline`)?.split("\0") ?? [], group);
}

function survivorsByPs({ leader, tag }: CommandTraces): readonly Survivor[] {
  const lines = ps("-axEww", "-o", "pid=,ppid=,pgid=,stat=,command=").split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, group, state = "", command = ""] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isInGroup = Number(group) === leader.pid;
    const isTagged = tag !== undefined && `${command} `.includes(` ${tag} `);
    const isGuarding = command.includes(`donemark-guard ${leader.pid}`);
    if (state.startsWith("Z") || isGuarding || !(isInGroup || isTagged)) return [];
    const name = command.split(" ")[0] ?? "";
    const startTime = ps("-o", "lstart=", "-p", String(pid)).trimEnd();
    return [
      { pid: Number(pid), startTime, boot: leader.boot, name, parent: Number(parent), isInGroup },
    ];
  });
}
