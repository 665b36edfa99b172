import {
  formatWorkKey,
  headPrefix,
  parseWorkKey,
  workPrefix,
} from "../../../core/keys/cache-key.ts";
import type { Removed, Unavailable, Wanted } from "../../store.ts";
import { countingOf } from "../list/catalogue.ts";
import type { ListedCache } from "../list/rest.ts";
import { saveNote } from "../revoke.ts";
import { MISS, REMOVED, unavailable } from "../../answers.ts";
import { isOurVersion, versionHere, type StoreContext } from "../context.ts";

/** Removes the snapshots of the job's own scope, and hides what it cannot remove or other scopes hold. */
export async function dropWork(context: StoreContext, wanted: Wanted): Promise<Removed> {
  const prefix = workPrefix({ name: context.name, shard: wanted.shard }, wanted.whole);
  if (isKnownToHaveNone(context, prefix)) return MISS;
  context.memory.heads.delete(prefix);
  const listed = await listGroup(context, prefix);
  const removed =
    listed === undefined
      ? await hideFound(context, prefix)
      : await removeListed(context, prefix, listed);
  if (removed.kind !== "unavailable") context.memory.noWork.add(prefix);
  return removed;
}

/** Does the plan know that there is no work? Every finished shard drops its work, mostly without a request. */
function isKnownToHaveNone({ work, memory }: StoreContext, prefix: string): boolean {
  if (work?.isLoaded() === true && memory.mayList) return work.group(prefix).length === 0;
  return memory.noWork.has(prefix);
}

/** The newest made first; `undefined` where GitHub's list cannot be asked. */
async function listGroup(
  { rest, memory }: StoreContext,
  prefix: string,
): Promise<readonly ListedCache[] | undefined> {
  if (rest === undefined || !memory.mayList) return undefined;
  const listed = await rest.list(prefix);
  return listed.kind === "listed" ? listed.caches.toReversed() : undefined;
}

async function removeListed(
  context: StoreContext,
  prefix: string,
  caches: readonly ListedCache[],
): Promise<Removed> {
  const ours = caches.filter((cache) => isOurVersion(context, cache));
  const counting = countingOf(ours, context.scopes, (key) => parseWorkKey(key)?.kind === "dropped");
  const heads = counting.flat().filter(({ key }) => parseWorkKey(key)?.kind === "head");
  const left: ListedCache[] = [];
  for (const cache of caches) {
    if (cache.ref !== context.own || !(await remove(context, cache))) left.push(cache);
  }
  if (heads.length === 0) return MISS;
  const isFound = heads.some((head) => left.includes(head));
  return isFound ? hide(context, prefix) : REMOVED;
}

/** Removes a work's caches in the job's own scope except these keys, as far as the token may. */
export async function pruneWork(
  context: StoreContext,
  prefix: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  if (!context.prunes || !context.memory.mayDelete) return;
  for (const cache of (await listGroup(context, prefix)) ?? []) {
    if (cache.ref === context.own && !kept.has(cache.key)) await remove(context, cache);
  }
}

async function remove(context: StoreContext, { id, key }: ListedCache): Promise<boolean> {
  const { rest, memory, work } = context;
  if (rest === undefined || !memory.mayDelete) return false;
  const removed = await rest.remove(id);
  if (removed.kind === "refused") memory.mayDelete = false;
  if (removed.kind !== "removed" && removed.kind !== "miss") return false;
  work?.drop(key);
  return true;
}

async function hideFound(context: StoreContext, prefix: string): Promise<Removed> {
  if (context.service === undefined) return unavailable("there is no cache service here");
  const newest = await context.service.lookUp(headPrefix(prefix));
  if (newest.kind !== "found") return newest;
  return parseWorkKey(newest.key)?.kind === "head" ? hide(context, prefix) : MISS;
}

async function hide(context: StoreContext, prefix: string): Promise<typeof REMOVED | Unavailable> {
  const key = formatWorkKey({ kind: "dropped", prefix }, context.now(), context.randomHex(3));
  const trouble = await saveNote(context, key, "The work under this prefix counts no longer.\n");
  if (trouble !== undefined) return trouble;
  context.work?.add(key, context.own, versionHere(context));
  return REMOVED;
}
