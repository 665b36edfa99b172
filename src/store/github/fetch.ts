import { dirname, join } from "node:path";
import { idDigest, parseKey, type EntryKey } from "../../core/keys/cache-key.ts";
import { DATA } from "../entry-names.ts";
import type { Entry, Fetched, Unavailable } from "../store.ts";
import { countsInList, isRevocation } from "./find.ts";
import { ENTRY_FOLDER } from "./service/library.ts";
import { revokeKey } from "./revoke.ts";
import { MISS, unavailable } from "../answers.ts";
import { type Service } from "./service/service.ts";
import { listOf, NO_SERVICE, readEntryKey, type StoreContext } from "./context.ts";
import { readRestored, roomTrouble, withFolders, type Folders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";

/** Restores an entry beside the staging path, and moves its data there if it is whole. @throws system errors. */
export async function fetchEntry(
  context: StoreContext,
  entry: Entry,
  staging: string,
): Promise<Fetched> {
  const { disk, service } = context;
  if (disk.exists(staging)) return unavailable(`${staging}: something is there already`);
  const parsed = readEntryKey(context, entry.key);
  if (parsed === undefined) return MISS;
  if (service === undefined) return NO_SERVICE;
  const missing = toolTrouble(context.env);
  if (missing !== undefined) return unavailable(missing);
  const revoked = await checkRevoked(context, service, entry.key);
  if (revoked !== undefined) return revoked;
  return withFolders(context, dirname(staging), async (folders) => {
    const crowded = await roomTrouble(context, folders, parsed.sizeBytes);
    if (crowded !== undefined) return unavailable(crowded);
    return restore(context, service, { ...folders, key: entry.key, parsed, staging });
  });
}

interface Task extends Folders {
  readonly key: string;
  readonly parsed: EntryKey;
  readonly staging: string;
}

/** A damaged download can be a fault of the network; a second one shows that the entry is damaged. */
const TRIES = 2;

/** Bytes allowed beyond the size in the key: the headers of a million small files take that much. */
const MOST_OVERHEAD_BYTES = 1024 ** 3;

async function restore(context: StoreContext, service: Service, task: Task): Promise<Fetched> {
  const { disk } = context;
  const { key, parsed, folder, scratch, staging } = task;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const own = { folder: join(folder, String(tries)), scratch: join(scratch, String(tries)) };
    await disk.makeDirectory(own.folder);
    await disk.makeDirectory(own.scratch);
    const mostBytes = parsed.sizeBytes + MOST_OVERHEAD_BYTES;
    const got = await service.get({ key, mostBytes, ...own }, parsed.sizeBytes);
    if (got.kind === "unavailable") return got;
    if (got.kind === "miss") return afterMiss(context, service, key);
    const marker = got.kind === "restored" ? readRestored(context, own.folder) : undefined;
    if (marker !== undefined && idDigest(marker.shard) === parsed.id16) {
      await disk.rename(join(own.folder, ENTRY_FOLDER, DATA), staging);
      return { kind: "hit", marker };
    }
    await disk.removeTree(own.folder);
  }
  // Without this, plan would count the shard as done for ever, and nobody could fetch it.
  await revokeKey(context, key);
  return MISS;
}

/** Revokes an entry that the list has and the service does not find: plan must not count it as done. */
async function afterMiss(
  context: StoreContext,
  service: Service,
  key: string,
): Promise<typeof MISS> {
  const { entries, memory } = context;
  entries?.markStale();
  if (entries === undefined || !memory.mayList) return MISS;
  await listOf(context, entries);
  if (countsInList(context, key) !== true) return MISS;
  const looked = await service.lookUp(key);
  if (looked.kind === "miss") await revokeKey(context, key);
  return MISS;
}

/** Answers for an entry that a revocation hides: its own key would still be found. */
async function checkRevoked(
  context: StoreContext,
  service: Service,
  key: string,
): Promise<typeof MISS | Unavailable | undefined> {
  const counts = countsInList(context, key);
  if (counts !== undefined) return counts ? undefined : MISS;
  const prefix = parseKey(key)?.prefix ?? key;
  const newest = await service.lookUp(prefix);
  if (newest.kind !== "found") return newest;
  return isRevocation(newest.key) ? MISS : undefined;
}
