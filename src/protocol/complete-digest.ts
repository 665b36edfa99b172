import type { Marker } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { ignoredBy } from "../files/compare.ts";
import { LostOwnership } from "./ownership.ts";
import { renewMarker, unlessTaken } from "./renew.ts";
import type { Writer } from "./writer.ts";
import { digestInThread } from "../checkpoint/digest-thread.ts";

interface Marked {
  readonly paths: ShardPaths;
  readonly marker: Marker;
  /** Ends the computing. */
  readonly giveUp?: AbortSignal | undefined;
}

/**
 * The marker with its full digest: as it is where it has one, else computed in the background and written to the disk.
 * `undefined` where the disk's marker is another one by then, or gone, or the shard was started meanwhile: whoever took
 * it over is not overruled.
 * @throws where the checkpoint cannot be read or the marker not be written, and the signal's reason where it was given up.
 */
export async function completeDigest(
  writer: Writer,
  home: URL,
  { paths, marker, giveUp }: Marked,
): Promise<Marker | undefined> {
  if (marker.checkpoint.sha256 !== undefined) return marker;
  const confirm = unlessTaken(writer, paths, marker);
  const sha256 = await digestInThread(home, paths.checkpoint, {
    urgency: "background",
    members: ignoredBy(marker.checkpoint),
    giveUp,
  });
  const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
  try {
    await renewMarker(writer, paths, full, confirm);
    return full;
  } catch (error) {
    if (error instanceof LostOwnership) return undefined;
    throw error;
  }
}
