import type { Liveness } from "../ownership/liveness.ts";
import { formatDuration } from "../text/duration.ts";

/** The run that has started a shard and not said how that ended, as `--json` prints it. */
export interface OwnerAnswer {
  /** `unknown`: it belongs to another boot, container or machine, and one look at its last sign of life proves nothing. */
  readonly liveness: Liveness;
  readonly pid: number;
  readonly host: string | null;
  readonly startedAt: string;
  /** The time since then, by this machine's clock. */
  readonly startedSecondsAgo: number;
  /** The age of its last sign of life, by this machine's clock; `null` where none was found. */
  readonly lastSignSeconds: number | null;
}

/** Says of a shard that was started, to people, whether it runs. */
export function ownerClause(owner: OwnerAnswer): string {
  const { liveness, pid, host, startedSecondsAgo, lastSignSeconds } = owner;
  const since = formatDuration(startedSecondsAgo * 1000);
  if (liveness === "alive") return `running for ${since} (pid ${pid})`;
  const who = `its run (pid ${pid}${host === null ? "" : ` on ${host}`})`;
  const sign =
    lastSignSeconds === null
      ? "no sign of life"
      : `last sign of life ${formatDuration(lastSignSeconds * 1000)} ago`;
  if (liveness === "gone") return `interrupted: started ${since} ago, and ${who} is gone, ${sign}`;
  return `started ${since} ago; whether ${who} lives is not known here, ${sign}`;
}
