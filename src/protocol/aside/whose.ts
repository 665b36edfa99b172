import type { MarkerForm } from "../../core/model/marker-form.ts";
import type { Marker, ParsedMarker } from "../../core/model/marker.ts";
import { RECORD_LIMIT_BYTES } from "../../core/model/marker.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import {
  parseStartRecord,
  readUnmarkedNote,
  type StartRecord,
} from "../../core/model/start-record.ts";
import type { Disk } from "../../files/disk.ts";
import { ignoredBy } from "../../files/compare.ts";
import { digestOf, isSameMeasure, measure } from "../../files/measure.ts";
import { isRefusal } from "../../files/unreadable.ts";
import type { Writer } from "../writer.ts";

/** The text of a marker, and what it says. */
export interface Proof {
  readonly text: string;
  readonly marker: Marker;
}

/** Whose what lies at a checkpoint's path is. */
export type Whose =
  | { readonly kind: "nothing" }
  /** The very bytes that a marker describes. `isRevoked`: the marker was taken away by `unmark`. */
  | { readonly kind: "finished"; readonly proof: Proof; readonly isRevoked: boolean }
  /** A command that Donemark has started made it. */
  | { readonly kind: "attempt" }
  /** Nothing proves that Donemark made it; `why` completes "it …". */
  | { readonly kind: "foreign"; readonly why: string };

/**
 * Asks whose it is. In doubt it is foreign.
 * @throws what the system refuses: nobody knows then whose it is, and it stays where it is.
 */
export function whoseCheckpoint(writer: Writer, paths: ShardPaths): Whose {
  const { disk, markers } = writer;
  const { checkpoint } = paths;
  if (!disk.exists(checkpoint)) return { kind: "nothing" };
  const text = readRecord(disk, paths.marker);
  const marked = asProof(markers, text);
  if (marked !== undefined)
    return isSameBytes(disk, checkpoint, marked.marker)
      ? { kind: "finished", proof: marked, isRevoked: false }
      : { kind: "foreign", why: "was changed after it was marked" };
  const record = readRecord(disk, paths.started) ?? "";
  const startRecord = parseStartRecord(record);
  if (startRecord !== undefined && vouches(startRecord, isWork(disk, paths)))
    return { kind: "attempt" };
  const unmarked = asProof(markers, readUnmarkedNote(record)?.marker);
  if (unmarked !== undefined && isSameBytes(disk, checkpoint, unmarked.marker))
    return { kind: "finished", proof: unmarked, isRevoked: true };
  return { kind: "foreign", why: whyForeign(markers.parse(text ?? ""), startRecord) };
}

function asProof({ parse }: MarkerForm, text: string | undefined): Proof | undefined {
  const parsed = text === undefined ? undefined : parse(text);
  return text !== undefined && parsed?.kind === "full"
    ? { text, marker: parsed.marker }
    : undefined;
}

/**
 * Does the start record vouch for the work directory, which the definition keeps elsewhere?
 * @throws what the system refuses.
 */
export function isWorkOfAttempt(disk: Disk, { started }: ShardPaths): boolean {
  return parseStartRecord(readRecord(disk, started) ?? "") !== undefined;
}

/**
 * The path was clear when the record was written. An attempt that failed has had its checkpoint set aside, so what lies
 * there now came later; only work stays.
 */
function vouches({ ended }: StartRecord, isAlsoWork: boolean): boolean {
  return ended !== true || isAlsoWork;
}

function isWork(disk: Disk, { work, checkpoint }: ShardPaths): boolean {
  return work === checkpoint && disk.stat(checkpoint)?.kind === "directory";
}

function whyForeign(marker: ParsedMarker, record: StartRecord | undefined): string {
  if (marker.kind === "corrupt") return `has a marker that proves nothing: ${marker.why}`;
  if (record?.ended === true) return "was put there after its last attempt had failed";
  return "was not made by a run of Donemark, as far as its records say";
}

/** Above it a file that was moved counts as foreign: a start must not wait for gigabytes. */
const MOST_HASHED_BYTES = 64 * 1024 * 1024;

/**
 * Are these the bytes that the marker describes? By size, time and inode, else by the digest of every byte.
 * @throws what the system refuses.
 */
export function isSameBytes(disk: Disk, path: string, { checkpoint: marked }: Marker): boolean {
  try {
    const found = measure(disk, path, ignoredBy(marked));
    if (found.kind !== "measured") return false;
    if (isSameMeasure(marked, found.measure)) return true;
    const { kind, sizeBytes } = found.measure;
    if (kind !== marked.kind || sizeBytes !== marked.sizeBytes || sizeBytes > MOST_HASHED_BYTES)
      return false;
    return marked.sha256 !== undefined && digestOf(disk, path, ignoredBy(marked)) === marked.sha256;
  } catch (error) {
    if (isRefusal(error)) throw error;
    return false;
  }
}

/** `undefined` where nothing lies there, or no file. @throws what the system refuses. */
function readRecord(disk: Disk, path: string): string | undefined {
  try {
    return disk.readText(path, RECORD_LIMIT_BYTES);
  } catch (error) {
    if (isRefusal(error)) throw error;
    return undefined;
  }
}
