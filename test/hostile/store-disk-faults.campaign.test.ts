// Sample: every operation of Donemark and two of the codes, each at every sixth operation of the disk.
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chosenOf } from "../helpers/campaign.ts";
import { TEMPORARY_PREFIX } from "../../src/files/durable.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Entry, Finished, Store } from "../../src/store/store.ts";
import { entryOf, fetchWorkContent, workOf } from "../store/contract.ts";
import { unflushedDisk } from "../store/disks.ts";
import {
  fileOptions,
  finish,
  namesBelow,
  read,
  temporaryFolder,
  wantedOf,
  write,
  type Content,
} from "../store/setting.ts";
import { atEveryOperation, CODES, expectClear, reportFaults, type Code } from "./faulty-disk.ts";

const SHARD = "protein-1";
const OLD = { "old.bin": "an older result" };
const NEW = { "a.bin": "1", deep: { "b.bin": "22" } };

afterAll(reportFaults);

interface Stored {
  readonly root: string;
  readonly store: Store;
  readonly done: Finished;
  readonly entry: Entry;
}

async function stored(content: Content): Promise<Stored> {
  const root = path.join(temporaryFolder(), "root");
  const store = cleanStore(root);
  const done = finish({ shard: SHARD, content });
  await store.save(done);
  return { root, store, done, entry: await entryOf(store, done.wanted) };
}

function cleanStore(root: string, scope?: string): Store {
  return fileStore(fileOptions(root, { disk: unflushedDisk, scope }));
}

const OTHERS = Array.from({ length: 20 }, (_, n) => `other-${n}`);
const SCOPE = "refs/pull/12/merge";
const PARTS = { "state.json": "1", one: "x", "one.done": "" };

interface Stage extends Stored {
  readonly work: string;
}

type Act = (store: Store, stage: Stage) => Promise<{ readonly kind: string } | undefined>;

/** Every operation of a directory store, on one that holds an entry and a work. */
const OPERATIONS: Readonly<Record<string, Act>> = {
  find: async (store) => (await store.find([wantedOf(SHARD)]))[0],
  "find of many": async (store) =>
    (await store.find([SHARD, ...OTHERS].map((shard) => wantedOf(shard))))[0],
  list: (store) => store.list(),
  fetch: (store, { entry }) => store.fetch(entry, path.join(temporaryFolder(), "staging")),
  "save of a second result": (store) =>
    store.save(
      finish({
        shard: SHARD,
        content: OLD,
        finishedAt: "2027-01-01T00:00:00.000Z",
        by: { run: "101", attempt: 1 },
      }),
    ),
  revoke: (store, { entry }) => store.revoke(entry),
  remove: (store, { entry }) => store.remove(entry),
  "find of work": async (store) => (await store.findWork([wantedOf(SHARD)]))[0],
  "fetch of work": (store) =>
    store.fetchWork(wantedOf(SHARD), path.join(temporaryFolder(), "staging")),
  "save of work": (store, { work }) => {
    write(work, { two: "y", "two.done": "" });
    return store.saveWork(wantedOf(SHARD), work);
  },
  "drop of work": (store) => store.dropWork(wantedOf(SHARD)),
};

const GOOD = new Set(["hit", "listed", "saved", "removed", "exists", "unavailable"]);

describe.each(Object.entries(OPERATIONS))("a directory store's %s", (title, act) => {
  it("with a fault at every single operation says its cause and harms nothing", async () => {
    for (const code of chosenOf(CODES, 2)) await meetFaults({ title, act, code, scope: undefined });
  });

  it("with a broken disk at every single operation, in a scope of its own, does so", async () => {
    await meetFaults({ title, act, code: "EIO", scope: SCOPE });
  });
});

async function meetFaults({
  title,
  act,
  code,
  scope,
}: {
  readonly title: string;
  readonly act: Act;
  readonly code: Code;
  readonly scope: string | undefined;
}): Promise<void> {
  const isLook = /^(find|list|fetch)/.test(title);
  const shared = isLook ? await newStage() : undefined;
  await atEveryOperation(title, code, async ({ disk, failed }) => {
    const stage = shared ?? (await newStage());
    const answer = await act(fileStore(fileOptions(stage.root, { disk, scope })), stage);
    const isMet = failed() !== undefined;
    if (isMet && answer?.kind === "unavailable" && "cause" in answer)
      expectClear(String(answer.cause), code);
    // With a fault, a miss would be a claim about what could not be seen.
    expect(isMet ? answer?.kind : undefined).not.toBe("miss");
    expect(GOOD.has(answer?.kind ?? "")).toBe(true);
    expectNoTemporaryShown(stage.root);
    if (!isLook) await expectUsable(stage, scope, /remove|revoke|drop/.test(title));
  });
  if (shared !== undefined) await expectUsable(shared, scope, false);
}

async function newStage(): Promise<Stage> {
  const stage = { ...(await stored(NEW)), work: workOf(PARTS) };
  await stage.store.saveWork(wantedOf(SHARD), stage.work);
  return stage;
}

/** Nobody's list, find or fetch shows what was in the making. */
function expectNoTemporaryShown(root: string): void {
  const shown = namesBelow(root).filter((name) => name.includes(TEMPORARY_PREFIX));
  expect(shown.filter((name) => !name.includes("incoming"))).toEqual([]);
}

async function expectUsable(
  { root, done, work }: Stage,
  scope: string | undefined,
  isGone: boolean,
): Promise<void> {
  const after = cleanStore(root, scope);
  const [found] = await after.find([wantedOf(SHARD)]);
  if (!isGone) expect(found?.kind).toBe("hit");
  if (found?.kind === "hit") {
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await after.fetch(found.entry, staging);
    expect(fetched.kind).toBe("hit");
    if (fetched.kind === "hit")
      expect(checkStaged(realDisk, staging, fetched.marker)).toEqual({ kind: "good" });
  }
  expect(["saved", "exists"]).toContain((await after.save(done)).kind);
  expect(["saved", "exists"]).toContain((await after.saveWork(wantedOf(SHARD), work)).kind);
  expect(await fetchWorkContent(after, wantedOf(SHARD))).toEqual(read(work));
}
