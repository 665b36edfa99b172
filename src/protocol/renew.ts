import type { Marker } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { writeConfirmed } from "../files/durable.ts";
import type { Writer } from "./writer.ts";

/**
 * Replaces the marker by one of the same checkpoint: with a full digest, a new place, or another fingerprint. `confirm`
 * is called just before, and keeps the old marker where it throws.
 */
export async function renewMarker(
  writer: Writer,
  paths: ShardPaths,
  marker: Marker,
  confirm: () => void = () => undefined,
): Promise<void> {
  const text = writer.markers.format(marker);
  await writeConfirmed(writer.disk, paths.marker, { text, token: writer.token(), confirm });
}
