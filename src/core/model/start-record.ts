import type { RecordedFingerprint } from "./fingerprint.ts";
import { isAmount, parseJson, readAuthor, readFingerprint, type Author } from "./marker.ts";
import { isFence } from "../ownership/fence.ts";
import { isRecord } from "../text/text.ts";

/** The last failure of a shard. */
export interface Failure {
  /** Failures in a row of this shard with this fingerprint. */
  readonly times: number;
  readonly reason: string;
  /** `null` where there is no exit code: after a signal, or for a refused checkpoint. */
  readonly exitCode: number | null;
  /** How many in a row, this one included, were the same and made no new part. */
  readonly alike?: number;
  /** The last lines that the command printed. */
  readonly logTail: string;
  readonly at: string;
}

/** Identifies a process. A pid alone is not enough: it may belong to another process by now. */
export interface ProcessMark {
  readonly pid: number;
  readonly startTime: string;
  /** Boot and process namespace, in one text. */
  readonly boot: string;
}

/** Says that a command was started for this shard and has not been proven finished. */
export interface StartRecord {
  readonly shard: string;
  readonly fingerprint: RecordedFingerprint;
  readonly startedAt: string;
  /** Number of starts since the shard was last done, from 1. */
  readonly attempt: number;
  /** The work directory was handed on to the command. */
  readonly resumed: boolean;
  /** Every process of the command carries this in its environment as `DONEMARK_RUN`. */
  readonly runTag: string;
  /**
   * Names this one start: whoever finishes, fails or withdraws the shard does so only while it stands in the record.
   * Absent in a record of a version that had none.
   */
  readonly token?: string;
  /** Above that of every earlier start that was known; absent in a record of a version that had none. */
  readonly fence?: number;
  /** The Donemark process that started it. */
  readonly owner: ProcessMark;
  /**
   * The path of the owner's heartbeat, from the record's folder: other machines may have the same disk in another place.
   * Absent where it has none.
   */
  readonly heartbeat?: string;
  readonly by: Author;
  /** Names under which earlier owners, which this start has taken over, may be about to write a marker. */
  readonly earlier?: readonly string[];
  /** The last failure, kept until the shard is done. */
  readonly failure?: Failure;
  /** The command has ended and its failure is recorded, so that no process of it can be left. */
  readonly ended?: true;
  /** The run ended in good order before the shard was done, and no process of the command is left: nobody holds the shard. */
  readonly released?: true;
}

/** Has the command ended, by the word of the run that started it? Then nobody needs to ask whether that run lives. */
export function isOver({ ended, released }: Pick<StartRecord, "ended" | "released">): boolean {
  return ended === true || released === true;
}

/** Are these records of one and the same start, whatever each says of how it ended? */
export function isSameStart(one: StartRecord, other: StartRecord): boolean {
  if (one.token !== undefined || other.token !== undefined) return one.token === other.token;
  return (
    one.runTag === other.runTag &&
    one.startedAt === other.startedAt &&
    one.attempt === other.attempt
  );
}

/** So often a shard may fail in the same way without a new part before its parts are under suspicion. */
const MOST_ALIKE = 3;

/** Has its command failed so often in the same way, without a new part, that it starts from scratch? */
export function mustStartOver(record: StartRecord | undefined): boolean {
  return record?.ended === true && isTooAlike(record.failure);
}

/** Are the parts of a shard that failed so under suspicion? */
export function isTooAlike(failure: Failure | undefined): boolean {
  return (failure?.alike ?? 0) >= MOST_ALIKE;
}

/** The value of `alike` for a failure after `before`. */
export function countAlike(
  before: Failure | undefined,
  now: Pick<Failure, "reason" | "exitCode">,
  hasNewPart: boolean,
): number {
  const isSame = before?.reason === now.reason && before.exitCode === now.exitCode;
  return isSame && !hasNewPart ? (before.alike ?? 1) + 1 : 1;
}

/** One line of JSON. */
export function formatStartRecord(record: StartRecord): string {
  return `${JSON.stringify({ donemark: 1, status: "started", ...record })}\n`;
}

/** The note in the place of a start record that says that a user has removed the marker. */
export interface UnmarkedNote {
  /** The text of that marker. */
  readonly marker: string;
  /** Absent in a note of a version that had none. */
  readonly at?: string;
}

/** One line of JSON. */
export function formatUnmarkedNote(shard: string, note: UnmarkedNote): string {
  return `${JSON.stringify({ donemark: 1, status: "unmarked", shard, ...note })}\n`;
}

/** `undefined` for any other text. Never throws. */
export function readUnmarkedNote(text: string): UnmarkedNote | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value["donemark"] !== 1 || value["status"] !== "unmarked")
    return undefined;
  const { marker, at } = value;
  if (typeof marker !== "string") return undefined;
  return { marker, ...(typeof at === "string" && { at }) };
}

/** Reads a start record; `undefined` for any other text, which still says that a command was started. Never throws. */
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
    ...readClaim(value),
    by: readAuthor(value["by"]),
    ...(failure !== undefined && { failure }),
    ...readEnd(value),
  };
}

function readEnd({
  ended,
  released,
}: Readonly<Record<string, unknown>>): Pick<StartRecord, "ended" | "released"> {
  return { ...(ended === true && { ended }), ...(released === true && { released }) };
}

function readClaim(
  value: Readonly<Record<string, unknown>>,
): Pick<StartRecord, "token" | "fence" | "heartbeat" | "earlier"> {
  const { token, fence, heartbeat, earlier } = value;
  return {
    ...(typeof token === "string" && { token }),
    ...(isFence(fence) && { fence }),
    ...(isHeartbeat(heartbeat) && { heartbeat }),
    ...(Array.isArray(earlier) && { earlier: earlier.filter(isTemporaryName) }),
  };
}

function isTemporaryName(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{1,200}$/.test(value);
}

/** A temporary file in the folder of the record, or in one above it: no path of Linux has more than 2,048 folders. */
function isHeartbeat(value: unknown): value is string {
  return typeof value === "string" && /^(?:\.\.\/){0,2048}\.donemark-tmp-[\w-]{1,200}$/.test(value);
}

export function readProcess(value: unknown): ProcessMark | undefined {
  if (!isRecord(value)) return undefined;
  const { pid, startTime, boot } = value;
  if (!isAmount(pid) || typeof startTime !== "string" || typeof boot !== "string") return undefined;
  return { pid, startTime, boot };
}

/** Reads strictly; `undefined` for anything else. */
export function readFailure(value: unknown): Failure | undefined {
  if (!isRecord(value)) return undefined;
  const { times, reason, exitCode, logTail, at, alike } = value;
  if (!isAmount(times) || typeof reason !== "string" || typeof at !== "string") return undefined;
  return {
    times,
    reason,
    at,
    ...(isAmount(alike) && { alike }),
    exitCode: typeof exitCode === "number" ? exitCode : null,
    logTail: typeof logTail === "string" ? logTail : "",
  };
}
