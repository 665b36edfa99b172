import { isToRun } from "../job/reconcile/to-run.ts";
import { isBlank } from "../core/text/text.ts";
import type { Answered } from "../job/answered.ts";
import { NO_WORDS, type Command } from "./cli/command.ts";
import { packingLine } from "../ui/render/packing-line.ts";
import { printPlan } from "./print-plan.ts";
import { answerPlan, type PlanAnswer } from "../core/answers/answers.ts";
import { isFieldName } from "../core/definition/fields.ts";
import { formatPlanned } from "../core/decide/planned-list.ts";
import { exactRanges } from "../core/decide/pack-ranges.ts";
import { bytesOf, MOST_JOBS, pack, type MatrixEntry } from "../core/decide/pack.ts";
import type { Packing, Remaining } from "../core/decide/pack-rules.ts";
import { UserError } from "../core/text/problem.ts";
import { resolve } from "node:path";
import type { Verdict } from "../checkpoint/survey.ts";
import type { Disk } from "../files/disk.ts";
import type { Invocation } from "../job/invocation.ts";
import { SIGNED } from "../job/planned-job.ts";
import { failedBefore } from "../job/failures.ts";
import { exitOfPlan, openJob, type Job } from "../job/open.ts";
import { warnOfRoom } from "../job/stores/cache-space.ts";

/** The answer of `plan`: that of `status`, with the matrix and the definition. */
export interface PlannedAnswer extends PlanAnswer {
  readonly matrix: { readonly include: readonly MatrixEntry[] };
  /** How the number of jobs was chosen; `null` where nothing remains. */
  readonly packing: Packing | null;
  /** The definition as it was given, for other surfaces to take. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** All outputs of a plan in a workflow; GitHub counts two bytes for a character and allows 1 MiB. */
const MOST_OUTPUT_BYTES = 400_000;

/** A definition reaches the other jobs as an environment string, which holds 128 KiB. */
const MOST_DEFINITION_BYTES = 100_000;

/** Lengths are guessed from so many finished shards: looking at the inputs of all would take as long as the rest. */
const MOST_TIMED = 500;

/**
 * Decides for every shard and packs what remains into jobs. Changes nothing on disk but the cache of hashes and the record
 * of bad checkpoints. Where nobody reads the definition and nothing remains, it does not name the list of shards: the
 * digest of all ids would load Node's cryptography for nothing.
 */
export async function plan(
  invocation: Invocation,
  { isRead = true }: { readonly isRead?: boolean } = {},
): Promise<Answered<PlannedAnswer>> {
  const isStep = invocation.surface === "actions";
  const job = await openJob(invocation, {
    runs: false,
    isPlan: true,
    ...(isStep && { shared: "plan" }),
  });
  const { recordBadMarked } = await import("../job/bad-checkpoints.ts");
  await recordBadMarked(invocation, job.verdicts);
  await warnOfRoom(invocation, job);
  // The jobs read no file: its name is for the lines that say how to run a shard again.
  const config = job.config === undefined ? {} : { config: job.config };
  const definition = {
    ...shortened(givenOf(job), job),
    ...config,
    ...(isRead || job.verdicts.some(isToRun) ? plannedList(job) : {}),
    ...signed(job),
  };
  const definitionBytes = bytesOf(JSON.stringify(definition));
  if (isStep) checkDefinition(definitionBytes);
  const failed = await failedBefore(job.store, job.verdicts);
  const mostBytes = MOST_OUTPUT_BYTES - definitionBytes;
  const { include, packing = null } = packJobs(invocation, job, { mostBytes, failed });
  const answer = { ...answerPlan(job.verdicts), matrix: { include }, packing, definition };
  return { answer, job, exitCode: exitOfPlan(job.verdicts) };
}

/** A list that rests on files can be another one where it is read next; a number cannot. */
function plannedList({ all, counted }: Job): Readonly<Record<string, string>> {
  return counted === undefined ? { planned: formatPlanned(all) } : {};
}

/** A job without the key would believe none of these markers, or sign none. */
function signed({ context }: Job): Readonly<Record<string, boolean>> {
  return context.markers.seal === undefined ? {} : { [SIGNED]: true };
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
  { mostBytes, failed }: { readonly mostBytes: number; readonly failed: ReadonlySet<string> },
): ReturnType<typeof pack> {
  const { maxJobs, jobTimeMs, parallel, maxParallel } = definition;
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
    remaining.map((verdict) => remainingOf(invocation, verdict, failed)),
    timed.map((verdict) => ({
      seconds: verdict.seconds ?? 0,
      inputBytes: inputBytes(invocation, verdict),
    })),
    {
      maxJobs,
      jobTimeMs,
      maxParallel,
      // The number of GPUs of a runner is not known here.
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

function remainingOf(
  invocation: Invocation,
  verdict: Verdict,
  failed: ReadonlySet<string>,
): Remaining {
  const { task, seconds } = verdict;
  return {
    id: task.shard.id,
    index: task.shard.index,
    inputBytes: inputBytes(invocation, verdict),
    failed: failed.has(task.shard.id),
    ...(seconds !== undefined && seconds > 0 && { seconds }),
  };
}

function inputBytes({ disk, workspace }: Invocation, { task }: Verdict): number {
  const sizes = task.shard.inputs.map(({ path }) =>
    path === "" ? 0 : sizeOf(disk, resolve(workspace, path)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** 0 where it is not known: jobs are packed by guesses. */
function sizeOf(disk: Disk, path: string): number {
  try {
    return disk.stat(path)?.sizeBytes ?? 0;
  } catch {
    return 0;
  }
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
      if (isFieldName(name) && name !== "report" && !isBlank(value)) given[name] ??= value;
    }
  }
  if (definition.only?.some(({ kind }) => kind === "failed") === true) delete given["only"];
  return given;
}

export const planCommand: Command = {
  name: "plan",
  about: "decide for every shard and print a job matrix of what remains; change nothing",
  positionals: NO_WORDS,
  switches: ["json", "verbose"],
  takesInputs: true,
  example: ["donemark plan --json", "prints the decisions and the matrix for a workflow"],
  run: async (call) => {
    const planned = await plan(call.invocation, { isRead: call.isJson });
    const { packing } = planned.answer;
    const { maxParallel } = planned.job.definition;
    const jobs =
      packing === null ? [] : [`${packingLine(packing, maxParallel)} (--json prints the matrix)`];
    return printPlan(call, planned, jobs);
  },
};
