import { ownFolder, staleOf } from "../core/places.ts";
import { dirname } from "node:path";
import type { StatusRules } from "../core/status.ts";
import type { Unsaved } from "../core/unsaved.ts";
import { describe } from "../core/problem.ts";
import { syncNames } from "../files/durable.ts";
import { measure } from "../files/measure.ts";
import { inspect } from "../survey/inspect-lazily.ts";
import { finish, renewMarker, tidyUp, type Hand } from "../run/commit.ts";
import { isAbandoned, sweepTemporaries } from "../run/leftovers.ts";
import { scratchFolder } from "../run/program.ts";
import type { Stop } from "../run/stop.ts";
import type { Said } from "../run/witness.ts";
import type { Store } from "../store/store.ts";
import { survey, type Task, type Verdict } from "../survey/survey.ts";
import { bringAll } from "./bring-all.ts";
import { recordBadEntries, recordBadMarked } from "./failed.ts";
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

/**
 * Deals with shards that are done in the store. As `fetch` says, they are brought; where they are not, whatever else
 * lies at the checkpoint's path is set aside with its marker, so that no later step reads another generation's file.
 * Gives the shards whose entry proved to be lost: they are to run. A signal ends it.
 */
async function settleStored(
  invocation: Invocation,
  hand: Hand,
  { job, stop }: { readonly job: Job; readonly stop?: Stop },
): Promise<Pick<Settled, "unbrought"> & { readonly lost: readonly Verdict[] }> {
  const { reporter } = invocation;
  const stored = job.verdicts.filter(({ reason }) => reason === "done-in-store");
  if (job.definition.fetch === "none") {
    for (const verdict of stored) await clearPlace(invocation, hand, verdict);
    return { lost: [], unbrought: [] };
  }
  const lost: Verdict[] = [];
  const unbrought: Unsaved[] = [];
  const all = await bringAll(hand, job.store, { verdicts: stored, ...(stop && { stop }) });
  await recordBadEntries(invocation, job.store.label, all);
  for (const { verdict, brought } of all) {
    if (brought.kind === "brought") continue;
    const { id } = verdict.task.shard;
    if (brought.kind === "lost") {
      reporter.warn(`[${id}] was not brought from ${job.store.label}: ${brought.why}`);
      lost.push(verdict);
    } else {
      unbrought.push({ id, why: brought.cause });
      await clearPlace(invocation, hand, verdict);
    }
  }
  return { lost, unbrought };
}

/** Removes what killed steps have left in the making, beside these shards and in Donemark's own folders. */
export async function sweepHere(
  { workspace, env, now }: Invocation,
  { disk }: Hand,
  verdicts: readonly Verdict[],
): Promise<void> {
  const { RUNNER_TEMP: temporary = "" } = env;
  const places = verdicts.flatMap(({ task }) => [task.places.checkpoint, task.places.work]);
  const folders = [
    ownFolder(workspace),
    scratchFolder(workspace),
    ...places.map((path) => dirname(path)),
  ];
  // Archives in the making lie there, each as large as its checkpoint; a runner empties it for the next job only.
  if (temporary !== "") folders.push(temporary);
  await sweepTemporaries(disk, new Set(folders), now());
}

/** What is left to do once all that is done has been dealt with. */
export interface Settled {
  /** Shards whose entry proved to be lost. */
  readonly lost: ReadonlySet<Verdict>;
  /** What is decided for them now. */
  readonly again: readonly Verdict[];
  /** Shards that are done in the store and that `fetch` asks for, and are not here, with the cause. */
  readonly unbrought: readonly Unsaved[];
}

/** Makes folders last that others have made, before anything that lies in them is said to last. */
export async function settleFolders(
  { disk }: Pick<Hand, "disk">,
  verdicts: readonly Verdict[],
): Promise<void> {
  const open = verdicts.filter(({ kind, reason }) => kind !== "skip" || reason !== "done");
  const places = open.flatMap(({ task }) => [task.places.checkpoint, task.places.work]);
  await syncNames(disk, places.map(dirname));
}

/** Deals with everything that is not to run. */
export async function settle(
  invocation: Invocation,
  hand: Hand,
  { job, stop }: { readonly job: Job; readonly stop?: Stop },
): Promise<Settled> {
  await recordBadMarked(invocation, job.verdicts);
  await settleFolders(hand, job.verdicts);
  await settleSkipped(invocation, hand, job);
  const { lost, unbrought } = await settleStored(invocation, hand, { job, ...(stop && { stop }) });
  await revokeForced(invocation, job.store, job.verdicts);
  const again = await survey(
    job.context,
    lost.map(({ task }) => task),
  );
  return { lost: new Set(lost), again, unbrought };
}

/** What runs now, what failed last time at the end. */
export function toRun(verdicts: readonly Verdict[]): readonly Verdict[] {
  const open = verdicts.filter(isToRun);
  const hasFailed = ({ observed }: Verdict): boolean => observed.startRecord?.failure !== undefined;
  return [...open.filter((verdict) => !hasFailed(verdict)), ...open.filter(hasFailed)];
}

export function isToRun({ kind }: Verdict): boolean {
  return kind === "run" || kind === "resume";
}

/** Whatever is not the entry of the store must not lie where the shard's checkpoint belongs. */
export async function clearPlace(
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
      // Durably before its marker goes: a checkpoint that has lost its marker could be adopted.
      await disk.syncDirectory(dirname(checkpoint));
    }
    if (await disk.unlink(marker)) await disk.syncDirectory(dirname(checkpoint));
  } catch (error) {
    reporter.warn(
      `[${task.shard.id}] is done in the store, but another generation's file lies at ${checkpoint} and cannot be set aside: ${describe(error)}`,
    );
  }
}

/** A forced shard's earlier entries must never be found again. */
async function revokeForced(
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
