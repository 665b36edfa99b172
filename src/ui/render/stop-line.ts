import type { Definition } from "../../core/definition/fields.ts";
import { plural } from "../../core/text/text.ts";
import type { StopCause } from "../../run/schedule/stop.ts";

/** Why a run has stopped by itself, and what goes on; `undefined` where a signal or an error of its own has ended it. */
export function stopLine(
  cause: StopCause | undefined,
  { maxFailures }: Pick<Definition, "maxFailures">,
): string | undefined {
  if (cause?.kind === "fault") return cause.why;
  if (cause?.kind === "max-runtime")
    return "stopped in good order, since max-runtime is over: run again, and only what remains runs";
  if (cause?.kind !== "max-failures") return undefined;
  const failed = plural(cause.failures, "shard");
  return maxFailures === undefined
    ? `stopped, since ${failed} failed and none succeeded: mend what the first one says, then run again`
    : `stopped, since ${failed} failed (max-failures: ${maxFailures}): mend what they say, then run again`;
}
