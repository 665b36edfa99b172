import { resolve } from "node:path";
import { answerRestore, type RestoreAnswer, type RestoredShard } from "../core/answers/answers.ts";
import { messageOf, EXIT } from "../core/text/problem.ts";
import { unbroughtLines } from "../ui/render/unsaved-lines.ts";
import { shardLine } from "../run/attempt/command.ts";
import { knownHolder, strangersLast } from "../protocol/claims.ts";
import { heartbeatTimes } from "../machine/heartbeat.ts";
import { watchOwners, type Owner, type OwnerWatch } from "../machine/owner-watch.ts";
import type { Reporter } from "../core/text/reporter.ts";
import type { Writer } from "../protocol/writer.ts";
import { endLeftovers } from "../protocol/leftovers.ts";
import { thisProcess } from "../machine/processes.ts";
import type { Emit, RunEvent } from "../run/events.ts";
import { openFenceClock } from "../run/fence.ts";
import { untilKnown } from "../run/liveness.ts";
import type { Started } from "../run/parts.ts";
import { startShard, type Starting } from "../run/start-shard.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import { writerOf } from "../job/writer.ts";
import type { Invocation } from "../job/invocation.ts";
import { checkHandOver } from "../job/hand-over.ts";
import { failedBefore } from "../job/failures.ts";
import { openJob, type Job } from "../job/open.ts";
import { tellOfStrangers } from "../job/open-ownership.ts";
import { noteRestored, stepName, writeOwn } from "../job/own-files.ts";
import type { Answered } from "../job/answered.ts";
import { sweepHere } from "../job/reconcile/folders.ts";
import { reconcile } from "../job/reconcile/reconcile.ts";
import { toRun } from "../job/reconcile/to-run.ts";

export interface Restored extends Answered<RestoreAnswer> {
  /** Path of a file with one JSON line for each started shard, as `SHARDS_FILE` has them. */
  readonly shardsFile: string;
}

/**
 * Brings finished shards as `fetch` says, and starts the others for the steps that follow: start record written, old
 * generation set aside, work handed on where it may be.
 */
export async function restore(invocation: Invocation): Promise<Restored> {
  const job = await openJob(invocation, { runs: false, isPart: true });
  checkHandOver(invocation, job);
  const owner = thisProcess();
  const writer = writerOf(invocation, owner, job.definition);
  await endLeftovers(job.verdicts, invocation.reporter);
  await sweepHere(invocation, writer, job.verdicts);
  const { lost, again, left, unbrought } = await reconcile(invocation, writer, { job });
  for (const line of unbroughtLines(unbrought, job.store.label)) invocation.reporter.warn(line);
  const verdicts = [...job.verdicts.filter((verdict) => !lost.has(verdict)), ...again];
  const runTag = invocation.randomHex(8);
  // Before the first start: a start record that no step knows of would never be finished.
  await noteRestored(invocation, writer, { job, runTag });
  const { reporter, now } = invocation;
  const { store, definition, by } = job;
  const owners = watchOwners(heartbeatTimes(invocation.env));
  const identity = {
    runTag,
    owner,
    by,
    newToken: () => invocation.randomHex(8),
    untilKnown: (other: Owner) => untilKnown({ owners }, other),
  };
  const emit = warningsOnly(reporter);
  const fenceNow = openFenceClock(store, now);
  const starting = { writer, store, definition, identity, now, fenceNow, emit };
  const todo = strangersLast(toRun(verdicts, await failedBefore(store, verdicts)), owners);
  tellOfStrangers(invocation, owners, todo);
  const { started, failed } = await startAll(starting, owners, todo);
  owners.close();
  for (const [{ task }, { why }] of left) failed.set(task.shard.id, why);
  for (const [id, why] of failed) reporter.warn(`[${id}] was not started: ${why}`);
  const shardsFile = await writeShards(invocation, writer, { job, started });
  const answer = answerOf(job, verdicts, failed);
  return { answer, job, shardsFile, exitCode: EXIT.done };
}

/** There is no run to follow: of the events of a start, only its warnings are reported. */
function warningsOnly({ warn }: Reporter): Emit {
  return (event: RunEvent) => {
    if (event.kind === "warning") warn(`[${event.shard ?? ""}] ${event.text}`);
  };
}

interface Starts {
  readonly started: readonly Started[];
  /** By id, why it could not be started. */
  readonly failed: Map<string, string>;
}

/** A shard that cannot be started, or that another run is working on, is left out; the others go on. */
async function startAll(
  starting: Starting,
  owners: OwnerWatch,
  verdicts: readonly Verdict[],
): Promise<Starts> {
  const started: Started[] = [];
  const failed = new Map<string, string>();
  for (const verdict of verdicts) {
    const { id } = verdict.task.shard;
    const previous = verdict.facts.startRecord;
    try {
      const asking = { self: starting.identity.owner, owners };
      const holder = await knownHolder(starting.writer.disk, verdict.task.paths, asking);
      if (holder !== undefined)
        failed.set(
          id,
          `another run (${owners.nameOf(holder.owner, holder.host)}) is working on it`,
        );
      else started.push(await startShard(starting, verdict, previous));
    } catch (error) {
      failed.set(id, messageOf(error));
    }
  }
  return { started, failed };
}

function writeShards(
  invocation: Invocation,
  writer: Writer,
  { job, started }: { readonly job: Job; readonly started: readonly Started[] },
): Promise<string> {
  const { workspace } = invocation;
  const folders = { workspace, cwd: resolve(workspace, job.definition.workingDirectory) };
  const lines = started.map((one) => `${JSON.stringify(shardLine(folders, one))}\n`);
  return writeOwn(invocation, writer, {
    name: stepName("shards", job, { ext: "jsonl", unique: invocation.randomHex(4) }),
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
      kind === "skip" && trouble === undefined
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
