import {
  isSealed,
  namePrefix,
  parseKey,
  parseWorkKey,
  workNamePrefix,
  type EntryKey,
} from "../../core/cache-key.ts";
import type { Environment } from "../../core/environment.ts";
import type { MarkerForm } from "../../core/marker-form.ts";
import type { Disk } from "../../files/disk.ts";
import type { Unavailable, Wanted } from "../store.ts";
import { openCatalogue, versionOf, type Catalogue } from "./catalogue.ts";
import type { Helpers } from "./helpers.ts";
import type { Packing } from "./library.ts";
import { openQuota, type Quota } from "./quota.ts";
import { MOST_PAGES, openRest, type Rest } from "./rest.ts";
import { DEADLINES, openService, unavailable, type Deadlines, type Service } from "./service.ts";
import type { Surroundings } from "./surroundings.ts";
import { packingHere } from "./tools.ts";
import type { Head } from "./work-head.ts";

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
  readonly warn: (line: string) => void;
  readonly markers: MarkerForm;
  readonly deadlines?: Partial<Deadlines & { readonly restMs: number }>;
}

/** A definition's part of GitHub's cache. */
export interface Site extends GithubStoreOptions {
  /** `undefined` where only the list can be read. */
  readonly service: Service | undefined;
  readonly rest: Rest | undefined;
  readonly entries: Catalogue | undefined;
  readonly work: Catalogue | undefined;
  /** References that count, the job's own first; on a terminal they are known with the first list. */
  readonly scopes: readonly string[];
  /** The job's own reference. */
  readonly own: string;
  /** A terminal has no reference of its own: what the default branch has is what all share. */
  readonly learnScopes: () => Promise<void>;
  readonly packing: Packing;
  readonly quota: Quota;
  readonly memory: Memory;
}

/** What this process has learned. */
interface Memory {
  /** Shards and matches by what a key holds of them. */
  readonly shards: Map<string, string>;
  readonly matches: Map<string, string>;
  /** The newest head of a work that this process saved or brought. */
  readonly heads: Map<string, { readonly key: string; readonly head: Head }>;
  /** Prefixes of work of which look-ups have found none. */
  readonly noWork: Set<string>;
  /** The token may list, and delete, until it was refused. */
  mayList: boolean;
  mayDelete: boolean;
  toldOfPacking: boolean;
}

const REST_MS = 20_000;

/** Where GitHub does not say which branch is the default. */
const LIKELY_BRANCHES = ["main", "master"];

export function openSite(options: GithubStoreOptions): Site {
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
    quota: openQuota(rest, options.warn),
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

/** So many look-ups cost no more than a page of the list, of which a token may ask a thousand an hour. */
const LOOK_UPS_FOR_A_PAGE = 8;

/**
 * The list, where it can be had; `undefined` where look-ups have to do, or cost less for what is `wanted`: the number
 * of shards, every one if it is not given.
 */
export async function listOf(
  site: Site,
  catalogue: Catalogue | undefined,
  wanted = Number.POSITIVE_INFINITY,
): Promise<{ readonly kind: "list"; readonly catalogue: Catalogue } | undefined | Unavailable> {
  const { memory, service, warn } = site;
  if (catalogue !== undefined && memory.mayList) {
    const mostPages = service === undefined ? MOST_PAGES : wanted / LOOK_UPS_FOR_A_PAGE;
    const [loaded] = await Promise.all([catalogue.load(mostPages), site.learnScopes()]);
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
export function readTrouble({ surroundings }: Site): Unavailable | undefined {
  const { hasService, modes } = surroundings;
  if (!hasService || modes.reads) return undefined;
  return unavailable(`the job's cache-mode is ${modes.mode}, which reads nothing`);
}

export function writeTrouble({ surroundings, service }: Site): Unavailable | undefined {
  const { modes } = surroundings;
  if (service === undefined) return NO_SERVICE;
  return modes.writes
    ? undefined
    : unavailable(`the job's cache-mode is ${modes.mode}, which saves nothing`);
}

/** What an entry's key says; `undefined` for no entry's, and for one that is not sealed where all have to be. */
export function readEntryKey(
  { markers }: Pick<Site, "markers">,
  key: string,
): EntryKey | undefined {
  const parsed = parseKey(key);
  if (parsed?.kind !== "entry") return undefined;
  return markers.seal === undefined || isSealed(parsed, markers.seal) ? parsed : undefined;
}

/** The version of what this runner saves and finds. */
export function versionHere({ packing }: Site): string {
  return versionOf(packing);
}

/** Does a cache of this version count here? Where nothing can be brought, all that the list has do. */
export function isOurVersion(site: Site, { version }: { readonly version: string }): boolean {
  return site.service === undefined || version === versionHere(site);
}

/** Keys hold a piece of an id and of a match: what was asked for is known whole. */
export function remember({ memory }: Site, { shard, match }: Wanted, id: string): void {
  memory.shards.set(id, shard);
  memory.matches.set(match.slice(0, 16), match);
}
