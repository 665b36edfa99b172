import { staleOf } from "../core/places.ts";
import { dirname } from "node:path";
import type { StatusRules } from "../core/status.ts";
import { describe } from "../core/problem.ts";
import { measure } from "../files/measure.ts";
import { inspect } from "../survey/inspect-lazily.ts";
import { finish, renewMarker, tidyUp, type Hand } from "../run/commit.ts";
import { isAbandoned } from "../run/leftovers.ts";
import { signalled } from "../run/leaving.ts";
import type { Stop } from "../run/stop.ts";
import type { Said } from "../run/witness.ts";
import type { Store } from "../store/store.ts";
import type { Task, Verdict } from "../survey/survey.ts";
import { bring } from "./fetch.ts";
import type { Invocation } from "./invocation.ts";
import type { Job } from "./open.ts";

/**
 * Gives adopted checkpoints full markers, and moved ones a marker that knows their new place; takes away what a crash
 * right after a marker has left.
 */
export async function settleSkipped(invocation: Invocation, hand: Hand, job: Job): Promise<void> {
  for (const verdict of job.verdicts) {
    if (verdict.kind !== "skip") continue;
    const { reason, observed, task } = verdict;
    try {
      if (reason === "adopted-marker" || reason === "adopted-status")
        await adopt(invocation, hand, { task, by: job.by, rules: job.definition.status });
      else if (reason === "done" && observed.moved) await remeasure(hand, verdict);
      if (reason === "done" && isAbandoned(observed.startRecord)) await tidyUp(hand, task.places);
    } catch (error) {
      // The proof stands without it; a read-only folder must not fail a good run.
      invocation.reporter.warn(`[${task.shard.id}] its marker was not renewed: ${describe(error)}`);
    }
  }
}

/** Writes a full marker for a checkpoint that Donemark did not see being made. */
export async function adopt(
  invocation: Invocation,
  hand: Hand,
  { task, by, rules }: Pick<Job, "by"> & { readonly task: Task; readonly rules: StatusRules },
): Promise<void> {
  await finish(hand, task, {
    said: await sayOf(hand, task, rules),
    seconds: 0,
    finishedAt: new Date(invocation.now()).toISOString(),
    by,
    adopted: true,
  });
}

/** What the checkpoint says about itself, for its marker. */
async function sayOf({ disk }: Hand, { places }: Task, rules: StatusRules): Promise<Said> {
  if (disk.stat(places.checkpoint)?.kind === "directory") return { format: "directory" };
  const { format, status, version } = await inspect(disk, places.checkpoint, rules);
  return {
    format,
    ...(status !== undefined && { status }),
    ...(version !== undefined && { version }),
  };
}

async function remeasure(hand: Hand, { task, observed }: Verdict): Promise<void> {
  const found = measure(hand.disk, task.places.checkpoint);
  if (found.kind !== "measured" || observed.full === undefined) return;
  const { full } = observed;
  const checkpoint = { ...full.checkpoint, ...found.measure };
  await renewMarker(hand, task.places, { ...full, checkpoint });
}

/** A shard that a store has, and what became of bringing it. */
export interface Missing {
  readonly verdict: Verdict;
  readonly why: string;
}

/**
 * Deals with shards that are done in the store. As `fetch` says, they are brought; where they are not, whatever else
 * lies at the checkpoint's path is set aside with its marker, so that no later step reads another generation's file.
 * Gives the shards whose entry proved to be lost: they are to run. A signal ends it.
 */
export async function settleStored(
  invocation: Invocation,
  hand: Hand,
  { job, stop }: { readonly job: Job; readonly stop: Stop },
): Promise<readonly Missing[]> {
  const lost: Missing[] = [];
  const stopped = signalled(stop);
  for (const verdict of job.verdicts) {
    const { entry, task } = verdict;
    if (verdict.reason !== "done-in-store" || entry === undefined) continue;
    if (job.definition.fetch === "none") {
      await clearPlace(invocation, hand, verdict);
      continue;
    }
    const brought = await Promise.race([bring(hand, job.store, task, entry), stopped]);
    if (brought === undefined) break;
    if (brought.kind === "brought") continue;
    const why = brought.kind === "lost" ? brought.why : brought.cause;
    invocation.reporter.warn(`[${task.shard.id}] was not brought from ${job.store.label}: ${why}`);
    if (brought.kind === "lost") lost.push({ verdict, why });
    else await clearPlace(invocation, hand, verdict);
  }
  return lost;
}

/** Whatever is not the entry of the store must not lie where the shard's checkpoint belongs. */
async function clearPlace(
  { reporter }: Invocation,
  { disk }: Hand,
  { task, observed }: Verdict,
): Promise<void> {
  if (observed.checkpoint === "absent" && observed.marker === "none") return;
  const { marker, checkpoint } = task.places;
  try {
    if (disk.exists(checkpoint)) {
      await disk.removeTree(staleOf(checkpoint));
      await disk.rename(checkpoint, staleOf(checkpoint));
    }
    // Only after it: a checkpoint that has lost its marker could be adopted.
    await disk.unlink(marker);
    await disk.syncDirectory(dirname(checkpoint));
  } catch (error) {
    reporter.warn(
      `[${task.shard.id}] is done in the store, but another generation's file lies at ${checkpoint} and cannot be set aside: ${describe(error)}`,
    );
  }
}

/** A forced shard's earlier entries must never be found again. */
export async function revokeForced(
  invocation: Invocation,
  store: Store,
  verdicts: readonly Verdict[],
): Promise<void> {
  for (const { reason, entry, task } of verdicts) {
    if (reason !== "forced" || entry === undefined) continue;
    const revoked = await store.revoke(entry);
    if (revoked.kind === "unavailable") {
      invocation.reporter.warn(
        `[${task.shard.id}] its earlier entry could not be revoked: ${revoked.cause}`,
      );
    }
  }
}
