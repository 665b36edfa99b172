import type { Marker } from "../model/marker.ts";
import type { StartRecord } from "../model/start-record.ts";
import type { StatusWord } from "../model/status.ts";
import { userName, type Access, type Unreadable } from "../model/unreadable.ts";

/** The reading of a marker's path. */
export type MarkerReading =
  /** `unread`: nobody has looked, since a proof or the question makes that needless. */
  | { readonly kind: "none" | "empty" | "unread" }
  /** The system does not give it. */
  | { readonly kind: "unreadable"; readonly unreadable: Unreadable }
  /** `foreign`: a readable marker of another shard. */
  | { readonly kind: "full" | "foreign"; readonly marker: Marker }
  | { readonly kind: "corrupt"; readonly why: string };

interface Additions {
  /** Files that came into a directory since it was marked, below it; absent for none. They are no part of the result. */
  readonly added?: readonly string[];
}

/** The comparison of a checkpoint's bytes with those that its full marker describes. */
export type Comparison =
  /** Nothing is compared: no full marker is there, or the system does not give the bytes. */
  | { readonly kind: "none" }
  | ({ readonly kind: "same" } & Additions)
  /** The bytes are the same; the marker's time and inode are to be renewed. */
  | ({ readonly kind: "moved" } & Additions)
  /** `how` is a clause about the checkpoint, which it calls "it". */
  | { readonly kind: "differs"; readonly how: string };

/** The state of a checkpoint's path. `unknown`: a checkpoint exists or may exist, and nothing speaks against it. */
type CheckpointState = "absent" | "sound" | "unknown" | "empty" | "truncated" | "damaged";

/** A user's removal of a marker. */
export interface Unmarked {
  /** Absent where it is not known. */
  readonly at?: string;
  /** The owner of the note of it. */
  readonly access?: Access;
}

/** Who has removed a marker, and when, in words. */
export function unmarkedClause({ at, access }: Unmarked): string {
  const who =
    access === undefined ? "a user" : access.owner === access.self ? "you" : userName(access.owner);
  return `unmarked by ${who}${at === undefined ? "" : ` at ${at}`}`;
}

/** The facts on this disk about one checkpoint, its marker and its start record. */
export interface CheckpointFacts {
  /** Absent where neither a file nor a directory is there. */
  readonly kind?: "file" | "directory";
  readonly marker: MarkerReading;
  /** Of checkpoint, start record and work, the first that the system does not give. */
  readonly unreadable?: Unreadable;
  readonly comparison: Comparison;
  readonly checkpoint: CheckpointState;
  /** A sign in the bytes, in words, that they may not be all: no proof, and enough not to take another's word for it. */
  readonly doubt?: string;
  /** In words: what is wrong with its structure, or why that is not known to be sound. */
  readonly why?: string;
  /** `none` where nothing was there to look into, `unread` where it was not opened or could not be read. */
  readonly format: string;
  readonly status: StatusWord;
  /** The embedded status itself. */
  readonly statusText?: string;
  readonly version?: string;
  /** The highest accepted version, where the checkpoint's own is newer. */
  readonly newerThan?: string;
  /** A start record is there, readable or not. */
  readonly started: boolean;
  /** The start record, where it can be read. */
  readonly startRecord?: StartRecord;
  /** In its place, the word of a user who has removed the marker. */
  readonly unmarked?: Unmarked;
  /** Of a directory, of all its files; 0 where nothing was there to measure. */
  readonly sizeBytes: number;
  /** Bytes of the checkpoint that were read for these facts. */
  readonly bytesRead: number;
  /** Every byte was compared with a digest or a checksum, and is right. */
  readonly isProven: boolean;
}

/** The marker, where it is a full one of this shard. */
export function fullMarker({ marker }: Pick<CheckpointFacts, "marker">): Marker | undefined {
  return marker.kind === "full" ? marker.marker : undefined;
}

/** The first of what lies here that the system does not give. */
export function unreadableOf({
  marker,
  unreadable,
}: Pick<CheckpointFacts, "marker" | "unreadable">): Unreadable | undefined {
  return unreadable ?? (marker.kind === "unreadable" ? marker.unreadable : undefined);
}

/** Are the bytes those that the full marker describes? */
export function isAsMarked({ comparison }: Pick<CheckpointFacts, "comparison">): boolean {
  return comparison.kind === "same" || comparison.kind === "moved";
}

/** Files that came into a directory since it was marked. */
export function addedFiles({ comparison }: Pick<CheckpointFacts, "comparison">): readonly string[] {
  return comparison.kind === "same" || comparison.kind === "moved" ? (comparison.added ?? []) : [];
}
