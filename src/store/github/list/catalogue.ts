import { sha256 } from "../../../core/model/digest.ts";
import type { Unavailable } from "../../store.ts";
import { ENTRY_FOLDER, type Packing } from "../service/library.ts";
import type { ListedCache, Rest } from "./rest.ts";

/** A cache in the list, or one that this process made since. */
export interface Known {
  readonly key: string;
  readonly ref: string;
  readonly version: string;
  /** `undefined` for a cache that this process made: only GitHub's list tells it. */
  readonly id: number | undefined;
}

/** GitHub's list of one definition's caches: loaded once, and updated with this process's own changes. */
export interface Catalogue {
  /** Loads the list unless it was loaded within the last minute; at most this number of pages. */
  readonly load: (mostPages: number) => Promise<Loaded>;
  /** Makes the next load ask GitHub again. */
  readonly markStale: () => void;
  /** Has the list been loaded at least once? */
  readonly isLoaded: () => boolean;
  /** Caches of all references with this prefix, the newest first. */
  readonly group: (prefix: string) => readonly Known[];
  /** Every prefix that has caches. */
  readonly prefixes: () => readonly string[];
  readonly add: (key: string, ref: string, version: string) => void;
  readonly drop: (key: string) => void;
}

type Loaded =
  | { readonly kind: "loaded" }
  /** It has more pages than the caller wants to read. */
  | { readonly kind: "long" }
  | { readonly kind: "refused"; readonly cause: string }
  | Unavailable;

export interface Listing {
  readonly rest: Rest;
  /** The prefix of all keys of the definition. */
  readonly prefix: string;
  /** The prefix that groups a key with those of its shard; `undefined` for a key of no form that is known. */
  readonly prefixOf: (key: string) => string | undefined;
  readonly now: () => number;
}

/** Saves of other jobs show after this time. */
const FRESH_MS = 60_000;

export function openCatalogue({ rest, prefix, prefixOf, now }: Listing): Catalogue {
  const groups = new Map<string, Known[]>();
  const insert = (known: Known): void => {
    const own = prefixOf(known.key);
    if (own === undefined) return;
    const group = groups.get(own) ?? [];
    group.unshift(known);
    groups.set(own, group);
  };
  const loader = openLoader({
    now,
    list: (mostPages) => rest.list(prefix, mostPages),
    take: (caches) => {
      groups.clear();
      for (const { key, ref, version, id } of caches) insert({ key, ref, version, id });
    },
  });
  return {
    ...loader,
    group: (one) => groups.get(one) ?? [],
    prefixes: () => [...groups.keys()],
    add: (key, ref, version) => insert({ key, ref, version, id: undefined }),
    drop: (key) => {
      const own = prefixOf(key) ?? "";
      const left = (groups.get(own) ?? []).filter((known) => known.key !== key);
      groups.set(own, left);
    },
  };
}

interface Loading {
  readonly now: () => number;
  readonly list: (mostPages: number) => ReturnType<Rest["list"]>;
  readonly take: (caches: readonly ListedCache[]) => void;
}

/** Sends one request at a time, and repeats it no sooner than `FRESH_MS` later. */
function openLoader({
  now,
  list,
  take,
}: Loading): Pick<Catalogue, "load" | "markStale" | "isLoaded"> {
  const underWay = new Map<number, Promise<Loaded>>();
  const never = Number.NEGATIVE_INFINITY;
  let loaded = { atMs: never, isStale: false };
  let long = { pages: 0, atMs: never };
  const isFresh = (atMs: number): boolean => now() - atMs < FRESH_MS;
  const load = async (mostPages: number): Promise<Loaded> => {
    const listed = await list(mostPages);
    if (listed.kind === "long") long = { pages: listed.pages, atMs: now() };
    if (listed.kind !== "listed") return listed;
    take(listed.caches);
    loaded = { atMs: now(), isStale: false };
    return { kind: "loaded" };
  };
  return {
    load: (mostPages) => {
      if (!loaded.isStale && isFresh(loaded.atMs)) return Promise.resolve({ kind: "loaded" });
      if (long.pages > mostPages && isFresh(long.atMs)) return Promise.resolve({ kind: "long" });
      const earlier = underWay.get(mostPages);
      if (earlier !== undefined) return earlier;
      const made = load(mostPages).finally(() => void underWay.delete(mostPages));
      underWay.set(mostPages, made);
      return made;
    },
    markStale: () => {
      loaded = { ...loaded, isStale: true };
    },
    isLoaded: () => loaded.atMs !== never,
  };
}

/**
 * The caches of a group that count: one list for each scope. A revocation ends the list of its scope, and no later scope
 * counts then. Look-ups do the same: they meet the newest cache of the first scope that has any.
 */
export function countingOf<T extends Pick<Known, "key" | "ref">>(
  group: readonly T[],
  scopes: readonly string[],
  isEnd: (key: string) => boolean,
): readonly (readonly T[])[] {
  const counting: (readonly T[])[] = [];
  for (const scope of scopes) {
    const own = group.filter(({ ref }) => ref === scope);
    const end = own.findIndex(({ key }) => isEnd(key));
    counting.push(end === -1 ? own : own.slice(0, end));
    if (end !== -1) break;
  }
  return counting;
}

/** The version that the library gives to our entries. It finds no entry of another version. */
export function versionOf(packing: Packing): string {
  return sha256([ENTRY_FOLDER, packing, "1.0"].join("|"));
}
