import type { Marker } from "./marker.ts";

/** What speaks against a checkpoint: a word, as a decision gives it for its reason, and the rest in words. */
export interface Objection {
  readonly verdict:
    | "absent"
    | "incompatible"
    | "corrupt-marker"
    | "foreign-marker"
    | "marker-without-checkpoint"
    | "empty"
    | "truncated"
    | "damaged"
    | "changed-since-marker"
    | "status-in-progress"
    | "status-other";
  readonly why: string;
}

/** What a look at one checkpoint has found. */
export interface Examined {
  /** Absolute. */
  readonly path: string;
  /** `corrupt` also where it cannot be read, or is not signed with the key at hand. */
  readonly marker: "none" | "empty" | "full" | "corrupt";
  /** The marker itself, where it is a full one. */
  readonly full?: Marker;
  /** `none` where there is nothing to look into. */
  readonly format: string;
  readonly structure: "sound" | "empty" | "truncated" | "damaged" | "unknown";
  readonly status?: string;
  readonly version?: string;
  /** Of a directory, of all its files. */
  readonly sizeBytes: number;
  /** Of the checkpoint, for this answer. */
  readonly bytesRead: number;
  /** Why the structure is not known to be sound, where nothing speaks against it. */
  readonly note?: string;
  /** The one that decides, as in the table of decisions; absent for a good checkpoint. */
  readonly objection?: Objection;
  /** How the checkpoint differs from its full marker, in words; absent where it does not, or has none. */
  readonly difference?: string;
  /** Was every byte held against a digest or a checksum? */
  readonly isProven: boolean;
}

/** An objection in one line. */
export function tellObjection({ verdict, why }: Objection): string {
  return why === "" ? verdict : `${verdict}: ${why}`;
}
