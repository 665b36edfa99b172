import { dirname, isAbsolute, join, posix } from "node:path";
import { ignoreMatcher, type Ignore } from "../core/model/ignore.ts";
import { compareText } from "../core/text/text.ts";
import type { Disk, Stat } from "./disk.ts";

/** One file of a directory checkpoint. */
export interface TreeFile {
  /** Below the directory, with `/`. */
  readonly path: string;
  readonly stat: Stat;
}

/** One symbolic link of a directory checkpoint. */
export interface TreeLink {
  readonly path: string;
  readonly target: string;
}

export type Tree =
  | { readonly files: readonly TreeFile[]; readonly links: readonly TreeLink[] }
  /** Why the directory cannot be read as one: it holds a link that leads out or nowhere, a device or a socket. */
  | { readonly refused: string };

/** The members of a directory checkpoint: all that lies in it, but for these. */
export interface Members {
  /** Patterns of what is no part of it. */
  readonly ignore?: Ignore;
  /** Nanoseconds since 1970: a file that changed later came later. */
  readonly untilNs?: string;
  /** Paths of the only files and links that count; default: all. */
  readonly only?: readonly string[];
  /** What a link that leads out leads to counts in its place, as a program reads it. Else it is refused. */
  readonly follows?: true;
}

export const EVERYTHING: Members = {};

interface Found {
  readonly files: TreeFile[];
  readonly links: TreeLink[];
  readonly isMember: (path: string) => boolean;
  readonly isListed: (path: string) => boolean;
  readonly isInTime: (stat: Stat) => boolean;
  readonly follows: boolean;
  /** The folders to which links have led on the way to where the walk is. */
  readonly entered: readonly Stat[];
}

/** Every file and link below a directory, sorted by path. A link that leads inside the directory is not followed. */
export function readTree(disk: Disk, directory: string, members: Members = EVERYTHING): Tree {
  const { ignore = [], untilNs, only, follows = false } = members;
  const listed = only === undefined ? undefined : new Set(only);
  const isIgnored = ignoreMatcher(ignore);
  const until = untilNs === undefined ? undefined : BigInt(untilNs);
  const found: Found = {
    files: [],
    links: [],
    isMember: (path) => !isIgnored(path),
    isListed: (path) => listed === undefined || listed.has(path),
    isInTime: ({ mtimeNs }) => until === undefined || BigInt(mtimeNs) <= until,
    follows,
    entered: [],
  };
  const refused = walk(disk, directory, "", found);
  if (refused !== undefined) return { refused };
  const byPath = (a: { path: string }, b: { path: string }): number => compareText(a.path, b.path);
  return { files: found.files.toSorted(byPath), links: found.links.toSorted(byPath) };
}

/** Paths of the regular files below a directory, sorted. Whatever else lies there is left out. */
export function listFiles(disk: Disk, directory: string): readonly string[] {
  const files: string[] = [];
  const enter = (below: string): void => {
    for (const { name, kind } of disk.list(join(directory, below)) ?? []) {
      const path = posix.join(below, name);
      if (kind === "directory") enter(path);
      else if (kind === "file") files.push(path);
    }
  };
  enter("");
  return files.sort(compareText);
}

function walk(disk: Disk, root: string, below: string, found: Found): string | undefined {
  for (const { name, kind } of disk.list(join(root, below)) ?? []) {
    const path = posix.join(below, name);
    const refused = visit(disk, root, { path, kind }, found);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function visit(
  disk: Disk,
  root: string,
  entry: { readonly path: string; readonly kind: string },
  found: Found,
): string | undefined {
  const { path, kind } = entry;
  if (!found.isMember(path)) return undefined;
  if (kind === "directory") return walk(disk, root, path, found);
  if (kind === "link") return visitLink(disk, root, path, found);
  if (!found.isListed(path)) return undefined;
  const stat = kind === "file" ? disk.stat(join(root, path)) : undefined;
  if (stat === undefined) return `${path} is neither a file nor a folder`;
  addFile(found, { path, stat });
  return undefined;
}

function addFile(found: Found, file: TreeFile): void {
  if (found.isListed(file.path) && found.isInTime(file.stat)) found.files.push(file);
}

function visitLink(disk: Disk, root: string, path: string, found: Found): string | undefined {
  const target = disk.readLink(join(root, path));
  const leadsOut = checkLink(path, target);
  if (leadsOut !== undefined && found.follows) return follow(disk, root, { path, target }, found);
  if (!found.isListed(path)) return undefined;
  found.links.push({ path, target });
  return leadsOut;
}

function follow(
  disk: Disk,
  root: string,
  { path, target }: TreeLink,
  found: Found,
): string | undefined {
  const stat = disk.stat(join(root, path));
  if (stat === undefined) return `the link ${path} leads nowhere, to ${target}`;
  if (stat.kind === "directory") {
    const { entered } = found;
    if ([...holdersOf(disk, root), ...entered].some((one) => isSameFolder(one, stat)))
      return `the link ${path} leads to a folder that holds it, ${target}`;
    return walk(disk, root, path, { ...found, entered: [...entered, stat] });
  }
  if (stat.kind !== "file") return `${path} is neither a file nor a folder`;
  addFile(found, { path, stat });
  return undefined;
}

/** The folder itself and all above it. */
function holdersOf(disk: Disk, folder: string): readonly Stat[] {
  const stat = disk.stat(folder);
  const above = dirname(folder);
  return [
    ...(stat === undefined ? [] : [stat]),
    ...(above === folder ? [] : holdersOf(disk, above)),
  ];
}

/** Two file systems may give the same inode to two folders, and hardly the same times. */
function isSameFolder(one: Stat, other: Stat): boolean {
  return one.inode === other.inode && one.ctimeNs === other.ctimeNs;
}

/**
 * Why a link leads out of the directory; `undefined` where it stays. The target is resolved as text. That is right only if no `..` follows another link, so a `..` may stand only at the
 * beginning of the target.
 */
export function checkLink(path: string, target: string): string | undefined {
  const names = target.split("/").filter((name) => name !== "" && name !== ".");
  const climbsLate = names.some(
    (name, place) => name === ".." && place > 0 && names[place - 1] !== "..",
  );
  const reached = posix.normalize(posix.join(posix.dirname(path), target));
  const leaves = isAbsolute(target) || reached === ".." || reached.startsWith("../");
  return leaves || climbsLate
    ? `the link ${path} leads out of the directory, to ${target}`
    : undefined;
}
