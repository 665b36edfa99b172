import { dirname } from "node:path";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import type { Failure, StartRecord } from "../core/model/start-record.ts";
import { setLeavingsAside } from "./aside/leavings.ts";
import { removeReport } from "./failure-report.ts";
import { endStart } from "./end-start.ts";
import { assertOwned, confirming } from "./ownership.ts";
import type { Writer } from "./writer.ts";

interface Failed {
  readonly record: StartRecord;
  readonly failure: Failure;
  /** Nobody has seen what the checkpoint is, so it stays where it is. */
  readonly keepsCheckpoint?: boolean;
}

/**
 * Ends a failed attempt: removes a marker and a report that the command made itself and sets its checkpoint aside, unless
 * that is the work directory that the next attempt may resume from. The start record stays and says what happened.
 * @throws {LostOwnership} where the shard belongs to another start.
 */
export async function recordFailure(
  writer: Writer,
  paths: ShardPaths,
  failed: Failed,
): Promise<void> {
  const { disk } = writer;
  const confirm = (): void => assertOwned(disk, paths, failed.record);
  confirm();
  const stays =
    failed.keepsCheckpoint === true ||
    (paths.work === paths.checkpoint && disk.stat(paths.checkpoint)?.kind === "directory");
  if (await disk.unlink(paths.marker)) await disk.syncDirectory(dirname(paths.checkpoint));
  if (!stays && disk.exists(paths.checkpoint))
    await setLeavingsAside(confirming(writer, confirm), paths.checkpoint);
  await removeReport(confirming(writer, confirm), paths);
  await endStart(writer, paths, { ...failed.record, failure: failed.failure, ended: true });
}
