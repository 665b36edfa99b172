import { messageOf } from "../core/text/problem.ts";
import type { Marker } from "../core/model/marker.ts";
import type { Saved } from "../store/store.ts";
import type { Task } from "../checkpoint/tasks.ts";
import { completeDigest } from "../protocol/complete-digest.ts";
import type { Writing } from "./parts.ts";

type Saver = Pick<Writing, "writer" | "home" | "store"> & {
  /** Gives up a full digest that no store waits for. */
  readonly giveUp?: AbortSignal;
};

/**
 * Completes the marker of a finished shard with its full digest, saves the shard, and drops its work from the store.
 * `undefined` without a store. Never throws: a fault is the store's answer.
 */
export async function saveShard(
  { writer, home, store, giveUp }: Saver,
  { paths, wanted }: Task,
  marked: Marker,
): Promise<Saved | undefined> {
  const isForDisk = store.kind === "none";
  try {
    const untilGivenUp = isForDisk ? giveUp : undefined;
    const marker = await completeDigest(writer, home, {
      paths,
      marker: marked,
      giveUp: untilGivenUp,
    });
    if (isForDisk) return undefined;
    if (wanted === undefined) return NOT_KNOWN_BY;
    if (marker === undefined) return { kind: "unavailable", cause: "its marker was taken away" };
    const saved = await store.save({ wanted, checkpoint: paths.checkpoint, marker });
    if (saved.kind !== "unavailable") await store.dropWork(wanted);
    return saved;
  } catch (error) {
    // The marker is durable without its full digest.
    if (isForDisk && giveUp?.aborted === true) return undefined;
    return { kind: "unavailable", cause: messageOf(error) };
  }
}

const NOT_KNOWN_BY: Saved = {
  kind: "unavailable",
  cause:
    "a part of its fingerprint that rerun-on names cannot be computed here, and nothing else tells its result from another one",
};
