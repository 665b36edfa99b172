import type { Invocation } from "../job/invocation.ts";
import { plan, type PlannedAnswer } from "../commands/plan.ts";
import { renderPlan } from "../ui/render/plan-summary.ts";
import { EXIT } from "../core/text/problem.ts";
import { annotate, setOutputs, writeSummary } from "../ui/actions/actions.ts";
import { packingLine } from "../ui/render/packing-line.ts";
import { planLines } from "../ui/render/lines.ts";
import { PLAIN } from "../ui/render/paint.ts";
import { runAsStep } from "./step.ts";

/** The step of `plan/`. Gives the exit code. */
export function actionPlan(home: URL): Promise<number> {
  return runAsStep(home, planStep);
}

async function planStep(invocation: Invocation): Promise<number> {
  const startedTick = performance.now();
  const { answer, job } = await plan(invocation);
  for (const line of planLines(job.verdicts, { verbose: false, paint: PLAIN }))
    invocation.reporter.info(line);
  const { maxParallel } = job.definition;
  const packing = answer.packing === null ? undefined : packingLine(answer.packing, maxParallel);
  if (packing !== undefined) invocation.reporter.info(packing);
  const jobs = answer.pending > 0 ? answer.matrix.include.length : 0;
  setOutputs(outputsOf(answer, jobs));
  const blocked = job.verdicts.filter(({ kind }) => kind === "blocked");
  annotate(
    blocked.map(
      ({ task, reason, detail }) => `Shard ${task.shard.id} is blocked (${reason}): ${detail}`,
    ),
  );
  const elapsedMs = performance.now() - startedTick;
  const facts = { store: job.store.label, elapsedMs, jobs, packing };
  await writeSummary(renderPlan(job.verdicts, facts), invocation.env);
  // Blocked shards must not keep the others from running; collect fails for them.
  return answer.blocked > 0 && answer.pending === 0 ? EXIT.checkpoint : EXIT.done;
}

function outputsOf(answer: PlannedAnswer, jobs: number): Readonly<Record<string, unknown>> {
  return {
    matrix: JSON.stringify(answer.matrix),
    "has-work": answer.pending > 0,
    total: answer.total,
    done: answer.done,
    "in-progress": answer.inProgress,
    pending: answer.pending,
    blocked: answer.blocked,
    jobs,
    definition: JSON.stringify(answer.definition),
  };
}
