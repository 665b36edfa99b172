import { join } from "node:path";
import { isSha256, sha256, sha256OfList } from "../core/model/digest.ts";
import { parseJson } from "../core/model/marker.ts";
import type { Disk, Stat } from "../files/disk.ts";
import { digestOf } from "../files/measure.ts";
import {
  appendToCache,
  isSettled,
  readCache,
  removeCache,
  writeCache,
} from "../files/cache-files.ts";
import { EVERYTHING, readTree, type Members } from "../files/tree.ts";
import { pointerIn, sayPointer } from "./pointers.ts";

/** Content hashes of inputs by (path, size, times, inode): an unchanged file is read once. */
export interface HashCache {
  /** SHA-256 of a file's content; a pointer counts as the object that it names. @throws where it names none. */
  readonly hash: (path: string, stat: Stat, members?: Members) => string;
  /**
   * Hashes a folder or a large file outside of this thread, where its hash is not known: `hash` has it then. Never throws.
   */
  readonly warm: (path: string, stat: Stat, members?: Members) => Promise<void>;
  /** The paths of what lay in a folder when its hash was first asked for; `undefined` where that is not known. */
  readonly firstNames: (path: string) => readonly string[] | undefined;
  /** Writes new hashes. A failure is ignored: it only costs time later. */
  readonly save: (nowMs: number) => Promise<void>;
}

/** Equal for a file that has not changed. Of a folder, `mtimeNs` is a digest over what its files are. */
type Identity = readonly [size: number, mtimeNs: string, ctimeNs: string, inode: string];
type Known = readonly [...Identity, hash: string];

/** A smaller file is hashed in less time than a thread takes to start. */
const LARGE_BYTES = 16 * 1024 * 1024;

function isLarge({ kind, sizeBytes }: Stat): boolean {
  return kind === "directory" || (kind === "file" && sizeBytes >= LARGE_BYTES);
}

const FORM = "donemark-hashes-1";
const LIMIT_BYTES = 512 * 1024 * 1024;

export interface HashCachePlace {
  readonly folder: string;
  readonly workspace: string;
  readonly beginMs?: number;
  /** Gives the SHA-256 of a file or a folder, computed in a thread; absent where this thread is to do it all. */
  readonly inThread?: InThread;
}

/**
 * Opens the cache of one workspace. Hashes of files that were settled at `beginMs` are kept as they are made, so that a
 * kill costs little; without it only by `save`.
 */
export function openHashCache(
  disk: Disk,
  { folder, workspace, beginMs = 0, inThread }: HashCachePlace,
): HashCache {
  const file = join(folder, `hashes-${sha256(workspace).slice(0, 16)}.json`);
  let loaded: Map<string, Known> | undefined;
  const read = (): Map<string, Known> => (loaded ??= load(disk, file));
  const keep = rowKeeper(disk, { folder, file }, beginMs);
  const fresh = new Map<string, Known>();
  const names = nameKeeper();
  const knownAs = (path: string, identity: Identity): string | undefined =>
    findKnown(path, identity, { fresh, read });
  const remember = (path: string, identity: Identity, hash: string): string => {
    const known: Known = [...identity, hash];
    const slot = slotsOf(path)[fresh.has(path) ? 1 : 0];
    fresh.set(slot, known);
    keep(slot, known);
    return hash;
  };
  const warm = once(async (hashed, hashElsewhere) => {
    const { path, members } = hashed;
    const identity = identityOf(disk, hashed, names.note);
    if (knownAs(path, identity) === undefined)
      remember(path, identity, await hashElsewhere(path, members));
  });
  return {
    hash: (path, stat, members = EVERYTHING) => {
      const identity = identityOf(disk, { path, stat, members }, names.note);
      const known = knownAs(path, identity);
      return known ?? remember(path, identity, hashContent(disk, { path, stat, members }));
    },
    warm: async (path, stat, members = EVERYTHING) => {
      if (inThread !== undefined && isLarge(stat)) await warm({ path, stat, members }, inThread);
    },
    firstNames: names.of,
    save: (nowMs) => saveAll(disk, { folder, file }, { fresh, read, nowMs }),
  };
}

interface Kept {
  readonly fresh: Map<string, Known>;
  readonly read: () => ReadonlyMap<string, Known>;
}

/** One that was kept by an earlier run is kept beside the hash that takes its place. */
function findKnown(path: string, identity: Identity, { fresh, read }: Kept): string | undefined {
  const [first, second] = slotsOf(path);
  const all = [first, second].flatMap((slot) => [fresh.get(slot), read().get(slot)]);
  const known = all.find((entry) => entry !== undefined && isUnchanged(entry, identity));
  const newer = fresh.get(first);
  if (known !== undefined && newer !== undefined && !isUnchanged(newer, identity))
    fresh.set(second, known);
  return known?.[4];
}

/** A folder is asked for with all of its members and without some of them: both are kept. No path holds a NUL. */
function slotsOf(path: string): readonly [string, string] {
  return [path, `${path}\0`];
}

/** Of so many files the names are kept; a folder with more of them is compared as a whole. */
const MOST_NAMES = 500_000;

interface NameKeeper {
  readonly note: (folder: string, names: readonly string[]) => void;
  readonly of: (folder: string) => readonly string[] | undefined;
}

function nameKeeper(): NameKeeper {
  const first = new Map<string, readonly string[]>();
  let room = MOST_NAMES;
  return {
    note: (folder, names) => {
      if (first.has(folder) || names.length > room) return;
      room -= names.length;
      first.set(folder, names);
    },
    of: (folder) => first.get(folder),
  };
}

interface Hashes {
  readonly fresh: ReadonlyMap<string, Known>;
  readonly read: () => ReadonlyMap<string, Known>;
  readonly nowMs: number;
}

async function saveAll(
  disk: Disk,
  { folder, file }: { readonly folder: string; readonly file: string },
  { fresh, read, nowMs }: Hashes,
): Promise<void> {
  const settled = [...fresh].filter(([, entry]) => isSettled(Number(entry[2]) / 1e6, nowMs));
  if (settled.length === 0) return;
  const all = [...read()].filter(([path]) => !fresh.has(path)).concat(settled);
  await writeCache(
    disk,
    { folder, file },
    JSON.stringify([FORM, ...all.map(([path, e]) => [path, ...e])]),
  );
  await removeCache(disk, rowsBeside(file));
}

/** The file of the hashes that were kept since the cache was written as a whole: one row of JSON a line. */
function rowsBeside(file: string): string {
  return `${file}.rows`;
}

/** So many bytes are hashed in about a tenth of a second; keeping a row costs far less. */
const KEPT_AFTER_BYTES = 64 * 1024 * 1024;

/** Appends the rows of what was hashed, whenever it was enough to be worth a write. */
function rowKeeper(
  disk: Disk,
  { folder, file }: { readonly folder: string; readonly file: string },
  beginMs: number,
): (path: string, known: Known) => void {
  let rows: string[] = [];
  let bytes = 0;
  return (path, known) => {
    if (!isSettled(Number(known[2]) / 1e6, beginMs)) return;
    rows.push(`${JSON.stringify([path, ...known])}\n`);
    bytes += known[0];
    if (bytes < KEPT_AFTER_BYTES) return;
    void appendToCache(disk, { folder, file: rowsBeside(file) }, rows.join(""));
    [rows, bytes] = [[], 0];
  };
}

/** A file, or a folder of which these members count. */
interface Hashed {
  readonly path: string;
  readonly stat: Stat;
  readonly members: Members;
}

type InThread = (path: string, members: Members) => Promise<string>;
type Warm = (hashed: Hashed, inThread: InThread) => Promise<void>;

/** Several slots may ask for the same input at once. What goes wrong is said by `hash`, which reads it again. */
function once(warm: Warm): Warm {
  const begun = new Map<string, Promise<void>>();
  return (hashed, inThread) => {
    const { path } = hashed;
    const running =
      begun.get(path) ??
      warm(hashed, inThread)
        .catch(() => undefined)
        .finally(() => begun.delete(path));
    begun.set(path, running);
    return running;
  };
}

/** The size and times of a folder do not show a change inside it: those of every file in it do. */
function identityOf(
  disk: Disk,
  { path, stat, members }: Hashed,
  note: NameKeeper["note"],
): Identity {
  if (stat.kind !== "directory") return [stat.sizeBytes, stat.mtimeNs, stat.ctimeNs, stat.inode];
  const tree = readTree(disk, path, members);
  if ("refused" in tree) throw new Error(`${path}: ${tree.refused}`);
  if (members.only === undefined)
    note(
      path,
      [...tree.files, ...tree.links].map((one) => one.path),
    );
  const facts = tree.files.flatMap((file) => [
    file.path,
    ...[file.stat.sizeBytes, file.stat.mtimeNs, file.stat.ctimeNs, file.stat.inode].map(String),
  ]);
  const links = tree.links.flatMap((link) => [link.path, "link", link.target]);
  const sizeBytes = tree.files.reduce((sum, file) => sum + file.stat.sizeBytes, 0);
  const latest = tree.files.reduce((time, file) => later(time, file.stat.ctimeNs), "0");
  return [sizeBytes, sha256OfList([...facts, ...links]), latest, stat.inode];
}

function later(one: string, other: string): string {
  return BigInt(other) > BigInt(one) ? other : one;
}

function isUnchanged(entry: Known, identity: Identity): boolean {
  return identity.every((fact, place) => fact === entry[place]);
}

function hashContent(disk: Disk, { path, stat, members }: Hashed): string {
  const pointer = stat.kind === "directory" ? undefined : pointerIn(disk, path, stat.sizeBytes);
  if (pointer === undefined) return digestOf(disk, path, members);
  if (pointer.sha256 !== undefined) return pointer.sha256;
  throw new Error(`${sayPointer(path, pointer)}, and the pointer names no SHA-256`);
}

function load(disk: Disk, file: string): Map<string, Known> {
  const value = parseJson(readCache(disk, file, LIMIT_BYTES));
  const isCache = Array.isArray(value) && value[0] === FORM;
  const rows: readonly unknown[] = isCache ? value.slice(1) : [];
  const known = new Map<string, Known>();
  for (const row of [...rows, ...keptRows(disk, file)]) {
    if (!isRow(row)) continue;
    const [path, ...entry] = row;
    known.set(path, entry);
  }
  return known;
}

/** The last line may be cut off. */
function keptRows(disk: Disk, file: string): readonly unknown[] {
  const lines = readCache(disk, rowsBeside(file), LIMIT_BYTES).split("\n");
  return lines.filter((line) => line !== "").map((line) => parseJson(line));
}

function isRow(row: unknown): row is [string, ...Known] {
  return (
    Array.isArray(row) &&
    row.length === 6 &&
    typeof row[0] === "string" &&
    typeof row[1] === "number" &&
    isSha256(row[5])
  );
}
