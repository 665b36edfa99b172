import { join } from "node:path";
import { formatRevocationKey, parseKey } from "../../core/cache-key.ts";
import { countingEntries, isRevocation, newestOf } from "./find.ts";
import { ENTRY_FOLDER } from "./library.ts";
import type { ListedCache } from "./rest.ts";
import { unavailable } from "./service.ts";
import { versionHere, writeTrouble, type Site } from "./site.ts";
import { withFolders } from "./stage.ts";
import type { Entry, Removed, Unavailable } from "../store.ts";

const MISS = { kind: "miss" } as const;
const REMOVED = { kind: "removed" } as const;

/** Removes an entry, or saves a revocation that hides it where it cannot be removed or is not this scope's. */
export function revokeEntry(site: Site, { key }: Pick<Entry, "key">): Promise<Removed> {
  return revokeKey(site, key);
}

export async function revokeKey(site: Site, key: string): Promise<Removed> {
  const parsed = parseKey(key);
  if (parsed?.kind !== "entry") return MISS;
  const seen = await see(site, key, parsed.prefix);
  if (seen.kind === "unavailable") return seen;
  if (seen.kind === "miss") return MISS;
  const removed = seen.cache?.ref === site.own ? await removeCache(site, seen.cache) : undefined;
  if (removed !== undefined && removed.kind !== "unavailable") return removed;
  // A revocation hides all that is there: an entry that nobody is answered with any more is not worth a newer one.
  if (seen.answered !== key) return MISS;
  return saveRevocation(site, parsed.prefix);
}

/** Removes an entry of the job's own scope by GitHub's list, the only way there is. */
export async function removeEntry(site: Site, { key }: Entry): Promise<Removed> {
  const prefix = parseKey(key)?.prefix;
  if (prefix === undefined) return MISS;
  const seen = await see(site, key, prefix);
  if (seen.kind !== "seen") return seen;
  if (seen.cache === undefined) {
    return unavailable(
      "a cache can be removed only with a github-token that has the permission actions: write",
    );
  }
  if (seen.cache.ref !== site.own) {
    return unavailable(
      `${key} is of ${seen.cache.ref}; a job removes only entries of its own reference`,
    );
  }
  return removeCache(site, seen.cache);
}

type Seen =
  | {
      readonly kind: "seen";
      /** Where the list could be asked. */
      readonly cache: ListedCache | undefined;
      /** The key that `find` answers with. */
      readonly answered: string | undefined;
    }
  | typeof MISS
  | Unavailable;

/** The entry as it counts now, whatever this process knew of it. */
async function see(site: Site, key: string, prefix: string): Promise<Seen> {
  const { rest, memory, service } = site;
  if (rest !== undefined && memory.mayList) {
    const listed = await rest.list(prefix);
    if (listed.kind === "listed") {
      await site.learnScopes();
      const counting = countingEntries(site, listed.caches.toReversed());
      const cache = counting.flat().find((one) => one.key === key);
      const answered = newestOf(counting)?.key;
      return cache === undefined ? MISS : { kind: "seen", cache, answered };
    }
  }
  if (service === undefined)
    return unavailable("neither GitHub's list of caches nor a cache service is there");
  const [exact, newest] = await Promise.all([service.lookUp(key), service.lookUp(prefix)]);
  if (exact.kind !== "found") return exact;
  if (newest.kind === "unavailable") return newest;
  const answered = newest.kind === "found" ? newest.key : undefined;
  const isHidden = answered !== undefined && isRevocation(answered);
  return exact.key !== key || isHidden ? MISS : { kind: "seen", cache: undefined, answered };
}

async function removeCache(site: Site, { id, key }: ListedCache): Promise<Removed> {
  const { rest, memory } = site;
  if (rest === undefined || !memory.mayDelete)
    return unavailable("the token may not delete caches");
  const removed = await rest.remove(id);
  if (removed.kind === "refused") {
    memory.mayDelete = false;
    return unavailable(removed.cause);
  }
  if (removed.kind !== "unavailable") site.entries?.drop(key);
  return removed;
}

/** A tiny entry, newer than what it hides and found by the same look-up. */
async function saveRevocation(site: Site, prefix: string): Promise<Removed> {
  const key = formatRevocationKey(prefix, site.now(), site.randomHex(3));
  const saved = await saveNote(site, key, "This shard's earlier entries count no longer.\n");
  if (saved !== undefined) return saved;
  site.entries?.add(key, site.own, versionHere(site));
  return REMOVED;
}

/** Saves an entry that holds nothing but a few words; `undefined` where it was saved. */
export async function saveNote(
  site: Site,
  key: string,
  text: string,
): Promise<Unavailable | undefined> {
  const { disk, service, temporary } = site;
  const closed = writeTrouble(site);
  if (closed !== undefined || service === undefined) return closed;
  return withFolders(site, temporary, async ({ folder, scratch }) => {
    await disk.makeDirectory(join(folder, ENTRY_FOLDER));
    await disk.create(join(folder, ENTRY_FOLDER, "note.txt"), text);
    const put = await service.put({ key, folder, scratch }, 0);
    return put.kind === "saved" ? undefined : unavailable(put.cause);
  });
}
