import type { Liveness } from "./liveness.ts";

/** The times of heartbeats, in milliseconds. */
export interface HeartbeatTimes {
  /** An owner changes its heartbeat this often. */
  readonly beatMs: number;
  /** A reader looks at a heartbeat at least this often. A longer pause counts as no more than this: the reader slept itself. */
  readonly lookMs: number;
  /** An owner is gone when a reader saw no change for this long. */
  readonly goneMs: number;
}

const BEATS_TO_BE_GONE = 6;

/**
 * Three minutes without a change for a beat every 30 s: a network disk may show a reader what was there up to a minute ago
 * (`acregmax`, `acdirmax`), and a beat may be late by half a minute.
 */
export const HEARTBEAT_TIMES = timesFor(30_000);

export function timesFor(beatMs: number): HeartbeatTimes {
  return { beatMs, lookMs: beatMs / 3, goneMs: BEATS_TO_BE_GONE * beatMs };
}

/** What one reader has seen of one heartbeat, by the reader's own monotonic clock alone: no clock is compared with another. */
export interface Observation {
  /** All that changes with a beat; `undefined` where no heartbeat is there. */
  readonly seen: string | undefined;
  readonly lookedMs: number;
  /** For so long the reader has watched it and seen no change. */
  readonly quietMs: number;
  /** A change was seen since the first look. */
  readonly hasBeaten: boolean;
}

export function firstLook(seen: string | undefined, nowMs: number): Observation {
  return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: false };
}

/** The observation after another look. A heartbeat that vanishes is no beat: its owner makes it anew. */
export function lookAgain(
  before: Observation,
  look: { readonly seen: string | undefined; readonly nowMs: number },
  { lookMs }: HeartbeatTimes,
): Observation {
  const { seen, nowMs } = look;
  if (seen !== undefined && seen !== before.seen)
    return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: true };
  const watchedMs = Math.min(Math.max(nowMs - before.lookedMs, 0), lookMs);
  return { ...before, lookedMs: nowMs, quietMs: before.quietMs + watchedMs };
}

/** What an observation says: `unknown` as long as neither a beat was seen nor the time is over. */
export function livenessOf(
  { hasBeaten, quietMs }: Observation,
  { goneMs }: HeartbeatTimes,
): Liveness {
  if (quietMs >= goneMs) return "gone";
  return hasBeaten ? "alive" : "unknown";
}
