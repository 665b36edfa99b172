import { isSha256 } from "../core/digest.ts";
import { show } from "../core/text.ts";
import type { Finished } from "./store.ts";

/** Why no store may take this as a finished shard; `undefined` where one may. */
export function refusalOf({ wanted, marker }: Finished): string | undefined {
  if (marker.checkpoint.sha256 === undefined) {
    return `the marker of ${show(wanted.shard)} has no full digest yet`;
  }
  if (marker.shard !== wanted.shard) {
    return `the marker is of ${show(marker.shard)}, the shard is ${show(wanted.shard)}`;
  }
  return isSha256(wanted.match)
    ? undefined
    : `a match is a SHA-256 digest, got ${show(wanted.match)}`;
}
