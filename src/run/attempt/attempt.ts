import { whyLost } from "../../protocol/ownership.ts";
import type { Ready, RunParts, Slot } from "../parts.ts";
import { messageOf } from "../../core/text/problem.ts";
import { pause } from "../schedule/pause.ts";
import type { End } from "../schedule/steps.ts";
import { commitInBackground } from "./commit.ts";
import { secondsOf, type Attempt, type Execution, type Settle } from "./execution.ts";
import { giveUp, recordAttemptFailure, startAgain, type FailedAttempt } from "./fail.ts";
import { recordResult } from "./record-result.ts";
import { withReport } from "./reported.ts";
import type { Trouble } from "./trouble.ts";
import { verifyAttempt } from "./verify.ts";
import { saveWorkRegularly } from "./work-saver.ts";

/** Shards that are attempted together on a slot. */
interface Round {
  readonly slot: Slot;
  readonly ready: readonly Ready[];
}

/** Attempts a shard once: execute, verify the output, commit it or record the failure. */
export async function attemptShard(
  run: RunParts,
  execution: Execution,
  { slot, ready }: { readonly slot: Slot; readonly ready: Ready },
): Promise<End<FailedAttempt>> {
  const ends = await attemptOnce(run, execution, { slot, ready: [ready] });
  return ends[0] ?? { kind: "over" };
}

/** Attempts shards together until each is done or has failed as often as `retries` allows, or the run is stopped. */
export async function attemptTogether(
  run: RunParts,
  execution: Execution,
  { slot, ready }: Round,
): Promise<void> {
  for (let remaining = ready; remaining.length > 0;) {
    const ends = await attemptOnce(run, execution, { slot, ready: remaining });
    const failed = ends.flatMap((end) => (end.kind === "failed" ? [end.failed] : []));
    await pause(run.state.stop, Math.max(0, ...failed.map((one) => one.retryAfterMs ?? 0)));
    remaining = await startTogether(run, failed);
  }
}

/** Starts those again that have attempts left, and gives the others up. */
async function startTogether(
  run: RunParts,
  failed: readonly FailedAttempt[],
): Promise<readonly Ready[]> {
  const started: Ready[] = [];
  for (const one of failed) {
    const isOver = one.retryAfterMs === undefined || run.state.stop.cause() !== undefined;
    if (isOver) giveUp(run, one);
    const ready = isOver ? undefined : await startAgain(run, one);
    if (ready !== undefined) started.push(ready);
  }
  return started;
}

async function attemptOnce(
  run: RunParts,
  execution: Execution,
  { slot, ready }: Round,
): Promise<readonly End<FailedAttempt>[]> {
  const attempts = ready.map((one) => openAttempt(run, execution, { slot, ready: one }));
  const ends: End<FailedAttempt>[] = [];
  const settle: Settle = async (attempt, trouble) => {
    ends.push(await settleAttempt(run, execution, { attempt, trouble }));
  };
  try {
    await execution.execute(attempts, settle);
  } finally {
    for (const { work } of attempts) work.end();
    await execution.endRound();
  }
  return ends;
}

function openAttempt(
  run: RunParts,
  execution: Execution,
  { slot, ready }: { readonly slot: Slot; readonly ready: Ready },
): Attempt {
  const { verdict, started, number } = ready;
  const log = execution.openLog(started, number);
  const shard = verdict.task.shard.id;
  run.commands.memory.begin(slot.name);
  const place = { slot: slot.name, gpu: slot.gpu, logPath: log.path };
  run.writing.emit({ kind: "executing", shard, attempt: number, ...place });
  const work = saveWorkRegularly(run.writing, verdict.task, started.record.failure);
  return { verdict, started, number, slot, log, work };
}

/** Verifies and commits, or records the failure. */
async function settleAttempt(
  run: RunParts,
  execution: Execution,
  { attempt, trouble: met }: { readonly attempt: Attempt; readonly trouble: Trouble | undefined },
): Promise<End<FailedAttempt>> {
  const { id } = attempt.verdict.task.shard;
  attempt.work.end();
  const seconds = secondsOf(attempt);
  const peakBytes = run.commands.memory.peakBytes(attempt.slot.name);
  run.writing.emit({
    ...{ kind: "executed", shard: id, attempt: attempt.number, seconds },
    ...(peakBytes !== undefined && { peakBytes }),
  });
  try {
    const { paths } = attempt.verdict.task;
    const lost = whyLost(run.writing.writer.disk, paths, attempt.started.record);
    if (lost !== undefined) {
      await execution.closeLog(attempt.log);
      recordResult(run, attempt, "stopped", { why: lost });
      return { kind: "over" };
    }
    const trouble = await withReport(run, attempt, met);
    const verified =
      trouble === undefined
        ? await verifyAttempt(run, attempt, attempt.log)
        : ({ kind: "bad", trouble } as const);
    const isLogged = execution.closeLog(attempt.log);
    if (verified.kind === "bad") {
      await isLogged;
      return await recordAttemptFailure(run, attempt, verified.trouble);
    }
    run.state.results.sawCheckpoint(verified.looked.measure.sizeBytes);
    // The slot gets its next shard meanwhile.
    void commitInBackground(run, attempt, { looked: verified.looked, isLogged });
    return { kind: "done", id };
  } catch (error) {
    recordResult(run, attempt, "failed", { why: messageOf(error) });
    return { kind: "over" };
  }
}
