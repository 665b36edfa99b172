import { handsOver } from "../job/hand-over.ts";
import type { Invocation } from "../job/invocation.ts";
import { saveSteps } from "./save-shards.ts";
import { plural } from "../core/text/text.ts";
import { SAVE_NEXT, unsavedLines } from "../ui/render/unsaved-lines.ts";
import { annotate, setOutputs } from "../ui/actions/actions.ts";
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
      `${plural(uncommitted.length, "shard")} started and not marked: the log says why.`,
    );
  invocation.reporter.info(
    `${committed.length} marked · ${saved} saved to ${job.store.label} · ${remaining} of ${plural(total, "shard")} remain`,
  );
  setOutputs({ saved, unsaved: unsaved.length, remaining });
  const isFault = handsOver(job);
  annotate(unsavedLines(unsaved, job.store.label), isFault ? "error" : "warning");
  if (isFault && unsaved.length > 0) invocation.reporter.info(SAVE_NEXT);
  if (blocked > 0)
    invocation.reporter.error(`${plural(blocked, "shard")} blocked: the log of restore says why.`);
  return exitCode;
}
