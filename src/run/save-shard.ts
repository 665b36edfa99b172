import { describe } from "../core/problem.ts";
import type { Marker } from "../core/marker.ts";
import type { Saved } from "../store/store.ts";
import type { Task } from "../survey/survey.ts";
import { withFullDigest } from "./full-digest.ts";
import type { Session } from "./session.ts";

/**
 * Completes the marker of a finished shard with its full digest, saves the shard, and drops its work from the store.
 * `undefined` where no store is to have it. Never throws: what goes wrong is the store's answer.
 */
export async function saveShard(
  { hand, home, store }: Pick<Session, "hand" | "home" | "store">,
  { places, wanted }: Task,
  marked: Marker,
): Promise<Saved | undefined> {
  try {
    const marker = await withFullDigest(hand, home, { places, marker: marked });
    if (store.kind === "none" || wanted === undefined) return undefined;
    if (marker === undefined) return { kind: "unavailable", cause: "its marker was taken away" };
    const saved = await store.save({ wanted, checkpoint: places.checkpoint, marker });
    if (saved.kind !== "unavailable") await store.dropWork(wanted);
    return saved;
  } catch (error) {
    return { kind: "unavailable", cause: describe(error) };
  }
}
