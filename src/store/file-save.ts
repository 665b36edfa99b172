import { dirname, join } from "node:path";
import { hasCode } from "../core/problem.ts";
import { copyTree, makeFolders, syncAll } from "../files/durable.ts";
import {
  folderOf,
  isRevoked,
  locate,
  lookUp,
  readEntry,
  readKept,
  revocationOf,
  type Kept,
  type Place,
} from "./file-entries.ts";
import { DATA, formatEntryName, MARKER, shardFolder } from "./file-names.ts";
import { discard, newTemporary, removeAtOnce, unavailable, type Site } from "./file-site.ts";
import { compareOrder, orderOf } from "./order.ts";
import { refusalOf } from "./refusal.ts";
import type { Entry, Fetched, Finished, Removed, Saved } from "./store.ts";

const MISS = { kind: "miss" } as const;
const REMOVED = { kind: "removed" } as const;

/** Makes the entry beside its place, flushes all of it, and moves it into place by one rename. @throws system errors. */
export async function saveEntry(site: Site, finished: Finished): Promise<Saved> {
  const { wanted, marker } = finished;
  const refusal = refusalOf(finished);
  if (refusal !== undefined) return unavailable(site, refusal);
  const order = orderOf(marker);
  const newer = site.areas
    .map((area) => lookUp(site, wanted, [area]))
    .find((found) => found.kind === "kept" && compareOrder(found.place.order, order) >= 0);
  if (newer?.kind === "kept") return exists(newer);
  const place: Place = {
    area: site.areas[0],
    shardFolder: shardFolder(wanted.shard),
    match: wanted.match,
    name: formatEntryName(order, site.token()),
    order,
  };
  const temporary = await newTemporary(site);
  try {
    await fill(site, temporary, finished);
    return await publish(site, temporary, place);
  } finally {
    await discard(site, temporary);
  }
}

async function fill(site: Site, temporary: string, finished: Finished): Promise<void> {
  const { disk } = site;
  await disk.makeDirectory(temporary);
  await copyTree(disk, finished.checkpoint, join(temporary, DATA));
  await disk.create(join(temporary, MARKER), site.markers.format(finished.marker));
  if (readEntry(site, temporary) === undefined) {
    throw new Error(`${finished.checkpoint} is not what its marker says`);
  }
  await syncAll(disk, temporary);
}

async function publish(site: Site, temporary: string, place: Place): Promise<Saved> {
  const { disk } = site;
  const target = folderOf(site, place);
  await makeFolders(disk, dirname(target));
  let moved = true;
  try {
    await disk.rename(temporary, target);
  } catch (error) {
    // Another process's entry of this very name, or our own rename whose answer got lost on a network file system.
    if (readEntry(site, target) === undefined) throw error;
    moved = false;
  }
  await disk.syncDirectory(dirname(target));
  const kept = readKept(site, place);
  if (kept === undefined) throw new Error(`${target} was removed while it was saved`);
  return moved ? { kind: "saved", key: kept.entry.key } : exists(kept);
}

function exists({ entry }: Kept): Saved {
  return { kind: "exists", key: entry.key };
}

/** Copies the data to `staging`; takes back what it staged where that fails. @throws system errors. */
export async function fetchEntry(site: Site, entry: Entry, staging: string): Promise<Fetched> {
  const { disk } = site;
  const place = locate(site, entry);
  const kept = place === undefined ? undefined : readKept(site, place);
  if (place === undefined || kept === undefined) return MISS;
  if (disk.exists(staging)) return unavailable(site, `${staging}: something is there already`);
  try {
    await copyTree(disk, join(folderOf(site, place), DATA), staging);
  } catch (error) {
    await discard(site, staging);
    if (readKept(site, place) === undefined) return MISS;
    throw error;
  }
  return { kind: "hit", marker: kept.marker };
}

/** Removes an entry, or leaves a note beside it where it cannot be removed or is not this store's to remove. */
export async function revokeEntry(site: Site, entry: Entry): Promise<Removed> {
  const place = placeOfVisible(site, entry);
  if (place === undefined) return MISS;
  if (place.area !== site.areas[0]) return noteRevocation(site, place);
  try {
    await removeAtOnce(site, folderOf(site, place));
    return REMOVED;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return MISS;
    return noteRevocation(site, place);
  }
}

async function noteRevocation(site: Site, place: Place): Promise<Removed> {
  const note = revocationOf(site, place);
  await makeFolders(site.disk, dirname(note));
  try {
    await site.disk.create(note, "");
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  await site.disk.syncDirectory(dirname(note));
  return REMOVED;
}

/** Removes an entry of the area that this store writes. @throws system errors. */
export async function removeEntry(site: Site, entry: Entry): Promise<Removed> {
  const place = placeOfVisible(site, entry);
  if (place === undefined) return MISS;
  if (place.area !== site.areas[0]) {
    return unavailable(site, `${entry.key} is shared; a scope removes only entries of its own`);
  }
  try {
    await removeAtOnce(site, folderOf(site, place));
    return REMOVED;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return MISS;
    throw error;
  }
}

/** Entries whose data is damaged included: they too must be removable. */
function placeOfVisible(site: Site, entry: Entry): Place | undefined {
  const place = locate(site, entry);
  if (place === undefined || isRevoked(site, place)) return undefined;
  return site.disk.exists(folderOf(site, place)) ? place : undefined;
}
