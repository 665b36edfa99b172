import type { Hand } from "../run/commit.ts";
import type { Ledger } from "../run/ledger.ts";
import { survey } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { saveUnsaved, type Deadline } from "./save.ts";

/** The saves of a run, and how long there is time for them. */
export interface Saving {
  readonly job: Job;
  readonly ledger: Ledger;
  readonly deadline: Deadline;
}

/**
 * Tries once more, before the run's runner may be gone, what the run could not save. Afterwards the ledger holds what is
 * still unsaved; what a signal cuts off stays in it.
 */
export async function saveAgain(
  invocation: Invocation,
  hand: Hand,
  { job, ledger, deadline }: Saving,
): Promise<void> {
  const ids = new Set(ledger.unsaved().map(({ id }) => id));
  if (ids.size === 0) return;
  const tasks = job.tasks.filter(({ shard }) => ids.has(shard.id));
  // What this run was forced to make is made.
  const surveyed = survey({ ...job.context, forced: new Set() }, tasks);
  const verdicts = await Promise.race([surveyed, deadline.over]);
  if (verdicts === undefined) return;
  const late = await saveUnsaved(invocation, hand, { store: job.store, verdicts }, deadline);
  ledger.takeUnsaved();
  if (late.saved > 0) ledger.addSaved(late.bytes, late.saved);
  for (const unsaved of late.unsaved) ledger.addUnsaved(unsaved);
}
