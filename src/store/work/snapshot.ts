import { join, posix } from "node:path";
import { MARKER_SUFFIX } from "../../core/model/marker.ts";
import { hasCode } from "../../core/text/problem.ts";
import { compareText } from "../../core/text/text.ts";
import type { Disk, Stat } from "../../files/disk.ts";
import { TEMPORARY_PREFIX } from "../../files/durable.ts";
import type { WorkFile, WorkManifest } from "./manifest.ts";
import { digestInSteps, type Shelf } from "./shelf.ts";

export interface SnapshotTask {
  readonly disk: Disk;
  readonly shelf: Shelf;
  /** The directory. */
  readonly work: string;
  /** The newest snapshot before this one. */
  readonly previous: WorkManifest | undefined;
}

export type Snapshot = Pick<WorkManifest, "folders" | "files">;

/** One look at the directory. */
interface Look extends SnapshotTask {
  readonly known: ReadonlyMap<string, WorkFile>;
  readonly taken: Map<string, WorkFile>;
}

interface Listing {
  readonly folders: readonly string[];
  /** Files that are no marker and have none: the program's own state. */
  readonly unmarked: readonly string[];
  /** Each marker with its files: the part of that name, or all files of the folder of that name. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** Limit of reads of a file that changes while it is read. */
const TRIES = 3;

/** A change this shortly before a look can share its time with a change after it. */
const FRESH_MS = 2000;

/**
 * Reads a directory while a program writes it. Each claim is read before the files that it claims:
 *
 * 1. Unmarked files. "Parts 1 to 5 are done" is read first: at least those parts are there afterwards.
 * 2. The directory is listed again, for a part that such a file claims may be younger than the first list.
 *    What is new and unmarked is left to the next snapshot: it may claim parts that are younger than this list.
 * 3. Of each part, first its marker, then its data: a marker that was seen says that the part is whole from then on.
 *    Read the other way round, a half part could get the marker of its other half. A marker that is no longer the same
 *    afterwards was of a part that is being made anew: both are read again, and left out if it does not end.
 */
export async function takeSnapshot(task: SnapshotTask): Promise<Snapshot> {
  const { disk } = task;
  const known = new Map(task.previous?.files.map((file) => [file.path, file]));
  const look: Look = { ...task, known, taken: new Map() };
  const before = listWork(disk, task.work);
  for (const path of before.unmarked) await take(look, path, isSettled(look, path));
  const after = listWork(disk, task.work);
  for (const [marker, files] of after.parts) await takePart(look, marker, files);
  const files = [...look.taken.values()].toSorted((a, b) => compareText(a.path, b.path));
  return { folders: allFolders([...before.folders, ...after.folders], files), files };
}

async function takePart(look: Look, marker: string, files: readonly string[]): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await take(look, marker, isSettled(look, marker));
    // A program that maps its file into memory changes it without a new time: only a marker that has stood since the
    // previous snapshot says that the part has not changed since.
    const stood = isUnchanged(look.known.get(marker), look.taken.get(marker));
    for (const path of files) await take(look, path, stood && isSettled(look, path));
    const seen = look.taken.get(marker);
    if (seen !== undefined && isUnchanged(seen, statFile(look, marker))) return;
  }
  for (const path of [marker, ...files]) look.taken.delete(path);
}

/** Takes the newest of a file: of one that changes while it is read, the last try. */
async function take(look: Look, path: string, settled: boolean): Promise<void> {
  look.taken.delete(path);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stat = statFile(look, path);
    const file = stat && (await takeAs(look, { path, stat, settled }));
    if (stat === undefined || file === undefined) return;
    look.taken.set(path, file);
    const now = statFile(look, path);
    if (now === undefined || isUnchanged(stat, now)) return;
    // A file that only grew is a log: the copy is its beginning.
    if (now.inode === stat.inode && now.sizeBytes > stat.sizeBytes) return;
  }
}

/** `undefined` where the file vanished meanwhile. */
async function takeAs(
  look: Look,
  {
    path,
    stat,
    settled,
  }: { readonly path: string; readonly stat: Stat; readonly settled: boolean },
): Promise<WorkFile | undefined> {
  const source = join(look.work, path);
  const known = look.known.get(path);
  const { mtimeNs, inode } = stat;
  try {
    if (known?.sizeBytes === stat.sizeBytes && look.shelf.holds(known)) {
      if (settled && isUnchanged(known, stat)) return known;
      const same = (await digestInSteps(look.disk, source)) === known.sha256;
      if (same) return { ...known, mtimeNs, inode };
    }
    return { path, ...(await look.shelf.add(source)), mtimeNs, inode };
  } catch (error) {
    if (hasCode(error, "ENOENT") && !look.disk.exists(source)) return undefined;
    throw error;
  }
}

/** Was the last change well before the previous snapshot? */
function isSettled({ known, previous }: Look, path: string): boolean {
  const file = known.get(path);
  if (file === undefined || previous === undefined) return false;
  return Number(BigInt(file.mtimeNs) / 1_000_000n) < previous.takenAtMs - FRESH_MS;
}

type Trace = Pick<WorkFile, "sizeBytes" | "mtimeNs" | "inode">;

function isUnchanged(a: Trace | undefined, b: Trace | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.inode === b.inode;
}

function statFile({ disk, work }: Look, path: string): Stat | undefined {
  const stat = disk.stat(join(work, path));
  return stat?.kind === "file" ? stat : undefined;
}

interface Walked {
  readonly folders: string[];
  readonly files: string[];
  /** What has a name that is not UTF-8: nobody can ask for it by the name that is seen here. */
  readonly unnamed: string[];
}

function listWork(disk: Disk, work: string): Listing {
  const walked: Walked = { folders: [], files: [], unnamed: [] };
  walk(disk, work, "", walked);
  const { folders, files, unnamed } = walked;
  files.sort(compareText);
  const parts = new Map<string, string[]>();
  for (const path of files) if (path.endsWith(MARKER_SUFFIX)) parts.set(path, []);
  const unmarked: string[] = [];
  for (const path of files) {
    if (!parts.has(path)) (parts.get(markerOver(parts, path) ?? "") ?? unmarked).push(path);
  }
  // Without what cannot be saved a part would not be whole: its marker would be false elsewhere.
  for (const path of unnamed) parts.delete(markerOver(parts, path) ?? "");
  return { folders, unmarked, parts };
}

/** Links, devices and temporaries of Donemark are left out. */
function walk(disk: Disk, work: string, below: string, found: Walked): void {
  for (const { name, kind } of disk.list(join(work, below)) ?? []) {
    if (name.startsWith(TEMPORARY_PREFIX)) continue;
    const path = posix.join(below, name);
    if (isUnnamed(disk, join(work, path))) found.unnamed.push(path);
    else if (kind === "file") found.files.push(path);
    else if (kind === "directory") {
      found.folders.push(path);
      walk(disk, work, path, found);
    }
  }
}

function isUnnamed(disk: Disk, path: string): boolean {
  return path.includes("\uFFFD") && !disk.exists(path);
}

/** The nearest marker over a path: its own, or that of a folder above it. */
function markerOver(parts: ReadonlyMap<string, unknown>, path: string): string | undefined {
  for (let at = path; at !== "."; at = posix.dirname(at)) {
    if (parts.has(at + MARKER_SUFFIX)) return at + MARKER_SUFFIX;
  }
  return undefined;
}

/** Parents come before their children. */
function allFolders(folders: readonly string[], files: readonly WorkFile[]): readonly string[] {
  const all = new Set(folders);
  for (const { path } of files) {
    for (let at = posix.dirname(path); at !== "."; at = posix.dirname(at)) all.add(at);
  }
  return [...all].sort(compareText);
}
