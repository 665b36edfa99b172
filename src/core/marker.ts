import { isSha256 } from "./digest.ts";
import { PARTS, type Part, type RecordedFingerprint } from "./fingerprint.ts";
import { isRecord } from "./text.ts";

/** The suffix of a marker's file name, and of a start record's. */
export const MARKER_SUFFIX = ".done";
export const STARTED_SUFFIX = ".started";

/** A marker or start record that is larger than this is corrupt. */
const MOST_BYTES = 32 * 1024;

/** So much of one is read: a byte more than it may have, so that what is too large is not taken for its beginning. */
export const RECORD_LIMIT_BYTES = MOST_BYTES + 1;

/** What a marker says of the bytes that it vouches for. */
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
  /** Every byte; of a directory, a digest over (path, SHA-256). Absent until it was computed. */
  readonly sha256?: string;
  /** Digest of head, tail and a few blocks: it survives a copy to another disk. */
  readonly sample: string;
  readonly format: string;
  readonly status?: string;
  readonly version?: string;
}

/** Who wrote a record. Every field may be missing where the surface does not know it. */
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
  /** How long the command ran for this shard. */
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly by: Author;
  /** Written for a checkpoint that Donemark did not see being made. */
  readonly adopted?: true;
}

export type ParsedMarker =
  | { readonly kind: "empty" }
  | { readonly kind: "full"; readonly marker: Marker }
  | { readonly kind: "corrupt"; readonly why: string };

/** The text of a marker: one line of JSON. */
export function formatMarker(marker: Marker): string {
  const { shard, checkpoint, fingerprint, seconds, finishedAt, by, adopted } = marker;
  const status = "complete";
  const body = { donemark: 1, status, shard, checkpoint, fingerprint, seconds, finishedAt, by };
  return `${JSON.stringify(adopted === undefined ? body : { ...body, adopted })}\n`;
}

/** Reads a marker's text strictly: whatever does not fit is corrupt, with the reason. Never throws. */
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
  return {
    kind: "full",
    marker: value["adopted"] === true ? { ...marker, adopted: true } : marker,
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
  if (!Number.isSafeInteger(sizeBytes) || !isAmount(sizeBytes)) return undefined;
  if (!isDecimal(mtimeNs) || !isDecimal(inode) || !isSha256(sample)) return undefined;
  if (typeof format !== "string") return undefined;
  const rest = readOptional(value);
  if (rest === undefined || (kind === "directory" && rest.tree === undefined)) return undefined;
  return { kind, sizeBytes, mtimeNs, inode, sample, format, ...rest };
}

type OptionalFields = Pick<MarkedCheckpoint, "files" | "tree" | "sha256" | "status" | "version">;

function readOptional(value: Readonly<Record<string, unknown>>): OptionalFields | undefined {
  const { files, tree, sha256, status, version } = value;
  const fits =
    isMissingOr(files, isAmount) &&
    isMissingOr(tree, isSha256) &&
    isMissingOr(sha256, isSha256) &&
    isMissingOr(status, isText) &&
    isMissingOr(version, isText);
  if (!fits) return undefined;
  return {
    ...(isAmount(files) && { files }),
    ...(isText(tree) && { tree }),
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

function isDecimal(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,24}$/.test(value);
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((item) => typeof item === "string");
}

function corrupt(why: string): ParsedMarker {
  return { kind: "corrupt", why };
}
