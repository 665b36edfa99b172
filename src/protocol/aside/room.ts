import { readGenerations, type Generation } from "../../checkpoint/generations.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import type { Held, Lease } from "../../machine/lease.ts";
import { whileClaimed } from "../claims.ts";
import type { Writer } from "../writer.ts";
import { removeGeneration } from "./generations.ts";

interface Room {
  readonly hasRoom: () => Promise<boolean>;
  readonly claim: (paths: ShardPaths) => Promise<Lease | Held>;
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
  { hasRoom, claim }: Room,
): Promise<boolean> {
  const all = shards.flatMap((paths) => supersededOf(writer, paths));
  const oldestFirst = all.toSorted((a, b) => Number(a.generation.asideNs - b.generation.asideNs));
  for (const { paths, generation } of oldestFirst) {
    const remove = async (): Promise<boolean> =>
      isDone(writer, paths) && (await removeGeneration(writer, paths.checkpoint, generation));
    const removed = await whileClaimed(claim(paths), remove);
    if (removed.kind === "acted" && removed.result && (await hasRoom())) return true;
  }
  return false;
}

function supersededOf(writer: Writer, paths: ShardPaths): readonly Superseded[] {
  if (!isDone(writer, paths)) return [];
  const all = readGenerations(writer.disk, paths.checkpoint, writer.markers);
  return all
    .filter(({ proof }) => proof !== undefined && proof.adopted !== true)
    .map((generation) => ({ paths, generation }));
}

function isDone({ disk }: Writer, { marker, checkpoint, started }: ShardPaths): boolean {
  return disk.exists(marker) && disk.exists(checkpoint) && !disk.exists(started);
}
