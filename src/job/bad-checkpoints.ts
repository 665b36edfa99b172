import {
  recordFailed,
  readLastFailed,
  type BadCheckpoint,
} from "../files/bad-checkpoint-record.ts";
import { lineOf, objectionTo } from "../core/decide/decide.ts";
import type { CheckpointFacts } from "../core/decide/facts.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { BroughtShard } from "./reconcile/bring-all.ts";
import type { Invocation } from "./invocation.ts";

/** Says which checkpoints were found bad last, before this run adds its own. */
export function tellLastFailed(invocation: Invocation): void {
  const records = readLastFailed(invocation);
  if (records.length === 0) return;
  invocation.reporter.info("Found bad lately, as .donemark/failed.jsonl has it:");
  for (const { path, reason, time } of records)
    invocation.reporter.info(`  ${time}  ${path}  ${reason}`);
}

/** Records the marked checkpoints that are not what their marker says. */
export async function recordBadMarked(
  invocation: Invocation,
  verdicts: readonly Verdict[],
): Promise<void> {
  const found = verdicts.flatMap(({ task, facts }): readonly BadCheckpoint[] => {
    const reason = faultOf(facts);
    return reason === undefined ? [] : [{ path: task.paths.checkpoint, reason }];
  });
  await recordFailed(invocation, found);
}

/** Records entries that came from a store and were not what their markers say. */
export async function recordBadEntries(
  invocation: Invocation,
  label: string,
  all: readonly BroughtShard[],
): Promise<void> {
  const found = all.flatMap(({ verdict, brought }): readonly BadCheckpoint[] => {
    if (brought.kind !== "lost" || !brought.isBad) return [];
    const reason = lineOf({
      word: "damaged",
      sentence: `as it came from ${label}, ${brought.why}`,
    });
    return [{ path: verdict.task.paths.checkpoint, reason }];
  });
  await recordFailed(invocation, found);
}

/** The objection to a marked checkpoint in one line; `undefined` where there is no marker, or no objection. */
function faultOf(facts: CheckpointFacts): string | undefined {
  const { marker, checkpoint } = facts;
  const isMarked = marker.kind === "full" || marker.kind === "empty";
  if (!isMarked || checkpoint === "absent") return undefined;
  const objection = objectionTo(facts, { isVouchedFor: true });
  // A checkpoint of a newer version is not a bad one, and neither is one that nobody could read.
  const isBad =
    objection !== undefined && objection.word !== "incompatible" && objection.word !== "unreadable";
  return isBad ? lineOf(objection) : undefined;
}
