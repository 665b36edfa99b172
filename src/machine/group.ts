import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { Socket } from "node:net";
import type { Readable } from "node:stream";

import { bareEnvironment } from "../core/definition/environment.ts";
import { messageOf, hasCode } from "../core/text/problem.ts";
import { quote } from "../core/text/text.ts";
import { GUARD_FD, guardedArgv, keepGuard, type Guard } from "./guard.ts";
import { closeWriter, openPipe, type Pipe } from "./pipe.ts";
import { identify, type ProcessId } from "./processes.ts";

/** The end of a command. A program that is not found is exit code 127, with the shell's message on standard error. */
export type Exit =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: NodeJS.Signals }
  | { readonly kind: "not-started"; readonly why: string }
  /** Its guard was ended, none could take its place, and the command was ended therefore. */
  | { readonly kind: "unguarded" };

export interface GroupOptions {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment of the command. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly stdin: "closed" | "pipe";
  readonly onStdout: (chunk: Buffer) => void;
  readonly onStderr: (chunk: Buffer) => void;
  /** Called after each piece. A promise pauses the output, and so the command, until it settles. */
  readonly ready?: () => Promise<void> | undefined;
  /** Called when the guard was ended by somebody; the command is being ended where no other guard could take its place. */
  readonly onGuardEnded?: (isReplaced: boolean) => void;
  /** Called when the command itself has ended. What it left in its group lives on until the promise settles. */
  readonly beforeEnd?: (exit: Exit) => Promise<void>;
}

/** A running command and every process in its process group. */
export interface Group {
  /** The command itself, the leader of the group; `undefined` where it was not started. */
  readonly process: ProcessId | undefined;
  /**
   * Resolves (and never rejects) when the command has ended, its output has been handed over, and every process that it
   * left in its group is dead.
   */
  readonly exit: Promise<Exit>;
  /** Signals the whole group; does nothing once the group is gone. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** SIGKILL for the whole group. */
  readonly kill: () => void;
  /** Writes to the command's standard input. The text is lost where nobody reads it. */
  readonly write: (text: string) => void;
  /** Ends the command's standard input. */
  readonly endInput: () => void;
  /**
   * Detaches from the group, so that this process can end. The guard ends the group after this many seconds, rounded up.
   * Later output of the command is discarded, but its writes do not fail. `exit` may never resolve.
   */
  readonly leave: (seconds: number) => Promise<void>;
}

/** Starts a command as a process group that does not outlive this process. Never throws: `exit` tells. */
export function startGroup(options: GroupOptions): Group {
  const pipes = [openPipe(), openPipe()] as const;
  try {
    statSync(options.cwd);
    const child = spawnGuarded(options, pipes);
    const { pid } = child;
    if (pid !== undefined)
      return heldOrKilled(pid, () => running(connect(child, pid, pipes), options));
    return stillborn(pipes, once(child, "error"), options.cwd);
  } catch (error) {
    return stillborn(pipes, Promise.resolve([error]), options.cwd);
  } finally {
    pipes.forEach(closeWriter);
  }
}

/** A command that cannot be supervised must not run on. */
function heldOrKilled(pid: number, hold: () => Group): Group {
  try {
    return hold();
  } catch (error) {
    signalGroup(pid, "SIGKILL");
    throw error;
  }
}

type Pipes = readonly [Pipe, Pipe];

function spawnGuarded({ argv, cwd, env, stdin }: GroupOptions, [out, err]: Pipes): ChildProcess {
  const [file, ...args] = guardedArgv(argv, env);
  return spawn(file, args, {
    cwd,
    env,
    detached: true,
    stdio: [stdin === "pipe" ? "pipe" : "ignore", out.writer, err.writer, "pipe"],
  });
}

interface Connected {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly outputs: readonly [Readable, Readable];
  /** Our end of the guard's pipe. */
  readonly lifeline: Socket;
}

function connect(child: ChildProcess, pid: number, [out, err]: Pipes): Connected {
  const stdout = out.reader ?? child.stdout;
  const stderr = err.reader ?? child.stderr;
  const lifeline = child.stdio[GUARD_FD];
  if (!stdout || !stderr || !(lifeline instanceof Socket)) throw new Error("spawn made no pipes");
  for (const stream of [child.stdin, stdout, stderr]) stream?.on("error", ignore);
  return { child, pid, outputs: [stdout, stderr], lifeline };
}

function running(connected: Connected, options: GroupOptions): Group {
  const { child, pid, outputs } = connected;
  outputs[0].on("data", options.onStdout);
  outputs[1].on("data", options.onStderr);
  const valves = outputs.map((output) => valveOf(output, options.ready));
  let gone = false;
  const signal = (name: NodeJS.Signals): void => {
    if (!gone) signalGroup(pid, name);
  };
  const guarded = guardGroup(connected, signal, options);
  return {
    process: identify(pid),
    exit: leaderExit(child).then(async (ended) => {
      const exit = guarded.exitOf(ended);
      await options.beforeEnd?.(exit).catch(ignore);
      for (const { open } of valves) open();
      await within(LAST_WORDS_MS, closed(outputs));
      guarded.guard.end();
      signal("SIGKILL");
      gone = true;
      await within(ORPHANS_MS, closed(outputs));
      for (const stream of outputs) stream.destroy();
      // What the command had left running may have been ended for lack of a guard: that is no good end either.
      return guarded.exitOf(exit);
    }),
    signal,
    kill: () => signal("SIGKILL"),
    write: (text) => void child.stdin?.write(text),
    endInput: () => void child.stdin?.end(),
    leave: (seconds) => leave(connected, guarded.guard, seconds),
  };
}

/** Time for a command without a guard to save its state. */
const UNGUARDED_GRACE_MS = 5000;

/** No command goes on without a guard: where none can take the place of one, it is ended. */
function guardGroup(
  { pid, lifeline }: Connected,
  signal: (name: NodeJS.Signals) => void,
  { onGuardEnded }: GroupOptions,
): { readonly guard: Guard; readonly exitOf: (ended: Exit) => Exit } {
  let kill: NodeJS.Timeout | undefined;
  const guard = keepGuard(pid, lifeline, (isReplaced) => {
    onGuardEnded?.(isReplaced);
    if (isReplaced) return;
    signal("SIGTERM");
    kill = setTimeout(() => signal("SIGKILL"), UNGUARDED_GRACE_MS);
  });
  return {
    guard,
    exitOf: (ended) => {
      if (kill === undefined) return ended;
      clearTimeout(kill);
      return { kind: "unguarded" };
    },
  };
}

/** Pauses an output while its last piece is not taken. After the end of the command, the rest is read without a pause. */
function valveOf(output: Readable, ready: GroupOptions["ready"]): { readonly open: () => void } {
  let isOpen = ready === undefined;
  const flow = (): void => void output.resume();
  output.on("data", () => {
    const wait = isOpen ? undefined : ready?.();
    if (wait === undefined) return;
    output.pause();
    void wait.then(flow, flow);
  });
  return {
    open: () => {
      isOpen = true;
      flow();
    },
  };
}

/** Time for output that comes after the end of the command, from a `tee` for instance. */
const LAST_WORDS_MS = 250;
/** Time for the output to close once the group is dead: only a process that left the group can hold it open. */
const ORPHANS_MS = 1000;

async function leaderExit(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      resolve(signal === null ? { kind: "exit", code: code ?? 0 } : { kind: "signal", signal });
    });
  });
}

/**
 * The number cannot belong to another group: the guard is a member until the last SIGKILL, and the kernel does not reuse
 * the number of a group that has a member. macOS gives EPERM for a group of zombies, and Linux for a group that has become
 * another user's.
 */
function signalGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!hasCode(error, "ESRCH", "EPERM")) throw error;
  }
}

async function closed(streams: readonly Readable[]): Promise<void> {
  const open = streams.filter((stream) => !stream.closed);
  await Promise.all(open.map((stream) => new Promise((resolve) => stream.once("close", resolve))));
}

/** After a blocked event loop the timer fires first: output that is ready is read before the time counts as over. */
async function within(milliseconds: number, event: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => setImmediate(resolve), milliseconds);
  });
  await Promise.race([event, limit]);
  clearTimeout(timer);
}

async function leave({ child, outputs }: Connected, guard: Guard, seconds: number): Promise<void> {
  for (const output of outputs) {
    throwAway(output);
    output.destroy();
  }
  await guard.leave(seconds);
  child.unref();
}

/** Without a reader, the next write would kill the command with SIGPIPE while it saves its state. */
function throwAway(output: Readable): void {
  // It lives on when this process has gone, and so would the tokens in its environment.
  const env = bareEnvironment(process.env);
  spawn("cat", { stdio: [output, "ignore", "ignore"], detached: true, env })
    .once("error", ignore)
    .unref();
}

function stillborn(pipes: Pipes, refusal: Promise<readonly unknown[]>, cwd: string): Group {
  for (const { reader } of pipes) reader?.destroy();
  return {
    process: undefined,
    exit: refusal.then(([error]) => ({ kind: "not-started", why: explain(error, cwd) })),
    signal: ignore,
    kill: ignore,
    write: ignore,
    endInput: ignore,
    leave: () => Promise.resolve(),
  };
}

function explain(error: unknown, cwd: string): string {
  if (hasCode(error, "ENOENT", "EACCES", "ENOEXEC") && isOfSpawn(error))
    return `${NO_SHELL} (${messageOf(error)}).`;
  if (hasCode(error, "ENOENT", "ENOTDIR", "EACCES")) {
    return `The command cannot start in ${quote(cwd)}: expected a folder that exists and may be entered (${messageOf(error)}).`;
  }
  return `The command could not be started: ${messageOf(error)}.`;
}

/** What is said where commands cannot be started: their guard is a script of this shell. */
export const NO_SHELL =
  "Commands are started by /bin/sh, which is not there or cannot be executed here: put a POSIX shell (dash, bash, busybox) in its place";

/** The folder was looked at before: it is the program that is missing. */
function isOfSpawn(error: unknown): boolean {
  return error instanceof Error && String(Reflect.get(error, "syscall")).startsWith("spawn");
}

function ignore(): void {}
