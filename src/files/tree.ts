import { isAbsolute, join, posix } from "node:path";
import { compareText } from "../core/text.ts";
import type { Disk, Stat } from "./disk.ts";

/** One file of a directory checkpoint. */
export interface TreeFile {
  /** Below the directory, with `/`. */
  readonly path: string;
  readonly stat: Stat;
}

export type Tree =
  | { readonly files: readonly TreeFile[] }
  /** Something that a checkpoint may not hold: a link that leads out, a device, a socket. */
  | { readonly refused: string };

/** Every file below a directory, sorted by path. A link is followed only if it stays inside. */
export function readTree(disk: Disk, directory: string): Tree {
  const files: TreeFile[] = [];
  const refused = walk(disk, directory, "", files);
  if (refused !== undefined) return { refused };
  return { files: files.toSorted((a, b) => compareText(a.path, b.path)) };
}

function walk(disk: Disk, root: string, below: string, files: TreeFile[]): string | undefined {
  for (const { name, kind } of disk.list(join(root, below)) ?? []) {
    const path = posix.join(below, name);
    const refused = visit(disk, root, { path, kind }, files);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function visit(
  disk: Disk,
  root: string,
  entry: { readonly path: string; readonly kind: string },
  files: TreeFile[],
): string | undefined {
  const { path, kind } = entry;
  if (kind === "directory") return walk(disk, root, path, files);
  if (kind === "link") return checkLink(path, disk.readLink(join(root, path)));
  const stat = kind === "file" ? disk.stat(join(root, path)) : undefined;
  if (stat === undefined) return `${path} is neither a file nor a folder`;
  files.push({ path, stat });
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
