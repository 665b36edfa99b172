import type { Reason } from "./reasons.ts";
import { countStates, type ShardState, type StateCounts } from "./state.ts";

/** The facts of a shard that counts are made from. */
export interface Countable {
  readonly kind: "skip" | "run" | "resume" | "blocked";
  readonly reason: Reason;
  readonly inProgress: boolean;
  readonly state: ShardState;
}

/** The counts of every summary. */
export interface Counts {
  readonly total: number;
  readonly done: number;
  /** Not done, with a checkpoint, a start record or a part present. */
  readonly inProgress: number;
  /** Of those to run, how many go on from their work. */
  readonly resumable: number;
  /** Number of shards that would run now, in progress or not. */
  readonly pending: number;
  readonly blocked: number;
  /** The number of shards in each state. */
  readonly states: StateCounts;
}

export function countVerdicts(verdicts: readonly Countable[]): Counts {
  const of = (test: (verdict: Countable) => boolean): number => verdicts.filter(test).length;
  return {
    total: verdicts.length,
    done: of(({ kind }) => kind === "skip"),
    inProgress: of(({ inProgress }) => inProgress),
    resumable: of(({ kind }) => kind === "resume"),
    pending: of(({ kind }) => kind === "run" || kind === "resume"),
    blocked: of(({ kind }) => kind === "blocked"),
    states: countStates(verdicts.map(({ state }) => state)),
  };
}

/** Number of shards with each reason, the most frequent first. */
export function countReasons(
  verdicts: readonly Countable[],
): readonly (readonly [Reason, number])[] {
  const counts = new Map<Reason, number>();
  for (const { reason } of verdicts) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
