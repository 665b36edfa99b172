import { basename, dirname } from "node:path";
import { addedFiles, type Comparison } from "../core/decide/facts.ts";
import type { MarkedCheckpoint, Marker } from "../core/model/marker.ts";
import type { Disk } from "../files/disk.ts";
import {
  compareWithMarker,
  findDigestDifference,
  ignoredBy,
  membersAsMarked,
} from "../files/compare.ts";
import { digestOf, measure, type Measure } from "../files/measure.ts";

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
  // The target of a link was not fetched.
  if (isLink(disk, staging)) return "it is a link";
  const found = measure(disk, staging, ignoredBy(checkpoint));
  if (found.kind === "absent") return "nothing was brought";
  if (found.kind === "refused") return found.why;
  const compared = compareEveryByte(disk, staging, { marked: checkpoint, found: found.measure });
  return compared.kind === "differs" ? compared.how : undefined;
}

/** Compares every byte with a marker's digest; times and inodes count for nothing. */
export function compareEveryByte(
  disk: Disk,
  path: string,
  compared: { readonly marked: MarkedCheckpoint; readonly found: Measure },
  { allowsAdded = false } = {},
): Comparison {
  const { marked } = compared;
  if (marked.sha256 === undefined) return { kind: "differs", how: "its marker has no full digest" };
  const comparison = compareWithMarker(disk, path, compared, { ...BY_SAMPLE, allowsAdded });
  if (comparison.kind === "differs") return comparison;
  const hasMore = addedFiles({ comparison }).length > 0;
  const members = hasMore ? membersAsMarked(marked) : ignoredBy(marked);
  const how = findDigestDifference(marked, digestOf(disk, path, members));
  return how === undefined ? comparison : { kind: "differs", how };
}

const BY_SAMPLE = { trustsTimes: false, readsSample: true };

function isLink(disk: Disk, path: string): boolean {
  const name = basename(path);
  return (disk.list(dirname(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}
