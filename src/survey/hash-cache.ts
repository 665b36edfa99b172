import { join } from "node:path";
import { isSha256, sha256 } from "../core/digest.ts";
import { parseJson } from "../core/marker.ts";
import type { Disk, Stat } from "../files/disk.ts";
import { digestOf } from "../files/measure.ts";
import { isSettled, writeCache } from "./cache.ts";

/** Content hashes of inputs, kept by (path, size, times, inode), so that an unchanged file is read once. */
export interface HashCache {
  /** SHA-256 of a file's content; a Git LFS pointer counts as the object that it names. */
  readonly hash: (path: string, stat: Stat) => string;
  /** Writes what is new; a cache that cannot be written costs time, nothing else. */
  readonly save: (nowMs: number) => Promise<void>;
}

type Known = readonly [size: number, mtimeNs: string, ctimeNs: string, inode: string, hash: string];

const FORM = "donemark-hashes-1";
const LIMIT_BYTES = 512 * 1024 * 1024;
const POINTER_LIMIT_BYTES = 1024;
/** Opens the cache of one workspace. */
export function openHashCache(disk: Disk, folder: string, workspace: string): HashCache {
  const file = join(folder, `hashes-${sha256(workspace).slice(0, 16)}.json`);
  let loaded: Map<string, Known> | undefined;
  const read = (): Map<string, Known> => (loaded ??= load(disk, file));
  const fresh = new Map<string, Known>();
  return {
    hash: (path, stat) => {
      // A folder's own size and times do not show what happens in it.
      if (stat.kind === "directory") return digestOf(disk, path);
      const entry = fresh.get(path) ?? read().get(path);
      if (entry !== undefined && isUnchanged(entry, stat)) return entry[4];
      const hash = hashContent(disk, path, stat);
      fresh.set(path, [stat.sizeBytes, stat.mtimeNs, stat.ctimeNs, stat.inode, hash]);
      return hash;
    },
    save: async (nowMs) => {
      const settled = [...fresh].filter(([, entry]) => isSettled(Number(entry[2]) / 1e6, nowMs));
      if (settled.length === 0) return;
      const all = [...read()].filter(([path]) => !fresh.has(path)).concat(settled);
      await writeCache(
        disk,
        { folder, file },
        JSON.stringify([FORM, ...all.map(([path, e]) => [path, ...e])]),
      );
    },
  };
}

function isUnchanged(entry: Known, stat: Stat): boolean {
  const [size, mtimeNs, ctimeNs, inode] = entry;
  return (
    size === stat.sizeBytes &&
    mtimeNs === stat.mtimeNs &&
    ctimeNs === stat.ctimeNs &&
    inode === stat.inode
  );
}

function hashContent(disk: Disk, path: string, stat: Stat): string {
  if (stat.sizeBytes < POINTER_LIMIT_BYTES) {
    const pointed = readPointer(disk.readText(path, POINTER_LIMIT_BYTES) ?? "");
    if (pointed !== undefined) return pointed;
  }
  return digestOf(disk, path);
}

/** The object that a Git LFS pointer names (git-lfs/docs/spec.md: `version` line first, `oid sha256:…`). */
function readPointer(text: string): string | undefined {
  if (!text.startsWith("version https://git-lfs.github.com/spec/")) return undefined;
  return /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
}

function load(disk: Disk, file: string): Map<string, Known> {
  const text = disk.readText(file, LIMIT_BYTES);
  const value = text === undefined ? undefined : parseJson(text);
  const known = new Map<string, Known>();
  if (!Array.isArray(value) || value[0] !== FORM) return known;
  for (const row of value.slice(1)) {
    if (!isRow(row)) continue;
    const [path, ...entry] = row;
    known.set(path, entry);
  }
  return known;
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
