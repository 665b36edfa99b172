import { formatWorkKey, headPrefix, parseWorkKey, workPrefix } from "../../core/cache-key.ts";
import type { Removed, Unavailable, Wanted } from "../store.ts";
import { countingOf } from "./catalogue.ts";
import type { ListedCache } from "./rest.ts";
import { saveNote } from "./revoke.ts";
import { unavailable } from "./service.ts";
import { isOurVersion, versionHere, type Site } from "./site.ts";

const MISS = { kind: "miss" } as const;
const REMOVED = { kind: "removed" } as const;

/** Removes the snapshots of the job's own scope, and hides what it cannot remove or other scopes hold. */
export async function dropWork(site: Site, wanted: Wanted): Promise<Removed> {
  const prefix = workPrefix({ name: site.name, shard: wanted.shard }, wanted.whole);
  if (isKnownToHaveNone(site, prefix)) return MISS;
  site.memory.heads.delete(prefix);
  const listed = await listGroup(site, prefix);
  const removed =
    listed === undefined ? await hideFound(site, prefix) : await removeListed(site, prefix, listed);
  if (removed.kind !== "unavailable") site.memory.noWork.add(prefix);
  return removed;
}

/** Every finished shard drops its work: no request for those of which the plan knows that they have none. */
function isKnownToHaveNone({ work, memory }: Site, prefix: string): boolean {
  if (work?.isLoaded() === true && memory.mayList) return work.group(prefix).length === 0;
  return memory.noWork.has(prefix);
}

/** The newest made first; `undefined` where GitHub's list cannot be asked. */
async function listGroup(
  { rest, memory }: Site,
  prefix: string,
): Promise<readonly ListedCache[] | undefined> {
  if (rest === undefined || !memory.mayList) return undefined;
  const listed = await rest.list(prefix);
  return listed.kind === "listed" ? listed.caches.toReversed() : undefined;
}

async function removeListed(
  site: Site,
  prefix: string,
  caches: readonly ListedCache[],
): Promise<Removed> {
  const ours = caches.filter((cache) => isOurVersion(site, cache));
  const counting = countingOf(ours, site.scopes, (key) => parseWorkKey(key)?.kind === "dropped");
  const heads = counting.flat().filter(({ key }) => parseWorkKey(key)?.kind === "head");
  const left: ListedCache[] = [];
  for (const cache of caches) {
    if (cache.ref !== site.own || !(await remove(site, cache))) left.push(cache);
  }
  if (heads.length === 0) return MISS;
  const isFound = heads.some((head) => left.includes(head));
  return isFound ? hide(site, prefix) : REMOVED;
}

/** Removes all of a work in the job's own scope but these keys, as far as the token may. */
export async function pruneWork(
  site: Site,
  prefix: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  if (!site.prunes || !site.memory.mayDelete) return;
  for (const cache of (await listGroup(site, prefix)) ?? []) {
    if (cache.ref === site.own && !kept.has(cache.key)) await remove(site, cache);
  }
}

async function remove(site: Site, { id, key }: ListedCache): Promise<boolean> {
  const { rest, memory, work } = site;
  if (rest === undefined || !memory.mayDelete) return false;
  const removed = await rest.remove(id);
  if (removed.kind === "refused") memory.mayDelete = false;
  if (removed.kind !== "removed" && removed.kind !== "miss") return false;
  work?.drop(key);
  return true;
}

async function hideFound(site: Site, prefix: string): Promise<Removed> {
  if (site.service === undefined) return unavailable("there is no cache service here");
  const newest = await site.service.lookUp(headPrefix(prefix));
  if (newest.kind !== "found") return newest;
  return parseWorkKey(newest.key)?.kind === "head" ? hide(site, prefix) : MISS;
}

async function hide(site: Site, prefix: string): Promise<typeof REMOVED | Unavailable> {
  const key = formatWorkKey({ kind: "dropped", prefix }, site.now(), site.randomHex(3));
  const trouble = await saveNote(site, key, "The work under this prefix counts no longer.\n");
  if (trouble !== undefined) return trouble;
  site.work?.add(key, site.own, versionHere(site));
  return REMOVED;
}
