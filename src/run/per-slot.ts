import { hold, type Ended } from "./reins.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Verdict } from "../survey/survey.ts";
import { baseEnvironment, launch, openLog, shardLine } from "./command.ts";
import { commitInBackground, troubleOf, type InHand } from "./conclude.ts";
import type { Group } from "./group.ts";
import type { ShardLog } from "./log.ts";
import { giveUp, limitOf, testify, type Examined } from "./per-shard.ts";
import type { Session, Slot } from "./session.ts";
import { startShard } from "./start.ts";
import { keepWorkSaved } from "./work-saver.ts";

/** A worker that keeps its model loaded and is handed one shard after the other. */
export interface SlotWorker {
  readonly runShard: (verdict: Verdict) => Promise<void>;
  /** Ends its input and waits until it is gone. */
  readonly close: () => Promise<void>;
}

interface Live {
  readonly group: Group;
  /** Where the worker's output goes: the log of the shard in hand. */
  log: ShardLog | undefined;
}

/** `run-per: slot`: the worker of one slot, started with its first shard and again whenever it died. */
export function slotWorker(session: Session, slot: Slot): SlotWorker {
  let live: Live | undefined;
  const alive = (log: ShardLog): Live => {
    if (live !== undefined) {
      live.log = log;
      return live;
    }
    const worker = startWorker(session, slot, log);
    void worker.group.exit.then(() => {
      if (live === worker) live = undefined;
    });
    live = worker;
    return worker;
  };
  const tries = session.definition.retries + 1;
  return {
    runShard: async (verdict) => {
      let previous = verdict.observed.startRecord;
      for (let attempts = 1; attempts <= tries; attempts += 1) {
        const given = { verdict, previous, attempts, isLast: attempts === tries };
        const failed = await handOut(session, slot, { given, alive });
        if (failed === undefined || session.stop.cause() !== undefined) return;
        previous = failed;
      }
    },
    close: async () => {
      if (live === undefined) return;
      live.group.endInput();
      await endGently(session, live.group);
    },
  };
}

function startWorker(session: Session, slot: Slot, log: ShardLog): Live {
  const worker: { group?: Group; log: ShardLog | undefined } = { log };
  const sink = {
    take: (stream: "out" | "err", chunk: Buffer) => worker.log?.take(stream, chunk),
  };
  const env = { ...baseEnvironment(session, slot), SHARD_COUNT: String(session.shardCount) };
  const group = launch({ program: session.command, env, log: sink }, "pipe");
  return Object.assign(worker, { group });
}

interface Given {
  readonly verdict: Verdict;
  readonly previous: StartRecord | undefined;
  readonly attempts: number;
  readonly isLast: boolean;
}

/** Hands one shard to the worker. Gives the start record of a failed try. */
async function handOut(
  session: Session,
  slot: Slot,
  { given, alive }: { readonly given: Given; readonly alive: (log: ShardLog) => Live },
): Promise<StartRecord | undefined> {
  const { verdict, attempts } = given;
  const { id } = verdict.task.shard;
  session.reporter.debug(`start ${id}`);
  const started = await startShard(session, verdict, given.previous);
  const log = openLog(session, started);
  const hand: InHand = { verdict, started, attempts, slot, logPath: log.path };
  const worker = alive(log);
  session.reporter.debug(`command ${id}`);
  worker.group.write(`${JSON.stringify(shardLine(session, started))}\n`);
  const work = keepWorkSaved(session, verdict.task);
  const ended = await untilMarked(session, worker.group, verdict.task.places.marker);
  work.end();
  session.reporter.debug(`exit ${id}`);
  const end = await judge(session, hand, { ended, log });
  worker.log = undefined;
  await log.close();
  if (end.kind === "bad")
    return giveUp(session, hand, { trouble: end, log, work, isLast: given.isLast });
  void commitInBackground(session, hand, end.said);
  return undefined;
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

/** A worker whose input has ended may take `stop-grace` to put its things away. */
async function endGently(session: Session, group: Group): Promise<void> {
  const timer = setTimeout(() => group.kill(), session.definition.stopGraceMs);
  await group.exit;
  clearTimeout(timer);
}
