import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Invocation } from "../../job/invocation.ts";
import type { Ran } from "./run-job.ts";
import { messageOf } from "../../core/text/problem.ts";
import { renderSummary } from "../../ui/render/run-summary.ts";

/**
 * The summary of a run, in Markdown; it is also written to the path that `report` names, if one does. A report that
 * cannot be written fails no run.
 */
export function report(
  invocation: Invocation,
  { answer, job, results, retry: again }: Ran,
  startedTick: number,
): string {
  const { definition, store, verdicts } = job;
  const elapsedMs = performance.now() - startedTick;
  const retired = results.retired();
  const options = { store: store.label, elapsedMs, retired, again };
  const summary = renderSummary(answer, verdicts, options);
  if (definition.report !== undefined) {
    const path = resolve(invocation.workspace, definition.report);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, summary);
    } catch (error) {
      invocation.reporter.warn(`The report was not written: ${messageOf(error)}`);
    }
  }
  return summary;
}
