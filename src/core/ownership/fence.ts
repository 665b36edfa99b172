/**
 * The fence of a start says which of two owners of a shard is the newer one, also where neither could see the other. It is
 * the time of the start in milliseconds, and above every fence that was known then. Below this limit it can stand in the
 * names of entries beside a time (`entry-stamp.ts`).
 */
export const MOST_FENCE = 2 ** 52 - 1;

export function isFence(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_FENCE;
}

/** The fence of a start: `known` are the fences of earlier owners, where there are any. */
export function nextFence(nowMs: number, known: readonly (number | undefined)[]): number {
  const above = known.map((fence) => (fence === undefined ? 0 : fence + 1));
  const newest = Math.max(Math.floor(nowMs) || 0, 0, ...above);
  return Math.min(newest, MOST_FENCE);
}

/** A moment of a store's clock, and this machine's own time before and after it was asked; all in milliseconds. */
export interface AskedTime {
  readonly storeMs: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** File systems stamp files by a clock that ticks this often. */
const TICK_MS = 20;

/**
 * The number of milliseconds that this machine's clock lacks against the store's: the smallest one that explains what was
 * seen, so that a clock which goes right is believed to the millisecond.
 */
export function lagOf({ storeMs, beforeMs, afterMs }: AskedTime): number {
  const isWholeSecond = storeMs % 1000 === 0;
  const least = storeMs - afterMs;
  const most = storeMs + (isWholeSecond ? 1000 : TICK_MS) - beforeMs;
  return Math.min(Math.max(0, least), Math.max(most, least));
}
