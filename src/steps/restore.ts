import type { Invocation } from "../job/invocation.ts";
import { restore } from "./restore-shards.ts";
import { plural } from "../core/text/text.ts";
import { annotate, setOutputs } from "../ui/actions/actions.ts";
import { planLines } from "../ui/render/lines.ts";
import { PLAIN } from "../ui/render/paint.ts";
import { writeResults } from "../ui/actions/results.ts";
import { runAsStep } from "./step.ts";

/** The step of `restore/`. Gives the exit code. */
export function actionRestore(home: URL): Promise<number> {
  return runAsStep(home, restoreStep);
}

async function restoreStep(invocation: Invocation): Promise<number> {
  const { answer, job, shardsFile, exitCode } = await restore(invocation);
  for (const line of planLines(job.verdicts, { verbose: false, paint: PLAIN }))
    invocation.reporter.info(line);
  invocation.reporter.info(
    `${plural(answer.started, "shard")} started for the steps that follow: ${shardsFile}`,
  );
  setOutputs({
    remaining: answer.remaining,
    results: await writeResults(invocation, job, { kind: "restore", answer }),
    "shards-file": shardsFile,
  });
  const blocked = answer.shards.filter(({ outcome }) => outcome === "blocked");
  annotate(
    blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`),
  );
  return exitCode;
}
