/** What a token allows in one scope, a git reference. Scopes are read in the token's order. */
export interface Grant {
  readonly scope: string;
  readonly read: boolean;
  readonly write: boolean;
}

/** A cache entry, or (not finalised) the reservation of one. */
export interface ServiceEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly scope: string;
  readonly sizeBytes: number;
  readonly finalized: boolean;
  readonly createdAtMs: number;
  readonly accessedAtMs: number;
}

type Reserved =
  | { readonly kind: "reserved"; readonly entry: ServiceEntry }
  | { readonly kind: "exists" }
  | { readonly kind: "denied" };

interface Wanted {
  readonly key: string;
  readonly version: string;
  readonly restoreKeys: readonly string[];
}

/** The entries of one repository with GitHub's rules: immutable, scoped, found by prefix, locked until finalised. */
export interface Entries {
  /** Takes a key for the first scope that the grants may write. */
  readonly reserve: (key: string, version: string, grants: readonly Grant[]) => Reserved;
  /** The reservation that these grants may finish. */
  readonly reservation: (
    key: string,
    version: string,
    grants: readonly Grant[],
  ) => ServiceEntry | undefined;
  /** Makes an entry visible, and drops the least recently used ones beyond the limit. */
  readonly finalize: (id: number, sizeBytes: number) => void;
  readonly find: (wanted: Wanted, grants: readonly Grant[]) => ServiceEntry | undefined;
  readonly all: () => readonly ServiceEntry[];
  readonly remove: (ids: readonly number[]) => void;
}

/** A reservation that was never finalised keeps its key for this long. */
const LOCK_MS = 24 * 3_600_000;

/** An empty repository. The clock is the caller's. */
export function createEntries(now: () => number, limitBytes: number): Entries {
  const entries = new Map<number, ServiceEntry>();
  let lastId = 0;

  const dropExpired = (): void => {
    for (const { id, finalized, createdAtMs } of entries.values()) {
      if (!finalized && now() - createdAtMs >= LOCK_MS) entries.delete(id);
    }
  };
  const all = (): ServiceEntry[] => {
    dropExpired();
    return [...entries.values()];
  };
  const at = (scope: string, key: string, version: string): ServiceEntry | undefined =>
    all().find((entry) => entry.scope === scope && entry.key === key && entry.version === version);

  return {
    all,
    reserve: (key, version, grants) => {
      const scope = grants.find((grant) => grant.write)?.scope;
      if (scope === undefined) return { kind: "denied" };
      if (at(scope, key, version) !== undefined) return { kind: "exists" };
      lastId += 1;
      const times = { createdAtMs: now(), accessedAtMs: now() };
      const entry = { id: lastId, key, version, scope, sizeBytes: 0, finalized: false, ...times };
      entries.set(entry.id, entry);
      return { kind: "reserved", entry };
    },
    reservation: (key, version, grants) => {
      const scope = grants.find((grant) => grant.write)?.scope;
      const entry = scope === undefined ? undefined : at(scope, key, version);
      return entry?.finalized === false ? entry : undefined;
    },
    finalize: (id, sizeBytes) => {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entries.set(id, { ...entry, sizeBytes, finalized: true, accessedAtMs: now() });
      for (const over of beyond(all(), limitBytes)) entries.delete(over.id);
    },
    find: (wanted, grants) => {
      const found = findIn(all(), wanted, grants);
      if (found !== undefined) entries.set(found.id, { ...found, accessedAtMs: now() });
      return found;
    },
    remove: (ids) => {
      for (const id of ids) entries.delete(id);
    },
  };
}

/** Scope by scope: the key itself, what begins with it, then what begins with each restore key; the newest first. */
function findIn(
  entries: readonly ServiceEntry[],
  wanted: Wanted,
  grants: readonly Grant[],
): ServiceEntry | undefined {
  const fitting = entries
    .filter((entry) => entry.finalized && entry.version === wanted.version)
    .sort((one, other) => other.createdAtMs - one.createdAtMs || other.id - one.id);
  for (const { scope } of grants.filter((grant) => grant.read)) {
    const own = fitting.filter((entry) => entry.scope === scope);
    for (const key of [wanted.key, ...wanted.restoreKeys]) {
      const exact = own.find((entry) => entry.key === key);
      const found = exact ?? own.find((entry) => entry.key.startsWith(key));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What has to go, least recently used first, until the rest fits. */
function beyond(entries: readonly ServiceEntry[], limitBytes: number): readonly ServiceEntry[] {
  const oldestFirst = entries
    .filter((entry) => entry.finalized)
    .sort((one, other) => one.accessedAtMs - other.accessedAtMs || one.id - other.id);
  let total = oldestFirst.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  return oldestFirst.filter((entry) => {
    if (total <= limitBytes) return false;
    total -= entry.sizeBytes;
    return true;
  });
}
