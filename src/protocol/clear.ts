import { dirname } from "node:path";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { setGenerationAside } from "./aside/generations.ts";
import { keepAside } from "./aside/kept.ts";
import { setLeavingsAside } from "./aside/leavings.ts";
import { isWorkOfAttempt, whoseCheckpoint } from "./aside/whose.ts";
import { confirming, LostOwnership } from "./ownership.ts";
import type { Writer } from "./writer.ts";

/**
 * Sets aside, durably, what lies at the checkpoint's path, and then removes its marker: a checkpoint that has lost its
 * marker first could be adopted.
 * @throws {CannotClear} where it cannot be set aside. Nothing is changed then.
 */
export async function clearCheckpoint(writer: Writer, paths: ShardPaths): Promise<void> {
  const { disk } = writer;
  await setCheckpointAside(writer, paths);
  if (await disk.unlink(paths.marker)) await disk.syncDirectory(dirname(paths.checkpoint));
}

/**
 * Sets aside, durably, what lies at the checkpoint's path: a finished result with a copy of its marker, what an attempt
 * left under the name from which the next attempt removes it, anything else under one that Donemark never touches again.
 * The marker of the path stays, for the one that takes its place, but for that of somebody else's file.
 * @throws {CannotClear}
 */
export async function setCheckpointAside(writer: Writer, paths: ShardPaths): Promise<void> {
  const { checkpoint, marker } = paths;
  const whose = whoseCheckpoint(writer, paths);
  // Whoever has moved it may have been killed then: were its marker replaced first, a power cut could bring it back under
  // another's marker, or under none.
  if (whose.kind === "nothing" && writer.disk.exists(marker))
    await writer.disk.syncDirectory(dirname(checkpoint));
  if (whose.kind === "finished") await setGenerationAside(writer, checkpoint, whose);
  if (whose.kind === "attempt") await setLeavingsAside(writer, checkpoint);
  if (whose.kind === "foreign") await keepAside(writer, checkpoint, { why: whose.why, marker });
  await clearRecord(writer, marker);
}

/**
 * Keeps what is no file where a record belongs (a pipe, a link that leads nowhere): no record could take its place. A folder
 * stays: somebody put it there, and may look for it.
 * @throws {CannotClear}
 */
export async function clearRecord(writer: Writer, path: string): Promise<void> {
  const { disk } = writer;
  if (!disk.exists(path)) return;
  const kind = disk.stat(path)?.kind;
  if (kind === "file" || kind === "directory") return;
  const asking = confirming(writer, () => {
    if (disk.stat(path)?.kind === "file")
      throw new LostOwnership("another run has written its record meanwhile");
  });
  await keepAside(asking, path, { why: "is no file, and a record of Donemark belongs there" });
}

/**
 * Sets aside, durably, what lies at the path of a shard's own work directory: an attempt's work, or a folder of somebody
 * else.
 * @throws {CannotClear}
 */
export async function clearWork(writer: Writer, paths: ShardPaths): Promise<void> {
  const { work, checkpoint } = paths;
  if (work === checkpoint || !writer.disk.exists(work)) return;
  if (isWorkOfAttempt(writer.disk, paths)) await setLeavingsAside(writer, work);
  else
    await keepAside(writer, work, {
      why: "was there before the work of its shard began, or was left by an earlier version",
    });
}
