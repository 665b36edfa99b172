import { describe } from "../core/problem.ts";
import type { Hand } from "../run/commit.ts";
import { withFullDigest } from "../run/full-digest.ts";
import type { Verdict } from "../survey/survey.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

/** How saving what an earlier step or run could not save has gone. */
export interface SavedLate {
  readonly saved: number;
  readonly bytes: number;
  readonly unsaved: readonly { readonly id: string; readonly why: string }[];
}

/**
 * Saves every shard that is done here and not yet in the store, smallest first, as long as `untilMs` (since 1970) is
 * not over: a cancel or a crash may have come between a marker and its save.
 */
export async function saveUnsaved(
  invocation: Invocation,
  hand: Hand,
  job: Job,
  untilMs: number,
): Promise<SavedLate> {
  const unsaved: { id: string; why: string }[] = [];
  let saved = 0;
  let bytes = 0;
  for (const verdict of smallestFirst(job)) {
    const { id } = verdict.task.shard;
    const why =
      invocation.now() >= untilMs
        ? "the time for it is over"
        : await saveOne(invocation, hand, { job, verdict });
    if (why === undefined) {
      saved += 1;
      bytes += sizeOf(verdict);
    } else unsaved.push({ id, why });
  }
  return { saved, bytes, unsaved };
}

function smallestFirst({ store, verdicts }: Job): readonly Verdict[] {
  if (store.kind === "none") return [];
  const done = verdicts.filter(({ reason, entry }) => reason === "done" && entry === undefined);
  return done.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

function sizeOf({ observed }: Verdict): number {
  return observed.full?.checkpoint.sizeBytes ?? 0;
}

/** The reason why a shard was not saved; `undefined` for one that was. */
async function saveOne(
  { home }: Invocation,
  hand: Hand,
  { job, verdict }: { readonly job: Job; readonly verdict: Verdict },
): Promise<string | undefined> {
  const { task, observed } = verdict;
  if (observed.full === undefined || task.wanted === undefined) return "it has no full marker";
  try {
    const marker = await withFullDigest(hand, home, { places: task.places, marker: observed.full });
    const saved = await job.store.save({
      wanted: task.wanted,
      checkpoint: task.places.checkpoint,
      marker,
    });
    return saved.kind === "unavailable" ? saved.cause : undefined;
  } catch (error) {
    return describe(error);
  }
}
