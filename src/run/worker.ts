import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { baseEnvironment, launch } from "./command.ts";
import type { Group } from "./group.ts";
import { openShardLog, type ShardLog } from "./log.ts";
import { isAlive } from "./processes.ts";
import { hold } from "./reins.ts";
import type { Session, Slot } from "./session.ts";

/** A long-lived program of one slot. */
export interface Worker {
  readonly group: Group;
  readonly isRunning: () => boolean;
  /** From now on its output goes to the log of this shard. */
  readonly attach: (log: ShardLog) => void;
  /** Takes what was printed so far; what comes later goes to the worker's own log. */
  readonly detach: () => Promise<void>;
  /** Ends its input and waits until it is gone: it may take `stop-grace` to put its things away. */
  readonly close: () => Promise<void>;
}

export function startWorker(session: Session, slot: Slot): Worker {
  let pieces = 0;
  let log: ShardLog | undefined;
  let own: ShardLog | undefined;
  const take: ShardLog["take"] = (stream, chunk) => {
    pieces += 1;
    const target = log ?? (own ??= openOwnLog(session, slot, group));
    target.take(stream, chunk);
  };
  const ready: ShardLog["ready"] = () => (log ?? own)?.ready();
  const env = { ...baseEnvironment(session, slot), SHARD_COUNT: String(session.shardCount) };
  const group = launch({ program: session.command, env, log: { take, ready }, slot }, "pipe");
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
      const reins = hold(session, group, session.definition.stopGraceMs);
      await Promise.race([gone, reins.left]);
      reins.release();
    },
  };
}

/** For what a worker prints while it has no shard in hand: as it starts, and as it ends. */
function openOwnLog(session: Session, slot: Slot, { process }: Group): ShardLog {
  const name = `worker-${session.runTag}.${process?.pid ?? 0}.log`;
  const path = join(session.workspace, ".donemark", "logs", name);
  return openShardLog(path, slot.name, session.logRules);
}

const MOST_ROUNDS = 4;

/** What was printed before a marker was made lies in the pipe when the marker is seen: a turn of the loop reads it. */
async function quiet(pieces: () => number): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = pieces();
    await nextTurn();
    await nextTurn();
    if (pieces() === before) return;
  }
}
