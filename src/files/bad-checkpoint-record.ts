import { join } from "node:path";
import {
  formatFailed,
  lastFailed,
  parseFailed,
  type FailedCheckpoint,
} from "../core/model/bad-checkpoint-record.ts";
import { ownFolder, shownPath } from "../core/model/shard-paths.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Disk } from "./disk.ts";
import { makeFolders } from "./durable.ts";
import type { Reporter } from "../core/text/reporter.ts";

/** The arguments for writing the record. */
export interface RecordPlace {
  readonly disk: Disk;
  readonly workspace: string;
  readonly now: () => number;
  readonly reporter: Pick<Reporter, "debug">;
}

/** The absolute path of a checkpoint, and what is wrong with it. */
export interface BadCheckpoint {
  readonly path: string;
  readonly reason: string;
}

function recordPath(workspace: string): string {
  return join(ownFolder(workspace), "failed.jsonl");
}

/**
 * Appends a line for each bad checkpoint to `.donemark/failed.jsonl`. No decision depends on the record: where it cannot be
 * written, the caller goes on. Never throws.
 */
export async function recordFailed(
  place: RecordPlace,
  found: readonly BadCheckpoint[],
): Promise<void> {
  if (found.length === 0) return;
  const { disk, workspace } = place;
  const time = new Date(place.now()).toISOString();
  try {
    await openOwnFolder(disk, workspace);
    let front = isTorn(disk, workspace) ? "\n" : "";
    for (const { path, reason } of found) {
      const line = formatFailed({ path: shownPath(workspace, path), reason, time });
      await disk.append(recordPath(workspace), front + line);
      front = "";
    }
  } catch (error) {
    place.reporter.debug(`the record of bad checkpoints was not written: ${messageOf(error)}`);
  }
}

/** Makes `.donemark`, which keeps itself out of version control. */
export async function openOwnFolder(disk: Disk, workspace: string): Promise<void> {
  const folder = ownFolder(workspace);
  const ignore = join(folder, ".gitignore");
  await makeFolders(disk, folder);
  if (!disk.exists(ignore)) await disk.create(ignore, "*\n").catch(() => undefined);
}

/** Does the file end within a line, as after a full disk? */
function isTorn(disk: Disk, workspace: string): boolean {
  const end = readEnd(disk, recordPath(workspace), 1);
  return end !== "" && end !== "\n";
}

const SHOWN = 5;
const READ_BYTES = 64 * 1024;

/** The last bad checkpoints, at most five, the oldest first. Never throws. */
export function readLastFailed({
  disk,
  workspace,
}: Pick<RecordPlace, "disk" | "workspace">): readonly FailedCheckpoint[] {
  return lastFailed(parseFailed(readEnd(disk, recordPath(workspace), READ_BYTES)), SHOWN);
}

/** Empty where there is no such file. */
function readEnd(disk: Disk, path: string, mostBytes: number): string {
  try {
    if (disk.stat(path)?.kind !== "file") return "";
    const reader = disk.open(path);
    try {
      const start = Math.max(0, reader.sizeBytes - mostBytes);
      return new TextDecoder().decode(reader.read(start, mostBytes));
    } finally {
      reader.close();
    }
  } catch {
    return "";
  }
}
