import type { Verdict } from "../checkpoint/survey.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Store, Wanted } from "../store/store.ts";
import { isToRun } from "./reconcile/to-run.ts";

/** Ids of shards that are to run and failed last time, on this disk or, as the store remembers, on another one. */
export async function failedBefore(
  store: Store,
  verdicts: readonly Verdict[],
): Promise<ReadonlySet<string>> {
  const open = verdicts.filter(isToRun);
  const here = open.filter(({ facts }) => facts.startRecord?.failure !== undefined);
  const ids = new Set(here.map(({ task }) => task.shard.id));
  if (store.failures === undefined || open.length === 0) return ids;
  try {
    const there = await store.failures.find(wantedOf(open));
    return new Set([...ids, ...there]);
  } catch {
    // The order alone depends on it.
    return ids;
  }
}

interface Ends {
  /** What was known before the run. */
  readonly failed: ReadonlySet<string>;
  readonly verdicts: readonly Verdict[];
  readonly outcomeOf: (id: string) => string | undefined;
}

/** Has the store remember what failed in a run, and forget what is done now. Gives the trouble with it, in words. */
export async function keepFailures(
  { failures }: Pick<Store, "failures">,
  { failed, verdicts, outcomeOf }: Ends,
): Promise<string | undefined> {
  if (failures === undefined) return undefined;
  const having = (outcome: string): readonly Verdict[] =>
    verdicts.filter(({ task }) => outcomeOf(task.shard.id) === outcome);
  const over = having("done").filter(({ task }) => failed.has(task.shard.id));
  try {
    await failures.keep(wantedOf(having("failed")));
    await failures.forget(wantedOf(over));
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function wantedOf(verdicts: readonly Verdict[]): readonly Wanted[] {
  return verdicts.flatMap(({ task }) => (task.wanted === undefined ? [] : [task.wanted]));
}
