import { dirname, join, posix } from "node:path";
import { ignoreMatcher } from "../core/model/ignore.ts";
import type { Marker } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { ignoredBy } from "../files/compare.ts";
import { makeFolders, syncAll, TEMPORARY_PREFIX, writeDurably } from "../files/durable.ts";
import { measure } from "../files/measure.ts";
import { tidyUp } from "./aside/tidy.ts";
import { clearWork, setCheckpointAside } from "./clear.ts";
import type { Writer } from "./writer.ts";

/**
 * Gives `act` a path of this writer's own beside `path`, in the same folder and file system, and removes what `act`
 * leaves there. Where that cannot be removed now, the next run sweeps it up.
 */
export async function withStaging<T>(
  writer: Writer,
  path: string,
  act: (staging: string) => Promise<T>,
): Promise<T> {
  const staging = await openStaging(writer, path);
  try {
    return await act(staging);
  } finally {
    await discardStaging(writer, staging).catch(() => undefined);
  }
}

/** A path of this writer's own beside `path`. Its folder is there; nothing is at the path itself. */
export async function openStaging({ disk, token }: Writer, path: string): Promise<string> {
  const folder = dirname(path);
  await makeFolders(disk, folder);
  return join(folder, `${TEMPORARY_PREFIX}${token()}`);
}

/** Removes what lies at a path that `openStaging` gave. */
export async function discardStaging({ disk }: Writer, staging: string): Promise<void> {
  await disk.removeTree(staging);
}

export interface StagedCheckpoint {
  readonly staging: string;
  readonly marker: Marker;
}

/**
 * Places a staged checkpoint, checked before, with a marker of its own; whatever lies at the checkpoint's path is set
 * aside.
 *
 * The old generation is durably set aside before its marker or start record goes, and the new one is marked before it
 * is there: at no moment does a checkpoint lie there without either, which could be adopted for any fingerprint. The
 * start record goes before the new one comes, by the marker's flush: it would vouch for a directory as for the work of
 * its own fingerprint.
 */
export async function placeCheckpoint(
  writer: Writer,
  paths: ShardPaths,
  { staging, marker }: StagedCheckpoint,
): Promise<void> {
  const { disk } = writer;
  await removeIgnored(disk, staging, marker);
  await writer.history?.note([paths.checkpoint]);
  await Promise.all([syncAll(disk, staging), writer.history?.flush()]);
  await setCheckpointAside(writer, paths);
  if (disk.exists(paths.started)) await clearWork(writer, paths);
  await disk.unlink(paths.started);
  const found = measure(disk, staging, ignoredBy(marker.checkpoint));
  if (found.kind !== "measured") throw new Error(`${staging} vanished after it was brought`);
  const here = { ...marker, checkpoint: { ...marker.checkpoint, ...found.measure } };
  await writeDurably(disk, paths.marker, writer.markers.format(here), writer.token());
  await disk.rename(staging, paths.checkpoint);
  await disk.syncDirectory(dirname(paths.checkpoint));
  await tidyUp(writer, paths);
}

/** No digest vouches for files that a marker leaves out: they stay where they came from. */
async function removeIgnored(
  disk: Writer["disk"],
  staging: string,
  { checkpoint: { ignore } }: Marker,
): Promise<void> {
  if (ignore === undefined) return;
  const isIgnored = ignoreMatcher(ignore);
  const remove = async (below: string): Promise<void> => {
    for (const { name, kind } of disk.list(join(staging, below)) ?? []) {
      const path = posix.join(below, name);
      if (isIgnored(path)) await disk.removeTree(join(staging, path));
      else if (kind === "directory") await remove(path);
    }
  };
  await remove("");
}
