import { isSha256 } from "../../core/model/digest.ts";
import { readFailure, type Failure } from "../../core/model/start-record.ts";
import { isAmount, isDecimal, isTime, MARKER_SUFFIX, parseJson } from "../../core/model/marker.ts";
import { isRecord } from "../../core/text/text.ts";
import { isInnerPath } from "../inner-path.ts";
import type { Wanted } from "../store.ts";

/** One file of a snapshot: its path, its content, and the facts that show later that it is unchanged. */
export interface WorkFile {
  /** Below the work directory, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** As the file was before it was read. */
  readonly mtimeNs: string;
  readonly inode: string;
}

/** The contents of a snapshot of a work directory. */
export interface WorkManifest {
  readonly shard: string;
  readonly whole: string;
  /** When the look at the directory began, in milliseconds since 1970. */
  readonly takenAtMs: number;
  /** Every folder; parents come before their children. */
  readonly folders: readonly string[];
  readonly files: readonly WorkFile[];
  /** The last failure of the shard; absent where it has none, and in one of an earlier version. */
  readonly failure?: Failure;
}

/** A manifest that is larger is unreadable; one of 100,000 files has 20 MB. */
export const MANIFEST_LIMIT_BYTES = 256 * 1024 * 1024;

const NAME = /^manifest-(\d{8})\.json$/;

export function manifestName(sequence: number): string {
  return `manifest-${String(sequence).padStart(8, "0")}.json`;
}

/** `undefined` for any other name. */
export function manifestSequence(name: string): number | undefined {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function formatManifest(manifest: WorkManifest): string {
  const { shard, whole, takenAtMs, folders, files, failure } = manifest;
  // What a command printed stays where it ran.
  const past = failure && { failure: { ...failure, logTail: "" } };
  return `${JSON.stringify({ donemark: 1, shard, whole, takenAtMs, folders, files, ...past })}\n`;
}

/** Reads strictly; `undefined` for any text that is no manifest of this work. */
export function parseManifest(text: string, wanted: Wanted): WorkManifest | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value["donemark"] !== 1) return undefined;
  const { shard, whole, takenAtMs, folders, files } = value;
  // A clock may stand before 1970.
  if (shard !== wanted.shard || whole !== wanted.whole || typeof takenAtMs !== "number")
    return undefined;
  if (!isListOf(folders, isInnerPath) || !isListOf(files, isWorkFile)) return undefined;
  const failure = readFailure(value["failure"]);
  const past = failure && { failure };
  return { shard: wanted.shard, whole: wanted.whole, takenAtMs, folders, files, ...past };
}

/** The manifests' files, folders and failures are the same, whenever they were taken. */
export function isSameContent(a: WorkManifest, b: WorkManifest): boolean {
  const content = ({ folders, files, failure }: WorkManifest): string =>
    JSON.stringify([folders, files.map(({ path, sha256 }) => [path, sha256]), failure?.at]);
  return content(a) === content(b);
}

/** Does it hold a whole part: a marker beside a file or a folder of its name? A command can go on only from these. */
export function hasPart({ files, folders }: Pick<WorkManifest, "files" | "folders">): boolean {
  const names = new Set([...folders, ...files.map(({ path }) => path)]);
  return files.some(
    ({ path }) => path.endsWith(MARKER_SUFFIX) && names.has(path.slice(0, -MARKER_SUFFIX.length)),
  );
}

function isWorkFile(value: unknown): value is WorkFile {
  if (!isRecord(value)) return false;
  const { path, sizeBytes, sha256, mtimeNs, inode } = value;
  return (
    isInnerPath(path) &&
    isAmount(sizeBytes) &&
    isSha256(sha256) &&
    isTime(mtimeNs) &&
    isDecimal(inode)
  );
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every((item: unknown) => is(item));
}
