import type { Unsaved } from "../core/model/unsaved.ts";
import type { Writer } from "../protocol/writer.ts";
import type { Results } from "../run/results.ts";
import { survey } from "../checkpoint/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";
import { saveUnsaved, type Deadline, type SavedLate } from "./save-late.ts";

/** The saves of a run, and how long there is time for them. */
export interface Saving {
  readonly job: Job;
  readonly results: Results;
  readonly deadline: Deadline;
}

/**
 * Tries once more, before the run's runner may be gone, what the run could not save. Afterwards the results hold what is
 * still unsaved; what a signal cuts off stays in it.
 */
export async function saveAgain(
  invocation: Invocation,
  writer: Writer,
  { job, results, deadline }: Saving,
): Promise<void> {
  const late = await saveRest(invocation, writer, { job, deadline, unsaved: results.unsaved() });
  results.takeUnsaved();
  if (late.saved > 0) results.addSaved(late.bytes, late.saved);
  for (const unsaved of late.unsaved) results.addUnsaved(unsaved);
}

/** The shards that were not saved, and how long there is time for them. */
export interface Rest {
  readonly job: Job;
  readonly unsaved: readonly Unsaved[];
  readonly deadline: Deadline;
}

/** Asks the store once more for shards that were not saved, and saves those that are not there. */
export async function saveRest(
  invocation: Invocation,
  writer: Writer,
  { job, unsaved, deadline }: Rest,
): Promise<SavedLate> {
  const before = new Map(unsaved.map(({ id, why }) => [id, why]));
  if (before.size === 0) return { saved: 0, bytes: 0, unsaved };
  const tasks = job.tasks.filter(({ shard }) => before.has(shard.id));
  // Shards that this run was forced to make are made: they are not forced again.
  const surveyed = survey({ ...job.context, forced: new Set() }, tasks);
  const verdicts = await Promise.race([surveyed, deadline.over]);
  if (verdicts === undefined) return { saved: 0, bytes: 0, unsaved };
  const late = await saveUnsaved(invocation, writer, { store: job.store, verdicts }, deadline);
  // One that does not count as done any more is not in the store either.
  const undone = verdicts.filter(({ kind }) => kind !== "skip").map(({ task }) => task.shard.id);
  const still = undone.map((id) => ({ id, why: before.get(id) ?? "" }));
  return { ...late, unsaved: [...late.unsaved, ...still] };
}
