import type { Verdict } from "../../checkpoint/survey.ts";
import { CannotClear } from "../../protocol/aside/cannot-clear.ts";
import { whyRefused } from "../../files/refused.ts";
import { LostOwnership } from "../../protocol/ownership.ts";
import { secondsSince, type RunParts } from "../parts.ts";
import type { Outcome, Result } from "../results.ts";
import type { Attempt } from "./execution.ts";

/** Nobody reads more of them, and each takes memory. */
const MOST_TAILS = 100;
const TAIL_LINES = 5;

type Recording = Pick<Attempt, "verdict" | "number"> & Partial<Attempt>;

/** Records a shard's result. Each shard of a run has exactly one. */
export function recordResult(
  { state }: Pick<RunParts, "state">,
  attempt: Recording,
  outcome: Outcome,
  more: Partial<Pick<Result, "exitCode" | "why" | "sizeBytes" | "seconds" | "stays">> = {},
): void {
  const { started, slot, log, number, seconds } = attempt;
  const isShown = outcome === "failed" && state.results.count("failed") < MOST_TAILS;
  const logTail = isShown ? lastLines(log?.tail() ?? "") : "";
  state.results.add({
    ...decided(attempt.verdict),
    outcome,
    exitCode: null,
    seconds: started === undefined ? 0 : (seconds ?? secondsSince(started)),
    attempts: number,
    ...(started !== undefined && {
      startedAtMs: started.startedAtMs,
      resumed: started.record.resumed,
    }),
    ...(slot !== undefined && { slot: slot.name }),
    ...(log !== undefined && { logPath: log.path }),
    ...(logTail !== "" && { logTail }),
    ...more,
  });
}

/** Records that a shard could not be started: what cannot be set aside blocks it. */
export function recordStartFailure(
  run: Pick<RunParts, "state" | "writing">,
  attempt: Recording,
  error: unknown,
): void {
  if (error instanceof LostOwnership)
    return recordResult(run, attempt, "stopped", { why: error.message });
  if (!(error instanceof CannotClear)) {
    const why = whyRefused(run.writing.writer.disk, error, attempt.verdict.task.paths.started);
    return recordResult(run, attempt, "failed", { why });
  }
  const why = error.message;
  const verdict = { ...attempt.verdict, kind: "blocked", reason: "cannot-clear" } as const;
  recordResult(run, { ...attempt, verdict }, "stopped", { why });
}

function lastLines(text: string): string {
  return text.split("\n").slice(-TAIL_LINES).join("\n");
}

function decided({ task, kind, reason }: Verdict): Pick<Result, "id" | "decision" | "reason"> {
  return { id: task.shard.id, decision: kind, reason };
}
