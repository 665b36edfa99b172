import { lstatSync, promises, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { hasCode } from "../core/text/problem.ts";
import { withHandle } from "./handles.ts";

/** A folder in which another file system, or another part of one, is mounted: what lies there was never put into the folder. */
export class HoldsMount extends Error {
  readonly code = "EBUSY";
  /** Paths of the mount points below the folder; empty for the folder itself. */
  readonly mounts: readonly string[];

  constructor(path: string, mounts: readonly string[]) {
    super(`EBUSY: something is mounted at ${join(path, mounts[0] ?? "")}`);
    this.mounts = mounts;
  }
}

/**
 * Removes a file, a link, or a whole folder, also folders that a command has made read-only.
 * @throws {HoldsMount} before anything is removed.
 */
export async function removeTree(path: string): Promise<void> {
  const mounts = mountsIn(path);
  if (mounts.length > 0) throw new HoldsMount(path, mounts);
  const remove = (): Promise<void> =>
    withHandle(() => promises.rm(path, { recursive: true, force: true }));
  try {
    await remove();
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM", "ENOTDIR")) throw error;
    await openFolders(path);
    await remove().catch(throwTrueCause);
  }
}

async function openFolders(path: string): Promise<void> {
  if (!isFolder(path)) return;
  await promises.chmod(path, 0o700);
  for (const name of readdirSync(path)) await openFolders(join(path, name));
}

/** Node takes a file that may not be removed for a folder, and says that it is none. */
async function throwTrueCause(error: unknown): Promise<void> {
  if (hasCode(error, "ENOTDIR") && error instanceof Error && "path" in error)
    await promises.unlink(String(error.path));
  throw error;
}

/** A mount of a part of the same file system has its device number too, so the list of the system comes first. */
function mountsIn(path: string): readonly string[] {
  if (!isFolder(path)) return [];
  const real = realpathSync(path);
  const listed = listedMounts();
  if (listed === undefined) return otherDevices(path);
  return listed
    .filter((mount) => mount === real || mount.startsWith(`${real}/`))
    .map((mount) => relative(real, mount));
}

/** Every mount point that this process sees; `undefined` where the system does not list them. */
function listedMounts(): readonly string[] | undefined {
  try {
    const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    return lines.flatMap((line) => {
      const escaped = line.split(" ")[4];
      return escaped === undefined ? [] : [unescaped(escaped)];
    });
  } catch {
    return undefined;
  }
}

/** proc(5): blanks and backslashes of a path are written as octal numbers. */
function unescaped(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCodePoint(Number.parseInt(octal, 8)),
  );
}

/** The folders below a folder that lie on another device than it does. */
function otherDevices(root: string): readonly string[] {
  const device = lstatSync(root).dev;
  const found: string[] = [];
  const enter = (below: string): void => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (!entry.isDirectory()) continue;
      if (lstatSync(join(root, path)).dev === device) enter(path);
      else found.push(path);
    }
  };
  enter("");
  return found;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
