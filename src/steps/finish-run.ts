import { isOver, mustStartOver, type ProcessMark } from "../core/model/start-record.ts";
import { unsavedLines, unsavedWorkLines } from "../ui/render/unsaved-lines.ts";
import { endProcesses, findTagged, isAlive, thisProcess } from "../machine/processes.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import { openBeatingOwnership, type Ownership } from "../job/open-ownership.ts";
import { writerOf } from "../job/writer.ts";
import type { Invocation } from "../job/invocation.ts";
import { openJob, type Job } from "../job/open.ts";
import { release } from "../protocol/end-start.ts";
import type { Writer } from "../protocol/writer.ts";
import { isQuiet } from "../run/release-starts.ts";
import { openDeadline, saveUnsaved } from "../job/save-late.ts";
import { saveWork } from "../job/save-work.ts";

/** The facts by which the processes of a run are found again. */
export interface CutOff {
  readonly runTag: string;
  readonly owner: ProcessMark;
  readonly stopGraceMs: number;
  /** Do other jobs take the results from the store? */
  readonly handsOver: boolean;
}

/** A main step that was never told to stop gets this long to stop in good order: it leaves after 4.5 s where nothing keeps it. */
const MAIN_GRACE_MS = 30_000;

/** Ends what a cut-off run has left: main first, then every process of its commands, wherever it went. */
export async function endRun({
  runTag,
  owner,
  stopGraceMs,
}: Omit<CutOff, "handsOver">): Promise<number> {
  if (isAlive(owner)) await endProcesses([owner], { graceMs: MAIN_GRACE_MS });
  const left = findTagged("DONEMARK_RUN", runTag);
  if (left.length > 0) await endProcesses(left, { graceMs: stopGraceMs });
  return left.length;
}

/** The saves after the end of a run. */
export interface Finished {
  /** Finished shards. */
  readonly saved: number;
  /** Unfinished shards whose work was saved. */
  readonly work: number;
  /** Finished shards that are not in the store, in lines for people. */
  readonly unsaved: readonly string[];
  /** The same for the work of unfinished shards. */
  readonly unsavedWork: readonly string[];
}

/**
 * Saves what is done and not yet in the store, then the work of the shards that the run was cut off in, until `untilMs`. Those
 * shards are still held meanwhile; then their start records say that they are not.
 * @throws {Error} where the shards cannot be read by then.
 */
export async function finishSaves(
  invocation: Invocation,
  cutOff: CutOff,
  untilMs: number,
): Promise<Finished> {
  const { runTag } = cutOff;
  const deadline = openDeadline(invocation, untilMs);
  try {
    const job = await Promise.race([deadline.over, openJob(invocation, { runs: false })]);
    if (job === undefined) {
      throw new Error(
        "the time for it was over before all shards were looked at: what is not in the store yet is saved by the next run on this disk",
      );
    }
    const writer = writerOf(invocation, thisProcess(), job.definition);
    // A cancelled main step leaves no time for their work.
    const verdicts = job.verdicts.filter((verdict) => isCutOff(verdict, runTag));
    const holding = await hold(invocation, { job, verdicts, cutOff });
    const late = await saveUnsaved(invocation, writer, job, deadline);
    const work = await saveWork(invocation, { ...job, verdicts }, deadline);
    await releaseCutOff(writer, verdicts, cutOff);
    await holding?.close();
    const { label } = job.store;
    return {
      saved: late.saved,
      work: work.saved,
      unsaved: unsavedLines(late.unsaved, label),
      unsavedWork: unsavedWorkLines(work.unsaved, label),
    };
  } finally {
    deadline.release();
  }
}

/** Work that failed over and over is not handed on again. */
function isCutOff({ kind, facts }: Verdict, runTag: string): boolean {
  const record = facts.startRecord;
  if (kind === "skip" || record?.runTag !== runTag) return false;
  return !mustStartOver(record);
}

/** Gives a sign of life in the place of the run, of whose end other machines and containers do not know. */
async function hold(
  invocation: Invocation,
  {
    job,
    verdicts,
    cutOff,
  }: {
    readonly job: Job;
    readonly verdicts: readonly Verdict[];
    readonly cutOff: CutOff;
  },
): Promise<Ownership | undefined> {
  if (verdicts.length === 0) return undefined;
  return openBeatingOwnership(invocation, job.definition, cutOff);
}

/** One that cannot be released stays open, as after a kill. */
async function releaseCutOff(
  writer: Writer,
  verdicts: readonly Verdict[],
  { runTag, owner }: Pick<CutOff, "runTag" | "owner">,
): Promise<void> {
  if (isAlive(owner) || !(await isQuiet(runTag))) return;
  for (const { task, facts } of verdicts) {
    const record = facts.startRecord;
    if (record !== undefined && !isOver(record))
      await release(writer, task.paths, record).catch(() => undefined);
  }
}
