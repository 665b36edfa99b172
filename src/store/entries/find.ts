import { posix } from "node:path";
import { inParallel } from "../../core/text/parallel.ts";
import { MISS, unavailable } from "../answers.ts";
import { checkReadable, listAll } from "../bucket.ts";
import type { Entry, FindAnswer, Unavailable, Wanted } from "../store.ts";
import { describeStore, keyIn, type EntriesContext } from "./context.ts";
import {
  isRevokedIn,
  readKept,
  readMatch,
  type Kept,
  type MatchNames,
  type Place,
} from "./entry.ts";
import { isMatchFolder, isShardFolder, parseEntryName, shardFolder } from "./layout.ts";

/** With more questions than this, one look at the list of all shards is cheaper than a look for each. */
const FEW = 16;

const LOOKS_AT_ONCE = 32;

/** One answer for each question, in order; a trouble with one shard's folder is the answer for that shard alone. */
export async function findEntries(
  context: EntriesContext,
  wanted: readonly Wanted[],
): Promise<readonly FindAnswer[]> {
  const isThere = await shardPresence(context, wanted.length);
  return inParallel(wanted, LOOKS_AT_ONCE, async (asked): Promise<FindAnswer> => {
    if (!isThere(asked.shard)) return MISS;
    const found = await lookUp(context, asked);
    return found.kind === "kept" ? { kind: "hit", entry: found.entry } : found;
  });
}

/** Does the shard have a folder in any area? May say yes for one that has none. */
export async function shardPresence(
  context: EntriesContext,
  questions: number,
): Promise<(shard: string) => boolean> {
  if (questions <= FEW) return () => true;
  const names = new Set<string>();
  for (const area of context.areas) {
    for (const name of await shardFoldersIn(context, area)) names.add(name);
  }
  return (shard) => names.has(shardFolder(shard));
}

/** Folders of shards, and whatever else has such a name: somebody may have moved one away and left a link to it. */
async function shardFoldersIn(context: EntriesContext, area: string): Promise<readonly string[]> {
  return (await namesBelow(context, `${keyIn(context, area)}/`)).filter(isShardFolder);
}

async function namesBelow({ bucket }: EntriesContext, prefix: string): Promise<readonly string[]> {
  const found = await listAll(bucket, prefix, "one");
  checkReadable(found);
  return found.map(({ key }) => posix.basename(key));
}

type Asked = Pick<Wanted, "shard" | "match">;

type LookedUp = Kept | { readonly kind: "miss" } | Unavailable;

/**
 * The newest entry that counts, of the first area that has one; with `isWanted`, among those alone.
 * An entry that cannot be read is passed over if another one counts.
 */
export async function lookUp(
  context: EntriesContext,
  { shard, match }: Asked,
  isWanted: (place: Place) => boolean = () => true,
): Promise<LookedUp> {
  const troubles: Unavailable[] = [];
  const unlessTrouble = async <T>(read: Promise<T>): Promise<T | undefined> => {
    try {
      return await read;
    } catch (error) {
      troubles.push(unavailable(error, describeStore(context)));
      return undefined;
    }
  };
  const read: MatchNames[] = [];
  for (const area of context.areas) {
    const at = { area, shardFolder: shardFolder(shard), match };
    const names = await unlessTrouble(readMatch(context, at));
    // Without the own area, its revocations of shared entries are unknown.
    if (names === undefined && area === context.areas[0]) break;
    if (names !== undefined) read.push(names);
    for (const place of names?.places ?? []) {
      if (isRevokedIn(context, place, read) || !isWanted(place)) continue;
      const kept = await unlessTrouble(readKept(context, place));
      if (kept?.entry.shard === shard) return kept;
    }
  }
  return troubles[0] ?? MISS;
}

/** Every entry that counts. */
export async function listEntries(context: EntriesContext): Promise<readonly Entry[]> {
  const folders = new Set<string>();
  for (const area of context.areas) {
    for (const folder of await shardFoldersIn(context, area)) folders.add(folder);
  }
  const entries = await inParallel([...folders], LOOKS_AT_ONCE, (folder) =>
    entriesOfShard(context, folder),
  );
  return entries.flat();
}

async function entriesOfShard(context: EntriesContext, folder: string): Promise<readonly Entry[]> {
  const matches = new Set<string>();
  for (const area of context.areas) {
    const names = await namesBelow(context, `${keyIn(context, area, folder)}/`);
    for (const name of names.filter(isMatchFolder)) matches.add(name);
  }
  const entries: Entry[] = [];
  for (const match of matches) {
    const read: MatchNames[] = [];
    for (const area of context.areas) {
      read.push(await readMatch(context, { area, shardFolder: folder, match }));
    }
    for (const place of read.flatMap(({ places }) => places)) {
      const kept = isRevokedIn(context, place, read) ? undefined : await readKept(context, place);
      if (kept !== undefined) entries.push(kept.entry);
    }
  }
  return entries;
}

/** Where the store has what calls itself this entry; `undefined` for a key that this store does not read. */
export function locate(context: EntriesContext, { key, shard, match }: Entry): Place | undefined {
  if (!isMatchFolder(match)) return undefined;
  const folder = shardFolder(shard);
  const name = posix.basename(key);
  const order = parseEntryName(name);
  const area = context.areas.find((one) => posix.join(one, folder, match, name) === key);
  if (area === undefined || order === undefined) return undefined;
  return { area, shardFolder: folder, match, name, order };
}
