// Sample: six of the pairs of a call and a fault.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Entry, Store } from "../../src/store/store.ts";
import { startCacheService, type CacheService, type Fault } from "../cache-service/service.ts";
import type { ServiceCall } from "../cache-service/faults.ts";
import { chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { entryOf, fetchContent } from "./contract.ts";
import { openStore } from "./github-setting.ts";
import { finish, namesBelow, temporaryFolder, wantedOf } from "./setting.ts";

/** For the call that meets the fault: it may never end by itself. What comes before and after it has all its time. */
const SHORT = { lookUpMs: 1500, carryMs: 3000, restMs: 1000, patienceMs: 1500 };

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
  readonly open: (opening?: Opening) => Store;
  /** What lies in the folder for archives. */
  readonly left: () => readonly string[];
}

interface Opening {
  readonly token?: "read" | "write";
  readonly isShort?: boolean;
}

function benchOf(service: CacheService, name: string): Bench {
  const temporary = path.join(temporaryFolder(), "temp");
  mkdirSync(temporary);
  return {
    open: ({ token, isShort = false } = {}) =>
      openStore(service, {
        name,
        ...(token !== undefined && { job: { token } }),
        changes: { temporary, prunes: true, ...(isShort && { deadlines: SHORT }) },
      }),
    left: () => namesBelow(temporary),
  };
}

/** What the store is asked, so that it makes this call; whatever it answers is an outcome and no exception. */
const ASKED: Readonly<Record<ServiceCall, (bench: Bench) => Promise<{ readonly kind: string }>>> = {
  lookup: ({ open }) => findKnown(open({ isShort: true })),
  list: ({ open }) => findKnown(open({ isShort: true, token: "read" })),
  create: ({ open }) => open({ isShort: true }).save(finish({ shard: "new" })),
  upload: ({ open }) => open({ isShort: true }).save(finish({ shard: "new" })),
  finalize: ({ open }) => open({ isShort: true }).save(finish({ shard: "new" })),
  usage: ({ open }) => open({ isShort: true, token: "read" }).save(finish({ shard: "new" })),
  delete: ({ open }) =>
    open({ isShort: true, token: "write" }).save(
      finish({ shard: "known", by: { run: "100", attempt: 2 } }),
    ),
  download: async ({ open }) => {
    const entry = await entryOf(open(), wantedOf("known"));
    return bring(open({ isShort: true }), entry);
  },
};

const CALLS = Object.keys(ASKED).filter((call): call is ServiceCall => call in ASKED);
const services: CacheService[] = [];
let cases = 0;

afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  tally("faults of the cache service × calls", { all: cases });
});

const CHOSEN = chosenOf(
  CALLS.flatMap((call) => FAULTS.map(([title, fault]) => ({ call, title, fault }))),
  6,
);

it("whatever becomes of any call, an answer comes and nothing is lost", async () => {
  // Side by side, each call with a service of its own: most of the time they wait for a deadline.
  await Promise.all(CALLS.map(tryFaults));
});

async function tryFaults(call: ServiceCall): Promise<void> {
  const service = await startCacheService();
  services.push(service);
  for (const { title, fault } of CHOSEN.filter((one) => one.call === call)) {
    const about = `${call} that ${title}`;
    const bench = benchOf(service, about);
    expect((await bench.open().save(finish({ shard: "known" }))).kind, about).toBe("saved");
    const end = service.fault(call, fault);
    const answer = await ASKED[call](bench);
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

async function findKnown(store: Store): Promise<{ readonly kind: string }> {
  return (await store.find([wantedOf("known")]))[0] ?? { kind: "nothing" };
}

async function bringOnce(store: Store, shard: string): Promise<{ readonly kind: string }> {
  return bring(store, await entryOf(store, wantedOf(shard)));
}

function bring(store: Store, entry: Entry): Promise<{ readonly kind: string }> {
  return store.fetch(entry, path.join(temporaryFolder(), "staging"));
}
