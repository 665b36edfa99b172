import type { Part } from "./fingerprint.ts";
import type { StatusWord } from "./status.ts";

export const REASONS = [
  "forced",
  "fingerprint-unknown",
  "done",
  "done-in-store",
  "incompatible",
  "input-changed",
  "command-changed",
  "files-changed",
  "text-changed",
  "corrupt-marker",
  "foreign-marker",
  "new",
  "marker-without-checkpoint",
  "empty",
  "truncated",
  "damaged",
  "changed-since-marker",
  "status-in-progress",
  "status-other",
  "adopted-marker",
  "adopted-status",
  "no-marker",
] as const;
export type Reason = (typeof REASONS)[number];

/** `full` is a readable marker of this very shard. */
export type MarkerState = "none" | "empty" | "full" | "corrupt" | "foreign";

/** What lies at the checkpoint's path. `unknown`: there, and nothing speaks against it. */
export type CheckpointState = "absent" | "sound" | "unknown" | "empty" | "truncated" | "damaged";

/** All that a decision rests on: facts, each found elsewhere. */
export interface Evidence {
  /** `force` names the shard. */
  readonly forced: boolean;
  /** A marker or a store entry says that this very workflow run finished it. */
  readonly finishedByThisRun: boolean;
  /** Parts that `rerun-on` names and that cannot be computed now. */
  readonly unknownParts: readonly Part[];
  readonly marker: MarkerState;
  /** Parts that `rerun-on` names and that the full marker does not hold as they are now. */
  readonly changedParts: readonly Part[];
  /** The bytes are those that the full marker describes. */
  readonly asMarked: boolean;
  readonly checkpoint: CheckpointState;
  readonly status: StatusWord;
  /** The checkpoint's version is newer than accepted. */
  readonly tooNew: boolean;
  /** `hit` only for an entry whose parts in `rerun-on` are the same and that is not revoked. */
  readonly store: "hit" | "miss" | "unavailable";
  /** A start record is there, readable or not. */
  readonly started: boolean;
  readonly adopt: boolean;
  /** Parts with true markers under a start record whose fingerprint is the same in every part. */
  readonly resumable: boolean;
}

export interface Decision {
  readonly kind: "skip" | "run" | "resume" | "blocked";
  readonly reason: Reason;
}

/** One row of the table: its number in the design, when it fits, and what follows. */
interface Row {
  readonly row: number;
  readonly fits: (e: Evidence) => boolean;
  readonly kind: "skip" | "run" | "blocked";
  readonly reason: (e: Evidence) => Reason;
}

const ROWS: readonly Row[] = [
  { row: 1, fits: (e) => e.forced && !e.finishedByThisRun, kind: "run", reason: () => "forced" },
  {
    row: 2,
    fits: (e) => e.unknownParts.length > 0,
    kind: "run",
    reason: () => "fingerprint-unknown",
  },
  { row: 3, fits: isProvenDone, kind: "skip", reason: () => "done" },
  { row: 4, fits: (e) => e.store === "hit", kind: "skip", reason: () => "done-in-store" },
  { row: 5, fits: (e) => e.tooNew, kind: "blocked", reason: () => "incompatible" },
  {
    row: 6,
    fits: (e) => e.marker === "full" && e.changedParts.length > 0,
    kind: "run",
    reason: (e) => `${e.changedParts[0] ?? "input"}-changed`,
  },
  {
    row: 7,
    fits: (e) => e.marker === "corrupt" || e.marker === "foreign",
    kind: "run",
    reason: (e) => (e.marker === "foreign" ? "foreign-marker" : "corrupt-marker"),
  },
  {
    row: 8,
    fits: (e) => e.checkpoint === "absent",
    kind: "run",
    reason: (e) => (e.marker === "none" ? "new" : "marker-without-checkpoint"),
  },
  {
    row: 9,
    fits: (e) => faultOf(e) !== undefined,
    kind: "run",
    reason: (e) => faultOf(e) ?? "damaged",
  },
  {
    row: 10,
    fits: (e) => e.status === "in-progress" || e.status === "other",
    kind: "run",
    reason: (e) => (e.status === "in-progress" ? "status-in-progress" : "status-other"),
  },
  {
    row: 11,
    fits: (e) => e.adopt && !e.started && e.marker === "empty" && holdsUp(e),
    kind: "skip",
    reason: () => "adopted-marker",
  },
  {
    row: 12,
    fits: (e) =>
      e.adopt &&
      !e.started &&
      e.marker === "none" &&
      e.checkpoint === "sound" &&
      e.status === "complete",
    kind: "skip",
    reason: () => "adopted-status",
  },
  { row: 13, fits: () => true, kind: "run", reason: () => "no-marker" },
];

/** What to do with one shard, and the one reason: the first row of the table that fits. */
export function decide(evidence: Evidence): Decision {
  const row = ROWS.find((candidate) => candidate.fits(evidence));
  if (row === undefined) throw new Error("The table of decisions has a last row that always fits.");
  const reason = row.reason(evidence);
  const resumes = row.kind === "run" && evidence.resumable && !evidence.forced;
  return { kind: resumes ? "resume" : row.kind, reason };
}

/** The numbers of all rows that would fit, in order; the first one decides. */
export function fittingRows(evidence: Evidence): readonly number[] {
  return ROWS.filter((row) => row.fits(evidence)).map((row) => row.row);
}

function isProvenDone(e: Evidence): boolean {
  return (
    e.marker === "full" &&
    e.asMarked &&
    holdsUp(e) &&
    e.status !== "in-progress" &&
    e.changedParts.length === 0
  );
}

function holdsUp(e: Evidence): boolean {
  return e.checkpoint === "sound" || e.checkpoint === "unknown";
}

function faultOf(e: Evidence): Reason | undefined {
  if (e.checkpoint === "empty" || e.checkpoint === "truncated" || e.checkpoint === "damaged") {
    return e.checkpoint;
  }
  return e.marker === "full" && !e.asMarked ? "changed-since-marker" : undefined;
}
