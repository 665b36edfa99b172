import { lineOf, type Assessment } from "../decide/decide.ts";
import type { CheckpointFacts } from "../decide/facts.ts";
import { shownPath } from "../model/shard-paths.ts";

/** One checkpoint of a verify, as `--json` prints it; `null` where there is nothing to say. */
export interface VerifiedCheckpoint {
  /** Relative to the workspace where it lies below it. */
  readonly path: string;
  readonly ok: boolean;
  /** `corrupt` also where it is not signed with the key at hand. */
  readonly marker: "none" | "empty" | "full" | "corrupt" | "unreadable";
  readonly format: string;
  readonly structure: "sound" | "empty" | "truncated" | "damaged" | "unknown";
  readonly status: string | null;
  readonly version: string | null;
  readonly sizeBytes: number;
  readonly bytesRead: number;
  /** The objection, its word first; else why the structure is not known to be sound. */
  readonly why: string | null;
}

/** The answer of `verify`. */
export interface VerifyAnswer {
  readonly checkpoints: readonly VerifiedCheckpoint[];
}

export function answerVerify(workspace: string, all: readonly Assessment[]): VerifyAnswer {
  return { checkpoints: all.map((one) => answerCheckpoint(workspace, one)) };
}

export function answerCheckpoint(
  workspace: string,
  { path, facts, objection }: Assessment,
): VerifiedCheckpoint {
  const { format, statusText, version, sizeBytes, bytesRead, why } = facts;
  return {
    path: shownPath(workspace, path),
    ok: objection === undefined,
    marker: markerWord(facts),
    format,
    structure: facts.checkpoint === "absent" ? "unknown" : facts.checkpoint,
    status: statusText ?? null,
    version: version ?? null,
    sizeBytes,
    bytesRead,
    why: (objection === undefined ? why : lineOf(objection)) ?? null,
  };
}

function markerWord({ marker }: CheckpointFacts): VerifiedCheckpoint["marker"] {
  if (marker.kind === "foreign") return "full";
  return marker.kind === "unread" ? "none" : marker.kind;
}
