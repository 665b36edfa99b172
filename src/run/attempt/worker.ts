import { setImmediate as nextTurn } from "node:timers/promises";
import type { Group } from "../../machine/group.ts";
import type { ShardLog } from "../../machine/log.ts";
import { isAlive } from "../../machine/processes.ts";
import type { RunParts, Slot } from "../parts.ts";
import { launch, openLog, slotEnvironment, type OutputLog } from "./command.ts";
import { supervise } from "./supervise.ts";

/** A long-lived program of one slot. */
export interface Worker {
  readonly group: Group;
  readonly isRunning: () => boolean;
  /** Sends its output to the log of this shard from now on. */
  readonly attach: (log: OutputLog) => void;
  /** Reads the output so far; later output goes to the worker's own log. */
  readonly detach: () => Promise<void>;
  /** Ends its input and waits until it is gone, at most `stop-grace`. */
  readonly close: () => Promise<void>;
}

export function startWorker(run: RunParts, slot: Slot): Worker {
  const { commands, state } = run;
  let pieces = 0;
  let log: OutputLog | undefined;
  let own: ShardLog | undefined;
  const take: ShardLog["take"] = (stream, chunk) => {
    pieces += 1;
    const target = log ?? (own ??= openOwnLog(run, slot, group));
    target.take(stream, chunk);
  };
  const ready: ShardLog["ready"] = () => (log ?? own)?.ready();
  const env = slotEnvironment(commands, slot);
  const group = launch(
    commands,
    { program: commands.command, env, log: { take, ready }, slot },
    "pipe",
  );
  const gone = group.exit.then(() => own?.close());
  return {
    group,
    isRunning: () => group.process !== undefined && isAlive(group.process),
    attach: (given) => {
      log = given;
    },
    detach: async () => {
      await quiet(() => pieces);
      log = undefined;
    },
    close: async () => {
      group.endInput();
      const { limits } = commands;
      const timeoutMs = limits.stopGraceMs;
      const supervision = supervise(group, { stop: state.stop, limits, timeoutMs });
      await Promise.race([gone, supervision.left]);
      supervision.release();
    },
  };
}

/** The log of a worker's output while it has no shard: as it starts, and as it ends. */
function openOwnLog({ writing, commands }: RunParts, slot: Slot, { process }: Group): ShardLog {
  const name = `worker-${writing.identity.runTag}.${process?.pid ?? 0}.log`;
  return openLog(commands, { name, label: slot.name });
}

const MOST_ROUNDS = 4;

/** Output from before the marker may still be in the pipe when the marker is seen: a turn of the event loop reads it. */
async function quiet(pieces: () => number): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = pieces();
    await nextTurn();
    await nextTurn();
    if (pieces() === before) return;
  }
}
