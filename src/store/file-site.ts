import { dirname, join } from "node:path";
import type { MarkerForm } from "../core/marker-form.ts";
import { describe } from "../core/problem.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, TEMPORARY_PREFIX } from "../files/durable.ts";
import { INCOMING, nameFolder, scopeFolder } from "./file-names.ts";
import type { Unavailable } from "./store.ts";

export interface FileStoreOptions {
  readonly disk: Disk;
  /** Absolute path of the store's directory. */
  readonly root: string;
  /** Keeps definitions apart. */
  readonly name: string;
  /** Entries written under a scope (`refs/pull/12/merge`) are read only under it; `undefined` is shared by all. */
  readonly scope: string | undefined;
  /** A new text at every call, no other process's, of letters, digits and `-`. */
  readonly token: () => string;
  /** Is the writer that gave a temporary file this name known to be gone? `false` in doubt. */
  readonly isOrphaned?: (temporary: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly markers: MarkerForm;
}

/** The folders of one definition in a directory store. */
export interface Site {
  readonly disk: Disk;
  readonly root: string;
  /** The definition's folder. */
  readonly home: string;
  /** Folders below `home` that are read, in this order; only the first is written. */
  readonly areas: readonly [string, ...string[]];
  readonly token: () => string;
  readonly isOrphaned: (temporary: string) => boolean;
  readonly now: () => number;
  readonly markers: MarkerForm;
}

/** Temporaries of this age have no writer any more. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** The folder of `areas` that all share. */
const SHARED = "";

export function openSite(options: FileStoreOptions): Site {
  const { disk, root, name, scope, token, now, markers, isOrphaned = () => false } = options;
  const areas = scope === undefined ? ([SHARED] as const) : ([scopeFolder(scope), SHARED] as const);
  const home = join(root, nameFolder(name));
  return { disk, root, home, areas, token, isOrphaned, now, markers };
}

/** What went wrong, with the store's directory named. */
export function unavailable(site: Pick<Site, "root">, error: unknown): Unavailable {
  return { kind: "unavailable", cause: `the store in ${site.root}: ${describe(error)}` };
}

/**
 * Why the store's directory cannot be one; `undefined` where it can, or is not there yet.
 * A file in its place must not look like a store that holds nothing.
 */
export function rootTrouble({ disk, root }: Site): string | undefined {
  for (let path = root; ; path = dirname(path)) {
    const kind = disk.stat(path)?.kind;
    if (kind !== undefined) return kind === "directory" ? undefined : `${path} is not a directory`;
    const above = dirname(path);
    if (above === path) return undefined;
    if (disk.stat(above)?.kind === "directory") {
      return disk.exists(path) ? `${path} is a link that leads nowhere` : undefined;
    }
  }
}

/**
 * A new path for something in the making, on the same file system as its place, with the folder it goes in.
 * What killed writers left here is removed first: that of this machine at once, anybody's after a day.
 */
export async function newTemporary(site: Site): Promise<string> {
  const { disk, home, areas, token } = site;
  const incoming = join(home, areas[0], INCOMING);
  await makeFolders(disk, incoming);
  await sweep(site, incoming);
  return join(incoming, `${TEMPORARY_PREFIX}${token()}`);
}

/** Moves away from where it is found in one step, then removes. @throws `ENOENT` where nothing is. */
export async function removeAtOnce(site: Site, path: string): Promise<void> {
  const aside = await newTemporary(site);
  await site.disk.rename(path, aside);
  await site.disk.syncDirectory(dirname(path));
  await discard(site, aside);
}

/** Removes what no one finds any more; what cannot be removed now is left to the sweep. */
export async function discard({ disk }: Site, temporary: string): Promise<void> {
  await disk.removeTree(temporary).catch(() => undefined);
}

async function sweep(site: Site, incoming: string): Promise<void> {
  const { disk, now } = site;
  for (const name of disk.names(incoming)) {
    if (!name.startsWith(TEMPORARY_PREFIX)) continue;
    const path = join(incoming, name);
    const changedNs = disk.stat(path)?.mtimeNs;
    if (changedNs === undefined) continue;
    const ageMs = now() - Number(BigInt(changedNs) / 1_000_000n);
    if (site.isOrphaned(name) || ageMs > ABANDONED_MS) await discard(site, path);
  }
}
