import type { Marker } from "../core/model/marker.ts";

/** What decides which of two entries is newer. */
export interface EntryOrder {
  readonly run: bigint;
  readonly attempt: number;
  readonly finishedMs: number;
}

/** What a marker does not know counts as the oldest. */
export function orderOf({ by, finishedAt }: Marker): EntryOrder {
  const run = by.run !== undefined && /^\d{1,20}$/.test(by.run) ? BigInt(by.run) : 0n;
  const attempt = Number.isSafeInteger(by.attempt) ? (by.attempt ?? 0) : 0;
  const finishedMs = Math.max(Date.parse(finishedAt) || 0, 0);
  return { run, attempt, finishedMs };
}

/** Above 0 where `a` is newer. */
export function compareOrder(a: EntryOrder, b: EntryOrder): number {
  if (a.run !== b.run) return a.run > b.run ? 1 : -1;
  return a.attempt - b.attempt || a.finishedMs - b.finishedMs;
}
