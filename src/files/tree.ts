import { isAbsolute, join, posix } from "node:path";
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
  /** Why the directory cannot be a checkpoint: it holds a link that leads out, a device or a socket. */
  | { readonly refused: string };

/** The members of a directory checkpoint: all that lies in it, but for these. */
export interface Members {
  /** Patterns of what is no part of it. */
  readonly ignore?: Ignore;
  /** Nanoseconds since 1970: a file that changed later came later. */
  readonly untilNs?: string;
  /** Paths of the only files and links that count; default: all. */
  readonly only?: readonly string[];
}

export const EVERYTHING: Members = {};

interface Found {
  readonly files: TreeFile[];
  readonly links: TreeLink[];
  readonly isMember: (path: string) => boolean;
  readonly isListed: (path: string) => boolean;
  readonly isInTime: (stat: Stat) => boolean;
}

/** Every file and link below a directory, sorted by path. A link must lead inside the directory, and is not followed. */
export function readTree(disk: Disk, directory: string, members: Members = EVERYTHING): Tree {
  const { ignore = [], untilNs, only } = members;
  const listed = only === undefined ? undefined : new Set(only);
  const isIgnored = ignoreMatcher(ignore);
  const until = untilNs === undefined ? undefined : BigInt(untilNs);
  const found: Found = {
    files: [],
    links: [],
    isMember: (path) => !isIgnored(path),
    isListed: (path) => listed === undefined || listed.has(path),
    isInTime: ({ mtimeNs }) => until === undefined || BigInt(mtimeNs) <= until,
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
  if (!found.isListed(path)) return undefined;
  if (kind === "link") {
    const target = disk.readLink(join(root, path));
    found.links.push({ path, target });
    return checkLink(path, target);
  }
  const stat = kind === "file" ? disk.stat(join(root, path)) : undefined;
  if (stat === undefined) return `${path} is neither a file nor a folder`;
  if (found.isInTime(stat)) found.files.push({ path, stat });
  return undefined;
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
