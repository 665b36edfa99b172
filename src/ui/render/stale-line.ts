import type { StaleResults } from "../../core/answers/stale.ts";
import { plural } from "../../core/text/text.ts";
import { formatCompute } from "./progress.ts";

/** Above so many changes, the rest shares one clause. */
const MOST_CHANGES = 3;

/** What becomes stale, and the line that keeps it, in one line. */
export function staleLine({ keep, ...stale }: StaleResults & { readonly keep: string }): string {
  const { results, seconds, changes } = stale;
  const shown = changes.slice(0, MOST_CHANGES);
  const rest = changes.length - shown.length;
  const clauses = shown.map(([change, amount]) =>
    changes.length === 1 ? change : `${change} (${amount})`,
  );
  const causes = [...clauses, ...(rest > 0 ? [`${rest} more changes`] : [])].join("; ");
  const took = seconds > 0 ? ` (${formatCompute(seconds)})` : "";
  const verb = results === 1 ? "becomes" : "become";
  return `${plural(results, "finished result")}${took} ${verb} stale: ${causes}. To keep what is done, stop this run and: ${keep}`;
}
