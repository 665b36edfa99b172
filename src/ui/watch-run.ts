import type { Verdict } from "../survey/survey.ts";
import { renderProgress } from "../core/progress.ts";
import type { Ledger, Result } from "../run/ledger.ts";
import type { Reporter } from "../run/session.ts";
import { planLines, resultLine } from "./lines.ts";
import type { Paint } from "./terminal.ts";

/** Says how a run goes: the plan first, then a line per shard and a progress line now and then. */
export interface RunWatcher {
  readonly onPlan: (verdicts: readonly Verdict[]) => void;
  readonly onResult: (result: Result, ledger: Ledger) => void;
}

const PROGRESS_EVERY_MS = 1000;

export function watchRun(reporter: Reporter, paint: Paint, now: () => number): RunWatcher {
  const startedAtMs = now();
  let total = 0;
  let shownAtMs = 0;
  let seconds = new Map<string, number>();
  return {
    onPlan: (verdicts) => {
      total = verdicts.length;
      seconds = new Map(verdicts.map(({ task, seconds: known }) => [task.shard.id, known ?? 0]));
      for (const line of planLines(verdicts, { verbose: false, paint })) reporter.info(line);
    },
    onResult: (result, ledger) => {
      if (result.outcome === "skipped" && result.why === undefined) return;
      reporter.info(resultLine(result, paint));
      if (now() - shownAtMs < PROGRESS_EVERY_MS) return;
      shownAtMs = now();
      const skipped = ledger.all().filter(({ outcome }) => outcome === "skipped");
      const ran = ledger.count("done");
      reporter.info(
        paint(
          "dim",
          renderProgress({
            done: skipped.length + ran,
            total,
            ran,
            failed: ledger.count("failed"),
            elapsedMs: now() - startedAtMs,
            savedBytes: ledger.saved().bytes,
            secondsSaved: skipped.reduce((sum, { id }) => sum + (seconds.get(id) ?? 0), 0),
          }),
        ),
      );
    },
  };
}
