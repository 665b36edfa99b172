import { RECORD_LIMIT_BYTES, type Marker } from "../core/marker.ts";
import type { Places } from "../core/places.ts";
import { renewMarker, type Hand } from "./commit.ts";
import { digestInThread } from "./digest-worker.ts";

/**
 * The marker with its full digest: as it is where it has one, else computed in the background and written to the disk.
 * `undefined` where the disk's marker is another one by then, or gone: whoever took it away is not overruled.
 * @throws where the checkpoint cannot be read or the marker not be written.
 */
export async function withFullDigest(
  hand: Hand,
  home: URL,
  { places, marker }: { readonly places: Places; readonly marker: Marker },
): Promise<Marker | undefined> {
  if (marker.checkpoint.sha256 !== undefined) return marker;
  const sha256 = await digestInThread(home, places.checkpoint, "background");
  const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
  if (!isThere(hand, places, marker)) return undefined;
  await renewMarker(hand, places, full);
  return full;
}

function isThere({ disk, markers }: Hand, places: Places, marker: Marker): boolean {
  const found = markers.parse(disk.readText(places.marker, RECORD_LIMIT_BYTES) ?? "");
  return found.kind === "full" && markers.format(found.marker) === markers.format(marker);
}
