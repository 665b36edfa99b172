import { fenceIn, stampOf, type EntryStamp } from "../core/keys/entry-stamp.ts";
import type { Marker } from "../core/model/marker.ts";

/** What decides which of two entries is newer. */
export interface EntryOrder {
  readonly run: bigint;
  readonly attempt: number;
  readonly stamp: EntryStamp;
}

/** What a marker does not know counts as the oldest. */
export function orderOf(marker: Marker): EntryOrder {
  const { by } = marker;
  const run = by.run !== undefined && /^\d{1,20}$/.test(by.run) ? BigInt(by.run) : 0n;
  const attempt = Number.isSafeInteger(by.attempt) ? (by.attempt ?? 0) : 0;
  return { run, attempt, stamp: stampOf(marker) };
}

/**
 * Above 0 where `a` is newer: by its fence, then by run, attempt and time. An entry without a fence, which an earlier version
 * has made, is older than any with one: to compare the two by their times would make circles.
 */
export function compareOrder(a: EntryOrder, b: EntryOrder): number {
  const byFence = (fenceIn(a.stamp) ?? -1) - (fenceIn(b.stamp) ?? -1);
  if (byFence !== 0) return byFence;
  if (a.run !== b.run) return a.run > b.run ? 1 : -1;
  return a.attempt - b.attempt || a.stamp - b.stamp;
}
