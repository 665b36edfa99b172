import { earlierPath } from "../../core/model/aside.ts";
import type { ShardPaths } from "../../core/model/shard-paths.ts";
import { LostOwnership } from "../ownership.ts";
import type { Writer } from "../writer.ts";
import { pruneGenerations } from "./generations.ts";
import { keepAside } from "./kept.ts";
import { removeLeavings, removeOrName } from "./leavings.ts";
import { whyRefused } from "../../files/refused.ts";
import { isWorkOfAttempt } from "./whose.ts";

/**
 * Tidies up beside a shard that is done: what attempts have left, and finished results beyond those that `keep` keeps, are
 * removed, its work, and then its start record: while the record is there, so may be the rest. What cannot be removed is named.
 * @throws where the start record cannot be removed.
 */
export async function tidyUp(writer: Writer, paths: ShardPaths): Promise<void> {
  const { checkpoint, work, started } = paths;
  const places = work === checkpoint ? [checkpoint] : [checkpoint, work];
  const isOwnWork = whoseWork(writer, paths);
  try {
    for (const path of places) await keepEarlier(writer, path);
    for (const path of places) await removeLeavings(writer, path);
    // The shard is done: its work need not be set aside, and what a crash leaves of it is removed by the next run.
    if (work !== checkpoint && isOwnWork === true) await removeOrName(writer, work);
    await pruneGenerations(writer, checkpoint, writer.keep);
  } catch (error) {
    if (error instanceof LostOwnership) throw error;
    writer.warn(
      `what is set aside for ${checkpoint} stays: ${whyRefused(writer.disk, error, checkpoint)}. The next run tries again`,
    );
  }
  if (isOwnWork !== "unknown") await writer.disk.unlink(started);
}

/** A start record that cannot be read may be that of another run: it stays, and so does the work. */
function whoseWork({ disk, warn }: Writer, paths: ShardPaths): boolean | "unknown" {
  try {
    return isWorkOfAttempt(disk, paths);
  } catch (error) {
    warn(`the start record ${paths.started} and its work stay: ${whyRefused(disk, error)}`);
    return "unknown";
  }
}

/**
 * An earlier version set aside whatever lay at a path, without its marker: it may be the only copy of a finished result,
 * or a file of somebody else.
 */
async function keepEarlier(writer: Writer, path: string): Promise<void> {
  const from = earlierPath(path);
  if (!writer.disk.exists(from)) return;
  const why =
    "was set aside by an earlier version of Donemark, without a marker that says what it is";
  await keepAside(writer, path, { from, why });
}
