import { collect } from "../commands/collect.ts";
import type { Invocation } from "../commands/invocation.ts";
import { renderCollect } from "../core/plan-summary.ts";
import { missingLines } from "../core/unsaved.ts";
import { annotate, firstIds, setOutputs, writeSummary } from "../ui/actions.ts";
import { collectLines, missingBecause } from "../ui/lines.ts";
import { writeResults } from "./results.ts";
import { runAsStep } from "./step.ts";

/** The step of `collect/`. Gives the exit code. */
export function actionCollect(home: URL): Promise<number> {
  return runAsStep(home, collectStep);
}

async function collectStep(invocation: Invocation): Promise<number> {
  const startedAtMs = invocation.now();
  const { answer, job, exitCode } = await collect(invocation);
  for (const line of collectLines(answer, (_, text) => text)) invocation.reporter.info(line);
  setOutputs({
    complete: answer.complete,
    "missing-count": answer.missingCount,
    "missing-ids": firstIds(answer.missingIds),
    total: answer.total,
    results: writeResults(invocation.workspace, "collect.json", answer),
  });
  const missing = answer.shards
    .filter(({ outcome }) => outcome === "missing")
    .map((shard) => ({ id: shard.id, why: missingBecause(shard) }));
  annotate(missingLines(missing), exitCode === 0 ? "warning" : "error");
  const elapsedMs = invocation.now() - startedAtMs;
  await writeSummary(renderCollect(answer, { store: job.store.label, elapsedMs }), invocation.env);
  return exitCode;
}
