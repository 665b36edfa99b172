import type { ProcessMark } from "../core/start-record.ts";
import { endProcesses, findTagged, isAlive, thisProcess } from "../run/processes.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob } from "./open.ts";
import { saveUnsaved, type SavedLate } from "./save.ts";

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

/** Saves what is done and not yet in the store, until `untilMs`. */
export async function finishSaves(invocation: Invocation, untilMs: number): Promise<SavedLate> {
  const job = await openJob(invocation, { runs: false });
  return saveUnsaved(invocation, handOf(invocation, thisProcess()), job, untilMs);
}
