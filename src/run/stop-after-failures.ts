import type { Definition } from "../core/definition/fields.ts";
import type { RunState } from "./parts.ts";

interface Failing {
  /** Shards whose attempts are used up, and which have no result yet. */
  readonly usedUp: number;
  /** Where `max-failures` is not given: is the set-up to blame for so many failures? */
  readonly isHopeless: (failures: number) => boolean;
}

/** So many shards that could not even be started are no matter of their inputs. */
const NOT_STARTED = 5;

const NONE: Failing = { usedUp: 0, isHopeless: () => false };

/** Stops a run that fails over and over, as `max-failures` says. */
export function stopAfterFailures(
  { stop, results }: Pick<RunState, "stop" | "results">,
  { maxFailures }: Pick<Definition, "maxFailures">,
  { usedUp, isHopeless }: Failing = NONE,
): void {
  const failures = results.count("failed") + usedUp;
  const isEnough =
    maxFailures === undefined
      ? results.count("done") === 0 &&
        (results.failedWithoutSlot() >= NOT_STARTED || isHopeless(failures))
      : maxFailures > 0 && failures >= maxFailures;
  if (isEnough) stop.request({ kind: "max-failures", failures });
}
