import type { Invocation } from "../commands/invocation.ts";
import { plan, type PlannedAnswer } from "../commands/plan.ts";
import { renderPlan } from "../core/plan-summary.ts";
import { EXIT } from "../core/problem.ts";
import { annotate, setOutputs, writeSummary } from "../ui/actions.ts";
import { planLines } from "../ui/lines.ts";
import { runAsStep } from "./step.ts";

/** The step of `plan/`. Gives the exit code. */
export function actionPlan(home: URL): Promise<number> {
  return runAsStep(home, planStep);
}

async function planStep(invocation: Invocation): Promise<number> {
  const startedAtMs = invocation.now();
  const { answer, job } = await plan(invocation);
  const paint = (_: string, text: string): string => text;
  for (const line of planLines(job.verdicts, { verbose: false, paint }))
    invocation.reporter.info(line);
  const jobs = answer.pending > 0 ? answer.matrix.include.length : 0;
  setOutputs(outputsOf(answer, jobs));
  const blocked = job.verdicts.filter(({ kind }) => kind === "blocked");
  annotate(
    blocked.map(
      ({ task, reason, detail }) => `Shard ${task.shard.id} is blocked (${reason}): ${detail}`,
    ),
  );
  const elapsedMs = invocation.now() - startedAtMs;
  const facts = { store: job.store.label, elapsedMs, jobs };
  await writeSummary(renderPlan(job.verdicts, facts), invocation.env);
  // What is not blocked must run all the same; collect fails for what is.
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
