import { inParallel } from "../core/text/parallel.ts";
import type { Unsaved } from "../core/model/unsaved.ts";
import { keepWork } from "../run/keep-work.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { AT_ONCE, OVER, type Deadline } from "./save-late.ts";

/** Saves the work of unfinished shards, for the next job to go on from, as long as the deadline is not over. */
export async function saveWork(
  { disk }: Pick<Invocation, "disk">,
  { store, definition, verdicts }: Pick<Job, "store" | "definition" | "verdicts">,
  deadline: Deadline,
): Promise<{ readonly saved: number; readonly unsaved: readonly Unsaved[] }> {
  const unsaved: Unsaved[] = [];
  const over = deadline.over.then(() => ({ kind: "unavailable", cause: OVER }) as const);
  let saved = 0;
  await inParallel(verdicts, AT_ONCE, async ({ task, facts }) => {
    const { failure } = facts.startRecord ?? {};
    const end = deadline.isOver()
      ? await over
      : await Promise.race([keepWork({ disk, store, definition }, task, failure), over]);
    if (end?.kind === "unavailable") unsaved.push({ id: task.shard.id, why: end.cause });
    else if (end !== undefined) saved += 1;
  });
  return { saved, unsaved };
}
