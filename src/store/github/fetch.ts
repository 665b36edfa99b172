import { dirname, join } from "node:path";
import { idDigest, parseKey, type EntryKey } from "../../core/cache-key.ts";
import { DATA } from "../file-names.ts";
import type { Entry, Fetched, Unavailable } from "../store.ts";
import { countsInList, isRevocation } from "./find.ts";
import { ENTRY_FOLDER } from "./library.ts";
import { revokeKey } from "./revoke.ts";
import { unavailable, type Service } from "./service.ts";
import { listOf, NO_SERVICE, readEntryKey, type Site } from "./site.ts";
import { readRestored, roomTrouble, withFolders, type Folders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";

const MISS = { kind: "miss" } as const;

/** Restores an entry beside the staging path, and moves its data there if it is whole. @throws system errors. */
export async function fetchEntry(site: Site, entry: Entry, staging: string): Promise<Fetched> {
  const { disk, service } = site;
  if (disk.exists(staging)) return unavailable(`${staging}: something is there already`);
  const parsed = readEntryKey(site, entry.key);
  if (parsed === undefined) return MISS;
  if (service === undefined) return NO_SERVICE;
  const missing = toolTrouble(site.env);
  if (missing !== undefined) return unavailable(missing);
  const revoked = await checkRevoked(site, service, entry.key);
  if (revoked !== undefined) return revoked;
  return withFolders(site, dirname(staging), async (folders) => {
    const crowded = await roomTrouble(site, folders, parsed.sizeBytes);
    if (crowded !== undefined) return unavailable(crowded);
    return restore(site, service, { ...folders, key: entry.key, parsed, staging });
  });
}

interface Task extends Folders {
  readonly key: string;
  readonly parsed: EntryKey;
  readonly staging: string;
}

/** What arrives damaged can be a fault of the way; what arrives so twice is what lies there. */
const TRIES = 2;

/** What a bomb may fill of the disk beyond the size that its key gives: the headers of a million small files take it. */
const MOST_OVERHEAD_BYTES = 1024 ** 3;

async function restore(site: Site, service: Service, task: Task): Promise<Fetched> {
  const { disk } = site;
  const { key, parsed, folder, scratch, staging } = task;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const own = { folder: join(folder, String(tries)), scratch: join(scratch, String(tries)) };
    await disk.makeDirectory(own.folder);
    await disk.makeDirectory(own.scratch);
    const mostBytes = parsed.sizeBytes + MOST_OVERHEAD_BYTES;
    const got = await service.get({ key, mostBytes, ...own }, parsed.sizeBytes);
    if (got.kind === "unavailable") return got;
    if (got.kind === "miss") return afterMiss(site, service, key);
    const marker = got.kind === "restored" ? readRestored(site, own.folder) : undefined;
    if (marker !== undefined && idDigest(marker.shard) === parsed.id16) {
      await disk.rename(join(own.folder, ENTRY_FOLDER, DATA), staging);
      return { kind: "hit", marker };
    }
    await disk.removeTree(own.folder);
  }
  // Left as it is, plan would take it for done and nobody could ever fetch it.
  await revokeKey(site, key);
  return MISS;
}

/** What the service does not find may be in the list for good: what plan takes for done has to be fetched. */
async function afterMiss(site: Site, service: Service, key: string): Promise<typeof MISS> {
  const { entries, memory } = site;
  entries?.markStale();
  if (entries === undefined || !memory.mayList) return MISS;
  await listOf(site, entries);
  if (countsInList(site, key) !== true) return MISS;
  const looked = await service.lookUp(key);
  if (looked.kind === "miss") await revokeKey(site, key);
  return MISS;
}

/** A revocation hides an entry whose own key would still be found. */
async function checkRevoked(
  site: Site,
  service: Service,
  key: string,
): Promise<typeof MISS | Unavailable | undefined> {
  const counts = countsInList(site, key);
  if (counts !== undefined) return counts ? undefined : MISS;
  const prefix = parseKey(key)?.prefix ?? key;
  const newest = await service.lookUp(prefix);
  if (newest.kind !== "found") return newest;
  return isRevocation(newest.key) ? MISS : undefined;
}
