import { inParallel } from "../core/parallel.ts";
import type { Unsaved } from "../core/unsaved.ts";
import { workOf } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { AT_ONCE, OVER, type Deadline } from "./save.ts";

/** Saves the work of unfinished shards, for the next job to go on from, as long as the deadline is not over. */
export async function saveWork(
  { disk }: Pick<Invocation, "disk">,
  { store, verdicts }: Pick<Job, "store" | "verdicts">,
  deadline: Deadline,
): Promise<{ readonly saved: number; readonly unsaved: readonly Unsaved[] }> {
  const unsaved: Unsaved[] = [];
  const over = deadline.over.then(() => ({ kind: "unavailable", cause: OVER }) as const);
  let saved = 0;
  await inParallel(verdicts, AT_ONCE, async ({ task }) => {
    const { shard, places } = task;
    const kept = workOf(task);
    if (kept === undefined || disk.stat(places.work)?.kind !== "directory") return;
    const end = deadline.isOver()
      ? await over
      : await Promise.race([store.saveWork(kept, places.work), over]);
    if (end.kind !== "unavailable") saved += 1;
    else unsaved.push({ id: shard.id, why: end.cause });
  });
  return { saved, unsaved };
}
