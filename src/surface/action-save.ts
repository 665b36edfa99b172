import type { Invocation } from "../commands/invocation.ts";
import { saveSteps } from "../commands/save-steps.ts";
import { count } from "../core/text.ts";
import { unsavedLines } from "../core/unsaved.ts";
import { annotate, setOutputs } from "../ui/actions.ts";
import { runAsStep } from "./step.ts";

/** The step of `save/`. Gives the exit code. */
export function actionSave(home: URL): Promise<number> {
  return runAsStep(home, saveStep);
}

async function saveStep(invocation: Invocation): Promise<number> {
  const { answer, job, exitCode } = await saveSteps(invocation);
  const { committed, uncommitted, saved, unsaved, remaining, total, blocked } = answer;
  for (const { id, why } of uncommitted) invocation.reporter.info(`[${id}] is not marked: ${why}`);
  if (uncommitted.length > 0)
    invocation.reporter.warn(
      `${count(uncommitted.length, "shard")} started and not marked: the log says why.`,
    );
  invocation.reporter.info(
    `${committed.length} marked · ${saved} saved to ${job.store.label} · ${remaining} of ${count(total, "shard")} remain`,
  );
  setOutputs({ saved, remaining });
  annotate(unsavedLines(unsaved, job.store.label), "warning");
  if (blocked > 0)
    invocation.reporter.error(`${count(blocked, "shard")} blocked: the log of restore says why.`);
  return exitCode;
}
