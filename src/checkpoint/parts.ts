import { join, relative } from "node:path";
import { changedParts, PARTS, type Fingerprint } from "../core/model/fingerprint.ts";
import { MARKER_SUFFIX, parseMarker, RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { StatusRules } from "../core/model/status.ts";
import { mustStartOver, type StartRecord } from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { compareWithMarker, findDigestDifference } from "../files/compare.ts";
import { digestOf, measure } from "../files/measure.ts";
import { listFiles } from "../files/tree.ts";
import { unreadableBy } from "../files/unreadable.ts";
import { inspect } from "../inspect/inspect.ts";

/** The parts of a work directory: files that have their own marker. */
export interface Parts {
  /** Paths of parts whose marker is true. */
  readonly whole: readonly string[];
  /** Paths of markers that vouch for something missing, cut off or changed. */
  readonly falseMarkers: readonly string[];
}

const NO_PARTS: Parts = { whole: [], falseMarkers: [] };

/**
 * Looks at every part of a work directory. A link, a pipe or a socket in it is no part and no marker.
 * @throws the system error where something in it is there and is not given: a part that cannot be read is not a false one.
 */
export async function readParts(disk: Disk, work: string, rules: StatusRules): Promise<Parts> {
  if (disk.stat(work)?.kind !== "directory") return NO_PARTS;
  const whole: string[] = [];
  const falseMarkers: string[] = [];
  for (const path of listFiles(disk, work)) {
    if (!path.endsWith(MARKER_SUFFIX)) continue;
    const marker = join(work, path);
    const part = marker.slice(0, -MARKER_SUFFIX.length);
    if (await isWhole(disk, { part, marker }, rules)) whole.push(part);
    else falseMarkers.push(marker);
  }
  return { whole, falseMarkers };
}

/**
 * Tells the parts at these paths, in a work directory, from those that are made later, also at the same paths: one text
 * for each.
 */
export function tracesOf(disk: Disk, work: string, parts: readonly string[]): ReadonlySet<string> {
  return new Set(
    parts.map((part) => {
      const stat = disk.stat(part + MARKER_SUFFIX);
      return JSON.stringify([relative(work, part), stat?.mtimeNs, stat?.inode]);
    }),
  );
}

/** Does the start record allow its work to be handed on: same fingerprint in every part, no failure over and over? */
export function mayResume(start: StartRecord | undefined, present: Fingerprint): boolean {
  if (start === undefined || changedParts(start.fingerprint, present, PARTS).length > 0)
    return false;
  return !mustStartOver(start);
}

async function isWhole(
  disk: Disk,
  { part, marker }: { readonly part: string; readonly marker: string },
  rules: StatusRules,
): Promise<boolean> {
  try {
    const found = measure(disk, part);
    const parsed = parseMarker(disk.readText(marker, RECORD_LIMIT_BYTES) ?? "");
    if (parsed.kind === "corrupt" || isLink(disk, part)) return false;
    if (found.kind === "refused") return parsed.kind === "empty" && holdsBytes(disk, part);
    if (found.kind !== "measured" || found.measure.sizeBytes === 0) return false;
    if (parsed.kind === "full") {
      const marked = parsed.marker.checkpoint;
      const compared = { marked, found: found.measure };
      if (compareWithMarker(disk, part, compared, BY_SAMPLE).kind === "differs") return false;
      if (marked.sha256 === undefined) return true;
      return findDigestDifference(marked, digestOf(disk, part)) === undefined;
    }
    const { structure } = await inspect(disk, part, rules);
    return structure === "sound" || structure === "unknown";
  } catch (error) {
    if (unreadableBy(disk, error, { path: part, what: "a part" }) !== undefined) throw error;
    return false;
  }
}

function isLink(disk: Disk, path: string): boolean {
  try {
    disk.readLink(path);
    return true;
  } catch {
    return false;
  }
}

/** A folder that holds a link or a pipe besides its files is a part all the same: nobody measures it as a checkpoint. */
function holdsBytes(disk: Disk, folder: string): boolean {
  if (disk.stat(folder)?.kind !== "directory") return false;
  return listFiles(disk, folder).some(
    (path) => (disk.stat(join(folder, path))?.sizeBytes ?? 0) > 0,
  );
}

const BY_SAMPLE = { trustsTimes: false, readsSample: true };
