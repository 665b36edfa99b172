import type { Group } from "../../machine/group.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import type { RunParts, Slot } from "../parts.ts";
import type { Attempt, Execution } from "./execution.ts";
import { careFor, type CareForCommand } from "./care.ts";
import { foldersOf, mayLaunch, openAttemptLog, shardEnvironment, shardLine } from "./command.ts";
import { isThrough, whenThrough } from "./reported.ts";
import { supervise, type Ended } from "./supervise.ts";
import { troubleOf, type Trouble } from "./trouble.ts";
import { startWorker, type Worker } from "./worker.ts";

/** A worker that keeps its model loaded and gets one shard after the other. */
export interface SlotExecution extends Execution {
  /** Ends the worker's input and waits until it is gone. */
  readonly close: () => Promise<void>;
}

/** `run-per: slot`: the worker of one slot, started with its first shard and again whenever it died. */
export function perSlot(run: RunParts, slot: Slot): SlotExecution {
  const worker = slotWorker(run, slot);
  const { commands } = run;
  return {
    openLog: (started) => openAttemptLog(commands, started),
    closeLog: (log) => log.close(),
    execute: async (attempts, settle) => {
      for (const attempt of attempts) {
        const ended = await executeOn(run, worker, attempt);
        await settle(attempt, troubleWith(run, attempt, ended));
      }
    },
    endRound: () => Promise.resolve(),
    close: worker.close,
  };
}

/** The worker of a slot, whichever process it is now. */
interface SlotWorker {
  /** The worker that runs, or a fresh one; `undefined` where none can be started. */
  readonly current: () => Promise<
    { readonly worker: Worker; readonly isFresh: boolean } | undefined
  >;
  /** The worker is left to the post step. */
  readonly leave: () => void;
  readonly close: () => Promise<void>;
}

function slotWorker(run: RunParts, slot: Slot): SlotWorker {
  let live: Worker | undefined;
  return {
    current: async () => {
      if (live?.isRunning() === false) await live.group.exit;
      if (live !== undefined) return { worker: live, isFresh: false };
      if (!(await mayLaunch(run.commands, run.state.stop))) return undefined;
      const worker = startWorker(run, slot);
      void worker.group.exit.then(() => {
        if (live === worker) live = undefined;
      });
      live = worker;
      return { worker, isFresh: true };
    },
    leave: () => {
      live = undefined;
    },
    close: async () => live?.close(),
  };
}

type ShardEnd = Ended | "through";

/** A worker that had other shards before and ends with exit code 0 has retired: its successor gets this shard. */
async function executeOn(
  run: RunParts,
  slotWorkers: SlotWorker,
  { started, log, slot }: Attempt,
): Promise<ShardEnd> {
  for (;;) {
    const current = await slotWorkers.current();
    if (current === undefined) return { kind: "stopped" };
    const { worker, isFresh } = current;
    const { paths } = started.task;
    const env = (): Record<string, string> => shardEnvironment(run.commands, slot, started);
    const care = careFor(run, { slot, log, env, paths: () => [paths] });
    worker.attach(care.log);
    worker.group.write(`${JSON.stringify(shardLine(foldersOf(run.commands), started))}\n`);
    const ended = await untilThrough(run, worker.group, { paths, care });
    if (ended === "through" || ended.kind !== "left") await care.settled();
    if (ended !== "through" && ended.kind === "left") slotWorkers.leave();
    await worker.detach();
    const isRetired = ended !== "through" && ended.kind === "exit" && ended.code === 0;
    if (isFresh || !isRetired || isThrough(paths)) return ended;
    if (run.state.stop.cause() !== undefined) return { kind: "stopped" };
  }
}

/** The shard's marker or report counts, however the worker ended after it. */
function troubleWith(
  { commands }: RunParts,
  { verdict, log }: Attempt,
  ended: ShardEnd,
): Trouble | undefined {
  if (ended === "through" || isThrough(verdict.task.paths)) return undefined;
  const why = "the worker ended before it made the shard's .done";
  return (
    troubleOf(ended, { limits: commands.limits, logTail: log.tail() }) ?? {
      reason: "exit-code",
      why,
      exitCode: 0,
    }
  );
}

/** Waits for the marker or a report, the worker's end, the time limit or the stop of the run. */
async function untilThrough(
  { commands, state }: RunParts,
  group: Group,
  { paths, care }: { readonly paths: ShardPaths; readonly care: CareForCommand },
): Promise<ShardEnd> {
  const { limits } = commands;
  const timeoutMs = limits.shardTimeoutMs;
  const supervision = supervise(group, {
    ...{ stop: state.stop, limits, timeoutMs, care },
    isThrough: () => isThrough(paths),
  });
  let forget: () => void = () => undefined;
  const through = new Promise<"through">((resolve) => {
    forget = whenThrough(state.watch, paths, () => resolve("through"));
  });
  try {
    const first = await Promise.race([through, group.exit, supervision.left]);
    const cause = supervision.cause();
    if (cause === undefined) return first;
    // The group is being ended on purpose: it must be gone before its shard is judged.
    await Promise.race([group.exit, supervision.left]);
    return supervision.cause() ?? cause;
  } finally {
    forget();
    supervision.release();
  }
}
