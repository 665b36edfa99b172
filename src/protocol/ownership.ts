import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { isSameStart, parseStartRecord, type StartRecord } from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import type { Writer } from "./writer.ts";

/** The shard is no longer that of the start that wants to change it. */
export class LostOwnership extends Error {}

/**
 * Tells who owns a shard now, where it is no longer the one that made this start; `undefined` where it still is.
 * @throws where the start record cannot be read: then nobody knows whose the shard is.
 */
export function whyLost(
  disk: Disk,
  paths: Pick<ShardPaths, "started" | "marker">,
  start: StartRecord,
): string | undefined {
  const text = disk.readText(paths.started, RECORD_LIMIT_BYTES);
  const found = text === undefined ? undefined : parseStartRecord(text);
  if (found !== undefined && isSameStart(found, start)) return undefined;
  return `it is not this run's any more: ${ownerNow(disk, paths, { isThere: text !== undefined, found })}. Nothing was marked and nothing there was touched; \`donemark status\` shows how it stands`;
}

/** @throws {LostOwnership} with who owns the shard now. */
export function assertOwned(disk: Disk, paths: ShardPaths, start: StartRecord): void {
  const why = whyLost(disk, paths, start);
  if (why !== undefined) throw new LostOwnership(why);
}

/**
 * A check for whoever has not started the shard itself: no run has started it, or ended a start, since now. The check
 * throws {LostOwnership}.
 */
export function unlessStarted(
  disk: Disk,
  paths: Pick<ShardPaths, "started" | "marker">,
): () => void {
  const read = (): string | undefined => disk.readText(paths.started, RECORD_LIMIT_BYTES);
  const seen = read();
  return () => {
    const text = read();
    if (text === seen) return;
    const found = text === undefined ? undefined : parseStartRecord(text);
    const owner = ownerNow(disk, paths, { isThere: text !== undefined, found });
    throw new LostOwnership(`another run has taken it meanwhile: ${owner}. Nothing was marked`);
  };
}

/** A writer that asks right before each rename and each removal; what `confirm` throws ends the steps there. */
export function confirming(writer: Writer, confirm: () => void): Writer {
  const { disk } = writer;
  const asked =
    <Args extends readonly unknown[], T>(change: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      confirm();
      return change(...args);
    };
  return {
    ...writer,
    disk: {
      ...disk,
      rename: asked((from: string, to: string) => disk.rename(from, to)),
      unlink: asked((path: string) => disk.unlink(path)),
      removeTree: asked((path: string) => disk.removeTree(path)),
    },
  };
}

function ownerNow(
  disk: Disk,
  { started, marker }: Pick<ShardPaths, "started" | "marker">,
  record: { readonly isThere: boolean; readonly found: StartRecord | undefined },
): string {
  const { found } = record;
  if (found !== undefined) {
    const host = found.by.host === undefined ? "" : ` on ${found.by.host}`;
    return `pid ${found.owner.pid}${host} started it at ${found.startedAt} (${started})`;
  }
  if (record.isThere)
    return `${started} was replaced meanwhile by something that is no start record`;
  return disk.exists(marker)
    ? `another run has finished it (${marker})`
    : `${started} was removed meanwhile; a command must leave it alone`;
}
