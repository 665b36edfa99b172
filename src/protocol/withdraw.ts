import type { ShardPaths } from "../core/model/shard-paths.ts";
import type { StartRecord } from "../core/model/start-record.ts";
import { assertOwned } from "./ownership.ts";
import type { Writer } from "./writer.ts";

/**
 * Takes back the start of a shard that had none before: nothing has run since, so it counts as new again.
 * @throws {LostOwnership} where the shard belongs to another start.
 */
export async function withdraw(
  { disk }: Writer,
  paths: ShardPaths,
  start: StartRecord,
): Promise<void> {
  assertOwned(disk, paths, start);
  if (paths.work !== paths.checkpoint) await disk.removeTree(paths.work);
  assertOwned(disk, paths, start);
  await disk.unlink(paths.started);
}
