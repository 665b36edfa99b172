import { answerPlan, type PlanAnswer } from "../core/answers.ts";
import { pack, type MatrixEntry } from "../core/pack.ts";
import { resolve } from "node:path";
import type { Verdict } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import { exitOfPlan, openJob, type Job } from "./open.ts";

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

/** Decides for every shard and packs what remains into jobs. Changes nothing on disk. */
export async function plan(invocation: Invocation): Promise<Answered<PlannedAnswer>> {
  const job = await openJob(invocation, { runs: false });
  const remaining = job.verdicts.filter(({ kind }) => kind === "run" || kind === "resume");
  const include = pack(
    remaining.map((verdict) => lengthOf(invocation, verdict)),
    job.definition,
  );
  const answer = { ...answerPlan(job.verdicts), matrix: { include }, definition: givenOf(job) };
  return { answer, job, exitCode: exitOfPlan(job.verdicts) };
}

/** Decides for every shard. Changes nothing on disk. */
export async function status(invocation: Invocation): Promise<Answered<PlanAnswer>> {
  const job = await openJob(invocation, { runs: false });
  return { answer: answerPlan(job.verdicts), job, exitCode: exitOfPlan(job.verdicts) };
}

function lengthOf({ disk, workspace }: Invocation, { task, observed, seconds }: Verdict) {
  const sizes = task.shard.inputs.map(
    ({ path }) => disk.stat(resolve(workspace, path))?.sizeBytes ?? 0,
  );
  return {
    id: task.shard.id,
    inputBytes: sizes.reduce((sum, size) => sum + size, 0),
    failed: observed.startRecord?.failure !== undefined,
    ...(seconds !== undefined && { seconds }),
  };
}

const ONLY_HERE = new Set([
  "config",
  "definition",
  "only",
  "force",
  "github-token",
  "json",
  "verbose",
]);

/** Every value that was given, the strongest layer first, without what belongs to this call alone. */
function givenOf({ layers }: Job): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  for (const { values } of layers) {
    for (const [name, value] of Object.entries(values)) {
      if (!ONLY_HERE.has(name) && value !== "" && value !== undefined) given[name] ??= value;
    }
  }
  return given;
}
