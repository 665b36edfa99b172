import type { Marker } from "./marker.ts";
import type { StartRecord } from "./start-record.ts";
import type { VerifiedCheckpoint } from "./verify-answer.ts";

/** What `info --json` prints: a line of `verify`, and what stands behind it. */
export interface InfoAnswer extends VerifiedCheckpoint {
  readonly kind: "file" | "directory" | null;
  /** Does the checkpoint agree with its marker? `null` without a full one. */
  readonly agrees: boolean | null;
  /** Why not. */
  readonly difference: string | null;
  /** The full marker. */
  readonly marked: Marker | null;
  /** The start record; `unreadable` where what lies there is none. */
  readonly started: StartRecord | "unreadable" | null;
}
