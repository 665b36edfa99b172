import type { Marker } from "../core/marker.ts";
import type { Places } from "../core/places.ts";
import { renewMarker, type Hand } from "./commit.ts";
import { digestInBackground } from "./digest-worker.ts";

/**
 * The marker with its full digest: as it is where it has one, else computed in the background and written to the disk.
 * @throws where the checkpoint cannot be read or the marker not be written.
 */
export async function withFullDigest(
  hand: Hand,
  home: URL,
  { places, marker }: { readonly places: Places; readonly marker: Marker },
): Promise<Marker> {
  if (marker.checkpoint.sha256 !== undefined) return marker;
  const sha256 = await digestInBackground(home, places.checkpoint);
  const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
  await renewMarker(hand, places, full);
  return full;
}
