import { entryPrefix, idDigest, parseKey, type EntryKey } from "../../core/cache-key.ts";
import { inParallel } from "../../core/parallel.ts";
import { compareOrder } from "../order.ts";
import type { Entry, Found, Unavailable, Wanted } from "../store.ts";
import { countingOf, versionOf, type Catalogue, type Known } from "./catalogue.ts";
import { unavailable, type Looked } from "./service.ts";
import {
  isOurVersion,
  listOf,
  NO_SERVICE,
  readEntryKey,
  readTrouble,
  remember,
  type Site,
} from "./site.ts";

const MISS = { kind: "miss" } as const;

/** GitHub answers each look-up in 10 to 100 ms. */
const LOOK_UPS_AT_ONCE = 32;

/** One answer for each question, in order: from one list of keys, or by a look-up for each. */
export async function findEntries(
  site: Site,
  wanted: readonly Wanted[],
): Promise<readonly Found[]> {
  if (wanted.length === 0) return [];
  for (const one of wanted) remember(site, one, idDigest(one.shard));
  const trouble = readTrouble(site);
  if (trouble !== undefined) return wanted.map(() => trouble);
  const list = await listOf(site, site.entries, wanted.length);
  if (list?.kind === "unavailable") return wanted.map(() => list);
  const answers =
    list === undefined
      ? await lookUpAll(
          site,
          wanted.map((one) => prefixFor(site, one)),
          (key) => asFound(site, key),
        )
      : wanted.map((one) => findInList(site, list.catalogue, prefixFor(site, one)));
  if (list === undefined && answers.some(({ kind }) => kind === "miss")) warnOfPacking(site);
  site.quota.expect(answers.filter(({ kind }) => kind === "miss").length);
  return answers;
}

/** A look-up finds nothing that was packed in another way, and cannot tell that it is there. */
function warnOfPacking({ memory, packing, warn }: Site): void {
  if (packing !== "gzip" || memory.toldOfPacking) return;
  memory.toldOfPacking = true;
  warn(
    "zstd is not installed on this runner: what other runners have packed with it is not found here and counts as not done. " +
      "Install it on all of them, or on none.",
  );
}

/** What every key of a shard and match begins with. */
export function prefixFor(
  { name }: Site,
  { shard, match }: Pick<Wanted, "shard" | "match">,
): string {
  return entryPrefix({ name, shard }, match);
}

/** A key that a look-up found: the newest one made. */
function asFound(site: Site, key: string): Found {
  const parsed = readEntryKey(site, key);
  return parsed === undefined ? MISS : { kind: "hit", entry: entryOf(site, key, parsed) };
}

/** Answers each prefix by a look-up; once the service fails, the rest get the same cause and are not asked. */
export async function lookUpAll<T>(
  { service }: Site,
  prefixes: readonly string[],
  read: (key: string) => T,
): Promise<readonly (T | typeof MISS | Unavailable)[]> {
  let failed: Unavailable | undefined;
  const distinct = [...new Set(prefixes)];
  const looked = await inParallel(distinct, LOOK_UPS_AT_ONCE, async (prefix): Promise<Looked> => {
    if (failed !== undefined || service === undefined) return failed ?? NO_SERVICE;
    const answer = await service.lookUp(prefix);
    if (answer.kind === "unavailable") failed = answer;
    return answer;
  });
  const answers = new Map(distinct.map((prefix, place) => [prefix, looked[place] ?? MISS]));
  return prefixes.map((prefix) => {
    const answer = answers.get(prefix) ?? MISS;
    if (answer.kind !== "found") return answer;
    // A look-up answers with whatever begins with the prefix, in any case of letters.
    return answer.key.startsWith(prefix) ? read(answer.key) : MISS;
  });
}

function findInList(site: Site, catalogue: Catalogue, prefix: string): Found {
  const group = catalogue.group(prefix);
  const newest = newestOf(countingEntries(site, group));
  if (newest !== undefined) return { kind: "hit", entry: entryOf(site, newest.key, newest.parsed) };
  return foreignTrouble(site, group) ?? MISS;
}

type Listed = Pick<Known, "key" | "ref" | "version">;

type Counting<T> = T & { readonly parsed: EntryKey };

/** Scope by scope the entries of a group, the newest made first, that no revocation hides and this runner can find. */
export function countingEntries<T extends Listed>(
  site: Site,
  group: readonly T[],
): readonly (readonly Counting<T>[])[] {
  return countingIn(
    site,
    group.filter((known) => isOurVersion(site, known)),
  );
}

function countingIn<T extends Listed>(
  site: Site,
  group: readonly T[],
): readonly (readonly Counting<T>[])[] {
  return countingOf(group, site.scopes, isRevocation).map((scope) =>
    scope.flatMap((known) => {
      const parsed = readEntryKey(site, known.key);
      return parsed === undefined ? [] : [{ ...known, parsed }];
    }),
  );
}

export function isRevocation(key: string): boolean {
  return parseKey(key)?.kind === "revocation";
}

/** What `find` answers: the newest of the first scope that has any. */
export function newestOf<T>(scopes: readonly (readonly Counting<T>[])[]): Counting<T> | undefined {
  const first = scopes.find((scope) => scope.length > 0) ?? [];
  return first.toSorted((a, b) => compareOrder(b.parsed, a.parsed))[0];
}

/** An entry is there, but nothing on this runner can unpack it: that is no miss. */
function foreignTrouble(site: Site, group: readonly Known[]): Unavailable | undefined {
  const other = site.packing === "gzip" ? "zstd-without-long" : "gzip";
  const foreign = group.filter(({ version }) => version === versionOf(other));
  if (countingIn(site, foreign).flat().length === 0) return undefined;
  return unavailable(
    other === "gzip"
      ? "it was saved by a runner without zstd, which one with zstd cannot restore: install zstd on all runners"
      : "it was saved with zstd, which is not installed on this runner: install zstd",
  );
}

/** Every entry that `find` could answer with. */
export async function listEntries(
  site: Site,
): Promise<{ readonly kind: "listed"; readonly entries: readonly Entry[] } | Unavailable> {
  const trouble = readTrouble(site);
  if (trouble !== undefined) return trouble;
  const list = await listOf(site, site.entries);
  if (list === undefined) {
    return unavailable(
      "only GitHub's list knows all entries: give a github-token with the permission actions: read",
    );
  }
  if (list.kind === "unavailable") return list;
  const { catalogue } = list;
  const entries = catalogue.prefixes().flatMap((prefix) =>
    countingEntries(site, catalogue.group(prefix))
      .flat()
      .map(({ key, parsed }) => entryOf(site, key, parsed)),
  );
  return { kind: "listed", entries };
}

/** Does the list say that this entry counts? `undefined` where it does not know the entry. */
export function countsInList(site: Site, key: string): boolean | undefined {
  const { entries, memory } = site;
  const prefix = parseKey(key)?.prefix;
  if (entries === undefined || prefix === undefined || !memory.mayList) return undefined;
  const group = entries.group(prefix);
  if (!group.some((known) => known.key === key)) return undefined;
  return countingEntries(site, group)
    .flat()
    .some((known) => known.key === key);
}

/** What is older than an entry in the job's own scope, as far as the list is known. */
export function olderInList(site: Site, key: string): readonly Known[] {
  const parsed = parseKey(key);
  if (site.entries === undefined || parsed?.kind !== "entry") return [];
  return countingEntries(site, site.entries.group(parsed.prefix))
    .flat()
    .filter((known) => known.ref === site.own && compareOrder(known.parsed, parsed) < 0);
}

/** Of a shard that nobody asked for, the key's own piece of its id stands for it. */
function entryOf({ memory }: Site, key: string, parsed: EntryKey): Entry {
  const { id16, match16, slug, milliseconds, sizeBytes, run, attempt } = parsed;
  return {
    shard: memory.shards.get(id16) ?? `${slug}-${id16}`,
    match: memory.matches.get(match16) ?? match16,
    key,
    seconds: milliseconds / 1000,
    sizeBytes,
    ...(run > 0n && { run: String(run) }),
    ...(attempt > 0 && { attempt }),
  };
}
