import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { TEMPORARY_PREFIX } from "./durable.ts";

/** Does the disk take two paths for one? */
export type Folding = "one" | "two" | "unknown";

interface Fork {
  /** The deepest folder above both. */
  readonly folder: string;
  /** The names below it by which they differ first. */
  readonly names: readonly [string, string];
}

/** The folder in which two absolute paths part. */
export function forkOf(one: string, other: string): Fork {
  const [a, b] = [one.split("/"), other.split("/")];
  const at = a.findIndex((name, place) => name !== b[place]);
  return { folder: a.slice(0, at).join("/") || "/", names: [a[at] ?? "", b[at] ?? ""] };
}

/** What the disk shows by what lies there. Changes nothing, and never throws. */
export function askFolding(disk: Disk, { folder, names: [a, b] }: Fork): Folding {
  try {
    const listed = new Set(disk.names(folder));
    const [hasA, hasB] = [disk.exists(join(folder, a)), disk.exists(join(folder, b))];
    if (hasA && hasB) return listed.has(a) && listed.has(b) ? "two" : "one";
    return hasA === hasB ? "unknown" : "two";
  } catch {
    return "unknown";
  }
}

/** Asks with a file of its own, which is removed again, in the folder or in the first one above it that is there. Never throws. */
export async function tryFolding(
  disk: Disk,
  { folder, names: [a, b] }: Fork,
  token: string,
): Promise<Folding> {
  let place = folder;
  while (dirname(place) !== place && !isThere(disk, place)) place = dirname(place);
  const nameOf = (name: string): string => join(place, `${TEMPORARY_PREFIX}${token}-${name}`);
  try {
    await disk.create(nameOf(a), "");
    return disk.exists(nameOf(b)) ? "one" : "two";
  } catch {
    return "unknown";
  } finally {
    await disk.unlink(nameOf(a)).catch(() => false);
  }
}

function isThere(disk: Disk, path: string): boolean {
  try {
    return disk.exists(path);
  } catch {
    return true;
  }
}
