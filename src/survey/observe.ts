import { sep } from "node:path";
import type { CheckpointState, MarkerState } from "../core/decide.ts";
import type { Definition } from "../core/definition.ts";
import { RECORD_LIMIT_BYTES, type Marker } from "../core/marker.ts";
import type { MarkerForm } from "../core/marker-form.ts";
import type { Places } from "../core/places.ts";
import { describe } from "../core/problem.ts";
import { parseStartRecord, type StartRecord } from "../core/start-record.ts";
import { isNewer, readStatus, type StatusWord } from "../core/status.ts";
import type { Disk } from "../files/disk.ts";
import { digestOf, isSameMeasure, measure, sampleOf, type Measure } from "../files/measure.ts";
import { inspect } from "./inspect-lazily.ts";

/** What lies on this disk for one shard. */
export interface Observed {
  readonly marker: MarkerState;
  /** The marker itself, where it can be read and is this shard's. */
  readonly full?: Marker;
  readonly asMarked: boolean;
  /** The bytes are as marked, but lie elsewhere or are newer: the marker's size, time and inode are to be renewed. */
  readonly moved: boolean;
  readonly checkpoint: CheckpointState;
  readonly status: StatusWord;
  readonly tooNew: boolean;
  readonly started: boolean;
  readonly startRecord?: StartRecord;
  /** In words: why the marker or the checkpoint is not good. */
  readonly why?: string;
}

export type LookRules = Pick<Definition, "validate" | "status"> & { readonly markers: MarkerForm };

/** Is there an entry of this path? Answers from one listing per folder. */
export type Presence = (path: string) => boolean;

/** Listings are taken once: a presence is good for one survey. */
export function listedPresence(disk: Disk): Presence {
  const folders = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const end = path.lastIndexOf(sep);
    const folder = path.slice(0, end);
    let names = folders.get(folder);
    if (names === undefined) {
      names = new Set(disk.names(folder === "" ? sep : folder));
      folders.set(folder, names);
    }
    return names.has(path.slice(end + 1));
  };
}

/** Looks at marker, start record and checkpoint; opens the checkpoint only where the marker does not settle it. */
export async function observe(
  disk: Disk,
  shard: { readonly id: string; readonly places: Places },
  rules: LookRules,
  isThere: Presence,
): Promise<Observed> {
  const { places } = shard;
  const start = readStart(disk, places, isThere);
  const marker = readMarker(disk, shard, { isThere, markers: rules.markers });
  const found = isThere(places.checkpoint)
    ? measureOrFault(disk, places.checkpoint)
    : { kind: "absent" as const };
  if (found.kind === "absent") {
    return { ...start, ...marker, ...nothing, checkpoint: "absent" };
  }
  if (found.kind === "refused") {
    return { ...start, ...marker, ...nothing, checkpoint: "damaged", why: found.why };
  }
  if (marker.full !== undefined) {
    const held = holdAgainst(disk, places.checkpoint, {
      marker: marker.full,
      found: found.measure,
      rules,
    });
    if (held !== undefined) return { ...start, ...marker, ...held };
  }
  const looked = await lookInside(disk, places.checkpoint, { found: found.measure, rules });
  return {
    ...start,
    ...marker,
    ...looked,
    asMarked: false,
    moved: false,
    ...whyOf(marker, looked),
  };
}

const nothing = { asMarked: false, moved: false, status: "none", tooNew: false } as const;

interface Startedness {
  readonly started: boolean;
  readonly startRecord?: StartRecord;
}

function readStart(disk: Disk, places: Places, isThere: Presence): Startedness {
  if (!isThere(places.started)) return { started: false };
  const startRecord = parseStartRecord(readSmall(disk, places.started));
  return startRecord === undefined ? { started: true } : { started: true, startRecord };
}

interface MarkerReading {
  readonly marker: MarkerState;
  readonly full?: Marker;
  readonly why?: string;
}

function readMarker(
  disk: Disk,
  shard: { readonly id: string; readonly places: Places },
  { isThere, markers }: Pick<LookRules, "markers"> & { readonly isThere: Presence },
): MarkerReading {
  if (!isThere(shard.places.marker)) return { marker: "none" };
  const parsed = markers.parse(readSmall(disk, shard.places.marker));
  if (parsed.kind === "empty") return { marker: "empty" };
  if (parsed.kind === "corrupt")
    return { marker: "corrupt", why: `the marker is corrupt: ${parsed.why}` };
  const { marker } = parsed;
  if (marker.shard === shard.id) return { marker: "full", full: marker };
  return { marker: "foreign", why: `the marker is that of shard ${JSON.stringify(marker.shard)}` };
}

/** The text of a record; one that cannot be read is as good as a corrupt one. */
export function readSmall(disk: Disk, path: string): string {
  try {
    return disk.readText(path, RECORD_LIMIT_BYTES) ?? "{";
  } catch (error) {
    return `unreadable: ${describe(error)}`;
  }
}

export function measureOrFault(disk: Disk, path: string): ReturnType<typeof measure> {
  try {
    return measure(disk, path);
  } catch (error) {
    return { kind: "refused", why: describe(error) };
  }
}

interface Holding {
  readonly asMarked: true;
  readonly moved: boolean;
  readonly checkpoint: CheckpointState;
  readonly status: StatusWord;
  readonly tooNew: boolean;
}

/** The answer where the marker's bytes are the ones found; `undefined` where they are not. */
function holdAgainst(
  disk: Disk,
  path: string,
  {
    marker,
    found,
    rules,
  }: { readonly marker: Marker; readonly found: Measure; readonly rules: LookRules },
): Holding | undefined {
  const { checkpoint } = marker;
  const same = isSameMeasure(checkpoint, found);
  if (!same && (checkpoint.kind !== found.kind || checkpoint.sizeBytes !== found.sizeBytes))
    return undefined;
  if (checkpoint.files !== found.files) return undefined;
  if (!hasMarkedBytes(disk, path, { marker, same, validate: rules.validate })) return undefined;
  return {
    asMarked: true,
    moved: !same,
    checkpoint: holdsNothing(found) ? "empty" : "sound",
    status: readStatus(checkpoint.status, rules.status),
    tooNew: isNewer(checkpoint.version, rules.status.highestVersion),
  };
}

function holdsNothing({ files, sizeBytes }: Measure): boolean {
  return files === undefined ? sizeBytes === 0 : files === 0;
}

function hasMarkedBytes(
  disk: Disk,
  path: string,
  { marker, same, validate }: { marker: Marker; same: boolean; validate: LookRules["validate"] },
): boolean {
  const { sha256, sample } = marker.checkpoint;
  try {
    if (validate === "deep" && sha256 !== undefined) return digestOf(disk, path) === sha256;
    if (same || validate === "size") return true;
    return sampleOf(disk, path) === sample;
  } catch {
    return false;
  }
}

interface Looked {
  readonly checkpoint: CheckpointState;
  readonly status: StatusWord;
  readonly tooNew: boolean;
  readonly why?: string;
}

async function lookInside(
  disk: Disk,
  path: string,
  { found, rules }: { readonly found: Measure; readonly rules: LookRules },
): Promise<Looked> {
  if (holdsNothing(found)) return { checkpoint: "empty", status: "none", tooNew: false };
  if (rules.validate === "size") return { checkpoint: "unknown", status: "none", tooNew: false };
  try {
    const said = await inspect(disk, path, rules.status);
    const fault = rules.validate === "deep" ? await checksumFault(disk, path, found) : undefined;
    const why = fault ?? said.why;
    return {
      checkpoint: fault === undefined ? said.structure : "damaged",
      status: readStatus(said.status, rules.status),
      tooNew: isNewer(said.version, rules.status.highestVersion),
      ...(why !== undefined && { why }),
    };
  } catch (error) {
    return { checkpoint: "damaged", status: "none", tooNew: false, why: describe(error) };
  }
}

/** Where no marker has a digest, the checksums inside of a file are all that speaks for its every byte. */
async function checksumFault(
  disk: Disk,
  path: string,
  { kind }: Measure,
): Promise<string | undefined> {
  if (kind === "directory") return undefined;
  const { readChecksums } = await import("./checksums.ts");
  return (await readChecksums(disk, path)).fault;
}

function whyOf(marker: MarkerReading, looked: Looked): { readonly why?: string } {
  const reasons = [marker.why, looked.why].filter((why) => why !== undefined);
  return reasons.length === 0 ? {} : { why: reasons.join("; ") };
}
