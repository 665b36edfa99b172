import type { Comparison } from "../core/decide/facts.ts";
import type { MarkedCheckpoint } from "../core/model/marker.ts";
import { plural } from "../core/text/text.ts";
import type { Disk } from "./disk.ts";
import { isSameMeasure, measure, sampleOf, type Measure } from "./measure.ts";
import { EVERYTHING, readTree, type Members } from "./tree.ts";

/** The extent of a comparison with a marker: size alone, the sample digest, or every byte. */
export interface CompareRules {
  /** Are size, time and inode as marked proof enough that the bytes are the same? */
  readonly trustsTimes: boolean;
  readonly readsSample: boolean;
  /** May files have come into a directory since? They are named then. */
  readonly allowsAdded?: boolean;
}

/**
 * Compares the measure of a path with a full marker: kind, number of files, size, and the sample digest
 * where it is read. Another time or inode alone makes it `moved`.
 * @throws the system error where the checkpoint cannot be read.
 */
export function compareWithMarker(
  disk: Disk,
  path: string,
  { marked, found }: { readonly marked: MarkedCheckpoint; readonly found: Measure },
  rules: CompareRules,
): Comparison {
  const { trustsTimes, readsSample } = rules;
  const added = rules.allowsAdded === true ? findAdded(disk, path, { marked, found }) : undefined;
  const now = added?.before ?? found;
  const more = added === undefined ? {} : { added: added.names };
  const isSame = isSameMeasure(marked, now);
  if (isSame && trustsTimes) return { kind: "same", ...more };
  const how = findDifference(marked, now);
  if (how !== undefined) return { kind: "differs", how: findDifference(marked, found) ?? how };
  const members = added === undefined ? ignoredBy(marked) : membersAsMarked(marked);
  if (readsSample && sampleOf(disk, path, members) !== marked.sample)
    return { kind: "differs", how: "its sample digest is not the marker's" };
  return { kind: isSame ? "same" : "moved", ...more };
}

/** The members by a marker's patterns, whenever they came. */
export function ignoredBy({ ignore }: Pick<MarkedCheckpoint, "ignore">): Members {
  return ignore === undefined ? EVERYTHING : { ignore };
}

/** The members that were there when the latest of those that were marked had its time. */
export function membersAsMarked(marked: MarkedCheckpoint): Members {
  return { ...ignoredBy(marked), untilNs: marked.mtimeNs };
}

interface Added {
  /** Below the directory, sorted. */
  readonly names: readonly string[];
  /** The directory without them. */
  readonly before: Measure;
}

/**
 * The files that came into a directory after it was marked, where exactly so many others are left as were marked: a
 * viewer, an index, the system's own notes. Every later file is one, so a member that was changed leaves too few.
 */
function findAdded(
  disk: Disk,
  path: string,
  { marked, found }: { readonly marked: MarkedCheckpoint; readonly found: Measure },
): Added | undefined {
  if (marked.kind !== "directory" || found.kind !== "directory") return undefined;
  if ((found.files ?? 0) <= (marked.files ?? 0)) return undefined;
  const members = membersAsMarked(marked);
  const before = measure(disk, path, members);
  if (before.kind !== "measured" || before.measure.files !== marked.files) return undefined;
  const [then, now] = [readTree(disk, path, members), readTree(disk, path, ignoredBy(marked))];
  if ("refused" in then || "refused" in now) return undefined;
  const known = new Set(then.files.map((file) => file.path));
  const names = now.files.map((file) => file.path).filter((name) => !known.has(name));
  return { names, before: before.measure };
}

/** The difference of the digest of every byte from the marker's, in words; `undefined` where they are the same. */
export function findDigestDifference(
  { sha256 }: Pick<MarkedCheckpoint, "sha256">,
  digest: string,
): string | undefined {
  return digest === sha256 ? undefined : "its SHA-256 is not the marker's";
}

/** In words. Times and inodes count for nothing. */
function findDifference(marked: MarkedCheckpoint, found: Measure): string | undefined {
  if (found.kind !== marked.kind) return `it is a ${found.kind}, the marker says ${marked.kind}`;
  if (marked.files !== undefined && found.files !== marked.files) {
    return `it has ${plural(found.files ?? 0, "file")}, the marker says ${marked.files}`;
  }
  if (found.sizeBytes === marked.sizeBytes) return undefined;
  return `it has ${plural(found.sizeBytes, "byte")}, the marker says ${plural(marked.sizeBytes, "byte")}`;
}
