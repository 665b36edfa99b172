import type { Unmarked } from "../decide/facts.ts";
import type { Marker } from "../model/marker.ts";
import type { StartRecord } from "../model/start-record.ts";
import type { VerifiedCheckpoint } from "./verify-answer.ts";

/** The answer of `info`: that of `verify` for one checkpoint, and the records behind it. */
export interface InfoAnswer extends VerifiedCheckpoint {
  readonly kind: "file" | "directory" | null;
  /** Does the checkpoint agree with its marker? `null` without a full one. */
  readonly agrees: boolean | null;
  /** Why not. */
  readonly difference: string | null;
  /** The full marker. */
  readonly marked: Marker | null;
  /** The start record; `unreadable` where what lies there is none, or cannot be read. */
  readonly started: StartRecord | "unreadable" | null;
  /** Why the start record is `unreadable`, in words; else `null`. */
  readonly startedWhy: string | null;
  /** The word of a user who has removed the marker, in the place of a start record. */
  readonly unmarked: Unmarked | null;
}
