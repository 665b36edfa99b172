import type { Liveness } from "../ownership/liveness.ts";
import { formatDuration } from "../text/duration.ts";

/** The run that has started a shard and not said how that ended, as `--json` prints it. */
export interface OwnerAnswer {
  /** `unknown`: it belongs to another boot, container or machine, and one look at its last sign of life proves nothing. */
  readonly liveness: Liveness;
  readonly pid: number;
  readonly host: string | null;
  readonly startedAt: string;
  /** The age of its last sign of life, by this machine's clock; `null` where none was found. */
  readonly lastSignSeconds: number | null;
}

/** Says of the owner of a shard, to people, whether it lives. */
export function ownerClause({ liveness, pid, host, lastSignSeconds }: OwnerAnswer): string {
  const who = `its run (pid ${pid}${host === null ? "" : ` on ${host}`})`;
  const sign =
    lastSignSeconds === null
      ? "no sign of life"
      : `last sign of life ${formatDuration(lastSignSeconds * 1000)} ago`;
  if (liveness === "alive") return `${who} is alive, ${sign}`;
  if (liveness === "gone") return `${who} is gone, ${sign}`;
  return `whether ${who} lives is not known here, ${sign}`;
}
