import { existsSync } from "node:fs";
import type { Group } from "../../machine/group.ts";
import type { RunParts, Slot } from "../parts.ts";
import type { Attempt, Execution } from "./execution.ts";
import { careFor, type CareForCommand } from "./care.ts";
import { foldersOf, mayLaunch, openAttemptLog, shardEnvironment, shardLine } from "./command.ts";
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

type ShardEnd = Ended | "marked";

/** A worker that had other shards before and ends with exit code 0 has retired: its successor gets this shard. */
async function executeOn(
  run: RunParts,
  slotWorkers: SlotWorker,
  { verdict, started, log, slot }: Attempt,
): Promise<ShardEnd> {
  const { marker } = verdict.task.paths;
  for (;;) {
    const current = await slotWorkers.current();
    if (current === undefined) return { kind: "stopped" };
    const { worker, isFresh } = current;
    const { paths } = started.task;
    const env = (): Record<string, string> => shardEnvironment(run.commands, slot, started);
    const care = careFor(run, { slot, log, env, paths: () => [paths] });
    worker.attach(care.log);
    worker.group.write(`${JSON.stringify(shardLine(foldersOf(run.commands), started))}\n`);
    const ended = await untilMarked(run, worker.group, { marker, care });
    if (ended === "marked" || ended.kind !== "left") await care.settled();
    if (ended !== "marked" && ended.kind === "left") slotWorkers.leave();
    await worker.detach();
    const isRetired = ended !== "marked" && ended.kind === "exit" && ended.code === 0;
    if (isFresh || !isRetired || run.writing.writer.disk.exists(marker)) return ended;
    if (run.state.stop.cause() !== undefined) return { kind: "stopped" };
  }
}

/** The shard's marker counts, however the worker ended after it. */
function troubleWith(
  { writing, commands }: RunParts,
  { verdict, log }: Attempt,
  ended: ShardEnd,
): Trouble | undefined {
  if (ended === "marked" || writing.writer.disk.exists(verdict.task.paths.marker)) return undefined;
  const why = "the worker ended before it made the shard's .done";
  return (
    troubleOf(ended, { limits: commands.limits, logTail: log.tail() }) ?? {
      reason: "exit-code",
      why,
      exitCode: 0,
    }
  );
}

/** Waits for the marker, the worker's end, the time limit or the stop of the run. */
async function untilMarked(
  { commands, state }: RunParts,
  group: Group,
  { marker, care }: { readonly marker: string; readonly care: CareForCommand },
): Promise<ShardEnd> {
  const { limits } = commands;
  const timeoutMs = limits.shardTimeoutMs;
  const isThrough = (): boolean => existsSync(marker);
  const supervision = supervise(group, { stop: state.stop, limits, timeoutMs, care, isThrough });
  let forget: () => void = () => undefined;
  const marked = new Promise<"marked">((resolve) => {
    forget = state.watch.whenThere(marker, () => resolve("marked"));
  });
  try {
    const first = await Promise.race([marked, group.exit, supervision.left]);
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
