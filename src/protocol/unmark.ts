import { dirname } from "node:path";
import type { RecordedFingerprint } from "../core/model/fingerprint.ts";
import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { formatUnmarkedNote } from "../core/model/start-record.ts";
import { writeDurably } from "../files/durable.ts";
import { revokeGenerations } from "./aside/generations.ts";
import type { Writer } from "./writer.ts";

interface Unmarking {
  readonly id: string;
  readonly hasCheckpoint: boolean;
  /** The time of the user's word, in ISO 8601. */
  readonly at: string;
  /** The fingerprints whose results are not to be brought back in its place. */
  readonly revokes: (fingerprint: RecordedFingerprint) => boolean;
}

/**
 * Removes the marker of a shard. A checkpoint may still call itself complete: the note in the place of the start record
 * keeps it from being adopted, and its parts from being resumed, until the shard is done again.
 */
export async function unmarkShard(
  writer: Writer,
  paths: ShardPaths,
  { id, hasCheckpoint, at, revokes }: Unmarking,
): Promise<void> {
  const { disk } = writer;
  await writer.history?.note([paths.checkpoint]);
  await writer.history?.flush();
  await revokeGenerations(writer, paths.checkpoint, revokes);
  if (hasCheckpoint && !disk.exists(paths.started)) {
    const marker = disk.readText(paths.marker, RECORD_LIMIT_BYTES) ?? "";
    await writeDurably(disk, paths.started, formatUnmarkedNote(id, { marker, at }), writer.token());
  }
  if (await disk.unlink(paths.marker)) await disk.syncDirectory(dirname(paths.marker));
}
