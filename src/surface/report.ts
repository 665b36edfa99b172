import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Invocation } from "../commands/invocation.ts";
import type { Ran } from "../commands/run.ts";
import { describe } from "../core/problem.ts";
import { renderSummary } from "../core/summary.ts";
import { pasteLine } from "../ui/lines.ts";

/**
 * The summary of a run, in Markdown; it is also written to the path that `report` names, if one does. A report that
 * cannot be written fails no run.
 */
export function report(invocation: Invocation, { answer, job }: Ran, startedAtMs: number): string {
  const { definition, store, verdicts } = job;
  const elapsedMs = invocation.now() - startedAtMs;
  const summary = renderSummary(answer, verdicts, { store: store.label, elapsedMs, pasteLine });
  if (definition.report !== undefined) {
    const path = resolve(invocation.workspace, definition.report);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, summary);
    } catch (error) {
      invocation.reporter.warn(`The report was not written: ${describe(error)}`);
    }
  }
  return summary;
}
