import { RECORD_LIMIT_BYTES, type Marker } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { writeConfirmed } from "../files/durable.ts";
import { LostOwnership, unlessStarted } from "./ownership.ts";
import type { Writer } from "./writer.ts";

/**
 * Replaces the marker by one of the same checkpoint: with a full digest, a new place, or another fingerprint. `confirm`
 * is called just before, and keeps the old marker where it throws.
 */
export async function renewMarker(
  writer: Writer,
  paths: ShardPaths,
  marker: Marker,
  confirm: () => void,
): Promise<void> {
  const text = writer.markers.format(marker);
  await writeConfirmed(writer.disk, paths.marker, { text, token: writer.token(), confirm });
}

/**
 * A check for `renewMarker`: nobody has started the shard since now, and its marker is still this one. Whoever took it over
 * is not overruled. The check throws {LostOwnership}.
 */
export function unlessTaken(writer: Writer, paths: ShardPaths, marker: Marker): () => void {
  const confirm = unlessStarted(writer.disk, paths);
  return () => {
    confirm();
    if (!isThere(writer, paths, marker))
      throw new LostOwnership("its marker is another one by now");
  };
}

function isThere({ disk, markers }: Writer, paths: ShardPaths, marker: Marker): boolean {
  const found = markers.parse(disk.readText(paths.marker, RECORD_LIMIT_BYTES) ?? "");
  return found.kind === "full" && markers.format(found.marker) === markers.format(marker);
}
