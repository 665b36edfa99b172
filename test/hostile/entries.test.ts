import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { measured } from "../helpers/processor-time.ts";
import { bring } from "../../src/job/reconcile/bring.ts";
import { formatMarker, type Marker } from "../../src/core/model/marker.ts";
import { shardPaths } from "../../src/core/model/shard-paths.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import type { Entry, Store } from "../../src/store/store.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
import { entryOf, workOf } from "../store/contract.ts";
import {
  fileOptions,
  finish,
  namesBelow,
  temporaryFolder,
  wantedOf,
  write,
  type Content,
} from "../store/setting.ts";
import { token } from "../store/told.ts";
import { tally } from "../helpers/tally.ts";

const SHARD = "protein-1";
const MISS = { kind: "miss" };

let cases = 0;
afterAll(() => tally("hostile input", { "entries of a directory": cases }));

/** A store with one entry, whose files an attacker may change. */
interface Victim {
  readonly root: string;
  readonly store: Store;
  readonly marker: Marker;
  readonly entry: Entry;
  /** The entry's folder. */
  readonly folder: string;
  /** A folder outside of everything, with a `secret` of the size of the data. */
  readonly outside: string;
}

const FILE = "the content";
const FOLDER = { a: "1", deep: { b: "22" } };

async function victim(content: Content): Promise<Victim> {
  const root = path.join(temporaryFolder(), "root");
  const store = fileStore(fileOptions(root));
  const done = finish({ shard: SHARD, content });
  await store.save(done);
  const entry = await entryOf(store, done.wanted);
  const [home = ""] = readdirSync(root);
  const outside = temporaryFolder();
  writeFileSync(path.join(outside, "secret"), FILE);
  return {
    root,
    store,
    marker: done.marker,
    entry,
    folder: path.join(root, home, entry.key),
    outside,
  };
}

function taskIn(workspace: string): Task {
  const checkpoint = "out/a";
  const fingerprint = {
    input: { digest: "0".repeat(64) },
    command: { digest: "0".repeat(64) },
    files: { digest: "0".repeat(64) },
    text: { digest: "0".repeat(64) },
    listedFiles: {},
  };
  return {
    shard: { id: SHARD, name: SHARD, index: 0, inputs: [], checkpoint },
    paths: shardPaths(workspace, { checkpoint }),
    inputs: [],
    basis: "",
    fingerprint,
    unfetched: () => undefined,
    markLine: () => "donemark mark",
    prepare: () => Promise.resolve(),
    wanted: wantedOf(SHARD),
  };
}

/** Brings the entry as a run does, with little work; gives what became of it, and the workspace. */
async function bringIt({ store, entry }: Victim) {
  cases += 1;
  const workspace = temporaryFolder();
  const hand = {
    disk: realDisk,
    token,
    markers: PLAIN_FORM,
    keep: 0,
    warn: (text: string) => {
      throw new Error(text);
    },
  };
  const { answer: brought, seconds } = await measured(() =>
    bring(hand, store, taskIn(workspace), entry),
  );
  expect(seconds).toBeLessThan(5);
  return { brought, workspace };
}

function expectNothingBrought(workspace: string, { outside }: Victim): void {
  expect(namesBelow(workspace)).toEqual(["out"]);
  expect(namesBelow(outside)).toEqual(["secret"]);
  expect(readFileSync(path.join(outside, "secret"), "utf8")).toBe(FILE);
}

function rewrite(one: Victim, change: (marker: Marker) => object | string): void {
  const changed = change(one.marker);
  const text = typeof changed === "string" ? changed : formatMarker({ ...one.marker, ...changed });
  writeFileSync(path.join(one.folder, "marker.json"), text);
}

const block = (marker: Marker, changes: object): object => ({
  checkpoint: { ...marker.checkpoint, ...changes },
});

/** Markers that lie. */
const LIES: readonly (readonly [string, (marker: Marker) => object | string])[] = [
  ["another shard", () => ({ shard: "protein-2" })],
  ["a shard that is a path", () => ({ shard: "../../etc/passwd" })],
  ["one byte more", (marker) => block(marker, { sizeBytes: marker.checkpoint.sizeBytes + 1 })],
  ["no byte", (marker) => block(marker, { sizeBytes: 0 })],
  ["a terabyte", (marker) => block(marker, { sizeBytes: 1024 ** 4 })],
  ["a size that is no number", (marker) => block(marker, { sizeBytes: "11" })],
  ["a size below nothing", (marker) => block(marker, { sizeBytes: -1 })],
  [
    "the other kind",
    (marker) =>
      block(marker, {
        kind: marker.checkpoint.kind === "file" ? "directory" : "file",
        tree: "0".repeat(64),
      }),
  ],
  ["another digest", (marker) => block(marker, { sha256: "0".repeat(64) })],
  ["another sample", (marker) => block(marker, { sample: "0".repeat(64) })],
  ["no digest", (marker) => block(marker, { sha256: undefined })],
  ["a digest that is a path", (marker) => block(marker, { sha256: `../${"0".repeat(61)}` })],
  ["no end", (marker) => formatMarker(marker).slice(0, -20)],
  ["nothing", () => ""],
  ["a list", () => "[]"],
  ["a megabyte of brackets", () => "[".repeat(1024 * 1024)],
  ["a marker and a megabyte of blanks", (marker) => formatMarker(marker) + " ".repeat(1024 * 1024)],
  ["a prototype", (marker) => `{"__proto__":${formatMarker(marker).trim()}}`],
];

type Spoil = (victim: Victim) => void;
const dataOf = ({ folder }: Victim): string => path.join(folder, "data");

function replace(place: string, make: () => void): void {
  rmSync(place, { recursive: true, force: true });
  make();
}

/** Other things in the place of what an entry holds. */
const SPOILT: readonly (readonly [string, Spoil])[] = [
  [
    "data that is a link to the same bytes",
    (one) => replace(dataOf(one), () => symlinkSync(path.join(one.outside, "secret"), dataOf(one))),
  ],
  [
    "data that is a link to itself",
    (one) => replace(dataOf(one), () => symlinkSync("data", dataOf(one))),
  ],
  [
    "data that is a named pipe",
    (one) => replace(dataOf(one), () => void execFileSync("mkfifo", [dataOf(one)])),
  ],
  [
    "data that is a link to an endless device",
    (one) => replace(dataOf(one), () => symlinkSync("/dev/zero", dataOf(one))),
  ],
  ["no data", (one) => rmSync(dataOf(one), { recursive: true })],
  [
    "a marker that is a named pipe",
    (one) => {
      const marker = path.join(one.folder, "marker.json");
      replace(marker, () => void execFileSync("mkfifo", [marker]));
    },
  ],
  [
    "a marker that is a link",
    (one) => {
      const marker = path.join(one.folder, "marker.json");
      renameSync(marker, path.join(one.outside, "marker.json"));
      symlinkSync(path.join(one.outside, "marker.json"), marker);
      rmSync(path.join(one.outside, "marker.json"));
    },
  ],
  [
    "a marker that is a folder",
    (one) => {
      const marker = path.join(one.folder, "marker.json");
      replace(marker, () => mkdirSync(marker));
    },
  ],
];

/** Things that do not belong into a folder. */
const STRAY: readonly (readonly [string, Spoil])[] = [
  ["a link that leads out", (one) => symlinkSync(one.outside, path.join(dataOf(one), "way"))],
  ["a link that climbs out", (one) => symlinkSync("../../..", path.join(dataOf(one), "way"))],
  ["a named pipe", (one) => void execFileSync("mkfifo", [path.join(dataOf(one), "pipe")])],
  ["a file more", (one) => write(path.join(dataOf(one), "a\n::error::more"), "")],
  [
    "a file replaced by a link to it",
    (one) => {
      renameSync(path.join(dataOf(one), "a"), path.join(dataOf(one), "deep", "c"));
      symlinkSync("deep/c", path.join(dataOf(one), "a"));
    },
  ],
  ["a file of other bytes", (one) => write(path.join(dataOf(one), "a"), "2")],
];

describe.each([
  ["file", FILE],
  ["folder", FOLDER],
] as const)("the entry of a %s", (kind, content) => {
  it.each(LIES)("whose marker says %s brings nothing", async (_, lie) => {
    const one = await victim(content);
    rewrite(one, lie);
    const { brought, workspace } = await bringIt(one);
    expect(brought.kind).toBe("lost");
    expectNothingBrought(workspace, one);
    expect(await one.store.find([wantedOf(SHARD)])).toEqual([MISS]);
  });

  it.each(SPOILT)("that holds %s brings nothing", async (_, spoil) => {
    const one = await victim(content);
    spoil(one);
    const { brought, workspace } = await bringIt(one);
    expect(brought.kind).toBe("lost");
    expectNothingBrought(workspace, one);
  });

  if (kind === "folder") {
    it.each(STRAY)("that holds %s besides brings nothing", async (_, spoil) => {
      const one = await victim(content);
      spoil(one);
      const { brought, workspace } = await bringIt(one);
      expect(brought.kind).toBe("lost");
      expectNothingBrought(workspace, one);
      expect(await one.store.find([wantedOf(SHARD)])).toEqual([MISS]);
    });
  }
});

it("an entry that is a link to one is not found", async () => {
  const one = await victim(FILE);
  cpSync(one.folder, path.join(one.root, "elsewhere"), { recursive: true });
  replace(one.folder, () => symlinkSync(path.join(one.root, "elsewhere"), one.folder));
  expect(await one.store.find([wantedOf(SHARD)])).toEqual([MISS]);
  cases += 1;
});

it("an entry's key that is no path of this store's finds nothing", async () => {
  const one = await victim(FILE);
  const base = path.basename(one.entry.key);
  for (const key of [
    `../${one.entry.key}`,
    `/${one.entry.key}`,
    base,
    "",
    ".",
    `x/../${one.entry.key}`,
  ]) {
    const entry = { ...one.entry, key };
    expect(await one.store.fetch(entry, path.join(temporaryFolder(), "staging"))).toEqual(MISS);
    expect(await one.store.revoke(entry)).toEqual(MISS);
    expect(await one.store.remove(entry)).toEqual(MISS);
    cases += 1;
  }
  expect(existsSync(one.folder)).toBe(true);
});

const HASH = "0".repeat(64);
const FILE_OF = (place: string, sha256 = HASH): object => ({
  path: place,
  sizeBytes: 1,
  sha256,
  mtimeNs: "1",
  inode: "1",
});

/** Manifests of a work that would be written or read elsewhere. */
const MANIFESTS: readonly (readonly [
  string,
  (real: Record<string, unknown>) => object | string,
])[] = [
  ["a file that climbs", (real) => ({ ...real, files: [FILE_OF("../stolen")] })],
  ["a file that climbs from within", (real) => ({ ...real, files: [FILE_OF("a/../../stolen")] })],
  ["an absolute file", (real) => ({ ...real, files: [FILE_OF("/stolen")] })],
  ["a file without a name", (real) => ({ ...real, files: [FILE_OF("")] })],
  ["a file with a zero byte", (real) => ({ ...real, files: [FILE_OF("a\0b")] })],
  ["a folder that climbs", (real) => ({ ...real, folders: ["../stolen"] })],
  ["an absolute folder", (real) => ({ ...real, folders: ["/stolen"] })],
  ["a digest that is a path", (real) => ({ ...real, files: [FILE_OF("a", "../../../../secret")] })],
  ["another shard's work", (real) => ({ ...real, shard: "protein-2" })],
  ["another fingerprint's work", (real) => ({ ...real, whole: HASH })],
  ["content that is not there", (real) => ({ ...real, files: [FILE_OF("a")] })],
  ["the same file twice", (real) => ({ ...real, files: [real["files"], real["files"]].flat() })],
  ["no list", (real) => ({ ...real, files: { length: 1 } })],
  ["a prototype", (real) => `{"__proto__":${JSON.stringify(real)}}`],
  ["nothing", () => ""],
];

describe("work whose manifest names", () => {
  it.each(MANIFESTS)(
    "%s is brought whole or not at all, and writes nowhere else",
    async (_, forge) => {
      cases += 1;
      const root = path.join(temporaryFolder(), "root");
      const store = fileStore(fileOptions(root));
      const wanted = wantedOf(SHARD);
      await store.saveWork(wanted, workOf({ part: "x", "part.done": "" }));
      const name = namesBelow(root).find((one) => one.endsWith("manifest-00000001.json")) ?? "";
      const file = path.join(root, name);
      const forged = forge(Object(JSON.parse(readFileSync(file, "utf8"))));
      writeFileSync(file, typeof forged === "string" ? forged : JSON.stringify(forged));
      const place = temporaryFolder();
      const fetched = await store.fetchWork(wanted, path.join(place, "inner", "staging"));
      expect(fetched.kind).not.toBe("hit");
      expect(namesBelow(place)).toEqual([]);
      mkdirSync(path.join(place, "inner"));
      const again = await store.fetchWork(wanted, path.join(place, "inner", "staging"));
      expect(again.kind).not.toBe("hit");
      expect(namesBelow(place)).toEqual(["inner"]);
      expect((await store.saveWork(wanted, workOf({ part: "y", "part.done": "" }))).kind).toBe(
        "saved",
      );
    },
  );
});
