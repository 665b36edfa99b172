import type { Liveness } from "../ownership/liveness.ts";
import type { Decision } from "./decide.ts";
import { fullMarker, isAsMarked, type CheckpointFacts } from "./facts.ts";

/**
 * How far shards may be, in the order in which summaries name them. Each shard is in exactly one of them.
 */
export const SHARD_STATES = [
  "done",
  /** Its last command has ended and failed. */
  "failed",
  /** Started by a run that lives. */
  "running",
  /** Started by a run of which it is not known here whether it lives. */
  "unknown",
  /** Started, and not ended by a run that is gone or was stopped; or work of it is kept. */
  "interrupted",
  /** A finished result that is none of the present definition. */
  "stale",
  /** A finished result that `force` names. */
  "forced",
  /** A user has removed its marker. */
  "unmarked",
  /** Something lies at the checkpoint's path, and nothing proves that it is complete. */
  "unproven",
  "blocked",
  /** Nothing of it is here. */
  "new",
] as const;

export type ShardState = (typeof SHARD_STATES)[number];

/** The number of shards in each state. */
export type StateCounts = Readonly<Record<ShardState, number>>;

/** The facts that a state rests on. */
interface Known extends Decision {
  readonly inProgress: boolean;
  readonly facts: Pick<
    CheckpointFacts,
    "marker" | "comparison" | "checkpoint" | "started" | "startRecord" | "unmarked"
  >;
  /** The run that has started it and not said how that ended; absent where nobody has looked. */
  readonly owner?: { readonly liveness: Liveness } | undefined;
}

export function stateOf(known: Known): ShardState {
  const { kind, facts } = known;
  if (kind === "skip") return "done";
  if (kind === "blocked") return "blocked";
  return facts.started ? startedState(known) : unstartedState(known);
}

function startedState({ facts: { startRecord, unmarked }, owner }: Known): ShardState {
  if (unmarked !== undefined) return "unmarked";
  if (startRecord === undefined || startRecord.released === true) return "interrupted";
  if (startRecord.ended === true) return "failed";
  return STATE_OF_OWNER[owner?.liveness ?? "unknown"];
}

function unstartedState({ kind, reason, inProgress, facts }: Known): ShardState {
  if (fullMarker(facts) !== undefined && isAsMarked(facts))
    return reason === "forced" ? "forced" : "stale";
  if (kind === "resume") return "interrupted";
  if (!inProgress) return "new";
  return facts.checkpoint === "absent" ? "interrupted" : "unproven";
}

const STATE_OF_OWNER = {
  alive: "running",
  gone: "interrupted",
  unknown: "unknown",
} as const satisfies Record<Liveness, ShardState>;

/** Counts every state, also those that no shard is in. */
export function countStates(states: Iterable<ShardState>): StateCounts {
  const counts: Record<ShardState, number> = {
    ...{ done: 0, failed: 0, running: 0, unknown: 0, interrupted: 0, stale: 0 },
    ...{ forced: 0, unmarked: 0, unproven: 0, blocked: 0, new: 0 },
  };
  for (const state of states) counts[state] += 1;
  return counts;
}
