import { join } from "node:path";
import { formatRevocationKey, parseKey } from "../../core/keys/cache-key.ts";
import { countingEntries, isRevocation, newestOf } from "./find.ts";
import { ENTRY_FOLDER } from "./service/library.ts";
import type { ListedCache } from "./list/rest.ts";
import { MISS, REMOVED, unavailable } from "../answers.ts";
import { versionHere, writeTrouble, type StoreContext } from "./context.ts";
import { withFolders } from "./stage.ts";
import type { Entry, Removed, Unavailable } from "../store.ts";

/** Removes an entry, or saves a revocation that hides it where it cannot be removed or is not this scope's. */
export function revokeEntry(context: StoreContext, { key }: Pick<Entry, "key">): Promise<Removed> {
  return revokeKey(context, key);
}

export async function revokeKey(context: StoreContext, key: string): Promise<Removed> {
  const parsed = parseKey(key);
  if (parsed?.kind !== "entry") return MISS;
  const seen = await see(context, key, parsed.prefix);
  if (seen.kind === "unavailable") return seen;
  if (seen.kind === "miss") return MISS;
  const removed =
    seen.cache?.ref === context.own ? await removeCache(context, seen.cache) : undefined;
  if (removed !== undefined && removed.kind !== "unavailable") return removed;
  // A revocation hides newer entries too. An entry that `find` does not answer with needs none.
  if (seen.answered !== key) return MISS;
  return saveRevocation(context, parsed.prefix);
}

/** Removes an entry of the job's own scope by GitHub's list, the only way there is. */
export async function removeEntry(context: StoreContext, { key }: Entry): Promise<Removed> {
  const prefix = parseKey(key)?.prefix;
  if (prefix === undefined) return MISS;
  const seen = await see(context, key, prefix);
  if (seen.kind !== "seen") return seen;
  if (seen.cache === undefined) {
    return unavailable(
      "a cache can be removed only with a github-token that has the permission actions: write",
    );
  }
  if (seen.cache.ref !== context.own) {
    return unavailable(
      `${key} is of ${seen.cache.ref}; a job removes only entries of its own reference`,
    );
  }
  return removeCache(context, seen.cache);
}

type EntryNow =
  | {
      readonly kind: "seen";
      /** Where the list could be asked. */
      readonly cache: ListedCache | undefined;
      /** The key that `find` answers with. */
      readonly answered: string | undefined;
    }
  | typeof MISS
  | Unavailable;

/** Asks again whether the entry counts, whatever this process knew of it. */
async function see(context: StoreContext, key: string, prefix: string): Promise<EntryNow> {
  const { rest, memory, service } = context;
  if (rest !== undefined && memory.mayList) {
    const listed = await rest.list(prefix);
    if (listed.kind === "listed") {
      await context.learnScopes();
      const counting = countingEntries(context, listed.caches.toReversed());
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

async function removeCache(context: StoreContext, { id, key }: ListedCache): Promise<Removed> {
  const { rest, memory } = context;
  if (rest === undefined || !memory.mayDelete)
    return unavailable("the token may not delete caches");
  const removed = await rest.remove(id);
  if (removed.kind === "refused") {
    memory.mayDelete = false;
    return unavailable(removed.cause);
  }
  if (removed.kind !== "unavailable") context.entries?.drop(key);
  return removed;
}

/** A tiny entry, newer than what it hides and found by the same look-up. */
async function saveRevocation(context: StoreContext, prefix: string): Promise<Removed> {
  const key = formatRevocationKey(prefix, context.now(), context.randomHex(3));
  const saved = await saveNote(context, key, "This shard's earlier entries count no longer.\n");
  if (saved !== undefined) return saved;
  context.entries?.add(key, context.own, versionHere(context));
  return REMOVED;
}

/** Saves an entry that holds only a note; `undefined` where it was saved. */
export async function saveNote(
  context: StoreContext,
  key: string,
  text: string,
): Promise<Unavailable | undefined> {
  const { disk, service, temporary } = context;
  const closed = writeTrouble(context);
  if (closed !== undefined || service === undefined) return closed;
  return withFolders(context, temporary, async ({ folder, scratch }) => {
    await disk.makeDirectory(join(folder, ENTRY_FOLDER));
    await disk.create(join(folder, ENTRY_FOLDER, "note.txt"), text);
    const put = await service.put({ key, folder, scratch }, 0);
    return put.kind === "saved" ? undefined : unavailable(put.cause);
  });
}
