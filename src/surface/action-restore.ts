import type { Invocation } from "../commands/invocation.ts";
import { restore } from "../commands/restore.ts";
import { count } from "../core/text.ts";
import { annotate, setOutputs } from "../ui/actions.ts";
import { planLines } from "../ui/lines.ts";
import { writeResults } from "./results.ts";
import { runAsStep } from "./step.ts";

/** The step of `restore/`. Gives the exit code. */
export function actionRestore(home: URL): Promise<number> {
  return runAsStep(home, restoreStep);
}

async function restoreStep(invocation: Invocation): Promise<number> {
  const { answer, job, shardsFile, exitCode } = await restore(invocation);
  const paint = (_: string, text: string): string => text;
  for (const line of planLines(job.verdicts, { verbose: false, paint }))
    invocation.reporter.info(line);
  invocation.reporter.info(
    `${count(answer.started, "shard")} started for the steps that follow: ${shardsFile}`,
  );
  setOutputs({
    remaining: answer.remaining,
    results: writeResults(invocation.workspace, "restore.json", answer),
    "shards-file": shardsFile,
  });
  const blocked = answer.shards.filter(({ outcome }) => outcome === "blocked");
  annotate(
    blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`),
  );
  return exitCode;
}
