import { resolve } from "node:path";
import { answerRestore, type RestoreAnswer, type RestoredShard } from "../core/answers.ts";
import { describe, EXIT } from "../core/problem.ts";
import { unbroughtLines } from "../core/unsaved.ts";
import { shardLine } from "../run/command.ts";
import { endLeftovers, isBusy } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { startShard, type Started, type Starter } from "../run/start.ts";
import type { Verdict } from "../survey/survey.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import { noteRestored, ownName, writeOwn } from "./own-files.ts";
import type { Answered } from "./plan.ts";
import { settle, sweepHere, toRun } from "./prepare.ts";

export interface Restored extends Answered<RestoreAnswer> {
  /** Path of a file with one JSON line for each started shard, as `SHARDS_FILE` has them. */
  readonly shardsFile: string;
}

/**
 * Brings finished shards as `fetch` says, and starts the others for the steps that follow: start record written, old
 * generation set aside, work handed on where it may be.
 */
export async function restore(invocation: Invocation): Promise<Restored> {
  const job = await openJob(invocation, { runs: false });
  const owner = thisProcess();
  const hand = handOf(invocation, owner);
  await endLeftovers(job.verdicts, invocation.reporter);
  await sweepHere(invocation, hand, job.verdicts);
  const { lost, again, unbrought } = await settle(invocation, hand, { job });
  for (const line of unbroughtLines(unbrought, job.store.label)) invocation.reporter.warn(line);
  const verdicts = [...job.verdicts.filter((verdict) => !lost.has(verdict)), ...again];
  const runTag = invocation.randomHex(8);
  // Before the first start: a start record that no step knows of would never be finished.
  await noteRestored(invocation, hand, { job, runTag });
  const { reporter, now } = invocation;
  const { store, definition, by } = job;
  const starter = { hand, store, definition, reporter, now, runTag, owner, by };
  const { started, failed } = await startAll(starter, toRun(verdicts));
  const shardsFile = await writeShards(invocation, starter, { job, started });
  const answer = answerOf(job, verdicts, failed);
  return { answer, job, shardsFile, exitCode: EXIT.done };
}

interface Starts {
  readonly started: readonly Started[];
  /** By id, why it could not be started. */
  readonly failed: ReadonlyMap<string, string>;
}

/** A shard that cannot be started, or that another run has in hand, is left out; the others go on. */
async function startAll(starter: Starter, verdicts: readonly Verdict[]): Promise<Starts> {
  const started: Started[] = [];
  const failed = new Map<string, string>();
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    const previous = verdict.observed.startRecord;
    try {
      if (isBusy(previous, starter.owner))
        failed.set(id, `another run (pid ${previous?.owner.pid}) is working on it`);
      else started.push(await startShard(starter, verdict, previous));
    } catch (error) {
      failed.set(id, describe(error));
    }
  }
  for (const [id, why] of failed) starter.reporter.warn(`[${id}] was not started: ${why}`);
  return { started, failed };
}

function writeShards(
  invocation: Invocation,
  { hand }: Starter,
  { job, started }: { readonly job: Job; readonly started: readonly Started[] },
): Promise<string> {
  const { workspace } = invocation;
  const command = { cwd: resolve(workspace, job.definition.workingDirectory) };
  const lines = started.map((one) => `${JSON.stringify(shardLine({ workspace, command }, one))}\n`);
  return writeOwn(invocation, hand, {
    name: ownName("shards", job, "jsonl"),
    text: lines.join(""),
  });
}

function answerOf(
  { tasks }: Job,
  verdicts: readonly Verdict[],
  failed: ReadonlyMap<string, string>,
): RestoreAnswer {
  const known = new Map(verdicts.map((verdict) => [verdict.task.shard.id, verdict]));
  const shards = tasks.flatMap(({ shard }): readonly RestoredShard[] => {
    const verdict = known.get(shard.id);
    if (verdict === undefined) return [];
    const { kind, reason, detail } = verdict;
    const trouble = failed.get(shard.id);
    const why = trouble ?? detail;
    const outcome =
      kind === "skip"
        ? "done"
        : kind === "blocked"
          ? "blocked"
          : trouble === undefined
            ? "started"
            : "failed";
    return [{ id: shard.id, decision: kind, reason, outcome, ...(why !== "" && { why }) }];
  });
  return answerRestore(shards);
}
