import { inParallel } from "../core/parallel.ts";
import type { Hand } from "../run/commit.ts";
import { signalled } from "../run/leaving.ts";
import type { Stop } from "../run/stop.ts";
import type { Entry, Store } from "../store/store.ts";
import type { Verdict } from "../survey/survey.ts";
import { bring, type Brought } from "./fetch.ts";

/** More at once would only share the same line. */
const AT_ONCE = 8;

/** A shard that a store has, and what became of bringing it. */
export interface BroughtShard {
  readonly verdict: Verdict;
  readonly brought: Brought;
}

/** Brings the entry of each shard, several at once. A signal ends it: what is not here by then is left out. */
export async function bringAll(
  hand: Hand,
  store: Store,
  { verdicts, stop }: { readonly verdicts: readonly Verdict[]; readonly stop?: Stop },
): Promise<readonly BroughtShard[]> {
  const stopped = stop === undefined ? new Promise<undefined>(() => undefined) : signalled(stop);
  const isOver = (): boolean => stop?.cause()?.kind === "signal";
  const answers = await inParallel(verdicts.flatMap(withEntry), AT_ONCE, async (one) => {
    if (isOver()) return [];
    const { verdict, entry } = one;
    const brought = await Promise.race([bring(hand, store, verdict.task, entry), stopped]);
    return brought === undefined ? [] : [{ verdict, brought }];
  });
  return answers.flat();
}

function withEntry(verdict: Verdict): readonly { verdict: Verdict; entry: Entry }[] {
  return verdict.entry === undefined ? [] : [{ verdict, entry: verdict.entry }];
}
