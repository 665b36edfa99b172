import { dirname, join } from "node:path";
import {
  formatWorkKey,
  headPrefix,
  parseWorkKey,
  workPrefix,
} from "../../../core/keys/cache-key.ts";
import type { Failure } from "../../../core/model/start-record.ts";
import type { FetchedWork, Saved, Unavailable, Wanted } from "../../store.ts";
import { isSameContent, type WorkManifest } from "../../work/manifest.ts";
import { openFolderShelf, type FolderShelf } from "../../work/shelf.ts";
import { takeSnapshot } from "../../work/snapshot.ts";
import { countingOf, type Catalogue, type Known } from "../list/catalogue.ts";
import { lookUpAll } from "../find.ts";
import { ENTRY_FOLDER } from "../service/library.ts";
import { putUnderNewKey } from "../save.ts";
import { MISS, HIT, unavailable } from "../../answers.ts";
import { type Service } from "../service/service.ts";
import {
  isOurVersion,
  listOf,
  NO_SERVICE,
  readTrouble,
  versionHere,
  writeTrouble,
  type StoreContext,
} from "../context.ts";
import { withFolders, type Folders } from "../stage.ts";
import { toolTrouble } from "../tools.ts";
import { fetchHead, OBJECTS, HEAD_FILE } from "./fetch.ts";
import { formatHead, withoutUnnamed, type Head, type Load } from "./head.ts";
import { pruneWork } from "./drop.ts";

/** One answer for each question, in order: a hit where a snapshot's head is there. */
export async function findWork(
  context: StoreContext,
  wanted: readonly Wanted[],
): Promise<readonly FetchedWork[]> {
  if (wanted.length === 0) return [];
  const trouble = readTrouble(context);
  if (trouble !== undefined) return wanted.map(() => trouble);
  const list = await listOf(context, context.work, wanted.length);
  if (list?.kind === "unavailable") return wanted.map(() => list);
  const prefixes = wanted.map((one) => prefixFor(context, one));
  if (list !== undefined) {
    return prefixes.map((prefix) => (headInList(context, list.catalogue, prefix) ? HIT : MISS));
  }
  const answers = await lookUpAll(context, prefixes.map(headPrefix), (key) =>
    parseWorkKey(key)?.kind === "head" ? HIT : MISS,
  );
  for (const [place, prefix] of prefixes.entries()) {
    if (answers[place]?.kind === "miss") context.memory.noWork.add(prefix);
  }
  return answers;
}

function prefixFor({ name }: StoreContext, { shard, whole }: Wanted): string {
  return workPrefix({ name, shard }, whole);
}

/** The newest head that counts, in the first scope that has one. */
function headInList(
  context: StoreContext,
  catalogue: Catalogue,
  prefix: string,
): Known | undefined {
  const group = catalogue.group(prefix).filter((known) => isOurVersion(context, known));
  return countingOf(group, context.scopes, isDropped)
    .flat()
    .find(({ key }) => parseWorkKey(key)?.kind === "head");
}

function isDropped(key: string): boolean {
  return parseWorkKey(key)?.kind === "dropped";
}

/** Uploads what the newest snapshot does not hold, and then a head that names all. @throws system errors. */
export async function saveWork(
  context: StoreContext,
  wanted: Wanted,
  work: string,
  failure?: Failure,
): Promise<Saved> {
  const { disk, service } = context;
  if (disk.stat(work)?.kind !== "directory")
    return unavailable(`there is no work directory ${work}`);
  const closed = writeTrouble(context) ?? readTrouble(context);
  if (closed !== undefined || service === undefined) return closed ?? NO_SERVICE;
  const missing = toolTrouble(context.env);
  if (missing !== undefined) return unavailable(missing);
  const prefix = prefixFor(context, wanted);
  const newest = await service.lookUp(headPrefix(prefix));
  if (newest.kind === "unavailable") return newest;
  const key = newest.kind === "found" && !isDropped(newest.key) ? newest.key : undefined;
  return withFolders(context, dirname(work), async (folders) => {
    const previous =
      key === undefined ? undefined : await previousHead(context, wanted, { key, folders });
    if (previous?.kind === "unavailable") return previous;
    const last = previous?.head;
    const now = await take(context, wanted, { work, folders, last });
    const taken = { ...now, manifest: { ...now.manifest, ...(failure && { failure }) } };
    if (last !== undefined && key !== undefined && isSameContent(last.manifest, taken.manifest)) {
      return { kind: "exists", key };
    }
    return putSnapshot(context, service, { ...taken, prefix, folders, last });
  });
}

/** The newest head, from memory or fetched. A head that cannot be read counts as none. */
async function previousHead(
  context: StoreContext,
  wanted: Wanted,
  { key, folders }: { readonly key: string; readonly folders: Folders },
): Promise<{ readonly kind: "known"; readonly head: Head | undefined } | Unavailable> {
  const known = context.memory.heads.get(prefixFor(context, wanted));
  if (known?.key === key) return { kind: "known", head: known.head };
  const fetched = await fetchHead(context, wanted, key, join(folders.folder, "previous"));
  if (fetched.kind === "unavailable") return fetched;
  return { kind: "known", head: fetched.kind === "head" ? fetched.head : undefined };
}

interface Taken {
  readonly manifest: WorkManifest;
  readonly shelf: FolderShelf;
}

/** Takes a snapshot. The shelf gets the contents that the last snapshot's entries do not hold. */
async function take(
  context: StoreContext,
  wanted: Wanted,
  {
    work,
    folders,
    last,
  }: { readonly work: string; readonly folders: Folders; readonly last: Head | undefined },
): Promise<Taken> {
  const { disk, now } = context;
  const objects = join(folders.folder, ENTRY_FOLDER, OBJECTS);
  await disk.makeDirectory(dirname(objects));
  await disk.makeDirectory(objects);
  const elsewhere = new Map(
    last?.manifest.files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes]),
  );
  const shelf = openFolderShelf({ disk, folder: objects, elsewhere });
  const takenAtMs = now();
  const snapshot = await takeSnapshot({ disk, shelf, work, previous: last?.manifest });
  return { manifest: { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs }, shelf };
}

interface Fresh extends Taken {
  readonly prefix: string;
  readonly folders: Folders;
  readonly last: Head | undefined;
}

/** Saves contents first and the head last: a head that is found names only contents that are there. */
async function putSnapshot(context: StoreContext, service: Service, fresh: Fresh): Promise<Saved> {
  const { prefix, folders, last, manifest, shelf } = fresh;
  const { disk } = context;
  const held = new Map(last?.held);
  const loads = new Map(last?.loads);
  if (shelf.added.size > 0) {
    const load = loadOf(shelf);
    const put = await putUnderNewKey(context, service, {
      folder: folders.folder,
      scratch: folders.scratch,
      sizeBytes: load.bytes,
      newKey: () => formatWorkKey({ kind: "data", prefix }, context.now(), context.randomHex(3)),
    });
    if (put.kind !== "saved") return put;
    context.work?.add(put.key, context.own, versionHere(context));
    for (const sha256 of shelf.added.keys()) held.set(sha256, put.key);
    loads.set(put.key, load);
  }
  const head = withoutUnnamed({ manifest, held, loads });
  const saved = await withFolders(context, context.temporary, async ({ folder, scratch }) => {
    await disk.makeDirectory(join(folder, ENTRY_FOLDER));
    const text = formatHead(head);
    await disk.create(join(folder, ENTRY_FOLDER, HEAD_FILE), text);
    const newKey = (): string =>
      formatWorkKey({ kind: "head", prefix }, context.now(), context.randomHex(3));
    return putUnderNewKey(context, service, { folder, scratch, sizeBytes: text.length, newKey });
  });
  if (saved.kind !== "saved") return saved;
  context.work?.add(saved.key, context.own, versionHere(context));
  context.memory.heads.set(prefix, { key: saved.key, head });
  context.memory.noWork.delete(prefix);
  await pruneWork(
    context,
    prefix,
    new Set([saved.key, ...head.held.values(), ...(last?.held.values() ?? [])]),
  );
  return saved;
}

function loadOf({ added }: FolderShelf): Load {
  const bytes = [...added.values()].reduce((sum, size) => sum + size, 0);
  return { contents: added.size, bytes };
}
