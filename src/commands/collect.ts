import type { CollectAnswer, CollectedShard } from "../core/answers.ts";
import { answerCollect } from "../core/answers.ts";
import { EXIT } from "../core/problem.ts";
import type { Hand } from "../run/commit.ts";
import { thisProcess } from "../run/processes.ts";
import { survey, type Verdict } from "../survey/survey.ts";
import { bringAll } from "./bring-all.ts";
import { recordBadEntries } from "./failed.ts";
import { handOf } from "./hand.ts";
import type { Invocation } from "./invocation.ts";
import { openJob, type Job } from "./open.ts";
import type { Answered } from "./plan.ts";
import { clearPlace, sweepHere } from "./prepare.ts";

/** An entry that is lost may have an older one behind it; one that cannot be revoked would come up for ever. */
const ROUNDS = 3;

/**
 * Proves that every shard is done, here or in the store, and brings those that are not here. An entry that proves to be
 * lost or damaged is revoked, and its shard is missing unless another entry takes its place.
 */
export async function collect(invocation: Invocation): Promise<Answered<CollectAnswer>> {
  const isStep = invocation.surface === "actions";
  const job = await openJob(invocation, {
    runs: false,
    brings: true,
    defaults: { fetch: "all" },
    ...(isStep && { shared: "collect" }),
  });
  const hand = handOf(invocation, thisProcess());
  await sweepHere(invocation, hand, job.verdicts);
  const found = new Map<string, CollectedShard>();
  let open = job.verdicts;
  for (let round = 1; open.length > 0; round += 1) {
    const lost = await collectOnce(invocation, hand, { job, verdicts: open, found });
    if (round === ROUNDS) break;
    open = await survey(
      job.context,
      lost.map(({ task }) => task),
    );
    open = open.filter(({ reason }) => reason === "done" || reason === "done-in-store");
  }
  const answer = answerCollect(job.tasks.flatMap(({ shard }) => found.get(shard.id) ?? []));
  const isGood = answer.missingCount <= job.definition.allowMissing;
  return { answer, job, exitCode: isGood ? EXIT.done : EXIT.checkpoint };
}

interface Round {
  readonly job: Job;
  readonly verdicts: readonly Verdict[];
  readonly found: Map<string, CollectedShard>;
}

/** Writes what became of each shard into `found`. Gives those whose entry proved to be lost. */
async function collectOnce(
  invocation: Invocation,
  hand: Hand,
  { job, verdicts, found }: Round,
): Promise<readonly Verdict[]> {
  const brings = job.definition.fetch !== "none";
  const note = (verdict: Verdict, outcome: CollectedShard["outcome"], why?: string): void => {
    const { id, checkpoint } = verdict.task.shard;
    const { reason } = verdict;
    found.set(id, { id, checkpoint, outcome, reason, ...(why !== undefined && { why }) });
  };
  const stored: Verdict[] = [];
  for (const verdict of verdicts) {
    if (verdict.kind !== "skip") note(verdict, "missing", verdict.detail);
    else if (verdict.reason === "done-in-store") stored.push(verdict);
    else note(verdict, "here");
  }
  const lost: Verdict[] = [];
  const all = await bringAll(hand, job.store, { verdicts: brings ? stored : [] });
  await recordBadEntries(invocation, job.store.label, all);
  for (const { verdict, brought } of all) {
    if (brought.kind === "brought") note(verdict, "brought");
    else note(verdict, "missing", brought.kind === "lost" ? brought.why : brought.cause);
    if (brought.kind === "lost") lost.push(verdict);
  }
  for (const verdict of stored) {
    if (!brings) note(verdict, "in-store");
    if (found.get(verdict.task.shard.id)?.outcome !== "brought")
      await clearPlace(invocation, hand, verdict);
  }
  return lost;
}
