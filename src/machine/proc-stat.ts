import { readFileSync } from "node:fs";
import { hasCode } from "../core/text/problem.ts";

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

/** `undefined` where the process is gone, or another user's. */
export function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ESRCH", "EACCES", "EPERM")) return undefined;
    throw error;
  }
}
