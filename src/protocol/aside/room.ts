import { readGenerations, type Generation } from "../../checkpoint/generations.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import { isRefusal } from "../../files/unreadable.ts";
import type { Held, Lease } from "../../machine/lease.ts";
import { whileClaimed } from "../claims.ts";
import { LostOwnership } from "../ownership.ts";
import type { Writer } from "../writer.ts";
import { removeGeneration } from "./generations.ts";
import { whyRefused } from "../../files/refused.ts";

interface Room {
  readonly hasRoom: () => Promise<boolean>;
  readonly claim: (paths: ShardPaths) => Promise<Lease | Held>;
  /** The shard that is to start: the caller has claimed it. */
  readonly own: ShardPaths;
}

interface Superseded {
  readonly paths: ShardPaths;
  readonly generation: Generation;
}

/**
 * Removes superseded results of shards that are done, the oldest first, until there is room; `false` where there is none
 * after all of them. The last result of a shard that is not done again stays.
 */
export async function makeRoom(
  writer: Writer,
  shards: readonly ShardPaths[],
  room: Room,
): Promise<boolean> {
  const all = shards.flatMap((paths) => supersededOf(writer, paths));
  const oldestFirst = all.toSorted((a, b) => Number(a.generation.asideNs - b.generation.asideNs));
  for (const one of oldestFirst) {
    if ((await removeOne(writer, one, room)) && (await room.hasRoom())) return true;
  }
  return false;
}

/** Never throws but where the shard of this run is lost: one that cannot be removed is named, and the next one is tried. */
async function removeOne(
  writer: Writer,
  { paths, generation }: Superseded,
  { claim, own }: Room,
): Promise<boolean> {
  const { checkpoint } = paths;
  // Another slot may have removed it, and another run may have started its shard.
  const isThere = (): boolean => isDone(writer, paths) && writer.disk.exists(generation.checkpoint);
  const remove = async (): Promise<boolean> =>
    isThere() && (await removeGeneration(writer, checkpoint, generation));
  try {
    if (checkpoint === own.checkpoint) return await remove();
    const removed = await whileClaimed(claim(paths), remove);
    return removed.kind === "acted" && removed.result;
  } catch (error) {
    if (error instanceof LostOwnership) throw error;
    writer.warn(
      `${generation.checkpoint}, an older result, stays: ${whyRefused(writer.disk, error)}`,
    );
    return false;
  }
}

function supersededOf(writer: Writer, paths: ShardPaths): readonly Superseded[] {
  try {
    if (!isDone(writer, paths)) return [];
    const all = readGenerations(writer.disk, paths.checkpoint, writer.markers);
    return all
      .filter(({ proof }) => proof !== undefined && proof.adopted !== true)
      .map((generation) => ({ paths, generation }));
  } catch (error) {
    // What cannot be looked at stays.
    if (isRefusal(error)) return [];
    throw error;
  }
}

function isDone({ disk }: Writer, { marker, checkpoint, started }: ShardPaths): boolean {
  return disk.exists(marker) && disk.exists(checkpoint) && !disk.exists(started);
}
