import type { ProcessMark } from "../core/start-record.ts";
import { unsavedLines, unsavedWorkLines } from "../core/unsaved.ts";
import { endProcesses, findTagged, isAlive, thisProcess } from "../run/processes.ts";
import type { Verdict } from "../survey/survey.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob } from "./open.ts";
import { openDeadline, saveUnsaved } from "./save.ts";
import { saveWork } from "./save-work.ts";

/** What finds the processes of a run again. */
export interface CutOff {
  readonly runTag: string;
  readonly owner: ProcessMark;
  readonly stopGraceMs: number;
}

/** A main step that was never told to stop gets this long to stop in good order. */
const MAIN_GRACE_MS = 10_000;

/** Ends what a cut-off run has left: main first, then every process of its commands, wherever it went. */
export async function endRun({ runTag, owner, stopGraceMs }: CutOff): Promise<number> {
  if (isAlive(owner)) await endProcesses([owner], { graceMs: MAIN_GRACE_MS });
  const left = findTagged("DONEMARK_RUN", runTag);
  if (left.length > 0) await endProcesses(left, { graceMs: stopGraceMs });
  return left.length;
}

/** What was saved after the end of a run. */
export interface Finished {
  /** Finished shards. */
  readonly saved: number;
  /** Unfinished shards whose work was saved. */
  readonly work: number;
  /** What was not saved, in words. */
  readonly warnings: readonly string[];
}

/**
 * Saves what is done and not yet in the store, then the work of the shards that the run was cut off in, until `untilMs`.
 * @throws {Error} where the shards cannot be read by then.
 */
export async function finishSaves(
  invocation: Invocation,
  { runTag }: CutOff,
  untilMs: number,
): Promise<Finished> {
  const deadline = openDeadline(invocation, untilMs);
  try {
    const job = await Promise.race([deadline.over, openJob(invocation, { runs: false })]);
    if (job === undefined) {
      throw new Error(
        "the time for it was over before all shards were looked at: what is not in the store yet is saved by the next run on this disk",
      );
    }
    const hand = handOf(invocation, thisProcess());
    const late = await saveUnsaved(invocation, hand, job, deadline);
    // A cancelled main step leaves no time for it.
    const verdicts = job.verdicts.filter((verdict) => isCutOff(verdict, runTag));
    const work = await saveWork(invocation, { store: job.store, verdicts }, deadline);
    const { label } = job.store;
    const warnings = [
      ...unsavedLines(late.unsaved, label),
      ...unsavedWorkLines(work.unsaved, label),
    ];
    return { saved: late.saved, work: work.saved, warnings };
  } finally {
    deadline.release();
  }
}

/** Work that was handed on and failed is not handed on again. */
function isCutOff({ kind, observed }: Verdict, runTag: string): boolean {
  const record = observed.startRecord;
  if (kind === "skip" || record?.runTag !== runTag) return false;
  return !(record.resumed && record.ended === true);
}
