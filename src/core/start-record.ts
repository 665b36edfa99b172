import type { RecordedFingerprint } from "./fingerprint.ts";
import { isAmount, parseJson, readAuthor, readFingerprint, type Author } from "./marker.ts";
import { isRecord } from "./text.ts";

/** How a shard failed last. */
export interface Failure {
  /** Failures in a row of this shard with this fingerprint. */
  readonly times: number;
  readonly reason: string;
  /** `null` where no exit code exists: a signal, a refused checkpoint. */
  readonly exitCode: number | null;
  /** The end of what the command printed. */
  readonly logTail: string;
  readonly at: string;
}

/** A process as it can be found again: a pid alone may meanwhile belong to another one. */
export interface ProcessMark {
  readonly pid: number;
  readonly startTime: string;
  /** Boot and process namespace, in one text. */
  readonly boot: string;
}

/** A command was started for this shard and has not been proven finished. */
export interface StartRecord {
  readonly shard: string;
  readonly fingerprint: RecordedFingerprint;
  readonly startedAt: string;
  /** Starts of this shard since it was last done, from 1. */
  readonly attempt: number;
  /** Was the work directory handed on to the command? */
  readonly resumed: boolean;
  /** Every process of the command carries this in its environment as `DONEMARK_RUN`. */
  readonly runTag: string;
  /** The Donemark process that started it. */
  readonly owner: ProcessMark;
  readonly by: Author;
  /** The last failure; kept until the shard is done. */
  readonly failure?: Failure;
  /** The command has ended and its failure is recorded: no process of it can be left. */
  readonly ended?: true;
}

/** One line of JSON. */
export function formatStartRecord(record: StartRecord): string {
  return `${JSON.stringify({ donemark: 1, status: "started", ...record })}\n`;
}

/** `undefined` for a record that cannot be read: it still says that a command was started. Never throws. */
export function parseStartRecord(text: string): StartRecord | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value["donemark"] !== 1 || value["status"] !== "started")
    return undefined;
  const { shard, startedAt, runTag, resumed } = value;
  const fingerprint = readFingerprint(value["fingerprint"]);
  const owner = readProcess(value["owner"]);
  if (typeof shard !== "string" || typeof startedAt !== "string") return undefined;
  if (typeof runTag !== "string" || fingerprint === undefined || owner === undefined)
    return undefined;
  const failure = readFailure(value["failure"]);
  return {
    shard,
    fingerprint,
    startedAt,
    attempt: isAmount(value["attempt"]) ? value["attempt"] : 1,
    resumed: resumed === true,
    runTag,
    owner,
    by: readAuthor(value["by"]),
    ...(failure !== undefined && { failure }),
    ...(value["ended"] === true && { ended: true }),
  };
}

export function readProcess(value: unknown): ProcessMark | undefined {
  if (!isRecord(value)) return undefined;
  const { pid, startTime, boot } = value;
  if (!isAmount(pid) || typeof startTime !== "string" || typeof boot !== "string") return undefined;
  return { pid, startTime, boot };
}

function readFailure(value: unknown): Failure | undefined {
  if (!isRecord(value)) return undefined;
  const { times, reason, exitCode, logTail, at } = value;
  if (!isAmount(times) || typeof reason !== "string" || typeof at !== "string") return undefined;
  return {
    times,
    reason,
    at,
    exitCode: typeof exitCode === "number" ? exitCode : null,
    logTail: typeof logTail === "string" ? logTail : "",
  };
}
