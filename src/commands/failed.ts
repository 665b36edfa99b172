import type { Reason } from "../core/decide.ts";
import { recordFailed, readLastFailed, type Found } from "../run/failed-record.ts";
import type { Observed } from "../survey/observe.ts";
import type { Verdict } from "../survey/survey.ts";
import type { BroughtShard } from "./bring-all.ts";
import type { Invocation } from "./invocation.ts";

/** Says which checkpoints were found bad last, before this run adds its own. */
export function tellLastFailed(invocation: Invocation): void {
  const records = readLastFailed(invocation);
  if (records.length === 0) return;
  invocation.reporter.info("Found bad lately, as .donemark/failed.jsonl has it:");
  for (const { path, reason, time } of records)
    invocation.reporter.info(`  ${time}  ${path}  ${reason}`);
}

/** Records the marked checkpoints that are not what their marker says. */
export async function recordBadMarked(
  invocation: Invocation,
  verdicts: readonly Verdict[],
): Promise<void> {
  const found = verdicts.flatMap(({ task, observed }): readonly Found[] => {
    const reason = faultOf(observed);
    return reason === undefined ? [] : [{ path: task.places.checkpoint, reason }];
  });
  await recordFailed(invocation, found);
}

/** What came from a store and was not what its marker says. */
export async function recordBadEntries(
  invocation: Invocation,
  label: string,
  all: readonly BroughtShard[],
): Promise<void> {
  const found = all.flatMap(({ verdict, brought }): readonly Found[] => {
    if (brought.kind !== "lost" || !brought.isBad) return [];
    const reason = `damaged: as it came from ${label}, ${brought.why}`;
    return [{ path: verdict.task.places.checkpoint, reason }];
  });
  await recordFailed(invocation, found);
}

/** In one line, a reason's word first; `undefined` where nothing is marked, or what is marked holds. */
function faultOf(observed: Observed): string | undefined {
  const { marker, asMarked, checkpoint, status, why } = observed;
  if (checkpoint === "absent" || (marker !== "full" && marker !== "empty")) return undefined;
  if (checkpoint === "empty") return say("empty", why ?? "it holds nothing");
  if (checkpoint === "truncated" || checkpoint === "damaged") return say(checkpoint, why);
  if (marker === "full" && !asMarked)
    return say("changed-since-marker", "size or content differ from the marker");
  return status === "in-progress" ? say("status-in-progress", "its own status says so") : undefined;
}

function say(word: Reason, why = ""): string {
  return why === "" ? word : `${word}: ${why}`;
}
