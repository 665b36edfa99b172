import { dirname, join } from "node:path";
import { formatWorkKey, headPrefix, parseWorkKey, workPrefix } from "../../core/cache-key.ts";
import { openSite as openFileSite } from "../file-site.ts";
import type { FetchedWork, Saved, Unavailable, Wanted } from "../store.ts";
import { isSameContent, type WorkManifest } from "../work-manifest.ts";
import { openShelf, type Shelf } from "../work-shelf.ts";
import { takeSnapshot } from "../work-snapshot.ts";
import { countingOf, type Catalogue, type Known } from "./catalogue.ts";
import { lookUpAll } from "./find.ts";
import { ENTRY_FOLDER } from "./library.ts";
import { putUnderNewKey } from "./save.ts";
import { unavailable, type Service } from "./service.ts";
import {
  isOurVersion,
  listOf,
  NO_SERVICE,
  readTrouble,
  versionHere,
  writeTrouble,
  type Site,
} from "./site.ts";
import { withFolders, type Folders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";
import { fetchHead, OBJECTS, HEAD_FILE } from "./work-fetch.ts";
import { formatHead, withoutUnnamed, type Head, type Load } from "./work-head.ts";
import { pruneWork } from "./work-drop.ts";

const MISS = { kind: "miss" } as const;
const HIT = { kind: "hit" } as const;

/** One answer for each question, in order: a hit where a snapshot's head is there. */
export async function findWork(
  site: Site,
  wanted: readonly Wanted[],
): Promise<readonly FetchedWork[]> {
  if (wanted.length === 0) return [];
  const trouble = readTrouble(site);
  if (trouble !== undefined) return wanted.map(() => trouble);
  const list = await listOf(site, site.work, wanted.length);
  if (list?.kind === "unavailable") return wanted.map(() => list);
  const prefixes = wanted.map((one) => prefixFor(site, one));
  if (list !== undefined) {
    return prefixes.map((prefix) => (headInList(site, list.catalogue, prefix) ? HIT : MISS));
  }
  const answers = await lookUpAll(site, prefixes.map(headPrefix), (key) =>
    parseWorkKey(key)?.kind === "head" ? HIT : MISS,
  );
  for (const [place, prefix] of prefixes.entries()) {
    if (answers[place]?.kind === "miss") site.memory.noWork.add(prefix);
  }
  return answers;
}

function prefixFor({ name }: Site, { shard, whole }: Wanted): string {
  return workPrefix({ name, shard }, whole);
}

/** The newest head that counts, in the first scope that has one. */
function headInList(site: Site, catalogue: Catalogue, prefix: string): Known | undefined {
  const group = catalogue.group(prefix).filter((known) => isOurVersion(site, known));
  return countingOf(group, site.scopes, isDropped)
    .flat()
    .find(({ key }) => parseWorkKey(key)?.kind === "head");
}

function isDropped(key: string): boolean {
  return parseWorkKey(key)?.kind === "dropped";
}

/** Uploads what the newest snapshot does not hold, and then a head that names all. @throws system errors. */
export async function saveWork(site: Site, wanted: Wanted, work: string): Promise<Saved> {
  const { disk, service } = site;
  if (disk.stat(work)?.kind !== "directory")
    return unavailable(`there is no work directory ${work}`);
  const closed = writeTrouble(site) ?? readTrouble(site);
  if (closed !== undefined || service === undefined) return closed ?? NO_SERVICE;
  const missing = toolTrouble(site.env);
  if (missing !== undefined) return unavailable(missing);
  const prefix = prefixFor(site, wanted);
  const newest = await service.lookUp(headPrefix(prefix));
  if (newest.kind === "unavailable") return newest;
  const key = newest.kind === "found" && !isDropped(newest.key) ? newest.key : undefined;
  return withFolders(site, dirname(work), async (folders) => {
    const previous =
      key === undefined ? undefined : await previousHead(site, wanted, { key, folders });
    if (previous?.kind === "unavailable") return previous;
    const last = previous?.head;
    const taken = await take(site, wanted, { work, folders, last });
    if (last !== undefined && key !== undefined && isSameContent(last.manifest, taken.manifest)) {
      return { kind: "exists", key };
    }
    return putSnapshot(site, service, { ...taken, prefix, folders, last });
  });
}

/** What the newest head says: remembered, or brought. One that cannot be read counts as none. */
async function previousHead(
  site: Site,
  wanted: Wanted,
  { key, folders }: { readonly key: string; readonly folders: Folders },
): Promise<{ readonly kind: "known"; readonly head: Head | undefined } | Unavailable> {
  const known = site.memory.heads.get(prefixFor(site, wanted));
  if (known?.key === key) return { kind: "known", head: known.head };
  const fetched = await fetchHead(site, wanted, key, join(folders.folder, "previous"));
  if (fetched.kind === "unavailable") return fetched;
  return { kind: "known", head: fetched.kind === "head" ? fetched.head : undefined };
}

interface Taken {
  readonly manifest: WorkManifest;
  readonly shelf: Shelf;
}

/** A shelf in a temporary folder gets what the last snapshot's entries do not hold. */
async function take(
  site: Site,
  wanted: Wanted,
  {
    work,
    folders,
    last,
  }: { readonly work: string; readonly folders: Folders; readonly last: Head | undefined },
): Promise<Taken> {
  const { disk, name, token, now, markers } = site;
  const objects = join(folders.folder, ENTRY_FOLDER, OBJECTS);
  await disk.makeDirectory(dirname(objects));
  await disk.makeDirectory(objects);
  const making = openFileSite({
    disk,
    root: join(folders.folder, "making"),
    name,
    scope: undefined,
    token,
    now,
    markers,
  });
  const elsewhere = new Map(
    last?.manifest.files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes]),
  );
  const shelf = { ...openShelf(making, objects), elsewhere };
  const takenAtMs = now();
  const snapshot = await takeSnapshot({ shelf, work, previous: last?.manifest });
  return { manifest: { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs }, shelf };
}

interface Fresh extends Taken {
  readonly prefix: string;
  readonly folders: Folders;
  readonly last: Head | undefined;
}

/** Contents first: a head that is found names only what is there. */
async function putSnapshot(site: Site, service: Service, fresh: Fresh): Promise<Saved> {
  const { prefix, folders, last, manifest, shelf } = fresh;
  const { disk } = site;
  const held = new Map(last?.held);
  const loads = new Map(last?.loads);
  if (shelf.names.size > 0) {
    const load = loadOf(shelf);
    const put = await putUnderNewKey(site, service, {
      folder: folders.folder,
      scratch: folders.scratch,
      sizeBytes: load.bytes,
      newKey: () => formatWorkKey({ kind: "data", prefix }, site.now(), site.randomHex(3)),
    });
    if (put.kind !== "saved") return put;
    site.work?.add(put.key, site.own, versionHere(site));
    for (const sha256 of shelf.names) held.set(sha256, put.key);
    loads.set(put.key, load);
  }
  const head = withoutUnnamed({ manifest, held, loads });
  const saved = await withFolders(site, site.temporary, async ({ folder, scratch }) => {
    await disk.makeDirectory(join(folder, ENTRY_FOLDER));
    const text = formatHead(head);
    await disk.create(join(folder, ENTRY_FOLDER, HEAD_FILE), text);
    const newKey = (): string =>
      formatWorkKey({ kind: "head", prefix }, site.now(), site.randomHex(3));
    return putUnderNewKey(site, service, { folder, scratch, sizeBytes: text.length, newKey });
  });
  if (saved.kind !== "saved") return saved;
  site.work?.add(saved.key, site.own, versionHere(site));
  site.memory.heads.set(prefix, { key: saved.key, head });
  site.memory.noWork.delete(prefix);
  await pruneWork(
    site,
    prefix,
    new Set([saved.key, ...head.held.values(), ...(last?.held.values() ?? [])]),
  );
  return saved;
}

function loadOf({ site, folder, names }: Shelf): Load {
  const sizes = [...names].map((name) => site.disk.stat(join(folder, name))?.sizeBytes ?? 0);
  return { contents: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
