import {
  isSealed,
  namePrefix,
  parseKey,
  parseWorkKey,
  workNamePrefix,
  type EntryKey,
} from "../../core/keys/cache-key.ts";
import type { Environment } from "../../core/definition/environment.ts";
import type { MarkerForm } from "../../core/model/marker-form.ts";
import type { Disk } from "../../files/disk.ts";
import type { Unavailable, Wanted } from "../store.ts";
import { openCatalogue, versionOf, type Catalogue } from "./list/catalogue.ts";
import type { Helpers } from "./service/helpers.ts";
import type { Packing } from "./service/library.ts";
import { openCacheSpace, type CacheSpace } from "./cache-space.ts";
import { MOST_PAGES, openRest, type Rest } from "./list/rest.ts";
import { unavailable } from "../answers.ts";
import { DEADLINES, openService, type Deadlines, type Service } from "./service/service.ts";
import type { Surroundings } from "./surroundings.ts";
import { packingHere } from "./tools.ts";
import type { Head } from "./work/head.ts";

export interface GithubStoreOptions {
  readonly disk: Disk;
  /** Keeps definitions apart. */
  readonly name: string;
  readonly surroundings: Surroundings;
  /** The step's environment. */
  readonly env: Environment;
  readonly helpers: Helpers;
  /** Folder for archives in the making: RUNNER_TEMP. */
  readonly temporary: string;
  /** A new text at every call, no other process's, of letters, digits and `-`. */
  readonly token: () => string;
  readonly randomHex: (bytes: number) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Removes older entries of the same shard and match once a newer one is saved. */
  readonly prunes: boolean;
  /** May this job say for all others which shards have failed? */
  readonly keepsFailures: boolean;
  readonly warn: (line: string) => void;
  readonly markers: MarkerForm;
  readonly deadlines?: Partial<Deadlines & { readonly restMs: number }>;
}

/** A definition's part of GitHub's cache. */
export interface StoreContext extends GithubStoreOptions {
  /** `undefined` where only the list can be read. */
  readonly service: Service | undefined;
  readonly rest: Rest | undefined;
  readonly entries: Catalogue | undefined;
  readonly work: Catalogue | undefined;
  /** References that count, the job's own first; on a terminal they are known with the first list. */
  readonly scopes: readonly string[];
  /** The job's own reference. */
  readonly own: string;
  /** Learns the default branch on a terminal, which has no reference of its own: all jobs share that branch's caches. */
  readonly learnScopes: () => Promise<void>;
  readonly packing: Packing;
  readonly space: CacheSpace;
  readonly memory: Memory;
}

/** Facts that this process learned from earlier answers. */
interface Memory {
  /** Whole shard ids and matches by the digits that a key holds of them. */
  readonly shards: Map<string, string>;
  readonly matches: Map<string, string>;
  /** The newest head of each work that this process saved or fetched. */
  readonly heads: Map<string, { readonly key: string; readonly head: Head }>;
  /** Prefixes of work of which look-ups have found none. */
  readonly noWork: Set<string>;
  /** `true` until GitHub refuses it to the token. */
  mayList: boolean;
  mayDelete: boolean;
  toldOfPacking: boolean;
}

const REST_MS = 20_000;

/** Tried where GitHub does not say which branch is the default. */
const LIKELY_BRANCHES = ["main", "master"];

export function openContext(options: GithubStoreOptions): StoreContext {
  const { surroundings, env, helpers, name, now } = options;
  const { hasService, modes } = surroundings;
  const scopes = [...surroundings.scopes];
  const { restMs = REST_MS, ...deadlines } = options.deadlines ?? {};
  const service = hasService
    ? openService(helpers, {
        modes,
        now,
        deadlines: { ...DEADLINES, ...deadlines },
      })
    : undefined;
  const rest = surroundings.rest && openRest(surroundings.rest, env, restMs);
  const listing = { rest, now };
  return {
    ...options,
    service,
    rest,
    entries: rest && openCatalogue({ ...listing, rest, prefix: namePrefix(name), prefixOf }),
    work:
      rest &&
      openCatalogue({ ...listing, rest, prefix: workNamePrefix(name), prefixOf: workPrefixOf }),
    scopes,
    get own() {
      return scopes[0] ?? "";
    },
    learnScopes: () => learnScopes(scopes, rest),
    packing: packingHere(env),
    space: openCacheSpace(rest, options.warn),
    memory: openMemory(rest !== undefined),
  };
}

async function learnScopes(scopes: string[], rest: Rest | undefined): Promise<void> {
  if (scopes.length > 0) return;
  const branch = await rest?.defaultBranch();
  const branches = branch === undefined ? LIKELY_BRANCHES : [branch];
  if (scopes.length === 0) scopes.push(...branches.map((one) => `refs/heads/${one}`));
}

function openMemory(mayAsk: boolean): Memory {
  return {
    shards: new Map(),
    matches: new Map(),
    heads: new Map(),
    noWork: new Set(),
    mayList: mayAsk,
    mayDelete: mayAsk,
    toldOfPacking: false,
  };
}

function prefixOf(key: string): string | undefined {
  return parseKey(key)?.prefix;
}

function workPrefixOf(key: string): string | undefined {
  return parseWorkKey(key)?.prefix;
}

/** Number of look-ups that cost as much as one page of the list. A token may ask for a thousand pages an hour. */
const LOOK_UPS_FOR_A_PAGE = 8;

/**
 * The list, where it can be had; `undefined` where look-ups have to do, or cost less for what is `wanted`: the number
 * of shards, every one if it is not given.
 */
export async function listOf(
  context: StoreContext,
  catalogue: Catalogue | undefined,
  wanted = Number.POSITIVE_INFINITY,
): Promise<{ readonly kind: "list"; readonly catalogue: Catalogue } | undefined | Unavailable> {
  const { memory, service, warn } = context;
  if (catalogue !== undefined && memory.mayList) {
    const mostPages = service === undefined ? MOST_PAGES : wanted / LOOK_UPS_FOR_A_PAGE;
    const [loaded] = await Promise.all([catalogue.load(mostPages), context.learnScopes()]);
    if (loaded.kind === "loaded") return { kind: "list", catalogue };
    if (loaded.kind === "long") return service === undefined ? NO_SERVICE : undefined;
    if (service === undefined) return unavailable(loaded.cause);
    if (memory.mayList)
      warn(
        `GitHub's list of caches is not used: ${loaded.cause}. Each shard is looked up instead.`,
      );
    memory.mayList = false;
  }
  return service === undefined ? NO_SERVICE : undefined;
}

export const NO_SERVICE = unavailable(
  "there is no cache service here: only steps of actions in a workflow have one",
);

/** Why nothing can be read; `undefined` where it can. */
export function readTrouble({ surroundings }: StoreContext): Unavailable | undefined {
  const { hasService, modes } = surroundings;
  if (!hasService || modes.reads) return undefined;
  return unavailable(`the job's cache-mode is ${modes.mode}, which reads nothing`);
}

export function writeTrouble({ surroundings, service }: StoreContext): Unavailable | undefined {
  const { modes } = surroundings;
  if (service === undefined) return NO_SERVICE;
  return modes.writes
    ? undefined
    : unavailable(`the job's cache-mode is ${modes.mode}, which saves nothing`);
}

/** Parses the key of an entry; `undefined` for any other key, and for an unsealed one where a seal is required. */
export function readEntryKey(
  { markers }: Pick<StoreContext, "markers">,
  key: string,
): EntryKey | undefined {
  const parsed = parseKey(key);
  if (parsed?.kind !== "entry") return undefined;
  return markers.seal === undefined || isSealed(parsed, markers.seal) ? parsed : undefined;
}

/** The version of what this runner saves and finds. */
export function versionHere({ packing }: StoreContext): string {
  return versionOf(packing);
}

/** Does a cache of this version count here? Without a cache service nothing is fetched, and all versions count. */
export function isOurVersion(
  context: StoreContext,
  { version }: { readonly version: string },
): boolean {
  return context.service === undefined || version === versionHere(context);
}

/** Remembers a whole id and match, of which keys hold only a part. */
export function remember({ memory }: StoreContext, { shard, match }: Wanted, id: string): void {
  memory.shards.set(id, shard);
  memory.matches.set(match.slice(0, 16), match);
}
