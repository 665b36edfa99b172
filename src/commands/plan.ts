import { answerPlan, type PlanAnswer } from "../core/answers.ts";
import { isFieldName } from "../core/fields.ts";
import { exactRanges } from "../core/pack-ranges.ts";
import { bytesOf, MOST_JOBS, pack, type MatrixEntry, type Remaining } from "../core/pack.ts";
import { UserError } from "../core/problem.ts";
import { resolve } from "node:path";
import type { Verdict } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import { exitOfPlan, openJob, type Job } from "./open.ts";
import { warnOfRoom } from "./room.ts";

/** What `plan` answers, beside what a status does. */
export interface PlannedAnswer extends PlanAnswer {
  readonly matrix: { readonly include: readonly MatrixEntry[] };
  /** The definition as it was given, for other surfaces to take. */
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface Answered<T> {
  readonly answer: T;
  readonly job: Job;
  readonly exitCode: number;
}

/** All outputs of a plan in a workflow; GitHub counts two bytes for a character and allows 1 MiB. */
const MOST_OUTPUT_BYTES = 400_000;

/** A definition reaches the other jobs as an environment string, which holds 128 KiB. */
const MOST_DEFINITION_BYTES = 100_000;

/** Lengths are guessed from so many finished shards: looking at the inputs of all would take as long as the rest. */
const MOST_TIMED = 500;

/** Decides for every shard and packs what remains into jobs. Changes nothing on disk but the cache of hashes and the record of bad checkpoints. */
export async function plan(invocation: Invocation): Promise<Answered<PlannedAnswer>> {
  const isStep = invocation.surface === "actions";
  const job = await openJob(invocation, { runs: false, ...(isStep && { shared: "plan" }) });
  const { recordBadMarked } = await import("./failed.ts");
  await recordBadMarked(invocation, job.verdicts);
  await warnOfRoom(invocation, job);
  const definition = shortened(givenOf(job), job);
  const definitionBytes = bytesOf(JSON.stringify(definition));
  if (isStep) checkDefinition(definitionBytes);
  const include = packJobs(invocation, job, MOST_OUTPUT_BYTES - definitionBytes);
  const answer = { ...answerPlan(job.verdicts), matrix: { include }, definition };
  return { answer, job, exitCode: exitOfPlan(job.verdicts) };
}

/** Decides for every shard. Changes nothing on disk. */
export async function status(invocation: Invocation): Promise<Answered<PlanAnswer>> {
  const job = await openJob(invocation, { runs: false });
  return { answer: answerPlan(job.verdicts), job, exitCode: exitOfPlan(job.verdicts) };
}

function checkDefinition(bytes: number): void {
  if (bytes <= MOST_DEFINITION_BYTES) return;
  throw new UserError([
    `The definition has ${bytes} bytes, and at most ${MOST_DEFINITION_BYTES} can be handed on to other jobs. ` +
      "Write a long list of shards to a file and give @list.jsonl, name many shards in only and force by globs or slice:i/n, or give every job the config file instead of definition.",
  ]);
}

function packJobs(
  invocation: Invocation,
  { definition, verdicts, all }: Job,
  mostBytes: number,
): readonly MatrixEntry[] {
  const { maxJobs, jobTimeMs, parallel } = definition;
  if (maxJobs > MOST_JOBS) {
    invocation.reporter.warn(
      `max-jobs is ${maxJobs}, and a matrix holds at most ${MOST_JOBS} jobs: the shards are packed into ${MOST_JOBS}.`,
    );
  }
  const remaining = verdicts.filter(isToRun);
  if (remaining.length === 0) return pack([], [], NOTHING);
  const done = verdicts.filter(({ kind }) => kind === "skip");
  const timed = done.filter(({ seconds }) => (seconds ?? 0) > 0).slice(0, MOST_TIMED);
  const mayHold = new Set([...done, ...remaining].map(({ task }) => task.shard.index));
  return pack(
    remaining.map((verdict) => remainingOf(invocation, verdict)),
    timed.map((verdict) => ({
      seconds: verdict.seconds ?? 0,
      inputBytes: inputBytes(invocation, verdict),
    })),
    {
      maxJobs,
      jobTimeMs,
      // How many GPUs a runner has is not known here.
      parallel: parallel === "auto" ? 1 : parallel,
      mostBytes,
      all: all.map(({ id }) => id),
      mayHold: (index) => mayHold.has(index),
    },
  );
}

const NOTHING = {
  maxJobs: 1,
  jobTimeMs: 1,
  parallel: 1,
  mostBytes: 0,
  all: [],
  mayHold: () => false,
};

function isToRun({ kind }: Verdict): boolean {
  return kind === "run" || kind === "resume";
}

function remainingOf(invocation: Invocation, verdict: Verdict): Remaining {
  const { task, observed, seconds } = verdict;
  return {
    id: task.shard.id,
    index: task.shard.index,
    inputBytes: inputBytes(invocation, verdict),
    failed: observed.startRecord?.failure !== undefined,
    ...(seconds !== undefined && seconds > 0 && { seconds }),
  };
}

function inputBytes({ disk, workspace }: Invocation, { task }: Verdict): number {
  const sizes = task.shard.inputs.map(({ path }) =>
    path === "" ? 0 : (disk.stat(resolve(workspace, path))?.sizeBytes ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A choice that is longer than this is handed on as places in the list of all shards. */
const MOST_CHOICE_BYTES = 10_000;

/** Thousands of ids would fill what can be handed on. */
function shortened(
  given: Readonly<Record<string, unknown>>,
  { tasks, all, context }: Job,
): Readonly<Record<string, unknown>> {
  const chosen = {
    only: tasks.map(({ shard }) => shard.index),
    force: all.filter(({ id }) => context.forced.has(id)).map(({ index }) => index),
  };
  const short = { ...given };
  for (const name of ["only", "force"] as const) {
    if (bytesOf(JSON.stringify(given[name] ?? "")) <= MOST_CHOICE_BYTES) continue;
    const ranges = exactRanges(
      chosen[name],
      all.map(({ id }) => id),
    );
    // No place at all is still a choice.
    short[name] = ranges.length > 0 ? ranges : ["none"];
  }
  return short;
}

/**
 * Every value that was given, the strongest layer first, without what belongs to this call alone. A choice by what
 * failed last means something only where it failed: other jobs are given the shards by name, or all.
 */
function givenOf({ layers, definition }: Job): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  for (const { values } of layers) {
    for (const [name, value] of Object.entries(values)) {
      if (isFieldName(name) && name !== "report" && value !== "") given[name] ??= value;
    }
  }
  if (definition.only?.some(({ kind }) => kind === "failed") === true) delete given["only"];
  return given;
}
