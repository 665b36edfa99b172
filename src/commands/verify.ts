import { availableParallelism } from "node:os";
import { answerVerify, type VerifyAnswer } from "../core/verify-answer.ts";
import type { Examined } from "../core/examined.ts";
import { tellObjection } from "../core/examined.ts";
import { STARTED_SUFFIX } from "../core/marker.ts";
import { inParallel } from "../core/parallel.ts";
import { EXIT } from "../core/problem.ts";
import { parseStartRecord } from "../core/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { digestOf } from "../files/measure.ts";
import { recordFailed } from "../run/failed-record.ts";
import { checksumsInThread, digestInThread } from "../run/digest-worker.ts";
import { isBusy } from "../run/leftovers.ts";
import { thisProcess } from "../run/processes.ts";
import { readChecksums } from "../survey/checksums.ts";
import type { DeepLook } from "../survey/hold.ts";
import { readSmall } from "../survey/observe.ts";
import { examine, type Target } from "../survey/examine.ts";
import { checkpointsAt, checkpointsOfJob } from "./checkpoints.ts";
import type { Invocation } from "./invocation.ts";
import { markersOf } from "./markers.ts";

export interface VerifyOptions {
  /** Paths of checkpoints, and globs; none for all of the job. */
  readonly targets: readonly string[];
  /** Read every byte. */
  readonly deep: boolean;
  /** Called after each checkpoint. */
  readonly onProgress?: (progress: VerifyProgress) => void;
}

export interface VerifyProgress {
  readonly verified: number;
  readonly total: number;
  readonly bytesRead: number;
  readonly wrong: number;
}

export interface Verified {
  readonly answer: VerifyAnswer;
  readonly examined: readonly Examined[];
  /** Left out: a run is writing them. */
  readonly busy: number;
  readonly isDeep: boolean;
  readonly exitCode: number;
}

/**
 * Looks at each checkpoint: its structure, its marker against its bytes, its status against the rules. Changes nothing
 * but the record of bad checkpoints.
 */
export async function verify(invocation: Invocation, options: VerifyOptions): Promise<Verified> {
  const { disk, workspace, home } = invocation;
  const isJob = options.targets.length === 0;
  const chosen = await (isJob
    ? checkpointsOfJob(invocation)
    : checkpointsAt(invocation, options.targets));
  const { definition } = chosen;
  const isDeep = options.deep || definition.validate === "deep";
  const rules = {
    status: definition.status,
    markers: markersOf(invocation),
    ...(isDeep && { deep: deepLook(disk, home) }),
  };
  const targets = isJob ? withoutBusy(disk, chosen.targets) : chosen.targets;
  const progress = { verified: 0, total: targets.length, bytesRead: 0, wrong: 0 };
  options.onProgress?.(progress);
  const examined = await inParallel(targets, widthOf(invocation, definition), async (target) => {
    const one = await examine(disk, target, rules);
    progress.verified += 1;
    progress.bytesRead += one.bytesRead;
    if (one.objection !== undefined) progress.wrong += 1;
    options.onProgress?.(progress);
    return one;
  });
  await recordFailed(invocation, examined.flatMap(foundBad));
  const answer = answerVerify(workspace, examined);
  const exitCode = progress.wrong > 0 ? EXIT.checkpoint : EXIT.done;
  const busy = chosen.targets.length - targets.length;
  return { answer, examined, busy, isDeep, exitCode };
}

/**
 * What a run has in hand is not finished, and no bad checkpoint. One that is named is looked at all the same: the run's
 * own `check` may ask for it.
 */
function withoutBusy(disk: Disk, targets: readonly Target[]): readonly Target[] {
  const self = thisProcess();
  return targets.filter(({ path }) => {
    const started = path + STARTED_SUFFIX;
    return !disk.exists(started) || !isBusy(parseStartRecord(readSmall(disk, started)), self);
  });
}

/** What is not there is a wrong name, and no bad checkpoint. */
function foundBad({ path, objection }: Examined): readonly { path: string; reason: string }[] {
  if (objection === undefined || objection.verdict === "absent") return [];
  return [{ path, reason: tellObjection(objection) }];
}

const MOST_AT_ONCE = 8;

/** A definition's `parallel` is about GPUs: here it counts only where this call gives it. */
function widthOf(
  { inputs }: Invocation,
  { parallel }: { readonly parallel: number | "auto" },
): number {
  const isGiven = inputs.values["parallel"] !== undefined;
  if (isGiven && parallel !== "auto") return parallel;
  return Math.min(MOST_AT_ONCE, availableParallelism());
}

/** Up to this size a thread would take longer to start than to read. */
const THREAD_BYTES = 16 * 1024 * 1024;

function deepLook(disk: Disk, home: URL): DeepLook {
  return {
    digest: async (path, sizeBytes) =>
      sizeBytes > THREAD_BYTES ? digestInThread(home, path, "awaited") : digestOf(disk, path),
    checksums: async (path, sizeBytes) =>
      sizeBytes > THREAD_BYTES ? checksumsInThread(home, path) : readChecksums(disk, path),
  };
}
