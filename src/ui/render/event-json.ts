import { countReasons, countVerdicts } from "../../core/decide/counts.ts";
import type { TimedEvent } from "../../run/events.ts";

/**
 * An event as one line of JSON holds it: every field of the event, except that `planned` holds counts instead of
 * verdicts and `ended` the answer without its shards, so that no line grows with the number of shards.
 */
export function eventJson(event: TimedEvent): Readonly<Record<string, unknown>> {
  if (event.kind === "planned") {
    const { kind, atMs, verdicts, handsOver } = event;
    const reasons = Object.fromEntries(countReasons(verdicts));
    return { kind, atMs, ...countVerdicts(verdicts), reasons, handsOver };
  }
  if (event.kind === "ended") {
    const { shards: _, ...counts } = event.answer;
    return { kind: event.kind, atMs: event.atMs, exitCode: event.exitCode, ...counts };
  }
  return { ...event };
}
