import { dirname } from "node:path";
import { record } from "../core/fingerprint.ts";
import type { MarkerForm } from "../core/marker-form.ts";
import type { Author, MarkedCheckpoint, Marker } from "../core/marker.ts";
import { staleOf, type Places } from "../core/places.ts";
import { describe } from "../core/problem.ts";
import { formatStartRecord, type Failure, type StartRecord } from "../core/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, syncAll, writeDurably } from "../files/durable.ts";
import { digestOf, measure, sampleOf } from "../files/measure.ts";
import type { Task } from "../survey/survey.ts";
import type { Said } from "./witness.ts";

/** Up to this size the full digest is part of the first marker; above it, it follows in the background. */
const INLINE_DIGEST_BYTES = 4 * 1024 * 1024;

/** What the durable steps of one run share. */
export interface Hand {
  readonly disk: Disk;
  /** Names the temporary files of this writer: no other process may use the same. */
  readonly token: () => string;
  readonly markers: MarkerForm;
}

/**
 * The start, each step durable before the next: work that is not handed on set aside, start record, what else lay there
 * set aside, old marker removed. With `keepWork` the work directory stays where it is, less the part markers that vouch
 * for nothing.
 */
export async function begin(
  hand: Hand,
  places: Places,
  start: {
    readonly record: StartRecord;
    readonly keepWork: boolean;
    readonly falseMarkers: readonly string[];
  },
): Promise<void> {
  const { disk } = hand;
  if (!start.keepWork) await setWorkAside(disk, places);
  await makeFolders(disk, dirname(places.checkpoint));
  await writeDurably(disk, places.started, formatStartRecord(start.record), hand.token());
  const changed = new Set<string>();
  for (const marker of start.falseMarkers) {
    await disk.unlink(marker);
    changed.add(dirname(marker));
  }
  if (!start.keepWork || places.work !== places.checkpoint) {
    if (await setAside(disk, places.checkpoint, staleOf(places.checkpoint)))
      changed.add(dirname(places.checkpoint));
  }
  if (await disk.unlink(places.marker)) changed.add(dirname(places.marker));
  for (const folder of changed) await disk.syncDirectory(folder);
  if (places.work !== places.checkpoint) await makeFolders(disk, places.work);
}

/** Takes back the start of a shard that had none before: nothing has run since, so it counts as new again. */
export async function withdraw({ disk }: Hand, places: Places): Promise<void> {
  if (places.work !== places.checkpoint) await disk.removeTree(places.work);
  await disk.unlink(places.started);
}

/** A start record vouches for the work beside it, so work of another fingerprint must be gone before it is written. */
async function setWorkAside(disk: Disk, { work, checkpoint }: Places): Promise<void> {
  if (work === checkpoint && disk.stat(work)?.kind !== "directory") return;
  if (await setAside(disk, work, staleOf(work))) await disk.syncDirectory(dirname(work));
}

/** The old generation's place is cleared first: one generation is kept. `false` where nothing lay there. */
async function setAside(disk: Disk, path: string, stale: string): Promise<boolean> {
  if (!disk.exists(path)) return false;
  await disk.removeTree(stale);
  await disk.rename(path, stale);
  return true;
}

export interface Finish {
  readonly said: Said;
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly by: Author;
  readonly adopted?: true;
  /** Called where what was set aside cannot be removed: the shard is done all the same. */
  readonly onUntidy?: (why: string) => void;
}

/**
 * The finish, each step durable before the next: every file and folder of the checkpoint flushed, marker, set-aside
 * generation removed, start record removed. A crash at any point leaves either no marker or a true one.
 */
export async function finish(hand: Hand, task: Task, end: Finish): Promise<Marker> {
  const { disk } = hand;
  const { places } = task;
  await syncAll(disk, places.checkpoint);
  const marker = makeMarker(disk, task, end);
  await writeDurably(disk, places.marker, hand.markers.format(marker), hand.token());
  await tidyUp(hand, places).catch((error: unknown) => end.onUntidy?.(describe(error)));
  return marker;
}

/** Removes what was set aside and then the start record of a shard that is done: as long as that is there, so may be the rest. */
export async function tidyUp({ disk }: Hand, places: Places): Promise<void> {
  await disk.removeTree(staleOf(places.checkpoint));
  if (places.work !== places.checkpoint) await disk.removeTree(staleOf(places.work));
  await disk.unlink(places.started);
}

/** A marker of what lies at the checkpoint's path now. */
function makeMarker(disk: Disk, task: Task, end: Finish): Marker {
  const { seconds, finishedAt, by, said, adopted } = end;
  const checkpoint = describeCheckpoint(disk, task.places.checkpoint, said);
  const marker = {
    shard: task.shard.id,
    checkpoint,
    fingerprint: record(task.fingerprint),
    seconds,
    finishedAt,
    by,
  };
  return adopted === undefined ? marker : { ...marker, adopted };
}

/** @throws where the checkpoint is not there or holds what it may not hold. */
function describeCheckpoint(disk: Disk, path: string, said: Said): MarkedCheckpoint {
  const found = measure(disk, path);
  if (found.kind !== "measured") {
    throw new Error(`${path}: ${found.kind === "refused" ? found.why : "the checkpoint vanished"}`);
  }
  const small = found.measure.sizeBytes <= INLINE_DIGEST_BYTES;
  const sha256 = small ? { sha256: digestOf(disk, path) } : {};
  return { ...found.measure, sample: sampleOf(disk, path), ...sha256, ...said };
}

/** Replaces the marker by one that differs in what it says of the bytes: a full digest, a new place. */
export async function renewMarker(hand: Hand, places: Places, marker: Marker): Promise<void> {
  await writeDurably(hand.disk, places.marker, hand.markers.format(marker), hand.token());
}

/**
 * The end of a failed command: a marker that it made itself is removed, its checkpoint is set aside, unless it is the
 * work directory that the next attempt may go on from; the start record stays and says what happened.
 */
export async function recordFailure(
  hand: Hand,
  places: Places,
  failed: { readonly record: StartRecord; readonly failure: Failure },
): Promise<void> {
  const { disk } = hand;
  const isWork =
    places.work === places.checkpoint && disk.stat(places.checkpoint)?.kind === "directory";
  const isOwnClaim = await disk.unlink(places.marker);
  const isAside = !isWork && (await setAside(disk, places.checkpoint, staleOf(places.checkpoint)));
  if (isOwnClaim || isAside) await disk.syncDirectory(dirname(places.checkpoint));
  const ended = { ...failed.record, failure: failed.failure, ended: true as const };
  await writeDurably(disk, places.started, formatStartRecord(ended), hand.token());
}
