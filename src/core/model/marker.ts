import { isSha256 } from "./digest.ts";
import { PARTS, type Part, type RecordedFingerprint } from "./fingerprint.ts";
import type { Ignore } from "./ignore.ts";
import { isFence } from "../ownership/fence.ts";
import { isRecord } from "../text/text.ts";

/** The suffix of a marker's file name, of a start record's, and of the file by which a command reports a failure. */
export const MARKER_SUFFIX = ".done";
export const STARTED_SUFFIX = ".started";
export const FAILED_SUFFIX = ".failed";

/** A marker or start record that is larger than this is corrupt. */
const MOST_BYTES = 32 * 1024;

/** The bytes that are read of a marker: one more than it may have, so that a file that is too large is recognised. */
export const RECORD_LIMIT_BYTES = MOST_BYTES + 1;

/** The facts about a checkpoint that its marker holds. */
export interface MarkedCheckpoint {
  readonly kind: "file" | "directory";
  /** Size of the file, or of all files of the directory. */
  readonly sizeBytes: number;
  /** Last change in nanoseconds since 1970; of a directory, the latest of all its files. */
  readonly mtimeNs: string;
  readonly inode: string;
  /** Directories: how many files. */
  readonly files?: number;
  /** Directories: digest over (path, size, mtime) of every file. */
  readonly tree?: string;
  /** Directories: patterns of files that are no part of it; absent for none. */
  readonly ignore?: Ignore;
  /** SHA-256 of every byte; of a directory, over (path, SHA-256) of every file. Absent until it is computed. */
  readonly sha256?: string;
  /** Digest of head, tail and a few blocks. It stays the same when the checkpoint is copied to another disk. */
  readonly sample: string;
  readonly format: string;
  readonly status?: string;
  readonly version?: string;
}

/** The fields of a marker that the checkpoint itself states. */
export type StatedFields = Pick<MarkedCheckpoint, "format" | "status" | "version">;

/** The author of a record. A field is absent where the surface does not know it. */
export interface Author {
  readonly run?: string;
  readonly attempt?: number;
  readonly ref?: string;
  readonly host?: string;
  readonly gpu?: string;
}

/** The proof that a shard's checkpoint is complete. */
export interface Marker {
  readonly shard: string;
  readonly checkpoint: MarkedCheckpoint;
  readonly fingerprint: RecordedFingerprint;
  /** The time that the command took for this shard. */
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly by: Author;
  /** That of the start it comes from; absent where there was none, or one of an earlier version. */
  readonly fence?: number;
  /** The marker was written for a checkpoint that Donemark did not see being made. */
  readonly adopted?: true;
  /** Its writer keeps a history of what it starts and marks. Never in a signed marker: older readers would refuse it. */
  readonly noted?: true;
}

export type ParsedMarker =
  | { readonly kind: "empty" }
  | { readonly kind: "full"; readonly marker: Marker }
  | { readonly kind: "corrupt"; readonly why: string };

/** The text of a marker: one line of JSON. */
export function formatMarker(marker: Marker): string {
  const { shard, checkpoint, fingerprint, seconds, finishedAt, by, fence, adopted, noted } = marker;
  const status = "complete";
  const body = { donemark: 1, status, shard, checkpoint, fingerprint, seconds, finishedAt, by };
  const more = {
    ...(fence !== undefined && { fence }),
    ...(adopted && { adopted }),
    ...(noted && { noted }),
  };
  return `${JSON.stringify({ ...body, ...more })}\n`;
}

/** Reads a marker's text strictly. Any text that does not fit is corrupt, with the reason. Never throws. */
export function parseMarker(text: string): ParsedMarker {
  if (text.length > MOST_BYTES) return corrupt(`it has more than ${MOST_BYTES} bytes`);
  if (text.trim() === "") return { kind: "empty" };
  const value = parseJson(text);
  if (!isRecord(value)) return corrupt("it is not a JSON object");
  const form = value["donemark"];
  if (form !== 1)
    return corrupt(`its form is ${typeof form === "number" ? form : "no number"}, 1 is known`);
  if (value["status"] !== "complete") return corrupt("its status is not complete");
  const { shard, seconds, finishedAt } = value;
  if (typeof shard !== "string") return corrupt("it names no shard");
  if (!isAmount(seconds) || typeof finishedAt !== "string")
    return corrupt("its times are unreadable");
  const checkpoint = readCheckpoint(value["checkpoint"]);
  if (checkpoint === undefined) return corrupt("its checkpoint block is unreadable");
  const fingerprint = readFingerprint(value["fingerprint"]);
  if (fingerprint === undefined) return corrupt("its fingerprint is unreadable");
  const marker = {
    shard,
    checkpoint,
    fingerprint,
    seconds,
    finishedAt,
    by: readAuthor(value["by"]),
  };
  return { kind: "full", marker: { ...marker, ...readAdditions(value) } };
}

function readAdditions(
  value: Readonly<Record<string, unknown>>,
): Pick<Marker, "fence" | "adopted" | "noted"> {
  const { fence, adopted, noted } = value;
  return {
    ...(isFence(fence) && { fence }),
    ...(adopted === true && { adopted }),
    ...(noted === true && { noted }),
  };
}

/** `undefined` for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A recorded fingerprint as JSON holds it; `undefined` where a part is no digest. */
export function readFingerprint(value: unknown): RecordedFingerprint | undefined {
  if (!isRecord(value)) return undefined;
  const known: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const digest = value[part];
    if (digest === undefined) continue;
    if (!isSha256(digest)) return undefined;
    known[part] = digest;
  }
  const listed = value["listedFiles"];
  if (listed === undefined) return known;
  return isTextRecord(listed) ? { ...known, listedFiles: listed } : undefined;
}

export function readAuthor(value: unknown): Author {
  if (!isRecord(value)) return {};
  const { run, attempt, ref, host, gpu } = value;
  return {
    ...(typeof run === "string" && { run }),
    ...(isAmount(attempt) && { attempt }),
    ...(typeof ref === "string" && { ref }),
    ...(typeof host === "string" && { host }),
    ...(typeof gpu === "string" && { gpu }),
  };
}

export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function readCheckpoint(value: unknown): MarkedCheckpoint | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, sizeBytes, mtimeNs, inode, sample, format } = value;
  if (kind !== "file" && kind !== "directory") return undefined;
  // Above 2^53 a size is rounded, and still one.
  if (!Number.isInteger(sizeBytes) || !isAmount(sizeBytes)) return undefined;
  if (!isTime(mtimeNs) || !isDecimal(inode) || !isSha256(sample)) return undefined;
  if (typeof format !== "string") return undefined;
  const rest = readOptional(value);
  if (rest === undefined || (kind === "directory" && rest.tree === undefined)) return undefined;
  return { kind, sizeBytes, mtimeNs, inode, sample, format, ...rest };
}

type OptionalFields = Pick<
  MarkedCheckpoint,
  "files" | "tree" | "ignore" | "sha256" | "status" | "version"
>;

function readOptional(value: Readonly<Record<string, unknown>>): OptionalFields | undefined {
  const { files, tree, ignore, sha256, status, version } = value;
  const fits =
    isMissingOr(files, isAmount) &&
    isMissingOr(tree, isSha256) &&
    isMissingOr(ignore, isTexts) &&
    isMissingOr(sha256, isSha256) &&
    isMissingOr(status, isText) &&
    isMissingOr(version, isText);
  if (!fits) return undefined;
  return {
    ...(isAmount(files) && { files }),
    ...(isText(tree) && { tree }),
    ...(isTexts(ignore) && { ignore }),
    ...(isText(sha256) && { sha256 }),
    ...(isText(status) && { status }),
    ...(isText(version) && { version }),
  };
}

function isMissingOr(value: unknown, fits: (value: unknown) => boolean): boolean {
  return value === undefined || fits(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** A file may be older than 1970. */
export function isTime(value: unknown): value is string {
  return typeof value === "string" && /^-?\d{1,24}$/.test(value);
}

export function isDecimal(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,24}$/.test(value);
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((item) => typeof item === "string");
}

function corrupt(why: string): ParsedMarker {
  return { kind: "corrupt", why };
}
