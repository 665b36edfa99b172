import { recordedFingerprint } from "../core/model/fingerprint.ts";
import type { Author, Marker, StatedFields } from "../core/model/marker.ts";
import type { StartRecord } from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { ignoredBy } from "../files/compare.ts";
import { syncAll } from "../files/durable.ts";
import { digestOf, isSameMeasure, measure, sampleOf, type Measure } from "../files/measure.ts";
import type { Task } from "../checkpoint/tasks.ts";
import { whyRefused } from "../files/refused.ts";
import { tidyUp } from "./aside/tidy.ts";
import { commitMarker, markerName } from "./claim-record.ts";
import { assertOwned, confirming, LostOwnership, unlessStarted } from "./ownership.ts";
import type { Writer } from "./writer.ts";

/** Up to this size the full digest is part of the first marker; above it, it follows in the background. */
const INLINE_DIGEST_BYTES = 4 * 1024 * 1024;

/** The checkpoint as the witnesses found it. */
export interface LookedAt {
  readonly stated: StatedFields;
  /** Taken before they were asked. */
  readonly measure: Measure;
}

export interface Finish {
  readonly looked: LookedAt;
  /** The start that the checkpoint comes from; absent where a user or a witness alone vouches for it. */
  readonly start?: StartRecord;
  /** Where no start vouches for it: the fence of the user's word. */
  readonly fence?: number;
  /** The time that the command took. */
  readonly seconds: number;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly by: Author;
  /** Donemark did not see the checkpoint being made. */
  readonly adopted?: true;
  /** Called where what was set aside cannot be removed: the shard is done all the same. */
  readonly onUntidy?: (why: string) => void;
}

/** The checkpoint is another one than the one that the witnesses were asked about. */
export class ChangedSinceLook extends Error {
  /** Its size, its inode and the number of its files are the same: a network disk may set times when it flushes. */
  readonly isTimeAlone: boolean;

  constructor(looked: Measure, now: Measure) {
    super(`it changed after it was looked at: ${differenceOf(looked, now)}`);
    this.isTimeAlone =
      looked.kind === now.kind &&
      looked.sizeBytes === now.sizeBytes &&
      looked.inode === now.inode &&
      looked.files === now.files;
  }
}

function differenceOf(looked: Measure, now: Measure): string {
  if (looked.sizeBytes !== now.sizeBytes)
    return `it had ${looked.sizeBytes} bytes and has ${now.sizeBytes}`;
  return looked.inode === now.inode
    ? "it was written to again"
    : "something else lies in its place";
}

/**
 * Finishes a shard, each step durable before the next: flushes every file and folder of the checkpoint, writes the
 * marker, removes the set-aside generation and then the start record. A crash at any point leaves either no marker or a
 * true one. Until the moment before the marker's rename, the start must still own the shard and the checkpoint must be
 * what was looked at.
 * @throws {LostOwnership} where the shard belongs to another start by then.
 * @throws {ChangedSinceLook} where the checkpoint has changed by then.
 * @throws where the checkpoint is not there, or the marker cannot be written.
 */
export async function finish(
  writer: Writer,
  task: Pick<Task, "shard" | "paths" | "fingerprint">,
  end: Finish,
): Promise<Marker> {
  const { disk } = writer;
  const { paths } = task;
  const { start } = end;
  const confirmOwner =
    start === undefined ? unlessStarted(disk, paths) : (): void => assertOwned(disk, paths, start);
  confirmOwner();
  await writer.history?.note([paths.checkpoint]);
  // Both flushes at once cost little more than one. The history is durable before the start record goes.
  await Promise.all([syncAll(disk, paths.checkpoint), writer.history?.flush()]);
  const fence = end.start === undefined ? end.fence : end.start.fence;
  const fingerprint = recordedFingerprint(task.fingerprint);
  const made = makeMarker(disk, paths.checkpoint, {
    ...end,
    shard: task.shard.id,
    fingerprint,
    fence,
  });
  const isNoted = writer.history !== undefined && writer.markers.seal === undefined;
  const marker: Marker = isNoted ? { ...made, noted: true } : made;
  const name = (end.start && markerName(end.start)) ?? writer.token();
  await commitMarker(disk, paths, {
    name,
    text: writer.markers.format(marker),
    confirm: () => {
      assertUnchanged(disk, paths.checkpoint, end.looked.measure);
      confirmOwner();
    },
  });
  await tidyUp(confirming(writer, confirmOwner), paths).catch((error: unknown) => {
    if (error instanceof LostOwnership) throw error;
    end.onUntidy?.(whyRefused(disk, error, paths.checkpoint));
  });
  return marker;
}

interface Marking extends Pick<Marker, "shard" | "fingerprint"> {
  readonly looked: LookedAt;
  readonly seconds: number;
  readonly finishedAt: string;
  readonly by: Author;
  readonly fence?: number | undefined;
  readonly adopted?: true;
}

/** The marker of what lies at a path, which was looked at before. */
export function makeMarker(disk: Disk, checkpoint: string, marking: Marking): Marker {
  const { shard, fingerprint, looked, seconds, finishedAt, by, fence, adopted } = marking;
  const members = ignoredBy(looked.measure);
  const isSmall = looked.measure.sizeBytes <= INLINE_DIGEST_BYTES;
  const marker = {
    shard,
    checkpoint: {
      ...looked.measure,
      sample: sampleOf(disk, checkpoint, members),
      ...(isSmall && { sha256: digestOf(disk, checkpoint, members) }),
      ...looked.stated,
    },
    fingerprint,
    seconds,
    finishedAt,
    by,
    ...(fence !== undefined && { fence }),
  };
  return adopted === undefined ? marker : { ...marker, adopted };
}

function assertUnchanged(disk: Disk, path: string, looked: Measure): void {
  const found = measure(disk, path, ignoredBy(looked));
  if (found.kind !== "measured") {
    throw new Error(`${path}: ${found.kind === "refused" ? found.why : "the checkpoint vanished"}`);
  }
  if (!isSameMeasure(looked, found.measure)) throw new ChangedSinceLook(looked, found.measure);
}
