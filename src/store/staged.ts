import { basename, dirname } from "node:path";
import type { Marker } from "../core/marker.ts";
import type { Disk } from "../files/disk.ts";
import { digestOf, findDifference, measure, sampleOf } from "../files/measure.ts";

export type CheckedStaging =
  | { readonly kind: "good" }
  | { readonly kind: "bad"; readonly why: string };

/**
 * What was fetched against its marker: kind, number of files, bytes, and every byte's digest. Times and inodes are
 * another disk's and count for nothing. The cheap checks come first; only what passes them is read whole.
 * @throws where this disk cannot be read: that says nothing of the entry.
 */
export function checkStaged(disk: Disk, staging: string, marker: Marker): CheckedStaging {
  const why = findFault(disk, staging, marker);
  return why === undefined ? { kind: "good" } : { kind: "bad", why };
}

function findFault(disk: Disk, staging: string, { checkpoint }: Marker): string | undefined {
  if (checkpoint.sha256 === undefined) return "its marker has no full digest";
  // Whatever a link leads to was not fetched.
  if (isLink(disk, staging)) return "it is a link";
  const found = measure(disk, staging);
  if (found.kind === "absent") return "nothing was brought";
  if (found.kind === "refused") return found.why;
  const difference = findDifference(checkpoint, found.measure);
  if (difference !== undefined) return difference;
  if (sampleOf(disk, staging) !== checkpoint.sample) return "its sample is not the marker's";
  const same = digestOf(disk, staging) === checkpoint.sha256;
  return same ? undefined : "its SHA-256 is not the marker's";
}

function isLink(disk: Disk, path: string): boolean {
  const name = basename(path);
  return (disk.list(dirname(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}
