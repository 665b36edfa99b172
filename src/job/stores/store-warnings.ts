import { plural } from "../../core/text/text.ts";
import type { Store } from "../../store/store.ts";
import type { Verdict } from "../../checkpoint/survey.ts";
import type { Invocation } from "../invocation.ts";

/** Says once for each cause that a store did not answer: its shards count as not done, whatever it has. */
export function warnOfSilence(
  { reporter }: Invocation,
  store: Store,
  verdicts: readonly Verdict[],
): void {
  const shards = new Map<string, number>();
  for (const { silence } of verdicts)
    if (silence !== undefined) shards.set(silence, (shards.get(silence) ?? 0) + 1);
  for (const [cause, amount] of shards) {
    const whose = amount === verdicts.length ? "" : ` about ${plural(amount, "shard")}`;
    reporter.warn(
      `${store.label} did not answer${whose}, so that what it has counts as not done: ${cause}`,
    );
  }
}
