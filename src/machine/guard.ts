import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";

import { bareEnvironment } from "../core/definition/environment.ts";
/*
 * A command runs in a process group of its own, so that no signal to Donemark reaches it. Without a guard, it would go on
 * with the GPU after Donemark is killed. The guard is a member of the group. It blocks in a read on a pipe whose only other
 * end is Donemark's; the kernel closes that end when Donemark dies, however it dies.
 *
 * The guard is POSIX sh (dash, bash, busybox; macOS has no setsid(1) and no /proc). It starts in 2 ms, node in 40 ms.
 */

/**
 * `sh -c LAUNCH donemark GUARD <argv…>` with the guard's pipe on file descriptor 3 becomes the command itself,
 * so the process that was started is the command, and the leader of the group.
 *
 * The guard starts before the command. It is not a child of the command: a command that waits for any child must not find
 * one that it did not start. No variable is set, since the command would see it.
 */
const LAUNCH = `
( trap "" HUP INT QUIT TERM USR1 USR2
  /bin/sh -c "$1" donemark-guard "$$" </dev/null >/dev/null 2>&1 & ) ||
  { echo "donemark: no guard can be started: no command runs without one" >&2; exit 126; }
shift
exec "$@" 3<&-
`;

/**
 * `$1` is the leader of the group. A line with a number of seconds says that Donemark leaves in good order and the command
 * has that long to end. The end of the pipe without a line says that Donemark is gone.
 *
 * A leader that no parent waits for looks alive for ever, so each wait is bounded. While the guard lives, the kernel does not
 * reuse the group's number. The last kill ends the guard as well.
 */
const GUARD = `
cd /
PATH=$PATH:/usr/bin:/bin
read -r seconds <&3
case $seconds in "" | *[!0-9]*) seconds=0 ;; esac
wait_for_leader() {
  ticks=$(($2 * 5))
  while [ "$ticks" -gt 0 ] && kill -0 "$1"; do
    if sleep 0.2; then ticks=$((ticks - 1)); else sleep 1; ticks=$((ticks - 5)); fi
  done
}
wait_for_leader "$1" "$seconds"
kill -TERM "-$1"
wait_for_leader "$1" 2
kill -KILL "-$1"
`;

/** Outside the group that it watches over, in a session of its own. */
const LATER_GUARD = `trap "" HUP INT QUIT TERM USR1 USR2
${GUARD}`;

/** A group's guard, and those that took its place. */
export interface Guard {
  /** The group has so many seconds from now on; the guard ends it then. Nothing takes its place any more. */
  readonly leave: (seconds: number) => Promise<void>;
  /** To be called right before the last SIGKILL for the group. */
  readonly end: () => void;
}

/** One that ends so often is killed by somebody on purpose, or cannot live here. */
const MOST_RENEWALS = 5;

/**
 * Watches over the guard at the other end of `first`: its end closes the pipe, which costs nothing to notice. Another one
 * takes its place then. It is not of the group, so it does not keep the group's number from being used again; but it acts
 * only when this process is gone. `onEnded` hears of each end, and whether there is another guard.
 */
export function keepGuard(
  leader: number,
  first: Socket,
  onEnded: (isReplaced: boolean) => void,
): Guard {
  let lifeline = first;
  let later: ChildProcess | undefined;
  let renewals = 0;
  let isOver = false;
  const replace = (): void => {
    if (isOver) return;
    renewals += 1;
    later = renewals > MOST_RENEWALS ? undefined : startGuard(leader);
    const pipe = later?.stdio[GUARD_FD];
    const isReplaced = pipe instanceof Socket;
    if (isReplaced) watch(pipe);
    onEnded(isReplaced);
  };
  const watch = (pipe: Socket): void => {
    lifeline = pipe;
    pipe.on("error", ignore).once("close", replace).resume().unref();
  };
  watch(first);
  return {
    leave: async (seconds) => {
      isOver = true;
      await new Promise((done) => lifeline.write(`${Math.ceil(seconds)}\n`, done));
    },
    end: () => {
      isOver = true;
      later?.kill("SIGKILL");
      lifeline.destroy();
    },
  };
}

/** Its environment has nothing by which the processes of a run are found. */
function startGuard(leader: number): ChildProcess | undefined {
  try {
    const child = spawn("/bin/sh", ["-c", LATER_GUARD, "donemark-guard", String(leader)], {
      cwd: "/",
      env: bareEnvironment(process.env),
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    // One that cannot start closes its pipe, which tells.
    child.on("error", ignore).unref();
    return child;
  } catch {
    return undefined;
  }
}

function ignore(): void {}

/** The file descriptor of the started process that must be the guard's pipe. */
export const GUARD_FD = 3;

/** The argument list that starts `argv` with its guard. */
export function guardedArgv(
  argv: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): readonly [string, ...string[]] {
  return ["/bin/sh", "-c", LAUNCH, "donemark", GUARD, ...throughShell(env), ...argv];
}

/**
 * dash passes on only variables whose names a shell can spell; the functions that bash exports
 * (`BASH_FUNC_module%%`, on most clusters) are not among them. env(1) puts them back.
 */
function throughShell(env: Readonly<NodeJS.ProcessEnv>): readonly string[] {
  const lost = Object.entries(env)
    .filter(([name, value]) => value !== undefined && !/^[A-Za-z_]\w*$/.test(name))
    .map(([name, value]) => `${name}=${value}`);
  return lost.length === 0 ? [] : ["env", ...lost];
}

/** Are these the arguments of the guard of the group of this number, also before it has become itself? */
export function isGuard(argv: readonly string[], group: number): boolean {
  const [, , script, name, leader] = argv;
  if (name === "donemark-guard") return leader === String(group);
  return name === "donemark" && script === LAUNCH;
}
