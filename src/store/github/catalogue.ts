import { sha256 } from "../../core/digest.ts";
import type { Unavailable } from "../store.ts";
import { ENTRY_FOLDER, type Packing } from "./library.ts";
import type { ListedCache, Rest } from "./rest.ts";

/** A cache that the list has, or that this process made since. */
export interface Known {
  readonly key: string;
  readonly ref: string;
  readonly version: string;
  /** `undefined` of what this process made: GitHub's list alone tells it. */
  readonly id: number | undefined;
}

/** What GitHub's list says of one definition, asked once and kept up to date with what this process does. */
export interface Catalogue {
  /** Asks GitHub where that was not done lately; for this number of pages at the most. */
  readonly load: (mostPages: number) => Promise<Loaded>;
  /** What is known of the list is not so any more: the next load asks again. */
  readonly markStale: () => void;
  /** Was it ever loaded? */
  readonly isLoaded: () => boolean;
  /** What begins with this prefix, the newest made first, of all references. */
  readonly group: (prefix: string) => readonly Known[];
  /** Every prefix that has something. */
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
  /** What all keys of the definition begin with. */
  readonly prefix: string;
  /** The prefix that groups a key with those of its shard; `undefined` for a key of no form that is known. */
  readonly prefixOf: (key: string) => string | undefined;
  readonly now: () => number;
}

/** What others save meanwhile is seen after this. */
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

/** Asks at most once at a time, and not again for a while. */
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
 * Scope by scope what counts of a group: nothing that was made before an end in its scope, and then nothing of the
 * scopes after it. So do look-ups, which meet the newest of the first scope that has any.
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

/** The version that the library gives to an entry of ours: it finds no entry of another. */
export function versionOf(packing: Packing): string {
  return sha256([ENTRY_FOLDER, packing, "1.0"].join("|"));
}
