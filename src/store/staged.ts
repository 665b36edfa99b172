import { basename, dirname } from "node:path";
import type { Marker } from "../core/model/marker.ts";
import type { Disk } from "../files/disk.ts";
import { compareWithMarker, findDigestDifference, ignoredBy } from "../files/compare.ts";
import { digestOf, measure } from "../files/measure.ts";

export type CheckedStaging =
  | { readonly kind: "good" }
  | { readonly kind: "bad"; readonly why: string };

/**
 * Compares a fetched checkpoint with its marker: kind, number of files, bytes, and every byte's digest. Times and inodes are
 * another disk's and count for nothing. The cheap checks come first; only what passes them is read whole.
 * @throws where this disk cannot be read: that says nothing of the entry.
 */
export function checkStaged(disk: Disk, staging: string, marker: Marker): CheckedStaging {
  const why = findFault(disk, staging, marker);
  return why === undefined ? { kind: "good" } : { kind: "bad", why };
}

function findFault(disk: Disk, staging: string, { checkpoint }: Marker): string | undefined {
  if (checkpoint.sha256 === undefined) return "its marker has no full digest";
  // The target of a link was not fetched.
  if (isLink(disk, staging)) return "it is a link";
  const found = measure(disk, staging, ignoredBy(checkpoint));
  if (found.kind === "absent") return "nothing was brought";
  if (found.kind === "refused") return found.why;
  const compared = { marked: checkpoint, found: found.measure };
  const comparison = compareWithMarker(disk, staging, compared, BY_SAMPLE);
  if (comparison.kind === "differs") return comparison.how;
  return findDigestDifference(checkpoint, digestOf(disk, staging, ignoredBy(checkpoint)));
}

const BY_SAMPLE = { trustsTimes: false, readsSample: true };

function isLink(disk: Disk, path: string): boolean {
  const name = basename(path);
  return (disk.list(dirname(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}
