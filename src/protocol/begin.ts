import { dirname } from "node:path";
import type { MarkerForm } from "../core/model/marker-form.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import {
  formatStartRecord,
  isOver,
  isSameStart,
  parseStartRecord,
  type StartRecord,
} from "../core/model/start-record.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, syncAll, syncFolders } from "../files/durable.ts";
import { livenessHere } from "../machine/processes.ts";
import { claimRecord, markerName, type Judge } from "./claim-record.ts";
import { noFolderAbove, readRecord } from "./aside/cannot-clear.ts";
import { revokeGenerations, type Revoked } from "./aside/generations.ts";
import { clearCheckpoint, clearRecord, clearWork } from "./clear.ts";
import { keepEarlierReport } from "./failure-report.ts";
import { AFTER_THAT_RUN, confirming, LostOwnership } from "./ownership.ts";
import type { Writer } from "./writer.ts";

export interface Start {
  readonly record: StartRecord;
  /** The work directory stays where it is, less the part markers that vouch for nothing. */
  readonly keepWork: boolean;
  readonly falseMarkers: readonly string[];
  /** Path of a staged snapshot of the work that takes the place of the work directory. */
  readonly stagedWork?: string;
  /** What the decision to start rests on; without it, whatever lies there is replaced. */
  readonly decided?: Decided;
  /** Tells whether another run that takes the shard at the same time lives. */
  readonly judge?: Judge;
  /** Finished results that are set aside and not to be brought back: `force` asks for a new one. */
  readonly revokes?: Revoked;
}

interface Decided {
  /** The start that this one follows. */
  readonly previous: StartRecord | undefined;
  /** The time of finishing in the marker that was there. */
  readonly markedAt: string | undefined;
}

/**
 * Starts a shard, each step durable before the next: sets aside what lies at the checkpoint's path and work that the
 * command is not to see, writes the start record, places staged work. From then on the record vouches for what lies at
 * both paths: what was there before, of another fingerprint or of somebody else, must be gone by then.
 * @throws {LostOwnership} where another run has started or finished the shard since it was decided upon.
 * @throws {CannotClear} where a path cannot be cleared: no start record is written then, and the command must not start.
 */
export async function begin(writer: Writer, paths: ShardPaths, start: Start): Promise<void> {
  try {
    await clearRecord(writer, paths.started);
    await beginClear(writer, paths, start);
  } catch (error) {
    throw noFolderAbove(writer.disk, [paths.checkpoint, paths.work], error) ?? error;
  }
}

async function beginClear(writer: Writer, paths: ShardPaths, start: Start): Promise<void> {
  const { disk } = writer;
  const { checkpoint, started, work } = paths;
  const seen = readRecord(disk, started);
  assertUntouched(writer, paths, { start, seen });
  const stays = start.keepWork && work === checkpoint;
  const asking = confirming(writer, () => assertUntouched(writer, paths, { start, seen }));
  await (stays ? clearRecord(asking, paths.marker) : clearCheckpoint(asking, paths));
  if (!start.keepWork) await clearWork(asking, paths);
  await keepEarlierReport(asking, paths);
  if (start.revokes !== undefined) await revokeGenerations(asking, checkpoint, start.revokes);
  await makeFolders(disk, dirname(checkpoint));
  await writer.history?.note([checkpoint]);
  await writeStart(writer, paths, { start, seen });
  await removeOldMarkers(disk, paths, start);
  if (work !== checkpoint) await makeFolders(disk, work);
  if (start.stagedWork !== undefined) await placeWork(disk, start.stagedWork, work);
}

/** @throws {LostOwnership} where another run has started or finished the shard since it was decided upon. */
function assertUntouched(
  { disk, markers }: Writer,
  paths: ShardPaths,
  { start, seen }: Beginning,
): void {
  const { decided, record } = start;
  if (decided === undefined) return;
  const now = readRecord(disk, paths.started);
  assertAsDecided(now, decided, paths);
  if (now !== seen)
    throw new LostOwnership(
      `another run has changed ${paths.started} meanwhile: ${AFTER_THAT_RUN}`,
    );
  const text = readRecord(disk, paths.marker);
  if (isFinishedSince(markers, text, { record, decided }))
    throw new LostOwnership(finishedMeanwhile(paths));
}

function finishedMeanwhile({ marker }: ShardPaths): string {
  return `another run has finished it meanwhile (${marker}): run again, and it is found done`;
}

interface Beginning {
  readonly start: Start;
  /** The text of the start record when the start began. */
  readonly seen: string | undefined;
}

/** @throws {LostOwnership} where the record that lies there is not that of the start which this one follows. */
function assertAsDecided(
  seen: string | undefined,
  { previous }: Decided,
  { started }: ShardPaths,
): void {
  const found = seen === undefined ? undefined : parseStartRecord(seen);
  if (found === undefined) return;
  if (previous !== undefined && isSameStart(found, previous)) return;
  const host = found.by.host === undefined ? "" : ` on ${found.by.host}`;
  throw new LostOwnership(
    `another run (pid ${found.owner.pid}${host}) has started it meanwhile, at ${found.startedAt} (${started}): ${AFTER_THAT_RUN}`,
  );
}

/** An owner asleep through more starts than these does not exist. */
const MOST_EARLIER = 50;

async function writeStart(
  writer: Writer,
  paths: ShardPaths,
  { start, seen }: Beginning,
): Promise<void> {
  const { decided, judge = ({ owner }) => livenessHere(owner) } = start;
  const earlier = ownersBefore(decided?.previous);
  const record = earlier.length === 0 ? start.record : { ...start.record, earlier };
  const claimant = { seen, own: formatStartRecord(record), earlier };
  const marker = await claimRecord(writer.disk, paths, { claimant, judge });
  if (decided === undefined || !isFinishedSince(writer.markers, marker, { record, decided }))
    return;
  await writer.disk.unlink(paths.started);
  throw new LostOwnership(finishedMeanwhile(paths));
}

/** The names under which those may be about to write a marker whom a start replaces. Whose start is over is not. */
function ownersBefore(previous: StartRecord | undefined): readonly string[] {
  if (previous === undefined || isOver(previous)) return [];
  const last = markerName(previous);
  const all = [...(last === undefined ? [] : [last]), ...(previous.earlier ?? [])];
  return all.slice(0, MOST_EARLIER);
}

function isFinishedSince(
  markers: MarkerForm,
  text: string | undefined,
  { record, decided }: { readonly record: StartRecord; readonly decided: Decided },
): boolean {
  const found = text === undefined ? undefined : markers.parse(text);
  if (found?.kind !== "full" || found.marker.shard !== record.shard) return false;
  return found.marker.finishedAt !== decided.markedAt;
}

/** Removes the markers that vouch for nothing any more: of parts, and of a checkpoint that is its own work. */
async function removeOldMarkers(
  disk: Disk,
  { checkpoint, marker, work }: ShardPaths,
  { keepWork, falseMarkers, decided }: Start,
): Promise<void> {
  for (const one of falseMarkers) await disk.unlink(one);
  // A start that was killed may have removed markers, which a power cut would bring back beside a part in the making.
  const isAfterKill = keepWork && decided?.previous?.ended !== true;
  if (isAfterKill) await syncFolders(disk, work);
  const changed = new Set(isAfterKill ? [] : falseMarkers.map((one) => dirname(one)));
  if (keepWork && work === checkpoint && (await disk.unlink(marker))) changed.add(dirname(marker));
  for (const folder of changed) await disk.syncDirectory(folder);
}

async function placeWork(disk: Disk, staged: string, work: string): Promise<void> {
  await syncAll(disk, staged);
  await disk.removeFolder(work);
  await disk.rename(staged, work);
  await disk.syncDirectory(dirname(work));
}
