import { realDisk } from "../../src/files/real-disk.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import { entriesStore } from "../../src/store/entries/entries-store.ts";
import type { Store, Unavailable, Wanted } from "../../src/store/store.ts";
import { memoryBucket, type Vault } from "./memory-bucket.ts";

type StoreMethod = Exclude<keyof Store, "kind" | "label" | "failures" | "clock">;

/** A method with a cause here answers `unavailable` with it. May be changed at any time. */
type StoreFaults = Partial<Record<StoreMethod, string>>;

export interface MemoryStore extends Store {
  readonly faults: StoreFaults;
  /** How often each method was called. */
  readonly calls: Record<StoreMethod, number>;
}

export interface MemoryStoreOptions {
  /** What several stores share, as processes share a real one. */
  readonly vault?: Vault;
  readonly name?: string;
  readonly scope?: string;
  readonly faults?: StoreFaults;
}

let tokens = 0;

/** Entries over a bucket in memory, with faults on demand. Checkpoints and work are read from the real disk. */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { vault = new Map(), name = "test", scope, faults = {} } = options;
  const calls = noCalls();
  const store = entriesStore(
    { kind: "memory", label: "memory" },
    {
      bucket: memoryBucket(vault),
      disk: realDisk,
      name,
      scope,
      markers: PLAIN_FORM,
      now: Date.now,
      isOrphaned: () => false,
      token: () => `memory-${process.pid}-${(tokens += 1)}`,
    },
  );
  const unless = async <T>(
    method: StoreMethod,
    act: () => Promise<T>,
  ): Promise<T | Unavailable> => {
    calls[method] += 1;
    const cause = faults[method];
    return cause === undefined ? act() : { kind: "unavailable", cause };
  };
  const unlessEach = async <T>(
    method: StoreMethod,
    wanted: readonly Wanted[],
    act: () => Promise<readonly T[]>,
  ): Promise<readonly (T | Unavailable)[]> => {
    calls[method] += 1;
    const cause = faults[method];
    return cause === undefined ? act() : wanted.map(() => ({ kind: "unavailable", cause }));
  };
  return {
    ...store,
    faults,
    calls,
    find: (wanted) => unlessEach("find", wanted, () => store.find(wanted)),
    fetch: (entry, staging) => unless("fetch", () => store.fetch(entry, staging)),
    save: (finished) => unless("save", () => store.save(finished)),
    revoke: (entry) => unless("revoke", () => store.revoke(entry)),
    list: () => unless("list", store.list),
    remove: (entry) => unless("remove", () => store.remove(entry)),
    findWork: (wanted) => unlessEach("findWork", wanted, () => store.findWork(wanted)),
    saveWork: (wanted, work, failure) =>
      unless("saveWork", () => store.saveWork(wanted, work, failure)),
    fetchWork: (wanted, staging) => unless("fetchWork", () => store.fetchWork(wanted, staging)),
    dropWork: (wanted) => unless("dropWork", () => store.dropWork(wanted)),
  };
}

function noCalls(): Record<StoreMethod, number> {
  return {
    find: 0,
    fetch: 0,
    save: 0,
    revoke: 0,
    list: 0,
    remove: 0,
    findWork: 0,
    saveWork: 0,
    fetchWork: 0,
    dropWork: 0,
  };
}
