import { decisionRules, look } from "../../checkpoint/look.ts";
import { listedPresence } from "../../checkpoint/presence.ts";
import { targetOf, type Verdict } from "../../checkpoint/survey.ts";
import type { Task } from "../../checkpoint/tasks.ts";
import { answerRun, type RunAnswer } from "../../core/answers/answers.ts";
import { fingerprintEvidence } from "../../core/decide/evidence.ts";
import { isAsMarked, type CheckpointFacts } from "../../core/decide/facts.ts";
import { countStates, stateOf, type ShardState } from "../../core/decide/state.ts";
import { isOver } from "../../core/model/start-record.ts";
import type { Liveness } from "../../core/ownership/liveness.ts";
import { EXIT } from "../../core/text/problem.ts";
import type { Invocation } from "../../job/invocation.ts";
import { handsOver } from "../../job/hand-over.ts";
import type { Job } from "../../job/open.ts";
import { ownerLooks, type LookAtOwner } from "../../job/owners.ts";
import { thisProcess } from "../../machine/processes.ts";
import { isSameProcess } from "../../protocol/claims.ts";
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
    ...(await countOpen(invocation, job, all)),
  });
}

/** The time that the commands of skipped shards once took, in seconds. */
function secondsSaved(verdicts: readonly Verdict[], results: Results): number {
  const skipped = verdicts.filter(({ task }) => results.get(task.shard.id)?.outcome === "skipped");
  return skipped.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}

type Counted = Pick<RunAnswer, "inProgress" | "states">;

/** What the shards are in now. What lies there of those that are not done is looked at again. */
async function countOpen(
  invocation: Invocation,
  { tasks, context }: Job,
  results: readonly Result[],
): Promise<Counted> {
  const { disk } = invocation;
  const isOpen = ({ outcome }: Result): boolean => outcome === "failed" || outcome === "stopped";
  const open = new Map(results.filter(isOpen).map((result) => [result.id, result]));
  const rules = { ...decisionRules(context), depth: "size" as const };
  const isThere = listedPresence(disk);
  const lookAtOwner = ownerLooks(invocation);
  const states: ShardState[] = results.filter((one) => !isOpen(one)).map(() => "done");
  let inProgress = 0;
  for (const task of tasks) {
    const result = open.get(task.shard.id);
    if (result === undefined) continue;
    const facts = await look(disk, targetOf(task), rules, isThere);
    const isLeft = isLeftThere(result, facts);
    if (isLeft) inProgress += 1;
    const owner = await ownerElsewhere(task, facts, lookAtOwner);
    states.push(stateAtEnd({ result, facts, owner, isLeft }, task, context));
  }
  return { inProgress, states: countStates(states) };
}

/** A forced shard that was not started is done without `force`. */
function isLeftThere({ reason, attempts }: Result, facts: CheckpointFacts): boolean {
  const isUntouched = reason === "forced" && attempts === 0 && !facts.started;
  if (isUntouched && isAsMarked(facts)) return false;
  return facts.checkpoint !== "absent" || facts.started;
}

/** The run that has a shard now; what this run has left open, nobody has. */
async function ownerElsewhere(
  { paths }: Task,
  { startRecord }: CheckpointFacts,
  lookAtOwner: LookAtOwner,
): Promise<{ readonly liveness: Liveness } | undefined> {
  if (startRecord === undefined || isOver(startRecord)) return undefined;
  const isOwn = isSameProcess(startRecord.owner, thisProcess());
  return isOwn ? { liveness: "gone" } : lookAtOwner(startRecord, paths.started);
}

interface AtEnd {
  readonly result: Result;
  readonly facts: CheckpointFacts;
  readonly owner: { readonly liveness: Liveness } | undefined;
  readonly isLeft: boolean;
}

function stateAtEnd(
  { result, facts, owner, isLeft }: AtEnd,
  { fingerprint }: Task,
  { definition }: Job["context"],
): ShardState {
  const { outcome, decision, reason } = result;
  if (outcome === "failed") return "failed";
  const state = stateOf({ kind: decision, reason, inProgress: isLeft, facts, owner });
  if (state !== "stale") return state;
  const { changedParts, unknownParts } = fingerprintEvidence(
    facts,
    fingerprint,
    definition.rerunOn,
  );
  // Another run has finished it meanwhile.
  return changedParts.length + unknownParts.length === 0 ? "done" : state;
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
