import { readdirSync, readFileSync } from "node:fs";
import { hasCode, UserError } from "../core/text/problem.ts";

/** One process as Linux describes it: proc_pid_stat(5). */
export interface ProcStat {
  /** At most 15 bytes of its program's name. */
  readonly name: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In ticks since the boot. */
  readonly startTime: string;
  readonly dead: boolean;
  /** It ends: its memory is gone already. */
  readonly exiting: boolean;
  /** Its environment holds nothing. Not so while it begins another program, where the environment reads as empty too. */
  readonly hasNoEnvironment: boolean;
}

/** Bits of field 9: include/linux/sched.h of Linux. */
const EXITING = 0x00_00_00_04;
const KERNEL_THREAD = 0x00_20_00_00;

/** `undefined` for a process that is not there, or is hidden. */
export function procStat(pid: number): ProcStat | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // Field 2 is the program's name, which may hold blanks and parentheses of its own.
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  const [state, startTime] = [fields[0], fields[19]];
  if (state === undefined || startTime === undefined) return undefined;
  const flags = Number(fields[6]);
  const exiting = (flags & EXITING) !== 0;
  return {
    name: stat.slice(stat.indexOf("(") + 1, end),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
    startTime,
    dead: state === "Z" || state === "X",
    exiting,
    // Fields 50 and 51 are where the environment begins and ends: one place until it is written. Field 27, where the code
    // ends, is 0 until then: load_elf_binary() in fs/binfmt_elf.c.
    hasNoEnvironment:
      exiting || (flags & KERNEL_THREAD) !== 0 || (fields[24] !== "0" && fields[47] === fields[48]),
  };
}

/** What is said where /proc tells nothing. */
export const NO_PROC =
  "nobody could tell which run owns a shard and which of its processes are left. Mount it (`mount -t proc proc /proc`), or start the container with its own /proc.";

/**
 * The numbers of all processes that /proc shows.
 * @throws {UserError} where it does not show this one either: an empty list would say that nothing runs.
 */
export function processNumbers(): readonly number[] {
  const numbers = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  if (numbers.includes(process.pid)) return numbers;
  throw new UserError([`/proc shows no processes, so that ${NO_PROC}`]);
}

/** Has a process this text in its environment? `unclear` while it begins another program; `gone` where it has ended. */
export type Carrying = "yes" | "no" | "unclear" | "gone";

/** `tag` is `name=value`. One that is hidden, or another user's, does not carry it. */
export function carrying(pid: number, tag: string): Carrying {
  let environ: string;
  try {
    // As bytes, one character each: it need not be UTF-8.
    environ = readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch (error) {
    return hasCode(error, "ENOENT", "ESRCH") ? "gone" : "no";
  }
  if (environ !== "") return environ.split("\0").includes(tag) ? "yes" : "no";
  const stat = procStat(pid);
  if (stat === undefined || stat.dead || stat.exiting) return "gone";
  return stat.hasNoEnvironment ? "no" : "unclear";
}

/** For how long a process may begin another program until it counts as one of which nothing is known. */
export const LONGEST_EXEC_MS = 10_000;
export const EXEC_PAUSE_MS = 2;

/** `undefined` where the process is gone, or another user's. */
export function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ESRCH", "EACCES", "EPERM")) return undefined;
    throw error;
  }
}
