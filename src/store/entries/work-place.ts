import { posix } from "node:path";
import { isSha256 } from "../../core/model/digest.ts";
import { checkReadable, listAll, readText, type BucketObject } from "../bucket.ts";
import type { Wanted } from "../store.ts";
import {
  MANIFEST_LIMIT_BYTES,
  manifestName,
  manifestSequence,
  parseManifest,
  type WorkManifest,
} from "../work/manifest.ts";
import { keyIn, type EntriesContext } from "./context.ts";
import { OBJECTS, REVOKED_SUFFIX, shardFolder, workFolder } from "./layout.ts";

/** The snapshots of one shard's work in one area. */
export interface WorkPlace {
  readonly area: string;
  /** The key of the folder. */
  readonly folder: string;
}

/** The objects of a place, sorted by their use. */
export interface WorkContents {
  readonly place: WorkPlace;
  readonly objects: readonly BucketObject[];
  /** Sizes of the contents by digest. */
  readonly sizes: Map<string, number>;
  /** Numbers of the manifests, the newest first. */
  readonly sequences: readonly number[];
}

export interface Snapshot {
  readonly sequence: number;
  readonly manifest: WorkManifest;
}

export function workPlaceIn(
  context: EntriesContext,
  area: string,
  { shard, whole }: Wanted,
): WorkPlace {
  return { area, folder: keyIn(context, area, shardFolder(shard), workFolder(whole)) };
}

/** The note which says that what other areas hold of this work no longer counts. */
export function noteOf(context: EntriesContext, wanted: Wanted): string {
  return workPlaceIn(context, context.areas[0], wanted).folder + REVOKED_SUFFIX;
}

/** The places that count, the own one first. */
export async function readablePlaces(
  context: EntriesContext,
  wanted: Wanted,
): Promise<readonly WorkPlace[]> {
  const places = context.areas.map((area) => workPlaceIn(context, area, wanted));
  if (places.length === 1) return places;
  const isNoted = (await context.bucket.head(noteOf(context, wanted))) !== undefined;
  return isNoted ? places.slice(0, 1) : places;
}

export async function readWork(
  { bucket }: EntriesContext,
  place: WorkPlace,
): Promise<WorkContents> {
  const above = place.folder.length + 1;
  const objects = await listAll(bucket, `${place.folder}/`);
  checkReadable(objects);
  const sizes = new Map<string, number>();
  const sequences: number[] = [];
  for (const { key, kind, sizeBytes } of objects) {
    const name = key.slice(above);
    const digest = posix.basename(name);
    if (kind !== "file") continue;
    if (name === posix.join(OBJECTS, digest) && isSha256(digest)) sizes.set(digest, sizeBytes);
    const sequence = manifestSequence(name);
    if (sequence !== undefined) sequences.push(sequence);
  }
  return { place, objects, sizes, sequences: sequences.toSorted((a, b) => b - a) };
}

export function manifestKey({ folder }: WorkPlace, sequence: number): string {
  return posix.join(folder, manifestName(sequence));
}

export function contentKey({ folder }: WorkPlace, sha256: string): string {
  return posix.join(folder, OBJECTS, sha256);
}

/** The readable snapshots of a place, newest first, each read when it is asked for. */
export async function* snapshotsIn(
  { bucket }: EntriesContext,
  { place, sequences }: WorkContents,
  wanted: Wanted,
): AsyncGenerator<Snapshot> {
  for (const sequence of sequences) {
    const text = await readText(bucket, manifestKey(place, sequence), MANIFEST_LIMIT_BYTES);
    const manifest = parseManifest(text ?? "", wanted);
    if (manifest !== undefined) yield { sequence, manifest };
  }
}

/** Are all contents of a snapshot there, in their size? */
export function isComplete({ sizes }: WorkContents, { files }: WorkManifest): boolean {
  return files.every(({ sha256, sizeBytes }) => sizes.get(sha256) === sizeBytes);
}
