import { inParallel } from "../../core/text/parallel.ts";
import type { Writer } from "../../protocol/writer.ts";
import { signalled } from "../../run/schedule/exit-deadline.ts";
import type { Stop } from "../../run/schedule/stop.ts";
import type { Entry, Store } from "../../store/store.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import { bring, type Brought } from "./bring.ts";

/** More at once would only share the same line. */
const AT_ONCE = 8;

/** A shard that a store has, and what became of bringing it. */
export interface BroughtShard {
  readonly verdict: Verdict;
  readonly brought: Brought;
}

/** Brings the entry of each shard, several at once. A signal ends it: what is not here by then is left out. */
export async function bringAll(
  writer: Writer,
  store: Store,
  { verdicts, stop }: { readonly verdicts: readonly Verdict[]; readonly stop?: Stop },
): Promise<readonly BroughtShard[]> {
  const stopped = stop === undefined ? new Promise<undefined>(() => undefined) : signalled(stop);
  const isOver = (): boolean => stop?.cause()?.kind === "signal";
  const answers = await inParallel(verdicts.flatMap(withEntry), AT_ONCE, async (one) => {
    if (isOver()) return [];
    const { verdict, entry } = one;
    const brought = await Promise.race([bring(writer, store, verdict.task, entry), stopped]);
    return brought === undefined ? [] : [{ verdict, brought }];
  });
  return answers.flat();
}

function withEntry(verdict: Verdict): readonly { verdict: Verdict; entry: Entry }[] {
  return verdict.entry === undefined ? [] : [{ verdict, entry: verdict.entry }];
}
