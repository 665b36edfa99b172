import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { formatStartRecord, type StartRecord } from "../core/model/start-record.ts";
import { livenessHere } from "../machine/processes.ts";
import { claimRecord } from "./claim-record.ts";
import { assertOwned } from "./ownership.ts";
import type { Writer } from "./writer.ts";

/**
 * Puts the end of a start into its start record, durably. The owner claims its own shard for that, as the next owner would:
 * one that sleeps between its last look and the change of the name then replaces nobody's record.
 * @throws {LostOwnership} where the shard belongs to another start.
 */
export async function endStart(
  { disk }: Writer,
  paths: ShardPaths,
  ended: StartRecord,
): Promise<void> {
  const seen = disk.readText(paths.started, RECORD_LIMIT_BYTES);
  assertOwned(disk, paths, ended);
  const claimant = { seen, own: formatStartRecord(ended), earlier: [] };
  await claimRecord(disk, paths, { claimant, judge: ({ owner }) => livenessHere(owner) });
}

/**
 * Says in a start record that nobody holds the shard any more, although it is not done: any other run may take it at once.
 * No process of the command may be left.
 * @throws {LostOwnership} where the shard belongs to another start.
 */
export function release(writer: Writer, paths: ShardPaths, start: StartRecord): Promise<void> {
  return endStart(writer, paths, { ...start, released: true });
}
