import { nameSome, quote } from "../text/text.ts";
import type { Part } from "../model/fingerprint.ts";
import type { Evidence } from "./evidence.ts";
import { mayAdopt, takesYourWord, unproven, whyNotAdopted } from "./adoption.ts";
import { addedFiles, isAsMarked, unreadableOf } from "./facts.ts";
import { unreadableClause, type Unreadable } from "../model/unreadable.ts";

/** One reason: its place in the table, when it fits, what follows, and what a person reads. */
export interface ReasonRow {
  /** The word: the same in decisions, in `verify`, in the record of bad checkpoints and in messages. */
  readonly reason: string;
  readonly kind: "skip" | "run" | "blocked";
  readonly fits: (e: Evidence) => boolean;
  /** One clause without a full stop; it stands alone, and after the word and a colon. */
  readonly sentence: (e: Evidence) => string;
  /** Does the word say it all? A plan leaves the sentence out then. */
  readonly isPlain: (e: Evidence) => boolean;
  /** Is it an objection to the checkpoint itself? `true`: by the reason's word. `absent`: by that word. `false`: it is none. */
  readonly objection: boolean | "absent";
}

/**
 * The table of decisions. The first row that fits decides, and the last one always fits. The same table gives the objection
 * to a checkpoint: its rows are asked without store, fingerprint and `force`. A new reason is a row here.
 */
export const REASON_ROWS = [
  {
    reason: "cannot-clear",
    kind: "blocked",
    fits: (e) => e.uncleared !== undefined,
    sentence: (e) => e.uncleared ?? "what lies at its path cannot be set aside",
    isPlain: never,
    objection: false,
  },
  {
    reason: "forced",
    kind: "run",
    fits: (e) => e.forced && !e.finishedByThisRun,
    sentence: () => "`force` names it, so it runs from scratch",
    isPlain: always,
    objection: false,
  },
  {
    reason: "unreadable",
    kind: "blocked",
    fits: (e) => unreadableIn(e) !== undefined && !isProven(e),
    sentence: (e) => {
      const unreadable = unreadableIn(e);
      return unreadable === undefined ? "it cannot be read" : unreadableClause(unreadable);
    },
    isPlain: never,
    objection: true,
  },
  {
    reason: "fingerprint-unknown",
    kind: "run",
    fits: (e) => e.unknownParts.length > 0,
    sentence: (e) =>
      `a part of the fingerprint cannot be computed: ${e.unknownParts.map(({ part, why }) => `${part}: ${why}`).join("; ")}`,
    isPlain: never,
    objection: false,
  },
  {
    reason: "done",
    kind: "skip",
    fits: isProven,
    sentence: (e) =>
      [
        e.comparison.kind === "moved"
          ? "moved since it was marked, the sample digest is the same"
          : "the checkpoint is what its marker says",
        ...sayAdded(addedFiles(e)),
      ].join("; "),
    isPlain: (e) => e.comparison.kind !== "moved" && addedFiles(e).length === 0,
    objection: false,
  },
  {
    reason: "done-in-store",
    kind: "skip",
    fits: (e) => e.store === "hit",
    sentence: () => "the store has it, and its fingerprint is the same",
    isPlain: always,
    objection: false,
  },
  {
    reason: "incompatible",
    kind: "blocked",
    fits: (e) => e.newerThan !== undefined,
    sentence: (e) =>
      `the checkpoint's version is ${JSON.stringify(e.version)}, at most ${e.newerThan} is accepted`,
    isPlain: never,
    objection: true,
  },
  {
    reason: "restored",
    kind: "skip",
    fits: (e) => e.restorable,
    sentence: () => "a finished result that was set aside fits again, and is brought back",
    isPlain: always,
    objection: false,
  },
  changed("input"),
  changed("command"),
  changed("files"),
  changed("text"),
  {
    reason: "corrupt-marker",
    kind: "run",
    fits: (e) => e.marker.kind === "corrupt",
    sentence: (e) =>
      [
        `the marker is corrupt${e.marker.kind === "corrupt" ? `: ${e.marker.why}` : ""}`,
        ...(e.markLine === undefined || e.checkpoint === "absent" ? [] : [takesYourWord(e)]),
      ].join("; "),
    isPlain: never,
    objection: true,
  },
  {
    reason: "foreign-marker",
    kind: "run",
    fits: (e) => e.marker.kind === "foreign",
    sentence: (e) =>
      `the marker is that of ${e.marker.kind === "foreign" ? `shard ${JSON.stringify(e.marker.marker.shard)}` : "another shard"}`,
    isPlain: never,
    objection: true,
  },
  {
    reason: "new",
    kind: "run",
    fits: (e) => e.checkpoint === "absent" && !hasMarker(e),
    sentence: () => "there is no checkpoint",
    isPlain: always,
    objection: "absent",
  },
  {
    reason: "marker-without-checkpoint",
    kind: "run",
    fits: (e) => e.checkpoint === "absent" && hasMarker(e),
    sentence: () => "its marker is there, and no checkpoint",
    isPlain: always,
    objection: true,
  },
  {
    reason: "empty",
    kind: "run",
    fits: (e) => e.checkpoint === "empty",
    sentence: (e) => e.why ?? "the checkpoint holds nothing",
    isPlain: always,
    objection: true,
  },
  {
    reason: "truncated",
    kind: "run",
    fits: (e) => e.checkpoint === "truncated",
    sentence: (e) => e.why ?? "the end of the checkpoint is missing",
    isPlain: never,
    objection: true,
  },
  {
    reason: "damaged",
    kind: "run",
    fits: (e) => e.checkpoint === "damaged",
    sentence: (e) => e.why ?? "the checkpoint's structure does not hold",
    isPlain: never,
    objection: true,
  },
  {
    reason: "changed-since-marker",
    kind: "run",
    fits: (e) => e.marker.kind === "full" && e.comparison.kind === "differs",
    sentence: (e) =>
      e.comparison.kind === "differs"
        ? `the checkpoint is not the one that was marked: ${e.comparison.how}`
        : "the checkpoint is not the one that was marked",
    isPlain: never,
    objection: true,
  },
  {
    reason: "status-failed",
    kind: "run",
    fits: (e) => e.status === "failed",
    sentence: (e) =>
      `${ownStatus(e)}, a word of failure (\`status: {complete: […]}\` in the definition gives it another meaning)`,
    isPlain: never,
    objection: true,
  },
  {
    reason: "status-in-progress",
    kind: "run",
    fits: (e) => e.status === "in-progress",
    sentence: ownStatus,
    isPlain: never,
    objection: true,
  },
  {
    reason: "status-other",
    kind: "run",
    fits: (e) => e.status === "other" && !e.isVouchedFor,
    sentence: (e) => `${ownStatus(e)}, which does not say complete`,
    isPlain: never,
    objection: true,
  },
  {
    reason: "adopted-marker",
    kind: "skip",
    fits: (e) =>
      mayAdopt(e) &&
      e.marker.kind === "empty" &&
      holdsUp(e) &&
      (e.checkpoint === "sound" || e.provenance === "others"),
    sentence: () => "an old empty marker says that it is complete",
    isPlain: always,
    objection: false,
  },
  {
    reason: "adopted-status",
    kind: "skip",
    fits: (e) =>
      mayAdopt(e) &&
      e.marker.kind === "none" &&
      e.checkpoint === "sound" &&
      e.status === "complete",
    sentence: (e) => `${ownStatus(e)}, and its structure is sound`,
    isPlain: always,
    objection: false,
  },
  {
    reason: "no-marker",
    kind: "run",
    fits: () => true,
    sentence: unproven,
    isPlain: (e) => whyNotAdopted(e) === undefined,
    objection: false,
  },
] as const satisfies readonly ReasonRow[];

/** The one reason of a decision. */
export type Reason = (typeof REASON_ROWS)[number]["reason"];

/** Every reason, in the order of the table. */
export const REASONS: readonly Reason[] = REASON_ROWS.map(({ reason }) => reason);

/** The rows of the four parts: the first part that changed gives the word. */
function changed<P extends Part>(part: P) {
  return {
    reason: `${part}-changed`,
    kind: "run",
    fits: (e) => e.marker.kind === "full" && e.changedParts[0] === part,
    sentence: (e) =>
      [`${changedThing(e, part)} changed since it was marked`, ...alsoChanged(e)].join("; "),
    isPlain: (e) => e.changedParts.length === 1 && changedThing(e, part) === `its ${part}`,
    objection: false,
  } as const satisfies ReasonRow;
}

function changedThing({ changedFiles }: Evidence, part: Part): string {
  return part === "files" ? filesOr("its files", changedFiles) : `its ${part}`;
}

function filesOr(unnamed: string, changedFiles: readonly string[]): string {
  return changedFiles.length === 0 ? unnamed : nameSome(changedFiles, MOST_CHANGED);
}

const MOST_CHANGED = 5;

function alsoChanged({ changedParts, changedFiles }: Evidence): readonly string[] {
  const rest = changedParts
    .slice(1)
    .map((part) => (part === "files" ? filesOr(part, changedFiles) : part));
  return rest.length === 0 ? [] : [`${rest.join(", ")} changed as well`];
}

/** Does a full marker of this fingerprint prove the bytes that lie there? */
function isProven(e: Evidence): boolean {
  return (
    e.marker.kind === "full" &&
    isAsMarked(e) &&
    holdsUp(e) &&
    e.status !== "in-progress" &&
    e.status !== "failed" &&
    e.unknownParts.length === 0 &&
    e.changedParts.length === 0
  );
}

function unreadableIn(e: Evidence): Unreadable | undefined {
  return unreadableOf(e) ?? e.unknownParts.find((one) => one.unreadable !== undefined)?.unreadable;
}

function sayAdded(added: readonly string[]): readonly string[] {
  if (added.length === 0) return [];
  const names = nameSome(added.map(quote), 3);
  return [`${names} came into it since, no part of the result (\`ignore\` leaves such files out)`];
}

function hasMarker({ marker }: Evidence): boolean {
  return marker.kind !== "none" && marker.kind !== "unread";
}

function holdsUp({ checkpoint }: Evidence): boolean {
  return checkpoint === "sound" || checkpoint === "unknown";
}

function ownStatus({ statusText }: Evidence): string {
  return `the checkpoint's own status is ${JSON.stringify(statusText ?? "")}`;
}

function always(): boolean {
  return true;
}

function never(): boolean {
  return false;
}
