import { hold, type Ended } from "./reins.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "../core/problem.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Verdict } from "../survey/survey.ts";
import { baseEnvironment, launch, shardLine } from "./command.ts";
import { commitInBackground, conclude, troubleOf, type InHand, type Trouble } from "./conclude.ts";
import { openShardLog, type ShardLog } from "./log.ts";
import { giveUp, limitOf, testify } from "./per-shard.ts";
import type { Session, Slot } from "./session.ts";
import { startShard } from "./start.ts";
import { keepWorkSaved, type WorkSaver } from "./work-saver.ts";

type Previous = ReadonlyMap<string, StartRecord | undefined>;

/** `run-per: job`: one program for all shards, started again with what remains as often as `retries` says. */
export async function runJob(
  session: Session,
  slot: Slot,
  verdicts: readonly Verdict[],
): Promise<void> {
  const tries = session.definition.retries + 1;
  let remaining = verdicts;
  let previous: Previous = new Map(verdicts.map((v) => [v.task.shard.id, v.observed.startRecord]));
  for (let attempts = 1; attempts <= tries && remaining.length > 0; attempts += 1) {
    const given = { slot, verdicts: remaining, previous, attempts, isLast: attempts === tries };
    const failed = await runOnce(session, given);
    if (session.stop.cause() !== undefined) return;
    remaining = remaining.filter((verdict) => failed.has(verdict.task.shard.id));
    previous = failed;
  }
}

interface Given {
  readonly slot: Slot;
  readonly verdicts: readonly Verdict[];
  readonly previous: Previous;
  readonly attempts: number;
  readonly isLast: boolean;
}

interface JobShard extends InHand {
  readonly work: WorkSaver;
}

/** Start records of the shards that failed and may be tried again. */
type Failed = Map<string, StartRecord>;

async function runOnce(session: Session, given: Given): Promise<Failed> {
  const log = openJobLog(session, given.attempts);
  const pending = await startAll(session, given, log);
  const works = [...pending.values()].map(({ work }) => work);
  try {
    return await runStarted(session, given, { log, pending });
  } finally {
    for (const work of works) work.end();
    await log.close();
  }
}

async function runStarted(
  session: Session,
  given: Given,
  { log, pending }: { readonly log: ShardLog; readonly pending: Map<string, JobShard> },
): Promise<Failed> {
  const failed: Failed = new Map();
  if (pending.size === 0) return failed;
  const env = {
    ...baseEnvironment(session, given.slot),
    SHARDS_FILE: writeShards(session, [...pending.values()]),
    SHARD_COUNT: String(session.shardCount),
  };
  const settle = async (hand: JobShard, trouble?: Trouble): Promise<void> => {
    try {
      const record = await settleShard(session, hand, { trouble, log, isLast: given.isLast });
      if (record !== undefined) failed.set(hand.verdict.task.shard.id, record);
    } catch (error) {
      conclude(session, hand, "failed", { why: describe(error) });
    }
  };
  const group = launch({ program: session.command, env, log, slot: given.slot }, "closed");
  const reins = hold(session, group, session.definition.shardTimeoutMs);
  let settling = Promise.resolve();
  const forgetAll = [...pending].map(([id, hand]) =>
    session.watch.whenThere(hand.verdict.task.places.marker, () => {
      reins.renew();
      pending.delete(id);
      // One after the other: a check may want the GPU that the program is using.
      settling = settling.then(() => settle(hand));
    }),
  );
  const first = await Promise.race([group.exit, reins.left]);
  const ended = reins.cause() ?? first;
  reins.release();
  for (const forget of forgetAll) forget();
  await settling;
  await settleRest(session, { pending, ended, settle });
  return failed;
}

function openJobLog(session: Session, attempts: number): ShardLog {
  const name = `job-${session.runTag}.${attempts}.log`;
  return openShardLog(join(session.workspace, ".donemark", "logs", name), "job", session.logRules);
}

/** A shard that cannot be started fails alone. */
async function startAll(
  session: Session,
  given: Given,
  log: ShardLog,
): Promise<Map<string, JobShard>> {
  const pending = new Map<string, JobShard>();
  const { attempts, slot } = given;
  for (const verdict of given.verdicts) {
    const { task } = verdict;
    const { id } = task.shard;
    try {
      const started = await startShard(session, verdict, given.previous.get(id));
      const work = keepWorkSaved(session, task);
      pending.set(id, { verdict, started, attempts, slot, logPath: log.path, work });
    } catch (error) {
      conclude(session, { verdict, attempts }, "failed", { why: describe(error) });
    }
  }
  return pending;
}

function writeShards(session: Session, hands: readonly JobShard[]): string {
  const path = join(session.scratch, "shards.jsonl");
  const lines = hands.map(({ started }) => JSON.stringify(shardLine(session, started)));
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}

interface Settling {
  readonly trouble: Trouble | undefined;
  readonly log: ShardLog;
  readonly isLast: boolean;
}

/** Commits a shard whose program did its part, or records its failure. */
async function settleShard(
  session: Session,
  hand: JobShard,
  { trouble, log, isLast }: Settling,
): Promise<StartRecord | undefined> {
  session.reporter.debug(`exit ${hand.verdict.task.shard.id}`);
  const { work } = hand;
  work.end();
  if (trouble !== undefined) return giveUp(session, hand, { trouble, log, work, isLast });
  const end = await testify(session, hand, log);
  if (end.kind === "bad") return giveUp(session, hand, { trouble: end, log, work, isLast });
  void commitInBackground(session, hand, end.said);
  return undefined;
}

interface Rest {
  readonly pending: ReadonlyMap<string, JobShard>;
  readonly ended: Ended;
  readonly settle: (hand: JobShard, trouble?: Trouble) => Promise<void>;
}

/** After exit code 0 every sound checkpoint counts; after any other end only what has its own marker. */
async function settleRest(session: Session, { pending, ended, settle }: Rest): Promise<void> {
  const trouble = troubleOf(ended, limitOf(session));
  for (const hand of pending.values()) {
    const isMarked = session.hand.disk.exists(hand.verdict.task.places.marker);
    await settle(hand, isMarked ? undefined : trouble);
  }
}
