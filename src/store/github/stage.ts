import { basename, dirname, join } from "node:path";
import type { Marker } from "../../core/marker.ts";
import { hasCode } from "../../core/problem.ts";
import { makeNewFolder, TEMPORARY_PREFIX } from "../../files/durable.ts";
import type { Disk } from "../../files/disk.ts";
import { isSameMeasure, measure, type Measure } from "../../files/measure.ts";
import { readEntry } from "../file-entries.ts";
import { DATA, MARKER } from "../file-names.ts";
import { checkStaged } from "../staged.ts";
import type { Finished } from "../store.ts";
import { ENTRY_FOLDER } from "./library.ts";
import type { Site } from "./site.ts";

/** Two folders of one save or restore. */
export interface Folders {
  /** Holds `entry`. */
  readonly folder: string;
  /** The library's own: archives in the making. */
  readonly scratch: string;
}

/** Makes both, the first one in `place`; nothing of them is left afterwards. @throws system errors. */
export async function withFolders<T>(
  site: Pick<Site, "disk" | "temporary" | "token">,
  place: string,
  act: (folders: Folders) => Promise<T>,
): Promise<T> {
  const { disk, temporary, token } = site;
  const folder = join(place, `${TEMPORARY_PREFIX}${token()}`);
  const scratch = join(temporary, `${TEMPORARY_PREFIX}${token()}`);
  try {
    await makeNewFolder(disk, folder);
    await makeNewFolder(disk, scratch);
    return await act({ folder, scratch });
  } finally {
    for (const path of [folder, scratch]) await disk.removeTree(path).catch(() => undefined);
  }
}

/** Why there is no room for an archive of this size; `undefined` where there is. */
export async function roomTrouble(
  { disk }: Pick<Site, "disk">,
  { scratch }: Folders,
  sizeBytes: number,
): Promise<string | undefined> {
  const free = await disk.freeBytes(scratch);
  if (free >= sizeBytes) return undefined;
  const place = dirname(scratch);
  return (
    `${place} (RUNNER_TEMP) has ${free} bytes free, the entry's archive needs ${sizeBytes}: ` +
    "make room there, or set RUNNER_TEMP to a larger disk"
  );
}

export type Looked =
  | { readonly kind: "as marked"; readonly measure: Measure }
  | { readonly kind: "refused"; readonly why: string };

/** Is the checkpoint what its marker says? Its bytes are read only where size, time and inode do not tell. */
export function lookAt(disk: Disk, { checkpoint, marker }: Finished): Looked {
  const found = measure(disk, checkpoint);
  if (found.kind !== "measured") {
    const why = found.kind === "refused" ? `: ${found.why}` : " is not there";
    return { kind: "refused", why: `${checkpoint}${why}` };
  }
  if (!isSameMeasure(marker.checkpoint, found.measure)) {
    const checked = checkStaged(disk, checkpoint, marker);
    if (checked.kind === "bad")
      return { kind: "refused", why: `${checkpoint} is not what its marker says: ${checked.why}` };
  }
  return { kind: "as marked", measure: found.measure };
}

/** Has nothing touched the checkpoint since it was looked at? */
export function isUntouched(disk: Disk, { checkpoint }: Finished, before: Measure): boolean {
  const now = measure(disk, checkpoint);
  return now.kind === "measured" && JSON.stringify(now.measure) === JSON.stringify(before);
}

/** Lays out an entry without copying where the file system can link. @throws system errors. */
export async function layOut(
  { disk, markers }: Pick<Site, "disk" | "markers">,
  finished: Finished,
  folder: string,
): Promise<void> {
  const entry = join(folder, ENTRY_FOLDER);
  await disk.makeDirectory(entry);
  await linkTree(disk, disk.realPath(finished.checkpoint), join(entry, DATA));
  await disk.create(join(entry, MARKER), markers.format(finished.marker));
}

/** The marker of an entry that was restored, if the entry is a whole one; `undefined` for anything else. */
export function readRestored(
  site: Pick<Site, "disk" | "markers">,
  folder: string,
): Marker | undefined {
  return isPlainFolder(site.disk, join(folder, ENTRY_FOLDER))
    ? readEntry(site, join(folder, ENTRY_FOLDER))
    : undefined;
}

/** A folder itself, not a link to one. */
export function isPlainFolder(disk: Disk, path: string): boolean {
  const name = basename(path);
  return (disk.list(dirname(path)) ?? []).some(
    (one) => one.name === name && one.kind === "directory",
  );
}

async function linkTree(disk: Disk, from: string, to: string): Promise<void> {
  const names = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
  if (names === undefined) return linkFile(disk, from, to);
  await disk.makeDirectory(to);
  for (const { name, kind } of names) {
    const [source, target] = [join(from, name), join(to, name)];
    if (kind === "link") await disk.link(disk.readLink(source), target);
    else await linkTree(disk, source, target);
  }
}

async function linkFile(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.hardLink(from, to);
  } catch (error) {
    if (
      !hasCode(
        error,
        "EXDEV",
        "EPERM",
        "EACCES",
        "EMLINK",
        "ENOTSUP",
        "EOPNOTSUPP",
        "ENOSYS",
        "EINVAL",
      )
    )
      throw error;
    await disk.copyFile(from, to);
  }
}
