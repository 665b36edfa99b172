import { dirname, join } from "node:path";
import { headPrefix, workPrefix } from "../../core/cache-key.ts";
import { isSha256 } from "../../core/digest.ts";
import { inParallel } from "../../core/parallel.ts";
import { makeNewFolder } from "../../files/durable.ts";
import { openSite as openFileSite } from "../file-site.ts";
import type { FetchedWork, Unavailable, Wanted } from "../store.ts";
import { MANIFEST_LIMIT_BYTES } from "../work-manifest.ts";
import { restoreSnapshot } from "../work-restore.ts";
import { openShelf, isOnShelf } from "../work-shelf.ts";
import { ENTRY_FOLDER } from "./library.ts";
import { unavailable } from "./service.ts";
import { NO_SERVICE, type Site } from "./site.ts";
import { isPlainFolder, withFolders, type Folders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";
import { dropWork } from "./work-drop.ts";
import { parseHead, type Head } from "./work-head.ts";

const MISS = { kind: "miss" } as const;
const HIT = { kind: "hit" } as const;

/** The contents in an entry of data, and the text in an entry of a head. */
export const OBJECTS = "objects";
export const HEAD_FILE = "head.json";

const ENTRIES_AT_ONCE = 4;

/** What an archive adds to its contents: folders and its end, and for each content a header and padding. */
const MOST_FRAME_BYTES = 64 * 1024;
/** GNU's tar takes 2 to 3 KiB with `--posix`; others add the attributes of their file system. */
const MOST_CONTENT_FRAME_BYTES = 8 * 1024;

const MOST_HEAD_BYTES = MANIFEST_LIMIT_BYTES + MOST_FRAME_BYTES;

type FetchedHead =
  | { readonly kind: "head"; readonly head: Head }
  | { readonly kind: "unreadable" }
  | typeof MISS
  | Unavailable;

/**
 * Brings the newest snapshot, every file checked against its digest. One that is not whole any more is dropped: the
 * next snapshot would build upon it. @throws system errors.
 */
export async function fetchWork(site: Site, wanted: Wanted, staging: string): Promise<FetchedWork> {
  const { disk, service, name } = site;
  if (disk.exists(staging)) return unavailable(`${staging}: something is there already`);
  if (service === undefined) return NO_SERVICE;
  const missing = toolTrouble(site.env);
  if (missing !== undefined) return unavailable(missing);
  const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
  const newest = await service.lookUp(headPrefix(prefix));
  if (newest.kind !== "found") return newest;
  const { key } = newest;
  return withFolders(site, dirname(staging), async (folders) => {
    const fetched = await fetchHead(site, wanted, key, join(folders.folder, "head"));
    if (fetched.kind === "unavailable" || fetched.kind === "miss") return fetched;
    const brought =
      fetched.kind === "head" ? await restoreHead(site, fetched.head, { folders, staging }) : MISS;
    if (brought.kind === "miss") await dropWork(site, wanted);
    if (brought.kind === "hit" && fetched.kind === "head") {
      site.memory.heads.set(prefix, { key, head: fetched.head });
    }
    return brought;
  });
}

/** Restores a head into a new folder, and reads it. A key that drops the work is a miss. */
export async function fetchHead(
  site: Site,
  wanted: Wanted,
  key: string,
  folder: string,
): Promise<FetchedHead> {
  const { disk, name } = site;
  const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
  if (key.startsWith(`${headPrefix(prefix)}x.`)) return MISS;
  const got = await bring(site, key, { folder, sizeBytes: 0, mostBytes: MOST_HEAD_BYTES });
  if (got.kind !== "restored") return got;
  const entry = join(folder, ENTRY_FOLDER);
  const isPlain = (disk.list(entry) ?? []).some(
    (one) => one.name === HEAD_FILE && one.kind === "file",
  );
  const text = isPlain ? disk.readText(join(entry, HEAD_FILE), MANIFEST_LIMIT_BYTES) : undefined;
  const head = parseHead(text ?? "", wanted, prefix);
  return head === undefined ? { kind: "unreadable" } : { kind: "head", head };
}

async function restoreHead(
  site: Site,
  { manifest, held, loads }: Head,
  { folders, staging }: { readonly folders: Folders; readonly staging: string },
): Promise<FetchedWork> {
  const { disk, name, token, now, markers } = site;
  const objects = join(folders.folder, OBJECTS);
  await disk.makeDirectory(objects);
  const keys = [...new Set(manifest.files.map(({ sha256 }) => held.get(sha256) ?? ""))];
  const got = await inParallel([...keys.entries()], ENTRIES_AT_ONCE, async ([place, key]) => {
    const folder = join(folders.folder, `data-${place}`);
    const { contents, bytes } = loads.get(key) ?? { contents: 0, bytes: 0 };
    const mostBytes = bytes + contents * MOST_CONTENT_FRAME_BYTES + MOST_FRAME_BYTES;
    const restored = await bring(site, key, { folder, sizeBytes: bytes, mostBytes });
    if (restored.kind === "restored") await collectObjects(site, folder, objects);
    return restored;
  });
  const trouble = got.find(({ kind }) => kind === "unavailable");
  if (trouble?.kind === "unavailable") return trouble;
  const making = openFileSite({
    disk,
    root: folders.folder,
    name,
    scope: undefined,
    token,
    now,
    markers,
  });
  const shelf = openShelf(making, objects);
  const isWhole = manifest.files.every((file) => isOnShelf(shelf, file.sha256, file.sizeBytes));
  if (isWhole && (await restoreSnapshot(shelf, manifest, staging))) return HIT;
  await disk.removeTree(staging);
  return MISS;
}

/** Moves what is named like a content; whether it is one is checked when it is copied. */
async function collectObjects({ disk }: Site, folder: string, objects: string): Promise<void> {
  const from = join(folder, ENTRY_FOLDER, OBJECTS);
  if (!isPlainFolder(disk, join(folder, ENTRY_FOLDER)) || !isPlainFolder(disk, from)) return;
  for (const { name, kind } of disk.list(from) ?? []) {
    if (kind === "file" && isSha256(name)) await disk.rename(join(from, name), join(objects, name));
  }
}

type Brought =
  | { readonly kind: "restored" }
  | { readonly kind: "unreadable" }
  | typeof MISS
  | Unavailable;

async function bring(
  { service, temporary, disk, token }: Site,
  key: string,
  {
    folder,
    sizeBytes,
    mostBytes,
  }: { readonly folder: string; readonly sizeBytes: number; readonly mostBytes: number },
): Promise<Brought> {
  if (service === undefined) return NO_SERVICE;
  await makeNewFolder(disk, folder);
  return withFolders({ temporary, disk, token }, dirname(folder), async ({ scratch }) => {
    const got = await service.get({ key, folder, scratch, mostBytes }, sizeBytes);
    return got.kind === "damaged" ? { kind: "unreadable" } : got;
  });
}
