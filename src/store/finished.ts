import { isSha256 } from "../core/model/digest.ts";
import { quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { ignoredBy } from "../files/compare.ts";
import { isSameMeasure, measure, type Measure } from "../files/measure.ts";
import { checkStaged } from "./staged.ts";
import type { Finished } from "./store.ts";

/** Why no store may take this as a finished shard; `undefined` where one may. */
export function refusalOf({ wanted, marker }: Finished): string | undefined {
  if (marker.checkpoint.sha256 === undefined) {
    return `the marker of ${quote(wanted.shard)} has no full digest yet`;
  }
  if (marker.shard !== wanted.shard) {
    return `the marker is of ${quote(marker.shard)}, the shard is ${quote(wanted.shard)}`;
  }
  return isSha256(wanted.match)
    ? undefined
    : `a match is a SHA-256 digest, got ${quote(wanted.match)}`;
}

export type CheckedFinished =
  | { readonly kind: "as marked"; readonly measure: Measure }
  | { readonly kind: "refused"; readonly why: string };

/** Is the checkpoint what its marker says? Its bytes are read only where size, time and inode do not tell. */
export function checkFinished(disk: Disk, { checkpoint, marker }: Finished): CheckedFinished {
  const found = measure(disk, checkpoint, ignoredBy(marker.checkpoint));
  if (found.kind !== "measured") {
    const why = found.kind === "refused" ? `: ${found.why}` : " is not there";
    return { kind: "refused", why: `${checkpoint}${why}` };
  }
  if (!isSameMeasure(marker.checkpoint, found.measure)) {
    const checked = checkStaged(disk, checkpoint, marker);
    if (checked.kind === "bad")
      return { kind: "refused", why: `${checkpoint} is not what its marker says: ${checked.why}` };
  }
  return { kind: "as marked", measure: found.measure };
}

/** Has nothing touched the checkpoint since it was checked? */
export function isUntouched(disk: Disk, { checkpoint }: Finished, before: Measure): boolean {
  const now = measure(disk, checkpoint, ignoredBy(before));
  return now.kind === "measured" && JSON.stringify(now.measure) === JSON.stringify(before);
}
