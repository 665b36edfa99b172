import { entryPrefix, idDigest, parseKey, type EntryKey } from "../../core/keys/cache-key.ts";
import { fenceIn } from "../../core/keys/entry-stamp.ts";
import { inParallel } from "../../core/text/parallel.ts";
import { compareOrder } from "../order.ts";
import type { Entry, FindAnswer, Unavailable, Wanted } from "../store.ts";
import { countingOf, versionOf, type Catalogue, type Known } from "./list/catalogue.ts";
import { MISS, unavailable } from "../answers.ts";
import { type LookUpAnswer } from "./service/service.ts";
import {
  isOurVersion,
  listOf,
  NO_SERVICE,
  readEntryKey,
  readTrouble,
  remember,
  type StoreContext,
} from "./context.ts";

/** GitHub answers each look-up in 10 to 100 ms. */
const LOOK_UPS_AT_ONCE = 32;

/** One answer for each question, in order: from one list of keys, or by a look-up for each. */
export async function findEntries(
  context: StoreContext,
  wanted: readonly Wanted[],
): Promise<readonly FindAnswer[]> {
  if (wanted.length === 0) return [];
  for (const one of wanted) remember(context, one, idDigest(one.shard));
  const trouble = readTrouble(context);
  if (trouble !== undefined) return wanted.map(() => trouble);
  const list = await listOf(context, context.entries, wanted.length);
  if (list?.kind === "unavailable") return wanted.map(() => list);
  const answers =
    list === undefined
      ? await lookUpAll(
          context,
          wanted.map((one) => prefixFor(context, one)),
          (key) => asFound(context, key),
        )
      : wanted.map((one) => findInList(context, list.catalogue, prefixFor(context, one)));
  if (list === undefined && answers.some(({ kind }) => kind === "miss")) warnOfPacking(context);
  context.space.expect(answers.filter(({ kind }) => kind === "miss").length);
  return answers;
}

/** Warns once on a runner without zstd: a look-up does not find entries that were packed with it. */
function warnOfPacking({ memory, packing, warn }: StoreContext): void {
  if (packing !== "gzip" || memory.toldOfPacking) return;
  memory.toldOfPacking = true;
  warn(
    "zstd is not installed on this runner: what other runners have packed with it is not found here and counts as not done. " +
      "Install it on all of them, or on none.",
  );
}

/** The prefix of every key of a shard and match. */
export function prefixFor(
  { name }: StoreContext,
  { shard, match }: Pick<Wanted, "shard" | "match">,
): string {
  return entryPrefix({ name, shard }, match);
}

/** The answer for the key that a look-up found. */
function asFound(context: StoreContext, key: string): FindAnswer {
  const parsed = readEntryKey(context, key);
  return parsed === undefined ? MISS : { kind: "hit", entry: entryOf(context, key, parsed) };
}

/** Answers each prefix by a look-up; once the service fails, the rest get the same cause and are not asked. */
export async function lookUpAll<T>(
  { service }: StoreContext,
  prefixes: readonly string[],
  read: (key: string) => T,
): Promise<readonly (T | typeof MISS | Unavailable)[]> {
  let failed: Unavailable | undefined;
  const distinct = [...new Set(prefixes)];
  const looked = await inParallel(
    distinct,
    LOOK_UPS_AT_ONCE,
    async (prefix): Promise<LookUpAnswer> => {
      if (failed !== undefined || service === undefined) return failed ?? NO_SERVICE;
      const answer = await service.lookUp(prefix);
      if (answer.kind === "unavailable") failed = answer;
      return answer;
    },
  );
  const answers = new Map(distinct.map((prefix, place) => [prefix, looked[place] ?? MISS]));
  return prefixes.map((prefix) => {
    const answer = answers.get(prefix) ?? MISS;
    if (answer.kind !== "found") return answer;
    // A look-up ignores the case of letters.
    return answer.key.startsWith(prefix) ? read(answer.key) : MISS;
  });
}

function findInList(context: StoreContext, catalogue: Catalogue, prefix: string): FindAnswer {
  const group = catalogue.group(prefix);
  const newest = newestOf(countingEntries(context, group));
  if (newest !== undefined)
    return { kind: "hit", entry: entryOf(context, newest.key, newest.parsed) };
  return foreignTrouble(context, group) ?? MISS;
}

type Listed = Pick<Known, "key" | "ref" | "version">;

type Counting<T> = T & { readonly parsed: EntryKey };

/** The entries of a group that no revocation hides and this runner can find: one list for each scope, the newest first. */
export function countingEntries<T extends Listed>(
  context: StoreContext,
  group: readonly T[],
): readonly (readonly Counting<T>[])[] {
  return countingIn(
    context,
    group.filter((known) => isOurVersion(context, known)),
  );
}

function countingIn<T extends Listed>(
  context: StoreContext,
  group: readonly T[],
): readonly (readonly Counting<T>[])[] {
  return countingOf(group, context.scopes, isRevocation).map((scope) =>
    scope.flatMap((known) => {
      const parsed = readEntryKey(context, known.key);
      return parsed === undefined ? [] : [{ ...known, parsed }];
    }),
  );
}

export function isRevocation(key: string): boolean {
  return parseKey(key)?.kind === "revocation";
}

/** The newest entry of the first scope that has any: `find` answers with it. */
export function newestOf<T>(scopes: readonly (readonly Counting<T>[])[]): Counting<T> | undefined {
  const first = scopes.find((scope) => scope.length > 0) ?? [];
  return first.toSorted((a, b) => compareOrder(b.parsed, a.parsed))[0];
}

/** The trouble of an entry that this runner cannot unpack: it is no miss. */
function foreignTrouble(context: StoreContext, group: readonly Known[]): Unavailable | undefined {
  const other = context.packing === "gzip" ? "zstd-without-long" : "gzip";
  const foreign = group.filter(({ version }) => version === versionOf(other));
  if (countingIn(context, foreign).flat().length === 0) return undefined;
  return unavailable(
    other === "gzip"
      ? "it was saved by a runner without zstd, which one with zstd cannot restore: install zstd on all runners"
      : "it was saved with zstd, which is not installed on this runner: install zstd",
  );
}

/** Every entry that `find` could answer with. */
export async function listEntries(
  context: StoreContext,
): Promise<{ readonly kind: "listed"; readonly entries: readonly Entry[] } | Unavailable> {
  const trouble = readTrouble(context);
  if (trouble !== undefined) return trouble;
  const list = await listOf(context, context.entries);
  if (list === undefined) {
    return unavailable(
      "only GitHub's list knows all entries: give a github-token with the permission actions: read",
    );
  }
  if (list.kind === "unavailable") return list;
  const { catalogue } = list;
  const entries = catalogue.prefixes().flatMap((prefix) =>
    countingEntries(context, catalogue.group(prefix))
      .flat()
      .map(({ key, parsed }) => entryOf(context, key, parsed)),
  );
  return { kind: "listed", entries };
}

/** Does the list say that this entry counts? `undefined` where it does not know the entry. */
export function countsInList(context: StoreContext, key: string): boolean | undefined {
  const { entries, memory } = context;
  const prefix = parseKey(key)?.prefix;
  if (entries === undefined || prefix === undefined || !memory.mayList) return undefined;
  const group = entries.group(prefix);
  if (!group.some((known) => known.key === key)) return undefined;
  return countingEntries(context, group)
    .flat()
    .some((known) => known.key === key);
}

/** Entries of the job's own scope that are older than this one, as far as the list is known. */
export function olderInList(context: StoreContext, key: string): readonly Known[] {
  const parsed = parseKey(key);
  if (context.entries === undefined || parsed?.kind !== "entry") return [];
  return countingEntries(context, context.entries.group(parsed.prefix))
    .flat()
    .filter((known) => known.ref === context.own && compareOrder(known.parsed, parsed) < 0);
}

/** The entry of a key. The id of a shard that was not asked for is known only in part. */
function entryOf({ memory }: StoreContext, key: string, parsed: EntryKey): Entry {
  const { id16, match16, slug, milliseconds, sizeBytes, run, attempt } = parsed;
  const fence = fenceIn(parsed.stamp);
  return {
    shard: memory.shards.get(id16) ?? `${slug}-${id16}`,
    match: memory.matches.get(match16) ?? match16,
    key,
    seconds: milliseconds / 1000,
    sizeBytes,
    ...(run > 0n && { run: String(run) }),
    ...(attempt > 0 && { attempt }),
    ...(fence !== undefined && { fence }),
  };
}
