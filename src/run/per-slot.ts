import { hold, type Ended } from "./reins.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Verdict } from "../survey/survey.ts";
import { openLog, shardLine } from "./command.ts";
import { commitInBackground, troubleOf, type InHand } from "./conclude.ts";
import type { Group } from "./group.ts";
import type { ShardLog } from "./log.ts";
import { giveUp, limitOf, testify, type Examined } from "./per-shard.ts";
import type { Session, Slot } from "./session.ts";
import { startShard, type Started } from "./start.ts";
import type { Ready } from "./supply.ts";
import { keepWorkSaved } from "./work-saver.ts";
import { startWorker, type Worker } from "./worker.ts";

/** A worker that keeps its model loaded and is handed one shard after the other. */
export interface SlotWorker {
  readonly runShard: (ready: Ready) => Promise<void>;
  /** Ends its input and waits until it is gone. */
  readonly close: () => Promise<void>;
}

/** `run-per: slot`: the worker of one slot, started with its first shard and again whenever it died. */
export function slotWorker(session: Session, slot: Slot): SlotWorker {
  let live: Worker | undefined;
  const hands: Hands = {
    worker: async () => {
      if (live?.isRunning() === false) await live.group.exit;
      if (live !== undefined) return { worker: live, isFresh: false };
      const worker = startWorker(session, slot);
      const forget = (): void => {
        if (live === worker) live = undefined;
      };
      void worker.group.exit.then(forget);
      live = worker;
      return { worker, isFresh: true };
    },
    leave: () => {
      live = undefined;
    },
  };
  const tries = session.definition.retries + 1;
  return {
    runShard: async ({ verdict, started }) => {
      let current = started;
      for (let attempts = 1; ; attempts += 1) {
        const given = { verdict, started: current, attempts, isLast: attempts === tries };
        const failed = await handOut(session, slot, { given, hands });
        if (failed === undefined || session.stop.cause() !== undefined) return;
        current = await startShard(session, verdict, failed);
      }
    },
    close: async () => live?.close(),
  };
}

/** The slot's worker, whichever it is now. */
interface Hands {
  /** The worker that runs, or a fresh one. */
  readonly worker: () => Promise<{ readonly worker: Worker; readonly isFresh: boolean }>;
  /** The worker is left to the post step. */
  readonly leave: () => void;
}

interface Given {
  readonly verdict: Verdict;
  readonly started: Started;
  readonly attempts: number;
  readonly isLast: boolean;
}

/** Hands one shard to the worker. Gives the start record of a failed try. */
async function handOut(
  session: Session,
  slot: Slot,
  { given, hands }: { readonly given: Given; readonly hands: Hands },
): Promise<StartRecord | undefined> {
  const { verdict, started, attempts } = given;
  const { id } = verdict.task.shard;
  const log = openLog(session, started);
  const hand: InHand = { verdict, started, attempts, slot, logPath: log.path };
  session.reporter.debug(`command ${id}`);
  const work = keepWorkSaved(session, verdict.task);
  const ended = await handTo(session, hands, { hand, log });
  work.end();
  session.reporter.debug(`exit ${id}`);
  const end = await judge(session, hand, { ended, log });
  await log.close();
  if (end.kind === "bad")
    return giveUp(session, hand, { trouble: end, log, work, isLast: given.isLast });
  void commitInBackground(session, hand, end.said);
  return undefined;
}

interface Handed {
  readonly hand: InHand;
  readonly log: ShardLog;
}

/** A worker that had other shards before and ends with exit code 0 has retired: this one is its successor's. */
async function handTo(session: Session, hands: Hands, handed: Handed): Promise<Ended | "marked"> {
  const { verdict, started } = handed.hand;
  const { marker } = verdict.task.places;
  for (;;) {
    const { worker, isFresh } = await hands.worker();
    worker.attach(handed.log);
    worker.group.write(`${JSON.stringify(shardLine(session, started))}\n`);
    const ended = await untilMarked(session, worker.group, marker);
    if (ended !== "marked" && ended.kind === "left") hands.leave();
    await worker.detach();
    const isRetired = ended !== "marked" && ended.kind === "exit" && ended.code === 0;
    if (isFresh || !isRetired || session.hand.disk.exists(marker)) return ended;
    if (session.stop.cause() !== undefined) return { kind: "stopped" };
  }
}

/** The shard's marker is what counts, however the worker fared after it. */
async function judge(
  session: Session,
  hand: InHand,
  { ended, log }: { readonly ended: Ended | "marked"; readonly log: ShardLog },
): Promise<Examined> {
  const isMarked = session.hand.disk.exists(hand.verdict.task.places.marker);
  if (ended === "marked" || isMarked) return testify(session, hand, log);
  const trouble = troubleOf(ended, limitOf(session));
  if (trouble !== undefined) return { kind: "bad", ...trouble };
  const why = "the worker ended before it made the shard's .done";
  return { kind: "bad", reason: "exit-code", why, exitCode: 0 };
}

/** Waits for the marker, the worker's end, the time limit or the stop of the run. */
async function untilMarked(
  session: Session,
  group: Group,
  marker: string,
): Promise<Ended | "marked"> {
  const reins = hold(session, group, session.definition.shardTimeoutMs);
  let forget: () => void = () => undefined;
  const marked = new Promise<"marked">((resolve) => {
    forget = session.watch.whenThere(marker, () => resolve("marked"));
  });
  try {
    const first = await Promise.race([marked, group.exit, reins.left]);
    const cause = reins.cause();
    if (cause === undefined) return first;
    // The group is being ended on purpose: it must be gone before its shard is judged.
    await Promise.race([group.exit, reins.left]);
    return reins.cause() ?? cause;
  } finally {
    forget();
    reins.release();
  }
}
