import { numberOf, textOf, type LoggedEvent } from "./logged-event.ts";
import type { AttemptOutcome, AttemptReport, ShardEnd, ShardReport } from "./model.ts";

/** An attempt whose end may still come. */
interface OpenAttempt extends Omit<AttemptReport, "endMs" | "seconds" | "outcome"> {
  endMs: number | undefined;
  seconds: number | undefined;
  outcome: AttemptOutcome;
  exitCode: number | null | undefined;
  why: string | undefined;
  peakBytes: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Follows the attempts and the results of one job's shards, in the order of its events. */
export class ShardsFollower {
  readonly #job: number;
  readonly #attempts: OpenAttempt[] = [];
  /** The newest attempt of each shard. */
  readonly #newest = new Map<string, OpenAttempt>();
  readonly #results = new Map<string, ShardReport>();

  constructor(job: number) {
    this.#job = job;
  }

  take(event: LoggedEvent): void {
    const shard = textOf(event, "shard");
    if (shard === undefined) return;
    switch (event.kind) {
      case "executing":
        this.#begin(shard, event);
        break;
      case "executed":
        this.#end(shard, event);
        break;
      case "retrying":
      case "held-back":
        this.#decide(shard, "failed", event);
        break;
      default:
    }
  }

  takeResult(result: Fields): void {
    const id = textOf(result, "id");
    const end = endOf(result);
    if (id === undefined || end === undefined) return;
    const outcome = end === "skipped" || end === "blocked" ? "stopped" : end;
    this.#decide(id, outcome, result);
    this.#results.set(id, this.#shardOf(id, end, result));
  }

  takeUnsaved(unsaved: ReadonlyMap<string, string>): void {
    for (const [id, why] of unsaved) {
      const result = this.#results.get(id);
      if (result !== undefined) this.#results.set(id, { ...result, unsaved: why });
    }
  }

  /** The attempts in the order of their starts; `lastMs` is where the log ends. */
  attempts(lastMs: number): readonly AttemptReport[] {
    return this.#attempts.map((open) => ({
      ...open,
      seconds: open.seconds ?? Math.max(0, (open.endMs ?? lastMs) - open.startMs) / 1000,
    }));
  }

  /** Every shard that was started or has a result. */
  shards(): readonly ShardReport[] {
    const open = [...this.#newest.values()].filter(({ shard }) => !this.#results.has(shard));
    return [
      ...this.#results.values(),
      ...open.map(({ shard, number }) =>
        this.#shardOf(shard, "unfinished", { attempts: number, decision: "", reason: "" }),
      ),
    ];
  }

  #begin(shard: string, event: LoggedEvent): void {
    const before = this.#newest.get(shard);
    const attempt = {
      job: this.#job,
      shard,
      number: numberOf(event, "attempt") ?? (before?.number ?? 0) + 1,
      slot: textOf(event, "slot") ?? "",
      gpu: textOf(event, "gpu"),
      startMs: event.atMs,
      endMs: undefined,
      seconds: undefined,
      exitCode: undefined,
      outcome: "unfinished",
      why: undefined,
      peakBytes: undefined,
      logPath: textOf(event, "logPath"),
    } as const;
    this.#newest.set(shard, attempt);
    this.#attempts.push(attempt);
  }

  #end(shard: string, event: LoggedEvent): void {
    const attempt = this.#newest.get(shard);
    if (attempt === undefined || attempt.endMs !== undefined) return;
    attempt.endMs = event.atMs;
    attempt.seconds = numberOf(event, "seconds");
    attempt.peakBytes = numberOf(event, "peakBytes");
  }

  /** What is told first of an attempt counts: a shard that is given up later keeps the cause of its last attempt. */
  #decide(shard: string, outcome: AttemptOutcome, told: Fields): void {
    const attempt = this.#newest.get(shard);
    if (attempt === undefined || attempt.outcome !== "unfinished") return;
    attempt.outcome = outcome;
    attempt.why = textOf(told, "why");
    attempt.exitCode = exitCodeOf(told);
    // The time that the marker holds includes the look at the output.
    if (outcome === "done") attempt.seconds = numberOf(told, "seconds") ?? attempt.seconds;
  }

  #shardOf(id: string, end: ShardEnd, result: Fields): ShardReport {
    const attempt = this.#newest.get(id);
    return {
      id,
      job: this.#job,
      end,
      decision: textOf(result, "decision") ?? "",
      reason: textOf(result, "reason") ?? "",
      why: textOf(result, "why"),
      seconds: numberOf(result, "seconds") ?? 0,
      attempts: numberOf(result, "attempts") ?? 0,
      exitCode: exitCodeOf(result),
      sizeBytes: numberOf(result, "sizeBytes"),
      secondsSaved: numberOf(result, "secondsSaved"),
      slot: textOf(result, "slot") ?? attempt?.slot,
      logTail: textOf(result, "logTail"),
      logPath: textOf(result, "logPath") ?? attempt?.logPath,
      stays: result["stays"] === true,
      unsaved: undefined,
    };
  }
}

function exitCodeOf(told: Fields): number | null | undefined {
  return told["exitCode"] === null ? null : numberOf(told, "exitCode");
}

function endOf(result: Fields): ShardEnd | undefined {
  const outcome = textOf(result, "outcome");
  switch (outcome) {
    case "done":
    case "skipped":
    case "failed":
      return outcome;
    case "stopped":
      return textOf(result, "decision") === "blocked" ? "blocked" : outcome;
    default:
      return undefined;
  }
}
