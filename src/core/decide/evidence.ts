import { changedFiles, changedParts, type Fingerprint, type Part } from "../model/fingerprint.ts";
import { fullMarker, type CheckpointFacts } from "./facts.ts";
import type { Unreadable } from "../model/unreadable.ts";

/** A part of a fingerprint that cannot be computed, and why. */
interface UnknownPart {
  readonly part: Part;
  readonly why: string;
  /** Where the system does not give a file that the part depends on. */
  readonly unreadable?: Unreadable;
}

/**
 * Whose an empty marker or a checkpoint's own status is. `own`: Donemark has started or marked this checkpoint, or may
 * have. `newer`: the sign is newer than Donemark's first result of this definition. `others`: nothing tells so.
 */
export type Provenance = "others" | "newer" | "own";

/** The evidence for a decision beside the facts about the checkpoint. */
export interface Circumstances {
  /** Why what lies at its path could not be set aside: known only once its start was tried. */
  readonly uncleared?: string;
  /** `force` names the shard. */
  readonly forced: boolean;
  /** A marker or a store entry says that this very workflow run finished it. */
  readonly finishedByThisRun: boolean;
  /** Parts that `rerun-on` names and that cannot be computed now. */
  readonly unknownParts: readonly UnknownPart[];
  /** Parts that `rerun-on` names and that the full marker does not hold as they are now. */
  readonly changedParts: readonly Part[];
  /** The files of the `files` part that were added, removed or changed; empty where they are not known. */
  readonly changedFiles: readonly string[];
  /** `hit` only for an entry whose parts in `rerun-on` are the same and that is not revoked. */
  readonly store: "hit" | "miss" | "unavailable";
  /** A finished result that was set aside is what is asked for now. */
  readonly restorable: boolean;
  readonly adopt: boolean;
  /** Markers are signed here, so nobody vouches for an old one, nor for what a checkpoint says of itself. */
  readonly isSigned: boolean;
  /** Parts with true markers under a start record whose fingerprint is the same in every part. */
  readonly resumable: boolean;
  /** A command's exit code 0 or a user's word vouches for the checkpoint, as a full marker would. */
  readonly isVouchedFor: boolean;
  readonly provenance: Provenance;
  /** The line that marks the shard on the user's word, for a shell; absent where no shard is asked about. */
  readonly markLine?: () => string;
}

/** All that a decision rests on. */
export interface Evidence extends CheckpointFacts, Circumstances {}

/** Circumstances that decide nothing: what is left to speak is the checkpoint itself. */
export const NO_CIRCUMSTANCES: Circumstances = {
  forced: false,
  finishedByThisRun: false,
  unknownParts: [],
  changedParts: [],
  changedFiles: [],
  store: "miss",
  restorable: false,
  adopt: true,
  isSigned: false,
  resumable: false,
  isVouchedFor: false,
  provenance: "others",
};

/** The evidence from a shard's present fingerprint and its marker. */
export function fingerprintEvidence(
  facts: CheckpointFacts,
  present: Fingerprint,
  rerunOn: readonly Part[],
): Pick<Circumstances, "unknownParts" | "changedParts" | "changedFiles"> {
  const unknownParts = rerunOn.flatMap((part): readonly UnknownPart[] => {
    const value = present[part];
    if (!("unknown" in value)) return [];
    const { unknown: why, unreadable } = value;
    return [{ part, why, ...(unreadable !== undefined && { unreadable }) }];
  });
  const marker = fullMarker(facts);
  if (marker === undefined) return { unknownParts, changedParts: [], changedFiles: [] };
  const changed = changedParts(marker.fingerprint, present, rerunOn);
  const files = changed.includes("files") ? changedFiles(marker.fingerprint, present) : [];
  return { unknownParts, changedParts: changed, changedFiles: files };
}
