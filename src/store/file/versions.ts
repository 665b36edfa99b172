import { join } from "node:path";
import type { Disk, Stat } from "../../files/disk.ts";

/** A directory as a bucket: the key is the path below it. */
export interface Folder {
  readonly disk: Disk;
  /** Absolute path. */
  readonly root: string;
}

/**
 * The folder of versions in the root. `<key>/<inode>.<mtime>/` holds what `putIfMatch` has put in the place of the file of
 * that key, inode and time, under rising numbers. A file that is put anew is another one, and has no versions yet. No
 * definition has this name.
 */
export const VERSIONS = ".donemark-versions";

const VERSION = /^\d{10}$/;

/** A file in one of its versions; version 0 is the file as it was put first. */
export interface Current {
  readonly path: string;
  readonly version: number;
  readonly stat: Stat;
  /** Names this version among all that ever had the key. */
  readonly tag: string;
}

/** Limit of looks at a file whose versions are replaced and removed meanwhile, or that a stale listing only seems to have. */
const MOST_LOOKS = 100;

/** The newest version of a file; `undefined` where the file is not there. @throws where no look finds what was listed. */
export function currentOf(folder: Folder, key: string): Current | undefined {
  const path = join(folder.root, key);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const first = folder.disk.stat(path);
    if (first?.kind !== "file") return undefined;
    const [version = 0] = versionsOf(folder, key, first);
    const newest = version === 0 ? path : versionPath(folder, key, { first, version });
    const stat = version === 0 ? first : folder.disk.stat(newest);
    // Without it, the version was replaced and removed since it was listed.
    if (stat !== undefined) return { path: newest, version, stat, tag: tagOf(first, version) };
  }
  throw new Error(`${path}: its newest version is listed and not there`);
}

function tagOf(first: Stat, version: number): string {
  return `${identityOf(first)}.${version}`;
}

function identityOf({ inode, mtimeNs }: Stat): string {
  return `${inode}.${mtimeNs}`;
}

/** The file that a tag is of, and the version; `undefined` for a tag of another file than the one that is there. */
export function versionAt(
  folder: Folder,
  key: string,
  tag: string,
): { readonly first: Stat; readonly version: number } | undefined {
  const first = folder.disk.stat(join(folder.root, key));
  if (first === undefined || !tag.startsWith(`${identityOf(first)}.`)) return undefined;
  return { first, version: Number(tag.slice(identityOf(first).length + 1)) };
}

/** The numbers of a file's versions, the newest first. */
export function versionsOf(folder: Folder, key: string, first: Stat): readonly number[] {
  const { disk, root } = folder;
  // Few buckets have versions, and a look that finds nothing is cheaper than a list that does.
  if (!disk.exists(join(root, VERSIONS))) return [];
  return disk
    .names(folderOfVersions(folder, key, first))
    .filter((name) => VERSION.test(name))
    .map(Number)
    .toSorted((a, b) => b - a);
}

function folderOfVersions({ root }: Folder, key: string, first: Stat): string {
  return join(root, VERSIONS, key, identityOf(first));
}

export function versionPath(
  folder: Folder,
  key: string,
  { first, version }: { readonly first: Stat; readonly version: number },
): string {
  return join(folderOfVersions(folder, key, first), String(version).padStart(10, "0"));
}
