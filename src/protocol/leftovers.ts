import type { Reporter } from "../core/text/reporter.ts";
import { endProcesses, findTagged } from "../machine/processes.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import { isAbandoned } from "./claims.ts";

const GRACE_MS = 5000;

/**
 * Ends the commands that a killed run of this boot has left behind: a process that still writes to a checkpoint must be
 * gone before its shard starts anew. Commands of a run that is alive are not touched.
 */
export async function endLeftovers(
  verdicts: readonly Verdict[],
  reporter: Reporter,
): Promise<void> {
  const tags = new Set<string>();
  for (const { facts } of verdicts) {
    const start = facts.startRecord;
    if (start !== undefined && isAbandoned(start)) tags.add(start.runTag);
  }
  for (const tag of tags) {
    const left = findTagged("DONEMARK_RUN", tag);
    if (left.length === 0) continue;
    const pids = left.map(({ pid }) => pid).join(", ");
    reporter.warn(`A killed run has left processes behind (pid ${pids}); they are ended first.`);
    await endProcesses(left, { graceMs: GRACE_MS });
  }
}
