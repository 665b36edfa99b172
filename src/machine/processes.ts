import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { bareEnvironment } from "../core/definition/environment.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import { hasCode, messageOf, UserError } from "../core/text/problem.ts";
import {
  carrying,
  EXEC_PAUSE_MS,
  LONGEST_EXEC_MS,
  NO_PROC,
  processNumbers,
  procStat,
} from "./proc-stat.ts";

/** Identifies one process of one machine, even where another process has or gets the same number. */
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
  // No command runs on Windows; a process that saves results there is identified by its number alone.
  if (process.platform === "win32") return "windows";
  return process.platform === "linux"
    ? `${linuxBoot()}/${pidNamespace()}`
    : execFileSync("sysctl", ["-n", "kern.bootsessionuuid"], {
        encoding: "utf8",
        env: bareEnvironment(process.env),
      }).trim();
}

function linuxBoot(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch (error) {
    throw new UserError([
      `/proc is not there, or hides the boot's id (${messageOf(error)}), so that ${NO_PROC}`,
    ]);
  }
}

/** `undefined` for a process that does not exist or is a zombie. */
export function startTimeOf(pid: number): string | undefined {
  const seen = look(pid);
  return seen?.dead === false ? seen.startTime : undefined;
}

/** Identifies a child of this process, also one that has ended and that node has not waited for yet. */
export function identify(pid: number): ProcessId {
  return { pid, startTime: look(pid)?.startTime ?? "", boot: bootId() };
}

export function thisProcess(): ProcessId {
  return identify(process.pid);
}

/** Does the process live, as far as its number tells here? */
export function livenessHere(id: ProcessId): Liveness {
  if (id.boot !== bootId()) return "unknown";
  return isAlive(id) ? "alive" : "gone";
}

/**
 * Does this process of this boot and namespace still run? `true` in doubt, such as for a hidden process of another user.
 * For owners, which may be processes of another machine, ask `livenessHere`.
 */
export function isAlive(id: ProcessId): boolean {
  // A number from a file may be 0 or negative, which kill(2) takes for a whole group.
  if (!Number.isSafeInteger(id.pid) || id.pid < 1 || id.boot !== bootId()) return false;
  const seen = look(id.pid);
  if (seen === undefined) return isThere(id.pid);
  return !seen.dead && seen.startTime === id.startTime;
}

/**
 * All processes of this user, except this one, that were started with `name=value` in their environment, also those that
 * left their group, their session and their parent.
 * A program that overwrites its own environment, as `setproctitle` does, is not found.
 */
export function findTagged(name: string, value: string): readonly ProcessId[] {
  // Windows does not show the environment of another process, and no command runs there.
  if (process.platform === "win32") return [];
  const tag = `${name}=${value}`;
  const pids = process.platform === "linux" ? taggedInProc(tag) : taggedByPs(tag);
  return pids
    .filter((pid) => pid !== process.pid)
    .map(identify)
    .filter(isAlive);
}

/**
 * Sends SIGTERM to each, and SIGKILL to those that are left after `graceMs`. Returns when all are dead, or one second after
 * the SIGKILL: a process that hangs in a driver cannot be killed. Where `isHurried` says so, the grace is over.
 */
export async function endProcesses(
  list: readonly ProcessId[],
  { graceMs, isHurried }: { readonly graceMs: number; readonly isHurried?: () => boolean },
): Promise<void> {
  signalLiving(list, "SIGTERM");
  if (await allDead(list, graceMs, isHurried)) return;
  signalLiving(list, "SIGKILL");
  await allDead(list, 1000);
}

interface Look {
  readonly startTime: string;
  readonly dead: boolean;
}

function look(pid: number): Look | undefined {
  if (process.platform === "win32") return lookBySignal(pid);
  return process.platform === "linux" ? procStat(pid) : lookByPs(pid);
}

/** Signal 0 asks only whether the process exists. */
function lookBySignal(pid: number): Look | undefined {
  try {
    process.kill(pid, 0);
    return { startTime: "", dead: false };
  } catch (error) {
    return hasCode(error, "EPERM") ? { startTime: "", dead: false } : undefined;
  }
}

function lookByPs(pid: number): Look | undefined {
  const [, state, startTime] =
    /^(\S+)\s+(\S.*)$/.exec(ps("-o", "stat=,lstart=", "-p", `${pid}`)) ?? [];
  if (state === undefined || startTime === undefined) return undefined;
  return { startTime: startTime.trimEnd(), dead: state.startsWith("Z") };
}

/**
 * A procfs with `hidepid` shows no processes of other users, and one that is gone shows none at all. Signal 0 gives ESRCH
 * only where there is none.
 */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

const MOST_LOOKS = 8;

/** Looks again where one ended between the list and the look at it: what it has started may not be in the list. */
function taggedInProc(tag: string): readonly number[] {
  const gone = new Set<number>();
  for (let round = 1; ; round += 1) {
    const before = gone.size;
    const found = tagged(tag, gone);
    if (gone.size === before || round >= MOST_LOOKS) return found;
  }
}

/** Looks again at each that begins another program, until its environment can be read. Notes in `gone` those that ended. */
function tagged(tag: string, gone: Set<number>): readonly number[] {
  const found: number[] = [];
  const beganTick = performance.now();
  let open = processNumbers();
  for (;;) {
    const unclear: number[] = [];
    for (const pid of open) {
      const how = carrying(pid, tag);
      if (how === "yes") found.push(pid);
      else if (how === "gone") gone.add(pid);
      else if (how === "unclear") unclear.push(pid);
    }
    if (unclear.length === 0 || performance.now() - beganTick > LONGEST_EXEC_MS) return found;
    Atomics.wait(PAUSE, 0, 0, EXEC_PAUSE_MS);
    open = unclear;
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4));

function taggedByPs(tag: string): readonly number[] {
  return ps("-axEww", "-o", "pid=,command=")
    .split("\n")
    .filter((line) => `${line} `.includes(` ${tag} `))
    .map((line) => Number.parseInt(line, 10));
}

/** The output of `ps`, in English and UTC; "" where it finds nothing. */
export function ps(...args: readonly string[]): string {
  try {
    return execFileSync("ps", args, {
      encoding: "utf8",
      env: { ...bareEnvironment(process.env), LC_ALL: "C", TZ: "UTC" },
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (error instanceof Error && "status" in error && error.status === 1) return "";
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

async function allDead(
  list: readonly ProcessId[],
  withinMs: number,
  isOver: () => boolean = () => false,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (list.some(isAlive)) {
    if (performance.now() >= deadline || isOver()) return false;
    await sleep(25);
  }
  return true;
}
