import {
  mkdirSync,
  existsSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Entry, Finished, Store, Wanted } from "../../src/store/store.ts";
import {
  finish,
  read,
  temporaryFolder,
  wantedOf,
  write,
  type Content,
  type Result,
} from "./setting.ts";
import { markerOf } from "./told.ts";

interface Opening {
  readonly name?: string;
  readonly scope?: string;
}

/** What all stores that it opens share. */
export interface Backing {
  readonly open: (opening?: Opening) => Store;
}

const MISS = { kind: "miss" };
const HIT = { kind: "hit" };
const REMOVED = { kind: "removed" };

/** Ids that a name on disk, a key or a listing could get wrong. */
const HOSTILE_IDS = [
  "../../etc/passwd",
  "..",
  ".",
  "/",
  "/absolute/path",
  "a/b/c",
  "a//b",
  "a/./b",
  "a\\b",
  "C:\\aux",
  "con",
  "pr",
  "pr-0123456789abcdef0123456789abcdef",
  "incoming",
  "work-0123456789abcdef",
  ".donemark-tmp-1",
  "-rf",
  " ",
  " leading and trailing ",
  "quotes \" and ' and `",
  "$(touch /tmp/x); *?[a]",
  "comma,semicolon;colon:",
  "%2e%2e%2f",
  "ünïcödé – 蛋白质 🧬",
  "A".repeat(200),
  "🧬".repeat(100),
  "x".repeat(199) + "/",
  "Protein",
  "protein",
  "é",
  "e\u0301",
  "\uD800",
  "__proto__",
  "constructor",
];

/** What every store keeps to, also one that keeps nothing. */
export function answerContract(title: string, make: () => Store): void {
  describe(`${title}: answers`, () => {
    it("answers each question once, in order, also the same one twice and none at all", async () => {
      const store = make();
      const [first, second] = [wantedOf("1"), wantedOf("2")];
      expect(await store.find([])).toEqual([]);
      expect(await store.find([first, second, first])).toEqual([MISS, MISS, MISS]);
      expect(await store.findWork([])).toEqual([]);
      expect(await store.findWork([second, first])).toEqual([MISS, MISS]);
    });

    it("misses what was never there, and removes nothing of it", async () => {
      const store = make();
      const entry = {
        shard: "1",
        match: wantedOf("1").match,
        key: "no/such/key",
        seconds: 1,
        sizeBytes: 1,
      };
      const staging = path.join(temporaryFolder(), "staging");
      expect(await store.fetch(entry, staging)).toEqual(MISS);
      expect(await store.revoke(entry)).toEqual(MISS);
      expect(await store.remove(entry)).toEqual(MISS);
      expect(await store.fetchWork(wantedOf("1"), staging)).toEqual(MISS);
      expect(await store.dropWork(wantedOf("1"))).toEqual(MISS);
      expect(await store.list()).toEqual({ kind: "listed", entries: [] });
      expect(existsSync(staging)).toBe(false);
    });

    it("has a label for people", () => {
      expect(make().label).not.toBe("");
    });
  });
}

/** What every store that keeps something keeps to. */
export function storeContract(title: string, make: () => Backing): void {
  answerContract(title, () => make().open());
  describe(`${title}: finished shards`, () => {
    entryContract(make);
  });
  describe(`${title}: the newest of a match`, () => {
    orderContract(make);
  });
  describe(`${title}: names and scopes`, () => {
    scopeContract(make);
  });
  describe(`${title}: work`, () => {
    workContract(make);
  });
  describe(`${title}: failures`, () => {
    failureContract(make);
  });
}

function entryContract(make: () => Backing): void {
  it("finds what was saved, with what its marker says", async () => {
    const store = make().open();
    const done = finish({ by: { run: "123", attempt: 2 } });
    const saved = await store.save(done);
    expect(saved.kind).toBe("saved");
    expect(await store.find([wantedOf("other"), done.wanted])).toEqual([
      MISS,
      {
        kind: "hit",
        entry: {
          shard: done.wanted.shard,
          match: done.wanted.match,
          key: "key" in saved ? saved.key : "",
          seconds: done.marker.seconds,
          sizeBytes: done.marker.checkpoint.sizeBytes,
          run: "123",
          attempt: 2,
        },
      },
    ]);
  });

  it("leaves out what the marker does not know of its run", async () => {
    const store = make().open();
    const done = finish({ by: {} });
    await store.save(done);
    const entry = await entryOf(store, done.wanted);
    expect(entry).not.toHaveProperty("run");
    expect(entry).not.toHaveProperty("attempt");
  });

  it.each<[string, Content]>([
    ["a file", "bytes\0 and more"],
    ["an empty file", ""],
    ["a directory", { "a.bin": "1", deep: { er: { "b.bin": "22" } }, "c.done": "" }],
    ["an empty directory", {}],
  ])("brings %s as it was, with its marker", async (_, content) => {
    const store = make().open();
    const done = finish({ content });
    await store.save(done);
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await store.fetch(await entryOf(store, done.wanted), staging);
    expect(fetched).toEqual({ kind: "hit", marker: done.marker });
    expect(read(staging)).toEqual(content);
    expect(checkStaged(realDisk, staging, done.marker)).toEqual({ kind: "good" });
  });

  it("brings a directory whose links stay inside with its links", async () => {
    const store = make().open();
    const done = finish({ content: { real: { "a.bin": "1" } } });
    symlinkSync("real/a.bin", path.join(done.checkpoint, "latest"));
    const marker = markerOf(done.checkpoint, { shard: done.wanted.shard });
    expect((await store.save({ ...done, marker })).kind).toBe("saved");
    const staging = path.join(temporaryFolder(), "staging");
    await store.fetch(await entryOf(store, done.wanted), staging);
    expect(realDisk.readLink(path.join(staging, "latest"))).toBe("real/a.bin");
    expect(checkStaged(realDisk, staging, marker)).toEqual({ kind: "good" });
  });

  it("keeps what was saved when the checkpoint changes afterwards", async () => {
    const store = make().open();
    const done = finish({ content: "before" });
    await store.save(done);
    writeFileSync(done.checkpoint, "AFTER!");
    expect(await fetchContent(store, done.wanted)).toBe("before");
  });

  it("hands out a copy that may be changed", async () => {
    const store = make().open();
    const done = finish({ content: "before" });
    await store.save(done);
    const staging = path.join(temporaryFolder(), "staging");
    await store.fetch(await entryOf(store, done.wanted), staging);
    writeFileSync(staging, "AFTER!");
    expect(await fetchContent(store, done.wanted)).toBe("before");
  });

  it("answers exists to the second save, with the same key", async () => {
    const store = make().open();
    const done = finish();
    const first = await store.save(done);
    expect(await store.save(done)).toEqual({ ...first, kind: "exists" });
    expect(await keysOf(store)).toHaveLength(1);
  });

  it("keeps shards, inputs and their prefixes apart", async () => {
    const store = make().open();
    const all = ["shard-1", "shard-10", "shard-100", "shard-", "shard", "0001", "1"];
    for (const shard of all) await store.save(finish({ shard, content: `of ${shard}` }));
    for (const shard of all) {
      expect(await fetchContent(store, wantedOf(shard))).toBe(`of ${shard}`);
    }
    expect(
      await store.find([wantedOf("shard-11"), wantedOf("00"), wantedOf("shard-1", "b")]),
    ).toEqual([MISS, MISS, MISS]);
  });

  it("keeps entries of different matches of one shard side by side", async () => {
    const store = make().open();
    await store.save(finish({ fingerprint: "a", content: "A" }));
    await store.save(finish({ fingerprint: "b", content: "B" }));
    expect(await fetchContent(store, wantedOf("protein-1", "a"))).toBe("A");
    expect(await fetchContent(store, wantedOf("protein-1", "b"))).toBe("B");
  });

  it("keeps shards with hostile ids apart from all others", async () => {
    const store = make().open();
    for (const shard of HOSTILE_IDS) {
      const saved = await store.save(finish({ shard, content: `of ${shard}` }));
      expect([shard, saved.kind]).toEqual([shard, "saved"]);
    }
    const found = await store.find(HOSTILE_IDS.map((shard) => wantedOf(shard)));
    expect(found.map((one) => (one.kind === "hit" ? one.entry.shard : one.kind))).toEqual(
      HOSTILE_IDS,
    );
    const listed = await store.list();
    const shards = listed.kind === "listed" ? listed.entries.map(({ shard }) => shard) : [];
    expect(shards.toSorted()).toEqual(HOSTILE_IDS.toSorted());
    for (const shard of HOSTILE_IDS) {
      expect(await fetchContent(store, wantedOf(shard))).toBe(asUtf8(`of ${shard}`));
    }
  });

  it("lists what find answers with, and nothing else", async () => {
    const store = make().open();
    const all = [
      finish({ shard: "a" }),
      finish({ shard: "b" }),
      finish({ shard: "b", fingerprint: "2" }),
    ];
    for (const done of all) await store.save(done);
    const entries = await Promise.all(all.map(({ wanted }) => entryOf(store, wanted)));
    const listed = await store.list();
    expect(listed.kind === "listed" && byKey(listed.entries)).toEqual(byKey(entries));
  });

  it("never finds again what was revoked, whoever looks", async () => {
    const backing = make();
    const store = backing.open();
    const done = finish();
    await store.save(done);
    const entry = await entryOf(store, done.wanted);
    expect(await store.revoke(entry)).toEqual(REMOVED);
    const staging = path.join(temporaryFolder(), "staging");
    for (const later of [store, backing.open()]) {
      expect(await later.find([done.wanted])).toEqual([MISS]);
      expect(await later.fetch(entry, staging)).toEqual(MISS);
      expect(await keysOf(later)).toEqual([]);
      expect(await later.revoke(entry)).toEqual(MISS);
    }
  });

  it("saves anew what was revoked", async () => {
    const store = make().open();
    const done = finish();
    await store.save(done);
    await store.revoke(await entryOf(store, done.wanted));
    expect((await store.save(done)).kind).toBe("saved");
    expect(await fetchContent(store, done.wanted)).toBe("the embedding of protein-1");
  });

  it("removes one entry and no other", async () => {
    const store = make().open();
    const [gone, kept] = [finish({ shard: "1" }), finish({ shard: "10" })];
    await store.save(gone);
    await store.save(kept);
    const entry = await entryOf(store, gone.wanted);
    expect(await store.remove(entry)).toEqual(REMOVED);
    expect(await store.remove(entry)).toEqual(MISS);
    expect((await store.find([gone.wanted, kept.wanted])).map(({ kind }) => kind)).toEqual([
      "miss",
      "hit",
    ]);
  });

  it("touches nothing where something is at the staging path", async () => {
    const store = make().open();
    const done = finish();
    await store.save(done);
    const staging = path.join(temporaryFolder(), "staging");
    writeFileSync(staging, "mine");
    const fetched = await store.fetch(await entryOf(store, done.wanted), staging);
    expect(fetched).toMatchObject({ kind: "unavailable", cause: expect.stringContaining(staging) });
    expect(read(staging)).toBe("mine");
  });

  it("refuses a marker without its full digest, with the cause", async () => {
    const store = make().open();
    const done = finish();
    const { sha256: _, ...checkpoint } = done.marker.checkpoint;
    expect(await refusalOf(store, { ...done, marker: { ...done.marker, checkpoint } })).toContain(
      "digest",
    );
  });

  it("refuses a marker of another shard", async () => {
    const store = make().open();
    const done = finish();
    expect(
      await refusalOf(store, { ...done, marker: { ...done.marker, shard: "another" } }),
    ).toContain("another");
  });

  it("refuses a checkpoint that is not what its marker says", async () => {
    const store = make().open();
    const done = finish();
    writeFileSync(done.checkpoint, "shorter");
    expect(await refusalOf(store, done)).toContain(done.checkpoint);
  });

  it("saves of a directory what its marker covers, and not what came into it later", async () => {
    const store = make().open();
    const content = { "a.bin": "1", deep: { "b.bin": "22" } };
    const done = finish({ content });
    const later = new Date(Date.now() + 60_000);
    for (const name of ["a.bin.idx", "deep/x", "notes/x"]) {
      const place = path.join(done.checkpoint, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, "later");
      utimesSync(place, later, later);
    }
    expect(await store.save(done)).toMatchObject({ kind: "saved" });
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await store.fetch(await entryOf(store, done.wanted), staging);
    expect(fetched).toEqual({ kind: "hit", marker: done.marker });
    expect(checkStaged(realDisk, staging, done.marker)).toEqual({ kind: "good" });
    expect(JSON.stringify(read(staging))).not.toContain("later");
    const other = finish({ shard: "other", content });
    writeFileSync(path.join(other.checkpoint, "more"), "more");
    writeFileSync(path.join(other.checkpoint, "a.bin"), "2");
    expect(await store.save(other)).toMatchObject({ kind: "unavailable" });
  });

  it("refuses a checkpoint that is not there", async () => {
    const store = make().open();
    const done = finish();
    unlinkSync(done.checkpoint);
    expect(await refusalOf(store, done)).toContain(done.checkpoint);
  });
}

function orderContract(make: () => Backing): void {
  const early = "2026-03-01T10:00:00.000Z";
  const late = "2026-03-01T10:00:01.000Z";

  it.each([
    ["a later run", { run: "9", attempt: 9 }, { run: "10", attempt: 1 }],
    ["a run beyond 2^53", { run: "9007199254740992" }, { run: "9007199254740993" }],
    ["a later attempt", { run: "10", attempt: 9 }, { run: "10", attempt: 10 }],
    ["any run over none", {}, { run: "1", attempt: 1 }],
  ])("finds %s, in whatever order they came", async (_, older, newer) => {
    const store = make().open();
    await store.save(finish({ content: "older", by: older }));
    const saved = await store.save(finish({ content: "newer", by: newer }));
    expect(saved.kind).toBe("saved");
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("newer");

    const again = make().open();
    const first = await again.save(finish({ content: "newer", by: newer }));
    expect(await again.save(finish({ content: "older", by: older }))).toEqual({
      ...first,
      kind: "exists",
    });
    expect(await fetchContent(again, wantedOf("protein-1"))).toBe("newer");
  });

  const hour = 3_600_000;
  const then = Date.parse(early);

  it.each<[string, Result, Result]>([
    [
      "of a later start, whatever the clock said at the end",
      { fence: then, finishedAt: late },
      { fence: then + 1, finishedAt: early },
    ],
    [
      "of a later start in an earlier run or attempt",
      { fence: then, by: { run: "11", attempt: 3 } },
      { fence: then + hour, by: { run: "10", attempt: 1 } },
    ],
    ["of a later start outside a workflow", { fence: then }, { fence: then + 1, by: {} }],
    [
      "of a start years ahead, which later ones follow",
      { fence: 250_000_000_000_000 },
      { fence: 250_000_000_000_001 },
    ],
    ["with a fence over one without", { by: { run: "99" } }, { fence: 0, by: { run: "1" } }],
    ["of a later run, where both starts are the same moment", { fence: 5, by: {} }, { fence: 5 }],
  ])("finds the result %s, in whatever order they are saved", async (_, old, young) => {
    const [older, newer] = [
      finish({ ...old, content: "older" }),
      finish({ ...young, content: "newer" }),
    ];
    const store = make().open();
    await store.save(older);
    expect((await store.save(newer)).kind).toBe("saved");
    expect(await fetchContent(store, newer.wanted)).toBe("newer");

    const backing = make();
    const again = backing.open();
    const first = await again.save(newer);
    // A late owner may be another process, which has seen nothing of that.
    expect(await backing.open().save(older)).toEqual({ ...first, kind: "exists" });
    for (const reader of [again, backing.open()]) {
      expect(await fetchContent(reader, newer.wanted)).toBe("newer");
      expect((await entryOf(reader, newer.wanted)).fence).toBe(newer.marker.fence);
    }
  });

  it("tells the time by a clock of its own, or none", async () => {
    const { clock } = make().open();
    if (clock === undefined) return;
    const before = Date.now();
    const told = await clock();
    // A service tells whole seconds.
    expect(told).toBeGreaterThan(before - 2000);
    expect(told).toBeLessThan(Date.now() + 2000);
  });

  it("finds the later of two results of one attempt", async () => {
    const store = make().open();
    await store.save(finish({ content: "first", finishedAt: early }));
    expect((await store.save(finish({ content: "second", finishedAt: late }))).kind).toBe("saved");
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("second");
    expect((await store.save(finish({ content: "first", finishedAt: early }))).kind).toBe("exists");
  });

  it("finds the older again once the newer is revoked or removed", async () => {
    const store = make().open();
    for (const content of ["1", "2", "3"])
      await store.save(finish({ content, by: { run: content } }));
    await store.revoke(await entryOf(store, wantedOf("protein-1")));
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("2");
    await store.remove(await entryOf(store, wantedOf("protein-1")));
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("1");
  });

  it("lists older entries too, for those who prune", async () => {
    const store = make().open();
    for (const content of ["1", "2"]) await store.save(finish({ content, by: { run: content } }));
    expect(await keysOf(store)).toHaveLength(2);
  });
}

function failureContract(make: () => Backing): void {
  const [a, b, c] = [wantedOf("a"), wantedOf("b"), wantedOf("c")];
  const all = [a, b, c];
  const remembered = async ({ open }: Backing, opening: Opening = {}): Promise<unknown> =>
    [...((await open(opening).failures?.find(all)) ?? [])].toSorted();
  const update = async (
    { open }: Backing,
    changes: { readonly failed?: readonly Wanted[]; readonly done?: readonly Wanted[] },
    opening: Opening = {},
  ): Promise<void> => {
    await open(opening).failures?.update({ failed: [], done: [], ...changes });
  };

  it("are remembered for whoever comes later, until the shard is done", async () => {
    const backing = make();
    expect(await remembered(backing)).toEqual([]);
    await update(backing, { failed: [a, b] });
    await update(backing, { failed: [c, a] });
    expect(await remembered(backing)).toEqual(["a", "b", "c"]);
    await update(backing, { done: [b] });
    expect(await remembered(backing)).toEqual(["a", "c"]);
    await update(backing, { failed: [b], done: [a, c] });
    expect(await remembered(backing)).toEqual(["b"]);
    await update(backing, { done: [b, a] });
    expect(await remembered(backing)).toEqual([]);
  });

  it("belong to a fingerprint and a definition, and are no results", async () => {
    const backing = make();
    await update(backing, { failed: [a] });
    const store = backing.open();
    expect(await store.failures?.find([wantedOf("a", "another")])).toEqual(new Set());
    expect(await remembered(backing, { name: "another" })).toEqual([]);
    expect(await keysOf(store)).toEqual([]);
    expect(await store.find([a])).toEqual([MISS]);
    await store.save(finish({ shard: "a" }));
    expect(await remembered(backing)).toEqual(["a"]);
  });

  it("of a pull request are nobody else's", async () => {
    const backing = make();
    await update(backing, { failed: [a] });
    await update(backing, { failed: [b] }, { scope: "refs/pull/12/merge" });
    expect(await remembered(backing, { scope: "refs/pull/12/merge" })).toEqual(["a", "b"]);
    expect(await remembered(backing)).toEqual(["a"]);
    expect(await remembered(backing, { scope: "refs/pull/1/merge" })).toEqual(["a"]);
  });

  it("are many", async () => {
    const backing = make();
    const many = Array.from({ length: 60 }, (_, place) => wantedOf(`shard ${place}`));
    await update(backing, { failed: many });
    expect((await backing.open().failures?.find(many))?.size).toBe(60);
  });
}

function scopeContract(make: () => Backing): void {
  const pull = "refs/pull/12/merge";
  const other = "refs/pull/1/merge";

  it("keeps definitions of different names apart, prefixes of each other too", async () => {
    const backing = make();
    const names = ["esm", "esm2", "esm/2", "esm-2", "ESM", "../esm"];
    for (const name of names) await backing.open({ name }).save(finish({ content: `of ${name}` }));
    for (const name of names) {
      const store = backing.open({ name });
      expect(await fetchContent(store, wantedOf("protein-1"))).toBe(`of ${name}`);
      expect(await keysOf(store)).toHaveLength(1);
    }
  });

  it("reads under a pull request what all share", async () => {
    const backing = make();
    await backing.open().save(finish({ content: "shared" }));
    const store = backing.open({ scope: pull });
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("shared");
    expect(await keysOf(store)).toHaveLength(1);
  });

  it("reads what a pull request wrote only for that pull request", async () => {
    const backing = make();
    const store = backing.open({ scope: pull });
    const done = finish();
    expect((await store.save(done)).kind).toBe("saved");
    const entry = await entryOf(store, done.wanted);
    const staging = path.join(temporaryFolder(), "staging");
    for (const stranger of [backing.open(), backing.open({ scope: other })]) {
      expect(await stranger.find([done.wanted])).toEqual([MISS]);
      expect(await keysOf(stranger)).toEqual([]);
      expect(await stranger.fetch(entry, staging)).toEqual(MISS);
      expect(await stranger.revoke(entry)).toEqual(MISS);
      expect(await stranger.remove(entry)).toEqual(MISS);
    }
    expect((await backing.open({ scope: pull }).find([done.wanted]))[0]?.kind).toBe("hit");
  });

  it("prefers under a pull request what it wrote itself", async () => {
    const backing = make();
    const store = backing.open({ scope: pull });
    await store.save(finish({ content: "own", by: { run: "7" } }));
    await backing.open().save(finish({ content: "shared", by: { run: "9" } }));
    expect(await fetchContent(store, wantedOf("protein-1"))).toBe("own");
    expect(await fetchContent(backing.open(), wantedOf("protein-1"))).toBe("shared");
  });

  it("saves nothing under a pull request that all share already", async () => {
    const backing = make();
    const done = finish();
    const first = await backing.open().save(done);
    expect(await backing.open({ scope: pull }).save(done)).toEqual({ ...first, kind: "exists" });
  });

  it("lets a pull request revoke what all share for itself alone", async () => {
    const backing = make();
    const done = finish();
    await backing.open().save(done);
    const store = backing.open({ scope: pull });
    const entry = await entryOf(store, done.wanted);
    expect(await store.revoke(entry)).toEqual(REMOVED);
    expect(await backing.open({ scope: pull }).find([done.wanted])).toEqual([MISS]);
    expect(await keysOf(store)).toEqual([]);
    for (const still of [backing.open(), backing.open({ scope: other })]) {
      expect((await still.find([done.wanted]))[0]?.kind).toBe("hit");
    }
    expect((await store.save(done)).kind).toBe("saved");
  });

  it("lets a pull request remove nothing that all share", async () => {
    const backing = make();
    const done = finish();
    await backing.open().save(done);
    const store = backing.open({ scope: pull });
    const removed = await store.remove(await entryOf(store, done.wanted));
    expect(removed.kind).toBe("unavailable");
    expect((await backing.open().find([done.wanted]))[0]?.kind).toBe("hit");
  });

  it("keeps the work of a pull request to it, and hands it what all share", async () => {
    const backing = make();
    const wanted = wantedOf("protein-1");
    const [shared, store] = [backing.open(), backing.open({ scope: pull })];
    await shared.saveWork(wanted, workOf({ state: "shared" }));
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "shared" });
    await store.saveWork(wanted, workOf({ state: "own" }));
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "own" });
    expect(await fetchWorkContent(shared, wanted)).toEqual({ state: "shared" });
    expect(await store.dropWork(wanted)).toEqual(REMOVED);
    expect(await store.findWork([wanted])).toEqual([MISS]);
    expect(await store.dropWork(wanted)).toEqual(MISS);
    expect(await fetchWorkContent(shared, wanted)).toEqual({ state: "shared" });
    await store.saveWork(wanted, workOf({ state: "anew" }));
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "anew" });
  });
}

/** A whole part: without one a plan has nothing to go on from. */
const PART = { "part-1": "one", "part-1.done": "" };

function workContract(make: () => Backing): void {
  it("restores a work directory whole, with markers and folders", async () => {
    const store = make().open();
    const content = {
      "state.json": "parts 1",
      "part-1.pt": "one",
      "part-1.pt.done": "",
      deep: { "part-2.pt": "two", "part-2.pt.done": "2" },
      "an empty folder": {},
    };
    const wanted = wantedOf("a/b");
    expect((await store.saveWork(wanted, workOf(content))).kind).toBe("saved");
    expect(await store.findWork([wantedOf("a"), wanted])).toEqual([MISS, HIT]);
    expect(await fetchWorkContent(store, wanted)).toEqual(content);
  });

  it("restores the newest of several snapshots", async () => {
    const store = make().open();
    const wanted = wantedOf("1");
    const work = workOf({ state: "1", gone: "soon" });
    await store.saveWork(wanted, work);
    write(work, { state: "2", added: "later" });
    unlinkSync(path.join(work, "gone"));
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "2", added: "later" });
  });

  it("answers exists where nothing has changed", async () => {
    const store = make().open();
    const work = workOf({ state: "1", deep: { part: "1" } });
    await store.saveWork(wantedOf("1"), work);
    expect((await store.saveWork(wantedOf("1"), work)).kind).toBe("exists");
  });

  it("tells how the shard had failed, and nothing of what its command printed", async () => {
    const store = make().open();
    const work = workOf({ state: "1", ...PART });
    const wanted = wantedOf("1");
    const failure = { times: 2, reason: "exit code 1", exitCode: 1, alike: 2, at: "2026-01-01" };
    await store.saveWork(wanted, work);
    expect((await store.saveWork(wanted, work, { ...failure, logTail: "secret" })).kind).toBe(
      "saved",
    );
    const staging = path.join(temporaryFolder(), "staging");
    const brought = { kind: "hit", failure: { ...failure, logTail: "" } };
    expect(await store.fetchWork(wanted, staging)).toEqual(brought);
  });

  it("hands work on only where every part of the fingerprint is the same", async () => {
    const store = make().open();
    const wanted = wantedOf("1");
    const changed: Wanted = { ...wanted, whole: wantedOf("1", "b").whole };
    await store.saveWork(wanted, workOf({ state: "1", ...PART }));
    const staging = path.join(temporaryFolder(), "staging");
    expect(await store.findWork([changed, wantedOf("10"), wanted])).toEqual([MISS, MISS, HIT]);
    expect(await store.fetchWork(changed, staging)).toEqual(MISS);
    expect(await store.dropWork(changed)).toEqual(MISS);
    expect(await store.findWork([{ ...wanted, match: changed.match }])).toEqual([HIT]);
  });

  it("forgets dropped work and no other", async () => {
    const store = make().open();
    for (const shard of ["1", "10"])
      await store.saveWork(wantedOf(shard), workOf({ state: shard, ...PART }));
    expect(await store.dropWork(wantedOf("1"))).toEqual(REMOVED);
    expect(await store.dropWork(wantedOf("1"))).toEqual(MISS);
    expect(await store.findWork([wantedOf("1"), wantedOf("10")])).toEqual([MISS, HIT]);
  });

  it("takes work for no finished shard, and a finished shard for no work", async () => {
    const store = make().open();
    await store.saveWork(wantedOf("1"), workOf({ state: "1", ...PART }));
    await store.save(finish({ shard: "2" }));
    expect((await store.find([wantedOf("1"), wantedOf("2")])).map(({ kind }) => kind)).toEqual([
      "miss",
      "hit",
    ]);
    expect(await store.findWork([wantedOf("1"), wantedOf("2")])).toEqual([HIT, MISS]);
    expect(await keysOf(store)).toHaveLength(1);
  });

  it("leaves links of a work directory out", async () => {
    const store = make().open();
    const work = workOf({ state: "1" });
    symlinkSync("/etc", path.join(work, "out"));
    symlinkSync("state", path.join(work, "latest"));
    await store.saveWork(wantedOf("1"), work);
    expect(await fetchWorkContent(store, wantedOf("1"))).toEqual({ state: "1" });
  });

  it("says which work directory is not there", async () => {
    const store = make().open();
    const work = workOf({});
    rmSync(work, { recursive: true });
    const saved = await store.saveWork(wantedOf("1"), work);
    expect(saved).toMatchObject({ kind: "unavailable", cause: expect.stringContaining(work) });
  });

  it("touches nothing where something is at the staging path", async () => {
    const store = make().open();
    await store.saveWork(wantedOf("1"), workOf({ state: "1" }));
    const staging = workOf({ mine: "mine" });
    const fetched = await store.fetchWork(wantedOf("1"), staging);
    expect(fetched).toMatchObject({ kind: "unavailable", cause: expect.stringContaining(staging) });
    expect(read(staging)).toEqual({ mine: "mine" });
  });

  it("keeps work with hostile ids apart", async () => {
    const store = make().open();
    for (const shard of HOSTILE_IDS)
      await store.saveWork(wantedOf(shard), workOf({ state: shard }));
    for (const shard of HOSTILE_IDS) {
      const content = await fetchWorkContent(store, wantedOf(shard));
      expect(content).toEqual({ state: asUtf8(shard) });
    }
  });
}

/** The entry that `find` answers with. */
export async function entryOf(store: Store, wanted: Wanted): Promise<Entry> {
  const [found] = await store.find([wanted]);
  if (found?.kind !== "hit") throw new Error(`no hit: ${JSON.stringify(found)}`);
  return found.entry;
}

export async function fetchContent(store: Store, wanted: Wanted): Promise<Content> {
  const staging = path.join(temporaryFolder(), "staging");
  const fetched = await store.fetch(await entryOf(store, wanted), staging);
  expect(fetched.kind).toBe("hit");
  return read(staging);
}

export async function fetchWorkContent(store: Store, wanted: Wanted): Promise<Content> {
  const staging = path.join(temporaryFolder(), "staging");
  expect(await store.fetchWork(wanted, staging)).toEqual(HIT);
  return read(staging);
}

export async function keysOf(store: Store): Promise<readonly string[]> {
  const listed = await store.list();
  if (listed.kind !== "listed") throw new Error(listed.cause);
  return listed.entries.map(({ key }) => key);
}

/** A work directory of its own. */
export function workOf(content: Content): string {
  const work = path.join(temporaryFolder(), "work");
  mkdirSync(work);
  write(work, content);
  return work;
}

/** A text as a file can hold it: half a surrogate pair is replaced. */
function asUtf8(text: string): string {
  return Buffer.from(text).toString();
}

/** The cause of a save that is refused and leaves nothing. */
async function refusalOf(store: Store, done: Finished): Promise<string> {
  const saved = await store.save(done);
  expect(await store.find([done.wanted])).toEqual([MISS]);
  return saved.kind === "unavailable" ? saved.cause : saved.kind;
}

function byKey(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
