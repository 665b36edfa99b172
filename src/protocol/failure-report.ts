import type { ShardPaths } from "../core/model/shard-paths.ts";
import { nonBlankLines } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import { keepAside } from "./aside/kept.ts";
import type { Writer } from "./writer.ts";

const MOST_BYTES = 4096;
/** The reason becomes a part of the start record. */
const MOST_CHARACTERS = 500;

/** The reason that a command reports for the failure of its shard, on one line, maybe empty; `undefined` where it reports none. */
export function readFailureReport(
  disk: Disk,
  { failed }: Pick<ShardPaths, "failed">,
): string | undefined {
  if (disk.stat(failed)?.kind !== "file") return undefined;
  const text = disk.readText(failed, MOST_BYTES);
  return text === undefined ? undefined : nonBlankLines(text).join(" ").slice(0, MOST_CHARACTERS);
}

/**
 * Keeps aside what lies where a command may report a failure: a note of the user, or the report of an attempt that was
 * killed before Donemark read it. A folder or a pipe is no report and stays.
 * @throws {CannotClear} where it cannot be set aside.
 */
export async function keepEarlierReport(
  writer: Writer,
  { failed }: Pick<ShardPaths, "failed">,
): Promise<void> {
  if (writer.disk.stat(failed)?.kind !== "file") return;
  const why = "was there before its shard was started, and a command reports a failure there";
  await keepAside(writer, failed, { why });
}

/** Removes a report that has become the failure of its attempt. */
export async function removeReport(
  { disk }: Writer,
  { failed }: Pick<ShardPaths, "failed">,
): Promise<void> {
  if (disk.stat(failed)?.kind === "file") await disk.unlink(failed);
}
