import { dirname, join } from "node:path";
import { headPrefix, workPrefix } from "../../../core/keys/cache-key.ts";
import { isSha256 } from "../../../core/model/digest.ts";
import { inParallel } from "../../../core/text/parallel.ts";
import { makeNewFolder } from "../../../files/durable.ts";
import type { FetchedWork, Unavailable, Wanted } from "../../store.ts";
import { MANIFEST_LIMIT_BYTES } from "../../work/manifest.ts";
import { restoreSnapshot } from "../../work/restore.ts";
import { ENTRY_FOLDER } from "../service/library.ts";
import { MISS, broughtWork, unavailable } from "../../answers.ts";
import { NO_SERVICE, type StoreContext } from "../context.ts";
import { isPlainFolder, withFolders, type Folders } from "../stage.ts";
import { toolTrouble } from "../tools.ts";
import { dropWork } from "./drop.ts";
import { parseHead, type Head } from "./head.ts";

/** The contents in an entry of data, and the text in an entry of a head. */
export const OBJECTS = "objects";
export const HEAD_FILE = "head.json";

const ENTRIES_AT_ONCE = 4;

/** Bytes that an archive adds to its contents: folders and its end, and for each content a header and padding. */
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
 * Fetches the newest snapshot and checks every file's digest. A snapshot that is not whole any more is dropped: the
 * next snapshot would build upon it. @throws system errors.
 */
export async function fetchWork(
  context: StoreContext,
  wanted: Wanted,
  staging: string,
): Promise<FetchedWork> {
  const { disk, service, name } = context;
  if (disk.exists(staging)) return unavailable(`${staging}: something is there already`);
  if (service === undefined) return NO_SERVICE;
  const missing = toolTrouble(context.env);
  if (missing !== undefined) return unavailable(missing);
  const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
  const newest = await service.lookUp(headPrefix(prefix));
  if (newest.kind !== "found") return newest;
  const { key } = newest;
  return withFolders(context, dirname(staging), async (folders) => {
    const fetched = await fetchHead(context, wanted, key, join(folders.folder, "head"));
    if (fetched.kind === "unavailable" || fetched.kind === "miss") return fetched;
    const brought =
      fetched.kind === "head"
        ? await restoreHead(context, fetched.head, { folders, staging })
        : MISS;
    if (brought.kind === "miss") await dropWork(context, wanted);
    if (brought.kind === "hit" && fetched.kind === "head") {
      context.memory.heads.set(prefix, { key, head: fetched.head });
    }
    return brought;
  });
}

/** Restores a head into a new folder, and reads it. A key that drops the work is a miss. */
export async function fetchHead(
  context: StoreContext,
  wanted: Wanted,
  key: string,
  folder: string,
): Promise<FetchedHead> {
  const { disk, name } = context;
  const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
  if (key.startsWith(`${headPrefix(prefix)}x.`)) return MISS;
  const got = await bring(context, key, { folder, sizeBytes: 0, mostBytes: MOST_HEAD_BYTES });
  if (got.kind !== "restored") return got;
  const entry = join(folder, ENTRY_FOLDER);
  const isPlain = (disk.list(entry) ?? []).some(
    (one) => one.name === HEAD_FILE && one.kind === "file",
  );
  const text = isPlain ? disk.readText(join(entry, HEAD_FILE), MANIFEST_LIMIT_BYTES) : undefined;
  const head = parseHead(text ?? "", wanted, prefix);
  return head === undefined ? { kind: "unreadable" } : { kind: "head", head };
}

interface Restoring {
  readonly folders: Folders;
  readonly staging: string;
}

async function restoreHead(
  context: StoreContext,
  head: Head,
  { folders, staging }: Restoring,
): Promise<FetchedWork> {
  const { disk } = context;
  const objects = join(folders.folder, OBJECTS);
  await disk.makeDirectory(objects);
  const trouble = await bringContents(context, head, { folders, objects });
  if (trouble !== undefined) return trouble;
  const { files } = head.manifest;
  const isWhole = files.every(
    ({ sha256, sizeBytes }) => disk.stat(join(objects, sha256))?.sizeBytes === sizeBytes,
  );
  const copy = (sha256: string, path: string): Promise<void> =>
    disk.copyFile(join(objects, sha256), path);
  const restoring = { disk, staging, bring: copy };
  const isBrought = isWhole && (await restoreSnapshot(restoring, head.manifest)).kind === "whole";
  if (isBrought) return broughtWork(head.manifest);
  await disk.removeTree(staging);
  return MISS;
}

/** Restores the entries that hold a head's contents, and moves those into `objects`. */
async function bringContents(
  context: StoreContext,
  { manifest, held, loads }: Head,
  { folders, objects }: { readonly folders: Folders; readonly objects: string },
): Promise<Unavailable | undefined> {
  const keys = [...new Set(manifest.files.map(({ sha256 }) => held.get(sha256) ?? ""))];
  const got = await inParallel([...keys.entries()], ENTRIES_AT_ONCE, async ([place, key]) => {
    const folder = join(folders.folder, `data-${place}`);
    const { contents, bytes } = loads.get(key) ?? { contents: 0, bytes: 0 };
    const mostBytes = bytes + contents * MOST_CONTENT_FRAME_BYTES + MOST_FRAME_BYTES;
    const restored = await bring(context, key, { folder, sizeBytes: bytes, mostBytes });
    if (restored.kind === "restored") await collectObjects(context, folder, objects);
    return restored;
  });
  return got.find((one): one is Unavailable => one.kind === "unavailable");
}

/** Moves files with the name of a content; their digests are checked when they are copied. */
async function collectObjects(
  { disk }: StoreContext,
  folder: string,
  objects: string,
): Promise<void> {
  const from = join(folder, ENTRY_FOLDER, OBJECTS);
  if (!isPlainFolder(disk, join(folder, ENTRY_FOLDER)) || !isPlainFolder(disk, from)) return;
  for (const { name, kind } of disk.list(from) ?? []) {
    if (kind === "file" && isSha256(name)) await disk.rename(join(from, name), join(objects, name));
  }
}

type BringAnswer =
  | { readonly kind: "restored" }
  | { readonly kind: "unreadable" }
  | typeof MISS
  | Unavailable;

async function bring(
  { service, temporary, disk, token }: StoreContext,
  key: string,
  {
    folder,
    sizeBytes,
    mostBytes,
  }: { readonly folder: string; readonly sizeBytes: number; readonly mostBytes: number },
): Promise<BringAnswer> {
  if (service === undefined) return NO_SERVICE;
  await makeNewFolder(disk, folder);
  return withFolders({ temporary, disk, token }, dirname(folder), async ({ scratch }) => {
    const got = await service.get({ key, folder, scratch, mostBytes }, sizeBytes);
    return got.kind === "damaged" ? { kind: "unreadable" } : got;
  });
}
