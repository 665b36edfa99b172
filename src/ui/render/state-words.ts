import type { RunAnswer } from "../../core/answers/answers.ts";
import type { ShardState, StateCounts } from "../../core/decide/state.ts";
import type { Paint } from "./paint.ts";

/** The states of unfinished shards that summaries name, each with its words; the others have counts of their own. */
const WORDS = [
  ["failed", "failed"],
  ["running", "running"],
  ["unknown", "running or interrupted (not known here)"],
  ["interrupted", "interrupted"],
  ["stale", "stale"],
  ["forced", "forced"],
  ["unmarked", "unmarked"],
  ["unproven", "unproven"],
] as const satisfies readonly (readonly [ShardState, string])[];

/** A word and the number of shards that it is true of. */
type Amount = readonly [words: string, amount: number];

/** The states that any unfinished shard is in. */
export function stateCounts(states: StateCounts): readonly Amount[] {
  return WORDS.map(([state, words]): Amount => [words, states[state]]).filter(isSome);
}

/** The same at the end of a run, which counts by itself what failed in it. */
export function statesAtEnd({
  states,
  failed,
}: Pick<RunAnswer, "states" | "failed">): readonly Amount[] {
  return stateCounts(states)
    .map(([words, n]): Amount => (words === "failed" ? ["failed before", n - failed] : [words, n]))
    .filter(isSome);
}

function isSome([, amount]: Amount): boolean {
  return amount > 0;
}

/** For a line: `3 failed`. */
export function stateFacts(amounts: readonly Amount[], paint: Paint): readonly string[] {
  return amounts.map(([words, amount]) => {
    const text = `${amount} ${words}`;
    return words === "failed" ? paint("red", text) : text;
  });
}
