import type { Verdict } from "../checkpoint/survey.ts";
import { fullMarker } from "../core/decide/facts.ts";
import type { StartRecord } from "../core/model/start-record.ts";
import { lagOf, nextFence } from "../core/ownership/fence.ts";
import type { Store } from "../store/store.ts";

/** The fence of who takes the shard now: above those of the last start, of the marker and of the store's newest entry. */
export async function newFence(
  fenceNow: () => Promise<number>,
  { facts, entry }: Verdict,
  previous: StartRecord | undefined,
): Promise<number> {
  return nextFence(await fenceNow(), [previous?.fence, fullMarker(facts)?.fence, entry?.fence]);
}

/** The store's clock is asked again after this time, and where it gave no answer after the shorter one. */
const ASK_EVERY_MS = 600_000;
const ASK_AGAIN_MS = 30_000;

/** A clock that was set, or a machine that was asleep: its time and its ticks differ by more than they ever drift. */
const STEP_MS = 1000;

/**
 * The time by the clock of a store, which is asked rarely, and at once: this machine's own clock goes on in between. Where
 * the store has no clock or does not tell the time, what was known before counts, and at first this machine's own clock.
 */
export function openFenceClock(
  { clock }: Pick<Store, "clock">,
  now: () => number,
): () => Promise<number> {
  if (clock === undefined) return () => Promise.resolve(now());
  let lagMs: Promise<number> | number = 0;
  let asked = { atMs: 0, atTick: 0, forMs: 0 };
  const ask = (): void => {
    const before = lagMs;
    const asking = { atMs: now(), atTick: performance.now(), forMs: ASK_EVERY_MS };
    asked = asking;
    lagMs = askLag(clock, now).catch(() => {
      asking.forMs = ASK_AGAIN_MS;
      return before;
    });
  };
  ask();
  return async () => {
    const ticked = performance.now() - asked.atTick;
    if (ticked > asked.forMs || Math.abs(now() - asked.atMs - ticked) > STEP_MS) ask();
    const lag = await lagMs;
    return now() + lag;
  };
}

async function askLag(clock: () => Promise<number>, now: () => number): Promise<number> {
  const beforeMs = now();
  const storeMs = await clock();
  return lagOf({ storeMs, beforeMs, afterMs: now() });
}
