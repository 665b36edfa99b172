import { isAbsolute, join, posix } from "node:path";
import { compareText } from "../core/text.ts";
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
  /** Something that a checkpoint may not hold: a link that leads out, a device, a socket. */
  | { readonly refused: string };

interface Found {
  readonly files: TreeFile[];
  readonly links: TreeLink[];
}

/** Every file and link below a directory, sorted by path. A link must stay inside, and is not followed. */
export function readTree(disk: Disk, directory: string): Tree {
  const found: Found = { files: [], links: [] };
  const refused = walk(disk, directory, "", found);
  if (refused !== undefined) return { refused };
  const byPath = (a: { path: string }, b: { path: string }): number => compareText(a.path, b.path);
  return { files: found.files.toSorted(byPath), links: found.links.toSorted(byPath) };
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
  if (kind === "directory") return walk(disk, root, path, found);
  if (kind === "link") {
    const target = disk.readLink(join(root, path));
    found.links.push({ path, target });
    return checkLink(path, target);
  }
  const stat = kind === "file" ? disk.stat(join(root, path)) : undefined;
  if (stat === undefined) return `${path} is neither a file nor a folder`;
  found.files.push({ path, stat });
  return undefined;
}

/**
 * A target is resolved as text, which is only right while no `..` climbs out of another link: a `..` may stand at the
 * target's beginning alone.
 */
function checkLink(path: string, target: string): string | undefined {
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
