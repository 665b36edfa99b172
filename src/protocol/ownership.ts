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
  const now = ownerNow(disk, paths, { isThere: text !== undefined, found });
  return `it is not this run's any more: ${now.who}. Nothing was marked and nothing there was touched: ${now.next}`;
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
    const { who, next } = ownerNow(disk, paths, { isThere: text !== undefined, found });
    throw new LostOwnership(
      `another run has taken it meanwhile: ${who}. Nothing was marked: ${next}`,
    );
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

/** What goes on where another run has a shard. */
export const AFTER_THAT_RUN = "run again once that run has ended";

interface OwnerNow {
  readonly who: string;
  /** What goes on. */
  readonly next: string;
}

function ownerNow(
  disk: Disk,
  { started, marker }: Pick<ShardPaths, "started" | "marker">,
  record: { readonly isThere: boolean; readonly found: StartRecord | undefined },
): OwnerNow {
  const { found } = record;
  if (found !== undefined) {
    const host = found.by.host === undefined ? "" : ` on ${found.by.host}`;
    const who = `pid ${found.owner.pid}${host} started it at ${found.startedAt} (${started})`;
    return { who, next: AFTER_THAT_RUN };
  }
  const next = "let the command leave that file alone, then run again";
  if (record.isThere)
    return { who: `${started} was replaced meanwhile by something that is no start record`, next };
  return disk.exists(marker)
    ? { who: `another run has finished it (${marker})`, next: "run again, and it is found done" }
    : { who: `${started} was removed meanwhile`, next };
}
