import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Marker } from "../../src/core/marker.ts";
import { compareOrder, orderOf } from "../../src/store/order.ts";
import type { Entry, Finished, Saved, Store, Unavailable, Wanted } from "../../src/store/store.ts";

type StoreMethod = Exclude<keyof Store, "kind" | "label">;

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

/** What lies in memory. */
export interface Vault {
  readonly entries: Kept[];
  readonly work: KeptWork[];
}

interface Owner {
  readonly name: string;
  readonly scope: string;
}

interface Kept extends Owner {
  readonly entry: Entry;
  readonly marker: Marker;
  readonly data: Node;
  /** Scopes for which it no longer counts. */
  readonly hiddenFrom: Set<string>;
}

interface KeptWork extends Owner {
  readonly shard: string;
  readonly whole: string;
  readonly data: Node;
  readonly hiddenFrom: Set<string>;
}

type Node =
  | { readonly kind: "file"; readonly bytes: Buffer }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder"; readonly children: ReadonlyMap<string, Node> };

const SHARED = "";
const MISS = { kind: "miss" } as const;
const REMOVED = { kind: "removed" } as const;

export function openVault(): Vault {
  return { entries: [], work: [] };
}

/** A store in memory, with faults on demand. Checkpoints and work are read from and written to the real disk. */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { vault = openVault(), name = "test", scope = SHARED, faults = {} } = options;
  const owner = { name, scope };
  const calls = noCalls();
  const answer = <T>(method: StoreMethod, act: () => T): Promise<T | Unavailable> => {
    calls[method] += 1;
    const cause = faults[method];
    return Promise.resolve(cause === undefined ? act() : unavailable(cause));
  };
  const answerEach = <T>(
    method: StoreMethod,
    wanted: readonly Wanted[],
    act: (one: Wanted) => T,
  ): Promise<readonly (T | Unavailable)[]> => {
    calls[method] += 1;
    const cause = faults[method];
    return Promise.resolve(
      wanted.map((one) => (cause === undefined ? act(one) : unavailable(cause))),
    );
  };
  return {
    kind: "memory",
    label: "memory",
    faults,
    calls,
    find: (wanted) =>
      answerEach("find", wanted, (one) => {
        const newest = visible(vault, owner).find((kept) => isOf(kept, one));
        return newest === undefined ? MISS : { kind: "hit" as const, entry: newest.entry };
      }),
    fetch: (entry, staging) =>
      answer("fetch", () => {
        const kept = keptOf(vault, owner, entry);
        if (kept === undefined) return MISS;
        return write(staging, kept.data) ?? { kind: "hit" as const, marker: kept.marker };
      }),
    save: (finished) => answer("save", () => save(vault, owner, finished)),
    revoke: (entry) =>
      answer("revoke", () => {
        const kept = keptOf(vault, owner, entry);
        kept?.hiddenFrom.add(scope);
        return kept === undefined ? MISS : REMOVED;
      }),
    list: () =>
      answer("list", () => ({
        kind: "listed" as const,
        entries: visible(vault, owner).map(({ entry }) => entry),
      })),
    remove: (entry) =>
      answer("remove", () => {
        const kept = keptOf(vault, owner, entry);
        if (kept === undefined) return MISS;
        if (kept.scope !== scope) return unavailable("a scope removes only entries of its own");
        vault.entries.splice(vault.entries.indexOf(kept), 1);
        return REMOVED;
      }),
    findWork: (wanted) =>
      answerEach("findWork", wanted, (one) =>
        visibleWork(vault, owner, one).length > 0 ? { kind: "hit" as const } : MISS,
      ),
    saveWork: (wanted, work) => answer("saveWork", () => saveWork(vault, owner, wanted, work)),
    fetchWork: (wanted, staging) =>
      answer("fetchWork", () => {
        const [newest] = visibleWork(vault, owner, wanted);
        if (newest === undefined) return MISS;
        return write(staging, newest.data) ?? { kind: "hit" as const };
      }),
    dropWork: (wanted) =>
      answer("dropWork", () => {
        const found = visibleWork(vault, owner, wanted);
        for (const kept of found) {
          kept.hiddenFrom.add(scope);
          if (kept.scope === scope) vault.work.splice(vault.work.indexOf(kept), 1);
        }
        return found.length === 0 ? MISS : REMOVED;
      }),
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

function save(vault: Vault, owner: Owner, { wanted, checkpoint, marker }: Finished): Saved {
  if (marker.checkpoint.sha256 === undefined) return unavailable("the marker has no full digest");
  if (marker.shard !== wanted.shard) return unavailable("the marker is of another shard");
  const order = orderOf(marker);
  const newer = visible(vault, owner).find(
    (kept) => isOf(kept, wanted) && compareOrder(orderOf(kept.marker), order) >= 0,
  );
  if (newer !== undefined) return { kind: "exists", key: newer.entry.key };
  const data = read(checkpoint);
  if (data === undefined) return unavailable(`there is nothing at ${checkpoint}`);
  if (sizeOf(data) !== marker.checkpoint.sizeBytes) {
    return unavailable(`${checkpoint} is not what its marker says`);
  }
  const { run, attempt } = marker.by;
  const entry = {
    shard: wanted.shard,
    match: wanted.match,
    key: `${owner.scope}/${wanted.shard}/${wanted.match}/${vault.entries.length}`,
    seconds: marker.seconds,
    sizeBytes: marker.checkpoint.sizeBytes,
    ...(run !== undefined && { run }),
    ...(attempt !== undefined && { attempt }),
  };
  vault.entries.push({ ...owner, entry, marker, data, hiddenFrom: new Set() });
  return { kind: "saved", key: entry.key };
}

function saveWork(vault: Vault, owner: Owner, wanted: Wanted, work: string): Saved {
  const data = read(work);
  if (data?.kind !== "folder") return unavailable(`there is no work directory ${work}`);
  const own = visibleWork(vault, owner, wanted).find(({ scope }) => scope === owner.scope);
  const kept = withoutLinks(data);
  if (own !== undefined && isSame(own.data, kept)) return { kind: "exists", key: wanted.whole };
  const { shard, whole } = wanted;
  vault.work.push({ ...owner, shard, whole, data: kept, hiddenFrom: new Set() });
  return { kind: "saved", key: whole };
}

/** Own ones first, then the shared ones; of each the newest first. */
function visible(vault: Vault, { name, scope }: Owner): readonly Kept[] {
  return vault.entries
    .filter((kept) => kept.name === name && (kept.scope === scope || kept.scope === SHARED))
    .filter((kept) => !kept.hiddenFrom.has(kept.scope) && !kept.hiddenFrom.has(scope))
    .toSorted((a, b) => {
      if (a.scope !== b.scope) return a.scope === scope ? -1 : 1;
      return compareOrder(orderOf(b.marker), orderOf(a.marker));
    });
}

function visibleWork(vault: Vault, { name, scope }: Owner, wanted: Wanted): readonly KeptWork[] {
  return vault.work
    .filter((kept) => kept.name === name && (kept.scope === scope || kept.scope === SHARED))
    .filter((kept) => kept.shard === wanted.shard && kept.whole === wanted.whole)
    .filter((kept) => !kept.hiddenFrom.has(scope))
    .toReversed()
    .toSorted((a, b) => Number(b.scope === scope) - Number(a.scope === scope));
}

function keptOf(vault: Vault, owner: Owner, { key }: Entry): Kept | undefined {
  return visible(vault, owner).find((kept) => kept.entry.key === key);
}

function isOf({ entry }: Kept, { shard, match }: Wanted): boolean {
  return entry.shard === shard && entry.match === match;
}

function read(place: string): Node | undefined {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.isDirectory() ? readFolder(place) : { kind: "file", bytes: readFileSync(place) };
}

function readFolder(folder: string): Node {
  const children = new Map<string, Node>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const below = path.join(folder, entry.name);
    const child = entry.isSymbolicLink()
      ? { kind: "link" as const, target: readlinkSync(below) }
      : read(below);
    if (child !== undefined) children.set(entry.name, child);
  }
  return { kind: "folder", children };
}

/** `undefined` when all is written. */
function write(place: string, node: Node): Unavailable | undefined {
  if (statSync(place, { throwIfNoEntry: false }) !== undefined) {
    return unavailable(`${place}: something is there already`);
  }
  if (node.kind === "file") writeFileSync(place, node.bytes);
  if (node.kind === "link") symlinkSync(node.target, place);
  if (node.kind === "folder") {
    mkdirSync(place);
    for (const [name, child] of node.children) write(path.join(place, name), child);
  }
  return undefined;
}

function withoutLinks(node: Node): Node {
  if (node.kind !== "folder") return node;
  const children = [...node.children]
    .filter(([, child]) => child.kind !== "link")
    .map(([name, child]) => [name, withoutLinks(child)] as const);
  return { kind: "folder", children: new Map(children) };
}

function sizeOf(node: Node): number {
  if (node.kind === "file") return node.bytes.length;
  if (node.kind === "link") return 0;
  return [...node.children.values()].reduce((sum, child) => sum + sizeOf(child), 0);
}

function isSame(a: Node, b: Node): boolean {
  if (a.kind === "file" && b.kind === "file") return a.bytes.equals(b.bytes);
  if (a.kind === "link" && b.kind === "link") return a.target === b.target;
  if (a.kind !== "folder" || b.kind !== "folder") return false;
  if (a.children.size !== b.children.size) return false;
  return [...a.children].every(([name, child]) => {
    const other = b.children.get(name);
    return other !== undefined && isSame(child, other);
  });
}

function unavailable(cause: string): Unavailable {
  return { kind: "unavailable", cause };
}
