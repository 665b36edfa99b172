import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { idDigest, namePrefix, parseKey } from "../../src/core/keys/cache-key.ts";
import type { CacheService, JobOptions } from "../cache-service/service.ts";
import { openStore } from "../store/github-setting.ts";
import { contentOf, entriesOf } from "./disk-look.ts";
import type { Chance } from "../helpers/random.ts";
import { IDS } from "./soak-command.ts";

export const STORES = ["file", "github"] as const;
export type StoreKind = (typeof STORES)[number];

/** What one entry holds: whose it is, and the digest of its content. */
interface Held {
  readonly id: string;
  readonly content: string;
}

/** The store of one round. */
export interface RoundStore {
  readonly kind: StoreKind;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The shards that have an entry. */
  readonly ids: () => ReadonlySet<string>;
  /** Every entry, with its content. */
  readonly held: () => Promise<readonly Held[]>;
}

/** A directory in the round's folder, seen without Donemark's help. */
export function directoryStore(folder: string, name: string): RoundStore {
  const root = join(folder, "store");
  return {
    kind: "file",
    inputs: { store: `file:${root}`, name },
    env: {},
    ids: () => new Set(entriesOf(root).map(({ id }) => id)),
    held: () => Promise.resolve(entriesOf(root)),
  };
}

/** One definition's entries in GitHub's cache; its job has a token that lists, one that also deletes, or none. */
export function githubStore(
  service: CacheService,
  {
    folder,
    name,
    chance,
  }: { readonly folder: string; readonly name: string; readonly chance: Chance },
): RoundStore {
  const jobs: [JobOptions, JobOptions, JobOptions] = [{ token: "read" }, { token: "write" }, {}];
  const env = service.env(chance.pick(jobs));
  return {
    kind: "github",
    inputs: { store: "github", name, "github-token": env["GITHUB_TOKEN"] ?? "" },
    env,
    ids: () => {
      const there = service.entries().filter(({ finalized }) => finalized);
      const own = there.filter(({ key }) => key.startsWith(namePrefix(name)));
      const keys = own.map(({ key }) => parseKey(key));
      const found = new Set(keys.map((key) => (key?.kind === "entry" ? key.id16 : "")));
      return new Set(IDS.filter((id) => found.has(idDigest(id))));
    },
    held: () => bringAll(service, folder, name),
  };
}

async function bringAll(
  service: CacheService,
  folder: string,
  name: string,
): Promise<readonly Held[]> {
  const store = openStore(service, { name, job: { token: "read" } });
  const listed = await store.list();
  if (listed.kind === "unavailable") throw new Error(`no list of the entries: ${listed.cause}`);
  return Promise.all(
    listed.entries.map(async (entry): Promise<Held> => {
      const staging = mkdtempSync(join(folder, "brought-"));
      const place = join(staging, "data");
      const fetched = await store.fetch(entry, place);
      const content = fetched.kind === "hit" ? contentOf(place) : fetched.kind;
      rmSync(staging, { recursive: true });
      return { id: fetched.kind === "hit" ? fetched.marker.shard : entry.shard, content };
    }),
  );
}
