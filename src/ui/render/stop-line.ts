import type { Definition } from "../../core/definition/fields.ts";
import { formatDuration } from "../../core/text/duration.ts";
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

/** What a run does that begins to stop. */
export function stoppingLine(cause: StopCause, stopGraceMs: number): string {
  const grace = `Running commands have ${formatDuration(stopGraceMs)} to end; what is done stays done`;
  switch (cause.kind) {
    case "signal":
      return `stopping, since ${cause.signal} came. ${grace}. A second signal ends them at once.`;
    case "max-runtime":
      return `stopping, since max-runtime is over. ${grace}.`;
    case "crash":
      return `stopping after an error of Donemark itself. ${grace}.`;
    case "max-failures":
      return `no further shard starts, since ${plural(cause.failures, "shard")} failed; those that run go on to their ends`;
    case "fault":
      return "no further shard starts; those that run go on to their ends";
  }
}
