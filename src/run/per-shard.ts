import { type Ended } from "./reins.ts";
import { formatDuration } from "../core/duration.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Verdict } from "../survey/survey.ts";
import { openLog, runCommand, shardEnvironment } from "./command.ts";
import {
  commitInBackground,
  conclude,
  recordTrouble,
  troubleOf,
  type InHand,
  type Trouble,
} from "./conclude.ts";
import { recordFailed, type RecordPlace } from "./failed-record.ts";
import type { ShardLog } from "./log.ts";
import type { Session, Slot } from "./session.ts";
import { startShard, type Started } from "./start.ts";
import type { Ready } from "./supply.ts";
import { askWitnesses, type Said } from "./witness.ts";
import { keepWorkSaved, type WorkSaver } from "./work-saver.ts";

/** `run-per: shard`: one command for one shard, tried again as often as `retries` says. */
export async function runShard(
  session: Session,
  slot: Slot,
  { verdict, started }: Ready,
): Promise<void> {
  const tries = session.definition.retries + 1;
  let current = started;
  for (let attempts = 1; ; attempts += 1) {
    const attempt = { slot, verdict, started: current, attempts, isLast: attempts === tries };
    const failed = await tryOnce(session, attempt);
    if (failed === undefined || session.stop.cause() !== undefined) return;
    current = await startShard(session, verdict, failed);
  }
}

interface Try {
  readonly slot: Slot;
  readonly verdict: Verdict;
  readonly started: Started;
  readonly attempts: number;
  readonly isLast: boolean;
}

/** The start record of a failed try, for the next one; `undefined` where there is nothing more to do. */
async function tryOnce(session: Session, attempt: Try): Promise<StartRecord | undefined> {
  const { verdict, slot, started, attempts } = attempt;
  const { id } = verdict.task.shard;
  const log = openLog(session, started);
  const hand: InHand = { verdict, started, attempts, slot, logPath: log.path };
  session.reporter.debug(`command ${id}`);
  const env = shardEnvironment(session, slot, started);
  const work = keepWorkSaved(session, verdict.task);
  const ended = await runCommand(session, { program: session.command, env, log, slot });
  work.end();
  session.reporter.debug(`exit ${id}`);
  const end = await examine(session, hand, { ended, log });
  await log.close();
  if (end.kind === "good") {
    void commitInBackground(session, hand, end.said);
    return undefined;
  }
  return giveUp(session, hand, { trouble: end, log, work, isLast: attempt.isLast });
}

export type Examined =
  | { readonly kind: "good"; readonly said: Said }
  | ({ readonly kind: "bad" } & Trouble);

/** Exit code, then `check`, then the witnesses. */
async function examine(
  session: Session,
  hand: InHand,
  { ended, log }: { readonly ended: Ended; readonly log: ShardLog },
): Promise<Examined> {
  const trouble = troubleOf(ended, limitOf(session));
  return trouble === undefined ? testify(session, hand, log) : { kind: "bad", ...trouble };
}

/** What `check` and the witnesses say of the checkpoint of a command that did its part. */
export async function testify(
  session: Session,
  hand: InHand,
  log: Pick<ShardLog, "take" | "ready">,
): Promise<Examined> {
  const changed = session.changeSince(hand.verdict.task);
  if (changed !== undefined) {
    const why = `${changed} while the command ran: what it read is not known`;
    return { kind: "bad", reason: "changed-meanwhile", why, exitCode: 0 };
  }
  const objection = await runCheck(session, hand, log);
  if (objection !== undefined) return { kind: "bad", ...objection };
  const { checkpoint } = hand.verdict.task.places;
  const witness = await askWitnesses(session.hand.disk, checkpoint, session.definition);
  if (witness.kind === "good") return witness;
  const { reason, why, short } = witness;
  if (reason !== "no-checkpoint")
    await recordFailed(recordPlaceOf(session), [{ path: checkpoint, reason: short }]);
  return { kind: "bad", reason, why, exitCode: 0 };
}

function recordPlaceOf({ hand, workspace, now, reporter }: Session): RecordPlace {
  return { disk: hand.disk, workspace, now, reporter };
}

async function runCheck(
  session: Session,
  hand: InHand,
  log: Pick<ShardLog, "take" | "ready">,
): Promise<Trouble | undefined> {
  if (session.check === undefined) return undefined;
  const env = shardEnvironment(session, hand.slot, hand.started);
  const ended = await runCommand(session, { program: session.check, env, log, slot: hand.slot });
  const trouble = troubleOf(ended, limitOf(session));
  if (trouble === undefined || trouble.reason === "stopped") return trouble;
  return { ...trouble, reason: "check", why: trouble.why.replace("the command", "the check") };
}

/** The time limit of a shard, in words. */
export function limitOf(session: Session): string {
  return formatDuration(session.definition.shardTimeoutMs ?? 0);
}

interface GivenUp {
  readonly trouble: Trouble;
  readonly log: Pick<ShardLog, "tail">;
  readonly work: WorkSaver;
  readonly isLast: boolean;
}

/** Records a failed or stopped try. */
export async function giveUp(
  session: Session,
  hand: InHand,
  { trouble, log, work, isLast }: GivenUp,
): Promise<StartRecord | undefined> {
  const { exitCode, why } = trouble;
  if (session.leaveAfterMs === undefined || session.stop.cause()?.kind !== "signal")
    await work.saveNow();
  if (trouble.reason === "stopped") {
    conclude(session, hand, "stopped", { exitCode, why });
    return undefined;
  }
  const record = await recordTrouble(session, hand, { trouble, logTail: log.tail() });
  if (isLast || session.stop.cause() !== undefined) {
    conclude(session, hand, "failed", { exitCode, why });
    return undefined;
  }
  session.reporter.warn(`[${hand.verdict.task.shard.id}] failed (${why}); it is tried again`);
  return record;
}
