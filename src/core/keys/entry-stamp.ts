import { isFence, MOST_FENCE } from "../ownership/fence.ts";
import type { Marker } from "../model/marker.ts";

/**
 * The last number in the name of an entry, by which the newest is found: above `MOST_FENCE` the fence of its start, below
 * it the time of finishing, where a marker has no fence. Earlier versions take any of them for a time of finishing.
 */
export type EntryStamp = number;

export function stampOf({ fence, finishedAt }: Pick<Marker, "fence" | "finishedAt">): EntryStamp {
  if (fence !== undefined) return MOST_FENCE + 1 + fence;
  return Math.min(Math.max(Date.parse(finishedAt) || 0, 0), MOST_FENCE);
}

export function fenceIn(stamp: EntryStamp): number | undefined {
  const fence = stamp - MOST_FENCE - 1;
  return isFence(fence) ? fence : undefined;
}
