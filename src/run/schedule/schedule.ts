import { setImmediate } from "node:timers/promises";
import { createBlame, type Place } from "./blame.ts";
import type { Claims } from "./claims.ts";
import { createFreshShards } from "./fresh-shards.ts";
import { createHandedBack } from "./handed-back.ts";
import { createReadyShards, type ReadyShards } from "./ready-shards.ts";
import type { End, FailedShard, Steps } from "./steps.ts";

/** One slot of a run: it attempts one shard after the other. */
export interface SlotLine<R, F> {
  readonly place: Place;
  /** Settles when no result of this slot waits to be saved: the bound of the queue. */
  readonly backlogStarted: () => Promise<void>;
  /** Attempts a shard once. Never throws. */
  readonly attempt: (ready: R) => Promise<End<F>>;
  /** Called when the slot gets no more shards. */
  readonly close: () => Promise<void>;
}

/** After an attempt that was shorter, the next shard is made ready ahead: the flushes would cost a part of it. */
const SHORT_MS = 1000;

export interface SlotLines<R, F> {
  readonly slots: readonly SlotLine<R, F>[];
  /** A monotonic clock. */
  readonly clockMs: () => number;
  /** Called with a place that gets no more shards, and the number of its failures in a row. */
  readonly onRetired: (place: Place, failures: number) => void;
}

/**
 * Runs shards on slots until there are no more, or the run starts no more. A shard that fails is tried again as often as
 * its attempts allow, elsewhere where that is possible. What was made ready and does not run is withdrawn.
 */
export async function runOnSlots<S, R, F extends FailedShard>(
  steps: Steps<S, R, F>,
  claims: Claims<S>,
  { slots, clockMs, onRetired }: SlotLines<R, F>,
): Promise<void> {
  const places = new Set(slots.map(({ place }) => place));
  const blame = createBlame([...places], onRetired);
  const fresh = createFreshShards(steps, claims);
  const back = createHandedBack(steps, blame);
  const sources = { fresh, back, blame, slots: slots.length };
  const shards = { ...createReadyShards(steps, sources), lookAhead: fresh.lookAhead };
  await Promise.all(slots.map((slot) => runOnSlot(slot, shards, clockMs)));
  shards.close();
  await fresh.close();
}

type Shards<R, F> = ReadyShards<R, F> & { readonly lookAhead: () => void };

async function runOnSlot<R, F>(
  slot: SlotLine<R, F>,
  shards: Shards<R, F>,
  clockMs: () => number,
): Promise<void> {
  let lastMs = Number.POSITIVE_INFINITY;
  for (;;) {
    await slot.backlogStarted();
    const ready = await shards.next(slot.place);
    if (ready === undefined) break;
    if (lastMs < SHORT_MS) shards.lookAhead();
    const beginMs = clockMs();
    shards.ended(slot.place, await slot.attempt(ready));
    lastMs = clockMs() - beginMs;
  }
  await slot.close();
}

const CLAIMS_AT_ONCE = 32;

/**
 * Claims and starts every shard, for one program that gets them all; none where the run is stopped meanwhile. Starts that
 * set nothing aside are taken back then.
 */
export async function startAll<S, R, F>(
  steps: Pick<Steps<S, R, F>, "start" | "isBlank" | "isStopped" | "withdraw">,
  claims: Claims<S>,
): Promise<readonly R[]> {
  const shards: S[] = [];
  // A claim may be made without waiting for anything: a signal is taken in only in between.
  for (let next = await claims.next(); next.kind !== "none"; next = await claims.next()) {
    if (next.kind === "claimed") shards.push(next.shard);
    else await next.again;
    if (shards.length % CLAIMS_AT_ONCE === 0) await setImmediate();
  }
  const started: { readonly ready: R; readonly isBlank: boolean }[] = [];
  for (const shard of shards) {
    if (steps.isStopped()) break;
    const isBlank = steps.isBlank(shard);
    const ready = await steps.start(shard);
    if (ready !== undefined) started.push({ ready, isBlank });
  }
  if (!steps.isStopped()) return started.map(({ ready }) => ready);
  for (const { ready, isBlank } of started) if (isBlank) await steps.withdraw(ready);
  return [];
}
