import { readParts, tracesOf } from "../../checkpoint/parts.ts";
import {
  countAlike,
  isTooAlike,
  mustStartOver,
  type Failure,
  type StartRecord,
} from "../../core/model/start-record.ts";
import { whyRefused } from "../../files/refused.ts";
import { recordFailure } from "../../protocol/fail.ts";
import { LostOwnership, whyLost } from "../../protocol/ownership.ts";
import type { Ready, RunParts } from "../parts.ts";
import type { End, FailedShard } from "../schedule/steps.ts";
import { startShard } from "../start-shard.ts";
import { secondsOf, type Attempt } from "./execution.ts";
import { belongsToInput, retryAfterMs } from "./retry.ts";
import { recordResult, recordStartFailure } from "./record-result.ts";
import type { Trouble } from "./trouble.ts";

/** An attempt that failed, of a shard that has no result yet. */
export interface FailedAttempt extends FailedShard {
  readonly attempt: Attempt;
  readonly trouble: Trouble;
  /** The start record as it stands now. */
  readonly record: StartRecord;
  readonly seconds: number;
}

/** Records a failed or stopped attempt. */
export async function recordAttemptFailure(
  run: RunParts,
  attempt: Attempt,
  trouble: Trouble,
): Promise<End<FailedAttempt>> {
  const { exitCode, why } = trouble;
  const { stop } = run.state;
  const { id } = attempt.verdict.task.shard;
  const mustLeave = run.commands.limits.leaveAfterMs !== undefined;
  const isStopped = trouble.reason === "stopped";
  const failure = isStopped ? undefined : await failureOf(run, attempt, trouble);
  const isKept = failure === undefined || !isTooAlike(failure);
  if (isKept && (!mustLeave || stop.cause()?.kind !== "signal"))
    await attempt.work.saveNow(failure);
  if (failure === undefined) {
    recordResult(run, attempt, "stopped", { exitCode, why });
    return { kind: "over" };
  }
  const seconds = secondsOf(attempt);
  const record = await recordTrouble(run, attempt, trouble, failure);
  if (record === undefined) return { kind: "over" };
  const { definition } = run.writing;
  const failed = {
    ...{ id, attempt, trouble, record, seconds },
    retryAfterMs: retryAfterMs(definition, attempt.number, trouble),
    belongsToInput: belongsToInput(definition, trouble),
  };
  if (stop.cause() !== undefined) {
    giveUp(run, failed);
    return { kind: "over" };
  }
  if (failed.retryAfterMs !== undefined) {
    const { retryAfterMs: afterMs } = failed;
    const after = afterMs > 0 && { afterMs };
    run.writing.emit({ kind: "retrying", shard: id, why, exitCode, ...after });
  }
  return { kind: "failed", failed };
}

/** Gives a shard its result: it failed. */
export function giveUp(
  run: Pick<RunParts, "state">,
  { attempt, trouble, seconds }: FailedAttempt,
): void {
  const { exitCode, why, stays } = trouble;
  recordResult(run, attempt, "failed", { exitCode, why, seconds, ...(stays && { stays }) });
}

/** Makes the next start of a shard durable. One that cannot be started has failed; one that another start owns is left to it. */
export async function startAgain(
  run: Pick<RunParts, "writing" | "state">,
  { attempt, record }: FailedAttempt,
): Promise<Ready | undefined> {
  const { verdict } = attempt;
  const number = attempt.number + 1;
  try {
    const lost = whyLost(run.writing.writer.disk, verdict.task.paths, record);
    if (lost !== undefined) {
      recordResult(run, { verdict, number }, "stopped", { why: lost });
      return undefined;
    }
    const started = await startShard(run.writing, verdict, record);
    run.state.open.set(verdict.task.shard.id, started);
    return { verdict, number, started };
  } catch (error) {
    recordStartFailure(run, { verdict, number }, error);
    return undefined;
  }
}

/**
 * Records the failure on the disk, and drops work from the store that is not handed on any more. Where the shard belongs
 * to another start by now it is stopped, has its result, and `undefined` is given.
 */
export async function recordTrouble(
  run: RunParts,
  attempt: Attempt,
  { why, exitCode, stays }: Trouble,
  failure: Failure,
): Promise<StartRecord | undefined> {
  const { writing, state } = run;
  const { started, verdict } = attempt;
  const { record } = started;
  const { task } = verdict;
  try {
    await recordFailure(writing.writer, task.paths, {
      record,
      failure,
      keepsCheckpoint: stays === true,
    });
    state.open.delete(task.shard.id);
  } catch (error) {
    if (error instanceof LostOwnership) {
      recordResult(run, attempt, "stopped", { exitCode, why: `${why}; ${error.message}` });
      return undefined;
    }
    const text = `its failure could not be recorded: ${whyRefused(writing.writer.disk, error, task.paths.started)}`;
    writing.emit({ kind: "warning", shard: task.shard.id, text });
  }
  const failed = { ...record, failure, ended: true as const };
  if (mustStartOver(failed) && task.wanted !== undefined) await writing.store.dropWork(task.wanted);
  return failed;
}

/** The failure of an attempt, counted with those before it. */
export async function failureOf(
  run: RunParts,
  attempt: Attempt,
  { why, exitCode }: Trouble,
): Promise<Failure> {
  const { failure: before } = attempt.started.record;
  return {
    times: (before?.times ?? 0) + 1,
    reason: why,
    exitCode,
    alike: countAlike(before, { reason: why, exitCode }, await hasNewPart(run, attempt)),
    logTail: attempt.log.tail(),
    at: new Date(run.writing.now()).toISOString(),
  };
}

/** Has the attempt made a part that was not handed on to it? In doubt it has. */
async function hasNewPart({ writing }: RunParts, { started, verdict }: Attempt): Promise<boolean> {
  const { disk } = writing.writer;
  const { work } = verdict.task.paths;
  try {
    const { whole } = await readParts(disk, work, writing.definition.status);
    return [...tracesOf(disk, work, whole)].some((trace) => !started.parts.has(trace));
  } catch {
    return true;
  }
}
