import type { StaleResults } from "../core/answers/stale.ts";
import { fullMarker, isAsMarked } from "../core/decide/facts.ts";
import type { Verdict } from "../checkpoint/survey.ts";

/** `undefined` where none becomes stale. */
export function staleResults(verdicts: readonly Verdict[]): StaleResults | undefined {
  const stale = verdicts.filter(isStale);
  if (stale.length === 0) return undefined;
  const changes = new Map<string, number>();
  for (const verdict of stale) {
    const change = changeOf(verdict);
    changes.set(change, (changes.get(change) ?? 0) + 1);
  }
  return {
    results: stale.length,
    seconds: stale.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    changes: [...changes].toSorted((a, b) => b[1] - a[1]),
  };
}

/** A whole result of this shard, which only its fingerprint speaks against. */
function isStale({ kind, reason, facts }: Verdict): boolean {
  const isToRun = kind === "run" || kind === "resume";
  return (
    isToRun && reason.endsWith("-changed") && fullMarker(facts) !== undefined && isAsMarked(facts)
  );
}

const CHANGED = "changed since it was marked";

/** The clause of the detail that names what has changed. */
function changeOf({ reason, detail }: Verdict): string {
  const clause = detail.split("; ").find((one) => one.endsWith(CHANGED));
  return clause ?? `its ${reason.slice(0, -"-changed".length)} ${CHANGED}`;
}
