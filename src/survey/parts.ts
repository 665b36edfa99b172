import { join } from "node:path";
import { changedParts, PARTS, type Fingerprint } from "../core/fingerprint.ts";
import { MARKER_SUFFIX, parseMarker, RECORD_LIMIT_BYTES } from "../core/marker.ts";
import type { StatusRules } from "../core/status.ts";
import type { StartRecord } from "../core/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { digestOf, measure, sampleOf } from "../files/measure.ts";
import { readTree } from "../files/tree.ts";
import { inspect } from "./inspect-lazily.ts";

/** The parts of a work directory: files that have their own marker. */
export interface Parts {
  /** Paths of parts whose marker is true. */
  readonly whole: readonly string[];
  /** Paths of markers that vouch for something missing, cut off or changed. */
  readonly falseMarkers: readonly string[];
}

const NO_PARTS: Parts = { whole: [], falseMarkers: [] };

/** Looks at every part of a work directory. */
export async function readParts(disk: Disk, work: string, rules: StatusRules): Promise<Parts> {
  if (disk.stat(work)?.kind !== "directory") return NO_PARTS;
  const tree = readTree(disk, work);
  if ("refused" in tree) return NO_PARTS;
  const whole: string[] = [];
  const falseMarkers: string[] = [];
  for (const { path } of tree.files) {
    if (!path.endsWith(MARKER_SUFFIX)) continue;
    const marker = join(work, path);
    const part = marker.slice(0, -MARKER_SUFFIX.length);
    if (await isWhole(disk, { part, marker }, rules)) whole.push(part);
    else falseMarkers.push(marker);
  }
  return { whole, falseMarkers };
}

/** Does the start record allow its work to be handed on: same fingerprint in every part, no failure after a resume? */
export function mayResume(start: StartRecord | undefined, present: Fingerprint): boolean {
  if (start === undefined || changedParts(start.fingerprint, present, PARTS).length > 0)
    return false;
  return !(start.resumed && start.ended === true);
}

async function isWhole(
  disk: Disk,
  { part, marker }: { readonly part: string; readonly marker: string },
  rules: StatusRules,
): Promise<boolean> {
  try {
    const found = measure(disk, part);
    if (found.kind !== "measured" || found.measure.sizeBytes === 0) return false;
    const parsed = parseMarker(disk.readText(marker, RECORD_LIMIT_BYTES) ?? "");
    if (parsed.kind === "corrupt") return false;
    if (parsed.kind === "full") {
      const { sizeBytes, sample, sha256 } = parsed.marker.checkpoint;
      if (sizeBytes !== found.measure.sizeBytes) return false;
      return sha256 === undefined
        ? sampleOf(disk, part) === sample
        : digestOf(disk, part) === sha256;
    }
    const { structure } = await inspect(disk, part, rules);
    return structure === "sound" || structure === "unknown";
  } catch {
    return false;
  }
}
