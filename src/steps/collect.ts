import { collect, summarise } from "../commands/collect.ts";
import { againCommand } from "../job/again-command.ts";
import type { Invocation } from "../job/invocation.ts";
import { missingLines } from "../ui/render/unsaved-lines.ts";
import { annotate, firstIds, setOutputs, writeSummary } from "../ui/actions/actions.ts";
import { collectLines, collectNext, missingBecause } from "../ui/render/lines.ts";
import { PLAIN } from "../ui/render/paint.ts";
import { writeResults } from "../ui/actions/results.ts";
import { runAsStep } from "./step.ts";

/** The step of `collect/`. Gives the exit code. */
export function actionCollect(home: URL): Promise<number> {
  return runAsStep(home, collectStep);
}

async function collectStep(invocation: Invocation): Promise<number> {
  const startedTick = performance.now();
  const collected = await collect(invocation);
  const { answer, job, exitCode } = collected;
  for (const line of collectLines(answer, PLAIN)) invocation.reporter.info(line);
  setOutputs({
    complete: answer.complete,
    "missing-count": answer.missingCount,
    "missing-ids": firstIds(answer.missingIds),
    total: answer.total,
    results: await writeResults(invocation, job, { kind: "collect", answer }),
  });
  const missing = answer.shards
    .filter(({ outcome }) => outcome === "missing")
    .map((shard) => ({ id: shard.id, why: missingBecause(shard) }));
  const next = collectNext(answer, { isStep: true, again: againCommand(invocation, job)() });
  annotate(missingLines(missing), exitCode === 0 ? "warning" : "error");
  if (next !== undefined) annotate([next], "notice");
  const elapsedMs = performance.now() - startedTick;
  await writeSummary(await summarise(invocation, collected, { elapsedMs, next }), invocation.env);
  return exitCode;
}
