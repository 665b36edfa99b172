import { isSha256 } from "../core/model/digest.ts";
import { addedFiles } from "../core/decide/facts.ts";
import { ignoreMatcher } from "../core/model/ignore.ts";
import { quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { ignoredBy } from "../files/compare.ts";
import { isSameMeasure, measure, type Measure } from "../files/measure.ts";
import { compareEveryByte } from "./staged.ts";
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
  | {
      readonly kind: "as marked";
      readonly measure: Measure;
      /** With the files in it that its marker does not cover. */
      readonly finished: Finished;
    }
  | { readonly kind: "refused"; readonly why: string };

/** Is the checkpoint what its marker says? Its bytes are read only where size, time and inode do not tell. */
export function checkFinished(disk: Disk, finished: Finished): CheckedFinished {
  const { checkpoint, marker } = finished;
  const marked = marker.checkpoint;
  const found = measure(disk, checkpoint, ignoredBy(marked));
  if (found.kind !== "measured") {
    const why = found.kind === "refused" ? `: ${found.why}` : " is not there";
    return { kind: "refused", why: `${checkpoint}${why}` };
  }
  const good = { kind: "as marked", measure: found.measure, finished } as const;
  if (isSameMeasure(marked, found.measure)) return good;
  const compared = { marked, found: found.measure };
  const comparison = compareEveryByte(disk, checkpoint, compared, { allowsAdded: true });
  if (comparison.kind === "differs")
    return {
      kind: "refused",
      why: `${checkpoint} is not what its marker says: ${comparison.how}`,
    };
  const added = addedFiles({ comparison });
  return added.length === 0 ? good : { ...good, finished: { ...finished, added } };
}

/** Gives a test for paths below a checkpoint: is what lies there part of it as it was marked? */
export function partOf({
  marker,
  added = [],
}: Pick<Finished, "marker" | "added">): (path: string) => boolean {
  const isIgnored = ignoreMatcher(marker.checkpoint.ignore ?? []);
  const later = new Set(added);
  return (path) => !isIgnored(path) && !later.has(path);
}

/** Has nothing touched the checkpoint since it was checked? */
export function isUntouched(disk: Disk, { checkpoint }: Finished, before: Measure): boolean {
  const now = measure(disk, checkpoint, ignoredBy(before));
  return now.kind === "measured" && JSON.stringify(now.measure) === JSON.stringify(before);
}
