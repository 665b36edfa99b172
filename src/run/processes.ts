import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { hasCode } from "../core/problem.ts";

/** One process of one machine, told apart from any other that has or will have the same number. */
export interface ProcessId {
  readonly pid: number;
  /** As the system writes it; only good for comparing. */
  readonly startTime: string;
  /** The boot, and on Linux the pid namespace, in which the number means something. */
  readonly boot: string;
}

let boot: string | undefined;

/** Names this boot of the machine; two containers on one host have two names. */
export function bootId(): string {
  boot ??= readBoot();
  return boot;
}

function readBoot(): string {
  // No command runs on Windows; a process that stores what is done is told by its number alone.
  if (process.platform === "win32") return "windows";
  return process.platform === "linux"
    ? `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${pidNamespace()}`
    : execFileSync("sysctl", ["-n", "kern.bootsessionuuid"], { encoding: "utf8" }).trim();
}

/** `undefined` for a process that is not there, or is dead and only waits for its parent. */
export function startTimeOf(pid: number): string | undefined {
  const seen = look(pid);
  return seen?.dead === false ? seen.startTime : undefined;
}

/** Names a child of this process: one that has ended, too, as long as node has not collected it. */
export function identify(pid: number): ProcessId {
  return { pid, startTime: look(pid)?.startTime ?? "", boot: bootId() };
}

export function thisProcess(): ProcessId {
  return identify(process.pid);
}

/** Is this very process still running here? In doubt (another user's, hidden from us) it is. */
export function isAlive(id: ProcessId): boolean {
  // A number from a file may be 0 or negative, which kill(2) takes for a whole group.
  if (!Number.isSafeInteger(id.pid) || id.pid < 1 || id.boot !== bootId()) return false;
  const seen = look(id.pid);
  if (seen === undefined) return isHidden(id.pid);
  return !seen.dead && seen.startTime === id.startTime;
}

/**
 * All processes of this user, except this one, that were started with `name=value` in their environment:
 * also those that left their group, their session and their parent.
 * A program that overwrites its own environment, as `setproctitle` does, is not found.
 */
export function findTagged(name: string, value: string): readonly ProcessId[] {
  // Windows shows no environment of another process; no command runs there that could be left.
  if (process.platform === "win32") return [];
  const tag = `${name}=${value}`;
  const pids = process.platform === "linux" ? taggedInProc(tag) : taggedByPs(tag);
  return pids
    .filter((pid) => pid !== process.pid)
    .map(identify)
    .filter(isAlive);
}

/**
 * Asks each to end (SIGTERM) and ends what is left after `graceMs` (SIGKILL).
 * Comes back when all are dead, or one second after the SIGKILL: a process that hangs in a driver cannot be ended.
 */
export async function endProcesses(
  list: readonly ProcessId[],
  { graceMs }: { readonly graceMs: number },
): Promise<void> {
  signalLiving(list, "SIGTERM");
  if (await allDead(list, graceMs)) return;
  signalLiving(list, "SIGKILL");
  await allDead(list, 1000);
}

interface Look {
  readonly startTime: string;
  readonly dead: boolean;
}

function look(pid: number): Look | undefined {
  if (process.platform === "win32") return lookBySignal(pid);
  return process.platform === "linux" ? lookInProc(pid) : lookByPs(pid);
}

/** Signal 0 asks whether the process is there, and nothing else. */
function lookBySignal(pid: number): Look | undefined {
  try {
    process.kill(pid, 0);
    return { startTime: "", dead: false };
  } catch (error) {
    return hasCode(error, "EPERM") ? { startTime: "", dead: false } : undefined;
  }
}

/** proc_pid_stat(5): the state is field 3, the start time field 22. */
function lookInProc(pid: number): Look | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  // Field 2 is the program's name, which may hold blanks and parentheses of its own.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, startTime] = [fields?.[0], fields?.[19]];
  if (state === undefined || startTime === undefined) return undefined;
  return { startTime, dead: state === "Z" || state === "X" };
}

function lookByPs(pid: number): Look | undefined {
  const [, state, startTime] =
    /^(\S+)\s+(\S.*)$/.exec(ps("-o", "stat=,lstart=", "-p", `${pid}`)) ?? [];
  if (state === undefined || startTime === undefined) return undefined;
  return { startTime: startTime.trimEnd(), dead: state.startsWith("Z") };
}

/** procfs mounted with `hidepid` shows nothing of other users' processes, but they cannot be signalled either. */
function isHidden(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function taggedInProc(tag: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readProc(`/proc/${pid}/environ`)?.split("\0").includes(tag))
    .map(Number);
}

function taggedByPs(tag: string): readonly number[] {
  return ps("-axEww", "-o", "pid=,command=")
    .split("\n")
    .filter((line) => `${line} `.includes(` ${tag} `))
    .map((line) => Number.parseInt(line, 10));
}

/** What `ps` prints, in English and in one time zone; "" where it finds nothing. */
function ps(...args: readonly string[]): string {
  try {
    return execFileSync("ps", args, {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (error instanceof Error && "status" in error && error.status === 1) return "";
    throw error;
  }
}

/** `undefined` where the process is gone, or another user's. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ESRCH", "EACCES", "EPERM")) return undefined;
    throw error;
  }
}

function pidNamespace(): number {
  return statSync("/proc/self/ns/pid", { throwIfNoEntry: false })?.ino ?? 0;
}

function signalLiving(list: readonly ProcessId[], signal: NodeJS.Signals): void {
  for (const id of list.filter(isAlive)) {
    try {
      process.kill(id.pid, signal);
    } catch (error) {
      if (!hasCode(error, "ESRCH", "EPERM")) throw error;
    }
  }
}

async function allDead(list: readonly ProcessId[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (list.some(isAlive)) {
    if (performance.now() >= deadline) return false;
    await sleep(25);
  }
  return true;
}
