import { basename, dirname, join, posix } from "node:path";
import { RECORD_LIMIT_BYTES, type Marker } from "../../core/model/marker.ts";
import { hasCode } from "../../core/text/problem.ts";
import { makeNewFolder, TEMPORARY_PREFIX } from "../../files/durable.ts";
import type { Disk } from "../../files/disk.ts";
import { ignoredBy } from "../../files/compare.ts";
import { measure } from "../../files/measure.ts";
import { DATA, MARKER } from "../entry-names.ts";
import { partOf } from "../finished.ts";
import type { Finished } from "../store.ts";
import { ENTRY_FOLDER } from "./service/library.ts";
import type { StoreContext } from "./context.ts";

/** Two folders of one save or restore. */
export interface Folders {
  /** Holds `entry`. */
  readonly folder: string;
  /** The library's own: archives in the making. */
  readonly scratch: string;
}

/** Makes both, the first one in `place`; nothing of them is left afterwards. @throws system errors. */
export async function withFolders<T>(
  context: Pick<StoreContext, "disk" | "temporary" | "token">,
  place: string,
  act: (folders: Folders) => Promise<T>,
): Promise<T> {
  const { disk, temporary, token } = context;
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
  { disk }: Pick<StoreContext, "disk">,
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

/** Lays out an entry without copying where the file system can link. @throws system errors. */
export async function layOut(
  { disk, markers }: Pick<StoreContext, "disk" | "markers">,
  finished: Finished,
  folder: string,
): Promise<void> {
  const entry = join(folder, ENTRY_FOLDER);
  await disk.makeDirectory(entry);
  const isMember = partOf(finished);
  const data = join(entry, DATA);
  const isPart = (path: string): boolean => isMember(posix.relative(data, path));
  await linkTree(disk, disk.realPath(finished.checkpoint), { to: data, isPart });
  await disk.create(join(entry, MARKER), markers.format(finished.marker));
}

/**
 * The marker of an entry that was restored, if it is a full one with a digest and the data has its kind and size;
 * `undefined` for anything else. No data is read. A link could lead anywhere, and counts as missing.
 */
export function readRestored(
  { disk, markers }: Pick<StoreContext, "disk" | "markers">,
  folder: string,
): Marker | undefined {
  const entry = join(folder, ENTRY_FOLDER);
  if (!isPlainFolder(disk, entry)) return undefined;
  const kinds = new Map((disk.list(entry) ?? []).map(({ name, kind }) => [name, kind]));
  if (kinds.get(MARKER) !== "file") return undefined;
  const parsed = markers.parse(disk.readText(join(entry, MARKER), RECORD_LIMIT_BYTES) ?? "");
  if (parsed.kind !== "full") return undefined;
  const { kind, sizeBytes, files, sha256 } = parsed.marker.checkpoint;
  if (sha256 === undefined || kinds.get(DATA) !== kind) return undefined;
  const data = measure(disk, join(entry, DATA), ignoredBy(parsed.marker.checkpoint));
  if (data.kind !== "measured" || data.measure.sizeBytes !== sizeBytes) return undefined;
  return files === undefined || data.measure.files === files ? parsed.marker : undefined;
}

/** A folder itself, not a link to one. */
export function isPlainFolder(disk: Disk, path: string): boolean {
  const name = basename(path);
  return (disk.list(dirname(path)) ?? []).some(
    (one) => one.name === name && one.kind === "directory",
  );
}

interface Target {
  readonly to: string;
  /** Is a path below `to` to be there? */
  readonly isPart: (path: string) => boolean;
}

async function linkTree(disk: Disk, from: string, { to, isPart }: Target): Promise<void> {
  const names = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
  if (names === undefined) return linkFile(disk, from, to);
  await disk.makeDirectory(to);
  for (const { name, kind } of names) {
    const [source, target] = [join(from, name), join(to, name)];
    if (!isPart(target)) continue;
    if (kind === "link") await disk.link(disk.readLink(source), target);
    else await linkTree(disk, source, { to: target, isPart });
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
