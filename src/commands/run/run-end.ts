import { decisionRules, look } from "../../checkpoint/look.ts";
import { listedPresence } from "../../checkpoint/presence.ts";
import { targetOf, type Verdict } from "../../checkpoint/survey.ts";
import { answerRun, type RunAnswer } from "../../core/answers/answers.ts";
import { isAsMarked } from "../../core/decide/facts.ts";
import { EXIT } from "../../core/text/problem.ts";
import type { Invocation } from "../../job/invocation.ts";
import { handsOver } from "../../job/hand-over.ts";
import type { Job } from "../../job/open.ts";
import type { Result, Results } from "../../run/results.ts";
import type { StopCause } from "../../run/schedule/stop.ts";

/** The answer of a run, from its results, in the order of the shards. */
export async function answerOf(
  invocation: Invocation,
  job: Job,
  results: Results,
): Promise<RunAnswer> {
  const order = new Map(job.tasks.map(({ shard }, place) => [shard.id, place]));
  const all = results.all().toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return answerRun(all, {
    saved: results.saved().entries,
    unsaved: results.unsaved(),
    handsOver: handsOver(job),
    secondsSaved: secondsSaved(job.verdicts, results),
    inProgress: await countInProgress(invocation, job, all),
  });
}

/** The time that the commands of skipped shards once took, in seconds. */
function secondsSaved(verdicts: readonly Verdict[], results: Results): number {
  const skipped = verdicts.filter(({ task }) => results.get(task.shard.id)?.outcome === "skipped");
  return skipped.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

async function countInProgress(
  { disk }: Invocation,
  { tasks, context }: Job,
  results: readonly Result[],
): Promise<number> {
  const isOpen = ({ outcome }: Result): boolean => outcome === "failed" || outcome === "stopped";
  const isUntouched = ({ reason, attempts }: Result): boolean =>
    reason === "forced" && attempts === 0;
  const open = new Map(results.filter(isOpen).map((result) => [result.id, result]));
  const rules = { ...decisionRules(context), depth: "size" as const };
  const isThere = listedPresence(disk);
  let inProgress = 0;
  for (const task of tasks) {
    const result = open.get(task.shard.id);
    if (result === undefined) continue;
    const facts = await look(disk, targetOf(task), rules, isThere);
    // A forced shard that was not started is done without `force`.
    const isDone = isUntouched(result) && isAsMarked(facts) && !facts.started;
    if (!isDone && (facts.checkpoint !== "absent" || facts.started)) inProgress += 1;
  }
  return inProgress;
}

/** What makes a run fail although its shards are done. */
export interface Undelivered {
  /** A finished shard was to be brought to this disk and was not. */
  readonly isUnbrought: boolean;
  /** Other jobs take the results from the store, and a finished shard is not there. */
  readonly isUnsaved: boolean;
}

/** The exit code of a run. */
export function exitOf(
  answer: RunAnswer,
  cause: StopCause | undefined,
  { isUnbrought, isUnsaved }: Undelivered,
): number {
  if (cause?.kind === "signal") return cause.signal === "SIGINT" ? 130 : 143;
  const isFault = cause?.kind === "fault" || cause?.kind === "crash";
  if (answer.failed > 0 || isFault) return EXIT.failed;
  if (answer.blocked > 0 || isUnsaved) return EXIT.checkpoint;
  if (!answer.allDone) return EXIT.remaining;
  return isUnbrought ? EXIT.checkpoint : EXIT.done;
}
