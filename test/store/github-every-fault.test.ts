import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { startCacheService, type CacheService, type Fault } from "../cache-service/service.ts";
import type { ServiceCall } from "../cache-service/faults.ts";
import { tally } from "../helpers/tally.ts";
import { entryOf, fetchContent } from "./contract.ts";
import { openStore } from "./github-setting.ts";
import { finish, namesBelow, temporaryFolder, wantedOf } from "./setting.ts";

/** Each case has its own folders, and each call its own service. */
const SHORT = { lookUpMs: 1500, carryMs: 3000, restMs: 1000, patienceMs: 1500 };

/** Longer than every deadline of a save with all its look-ups, and the starts of helpers on a busy machine. */
const MOST_MS = 20_000;

const FAULTS: readonly (readonly [string, Fault])[] = [
  ["is refused", "refuse"],
  ["is reset", "reset"],
  ["stalls", "stall"],
  ["is answered 403", { status: 403 }],
  ["is answered 404", { status: 404 }],
  ["is answered 409", { status: 409 }],
  ["is answered 429 with a time", { status: 429, headers: { "retry-after": "60" } }],
  ["is answered 429 without a time", { status: 429 }],
  ["is answered 500", { status: 500 }],
  ["is answered 503", { status: 503 }],
  ["is answered by a page", "not-json"],
  ["is answered in part", { truncateTo: 20 }],
  ["is changed on its way", "corrupt"],
];

interface Bench {
  readonly open: (token?: "read" | "write") => Store;
  /** What lies in the folder for archives. */
  readonly left: () => readonly string[];
}

function benchOf(service: CacheService, name: string): Bench {
  const temporary = path.join(temporaryFolder(), "temp");
  mkdirSync(temporary);
  return {
    open: (token) =>
      openStore(service, {
        name,
        ...(token !== undefined && { job: { token } }),
        changes: { temporary, deadlines: SHORT, prunes: true },
      }),
    left: () => namesBelow(temporary),
  };
}

/** What the store is asked, so that it makes this call; whatever it answers is an outcome and no exception. */
const ASKED: Readonly<Record<ServiceCall, (bench: Bench) => Promise<{ readonly kind: string }>>> = {
  lookup: async ({ open }) => (await open().find([wantedOf("known")]))[0] ?? { kind: "nothing" },
  list: async ({ open }) =>
    (await open("read").find([wantedOf("known")]))[0] ?? { kind: "nothing" },
  create: async ({ open }) => open().save(finish({ shard: "new" })),
  upload: async ({ open }) => open().save(finish({ shard: "new" })),
  finalize: async ({ open }) => open().save(finish({ shard: "new" })),
  usage: async ({ open }) => open("read").save(finish({ shard: "new" })),
  delete: async ({ open }) =>
    open("write").save(finish({ shard: "known", by: { run: "100", attempt: 2 } })),
  download: ({ open }) => bringOnce(open(), "known"),
};

const CALLS = Object.keys(ASKED).filter((call): call is ServiceCall => call in ASKED);
const services: CacheService[] = [];
let cases = 0;

afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  tally("faults of the cache service × calls", { all: cases });
});

it(
  "whatever becomes of any call, the answer comes in time and nothing is lost",
  { timeout: 240_000 },
  async () => {
    // Side by side, each call with a service of its own: most of the time they wait for a deadline.
    await Promise.all(CALLS.map(tryFaults));
  },
);

async function tryFaults(call: ServiceCall): Promise<void> {
  const service = await startCacheService();
  services.push(service);
  for (const [title, fault] of FAULTS) {
    const about = `${call} that ${title}`;
    const bench = benchOf(service, about);
    expect((await bench.open().save(finish({ shard: "known" }))).kind, about).toBe("saved");
    const end = service.fault(call, fault);
    const startedAt = performance.now();
    const answer = await ASKED[call](bench);
    expect(performance.now() - startedAt, about).toBeLessThan(MOST_MS);
    end();
    cases += 1;
    expect(["saved", "exists", "hit", "miss", "unavailable"], about).toContain(answer.kind);
    await expectWhole(bench, about);
  }
}

/** Another process finds what was saved before, and brings it and what it saves anew, byte for byte. */
async function expectWhole({ open, left }: Bench, about: string): Promise<void> {
  const store = open();
  const found = (await store.find([wantedOf("known")]))[0]?.kind;
  // What arrives damaged twice is taken for damaged: its shard runs, and is saved anew.
  if (!about.startsWith("download")) expect(found, about).toBe("hit");
  for (const shard of ["known", "new"]) {
    expect(["saved", "exists"], about).toContain((await store.save(finish({ shard }))).kind);
    // What was changed on its way up is found out here, revoked, and saved anew.
    if ((await bringOnce(store, shard)).kind === "miss")
      expect((await store.save(finish({ shard }))).kind, about).toBe("saved");
    expect(await fetchContent(store, wantedOf(shard)), about).toBe(`the embedding of ${shard}`);
  }
  expect(left(), about).toEqual([]);
}

async function bringOnce(store: Store, shard: string): Promise<{ readonly kind: string }> {
  const entry = await entryOf(store, wantedOf(shard));
  return store.fetch(entry, path.join(temporaryFolder(), "staging"));
}
