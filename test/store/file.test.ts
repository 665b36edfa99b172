import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatMarker } from "../../src/core/model/marker.ts";
import { TEMPORARY_PREFIX } from "../../src/files/durable.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { shardFolder } from "../../src/store/entries/layout.ts";
import type { Store, Wanted } from "../../src/store/store.ts";
import { entryOf, fetchContent, keysOf, storeContract, workOf } from "./contract.ts";
import { countingDisk, laterDisk, systemError, tappedDisk, type Tap } from "./disks.ts";
import { fileOptions, finish, namesBelow, read, temporaryFolder, wantedOf } from "./setting.ts";

const MISS = { kind: "miss" };
const HOUR_MS = 60 * 60 * 1000;

storeContract("the directory store", () => {
  const root = path.join(temporaryFolder(), "not", "yet", "there");
  return { open: ({ name = "test", scope } = {}) => fileStore(fileOptions(root, { name, scope })) };
});

interface Setting {
  readonly root: string;
  readonly store: Store;
  readonly wanted: Wanted;
  /** The folder of the one entry. */
  readonly folder: string;
}

/** A directory store with one entry. */
async function withEntry(content: Parameters<typeof finish>[0] = {}): Promise<Setting> {
  const root = temporaryFolder();
  const store = fileStore(fileOptions(root));
  const { wanted, ...done } = finish(content);
  await store.save({ wanted, ...done });
  const marker = namesBelow(root).find((name) => path.basename(name) === "marker.json") ?? "";
  return { root, store, wanted, folder: path.join(root, path.dirname(marker)) };
}

function storeWith(root: string, tap: Tap): Store {
  return fileStore(fileOptions(root, { disk: tappedDisk(tap) }));
}

function temporariesIn(root: string): readonly string[] {
  return namesBelow(root).filter((name) => name.includes(TEMPORARY_PREFIX));
}

/** A store that knows that all other writers are gone. */
function orphaning(root: string): Store {
  return fileStore(fileOptions(root, { isOrphaned: () => true }));
}

/** A save whose process ends before the marker, and clears nothing up. */
async function killedSave(root: string, done: Parameters<Store["save"]>[0]): Promise<void> {
  let isDead = false;
  const store = storeWith(root, (operation, place) => {
    isDead ||= operation === "create" && namesBelow(root).some((name) => name.endsWith("/b"));
    if (isDead) throw systemError("EIO", operation, place);
  });
  expect((await store.save(done)).kind).toBe("unavailable");
}

function dataIn(root: string): readonly string[] {
  const names = namesBelow(root).filter((name) => path.basename(name) === "data");
  return names.map((name) => path.join(root, name));
}

describe("the directory store: an entry that does not count", () => {
  it.each<[string, (folder: string) => void]>([
    ["data is missing", (folder) => rmSync(path.join(folder, "data"))],
    ["data is cut off", (folder) => truncateSync(path.join(folder, "data"), 3)],
    ["data is longer", (folder) => writeFileSync(path.join(folder, "data"), "!", { flag: "a" })],
    ["marker is missing", (folder) => rmSync(path.join(folder, "marker.json"))],
    ["marker is empty", (folder) => writeFileSync(path.join(folder, "marker.json"), "")],
    ["marker is cut off", (folder) => truncateSync(path.join(folder, "marker.json"), 100)],
    ["marker is of another form", (folder) => change(folder, '"donemark":1', '"donemark":2')],
    ["marker is of another shard", (folder) => change(folder, "protein-1", "protein-2")],
    ["marker has no full digest", (folder) => change(folder, '"sha256"', '"sha999"')],
    [
      "marker says that data is a directory",
      (folder) => change(folder, '"kind":"file"', '"kind":"directory"'),
    ],
    ["data is a link to the right bytes", (folder) => linkInstead(path.join(folder, "data"))],
    ["marker is a link", (folder) => linkInstead(path.join(folder, "marker.json"))],
    ["folder is a link", linkInstead],
    ["name is no entry's", (folder) => renameSync(folder, path.join(folder, "..", "entry"))],
    ["revocation lies beside it", (folder) => writeFileSync(`${folder}.revoked`, "")],
  ])("is one whose %s", async (_, damage) => {
    const { root, store, wanted, folder } = await withEntry({ content: "content" });
    const entry = await entryOf(store, wanted);
    damage(folder);
    expect(await store.find([wanted])).toEqual([MISS]);
    expect(await keysOf(store)).toEqual([]);
    expect((await fileStore(fileOptions(root)).save(finish({ content: "again" }))).kind).toBe(
      "saved",
    );
    expect(await fetchContent(store, wanted)).toBe("again");
    expect(await keysOf(store)).not.toContain(entry.key);
  });

  it.each<[string, (data: string) => void]>([
    ["a file is missing", (data) => rmSync(path.join(data, "empty"))],
    ["a file is cut off", (data) => truncateSync(path.join(data, "deep", "b"), 1)],
    ["a link leads out", (data) => symlinkSync("/etc/passwd", path.join(data, "link"))],
    ["it is a link itself", linkInstead],
  ])("is one of whose directory %s", async (_, damage) => {
    const { store, wanted, folder } = await withEntry({
      content: { empty: "", deep: { b: "22" } },
    });
    damage(path.join(folder, "data"));
    expect(await store.find([wanted])).toEqual([MISS]);
  });

  it("is passed over for an older one that counts", async () => {
    const { store, wanted, folder } = await withEntry({ content: "newer", by: { run: "200" } });
    rmSync(path.join(folder, "data"));
    await store.save(finish({ content: "older", by: { run: "100" } }));
    expect(await fetchContent(store, wanted)).toBe("older");
  });

  it("is one that lies in another shard's folder", async () => {
    const { store, wanted, folder } = await withEntry({ shard: "shard-10" });
    const match = path.join(path.dirname(path.dirname(folder)), "..");
    await store.save(finish({ shard: "shard-1" }));
    const other = path.dirname(path.join(match, (await entryOf(store, wantedOf("shard-1"))).key));
    rmSync(other, { recursive: true });
    cpSync(path.dirname(folder), other, { recursive: true });
    expect(existsSync(path.join(other, path.basename(folder), "data"))).toBe(true);
    const found = await store.find([wantedOf("shard-1"), wanted]);
    expect(found.map(({ kind }) => kind)).toEqual(["miss", "hit"]);
  });

  it("can be removed for good though its data is damaged", async () => {
    const { store, wanted, folder } = await withEntry();
    const entry = await entryOf(store, wanted);
    rmSync(path.join(folder, "data"));
    expect(await store.revoke(entry)).toEqual({ kind: "removed" });
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    "../../../../etc/1.1.1.abcdef",
    "1.1.1.abcdef",
    "/1.1.1.abcdef",
    "x/../1.1.1.abcdef",
    "",
    "..",
  ])("is one whose key is %j", async (key) => {
    const { store, wanted, folder } = await withEntry();
    const entry = { ...(await entryOf(store, wanted)), key };
    const staging = path.join(temporaryFolder(), "staging");
    expect(await store.fetch(entry, staging)).toEqual(MISS);
    expect(await store.revoke(entry)).toEqual(MISS);
    expect(await store.remove({ ...entry, match: "../.." })).toEqual(MISS);
    expect(existsSync(folder)).toBe(true);
  });

  function change(folder: string, from: string, to: string): void {
    const marker = path.join(folder, "marker.json");
    writeFileSync(marker, readFileSync(marker, "utf8").replace(from, to));
  }

  function linkInstead(place: string): void {
    const moved = path.join(temporaryFolder(), "moved");
    renameSync(place, moved);
    symlinkSync(moved, place);
  }
});

describe("the directory store: on the disk", () => {
  it("keeps what the command could write through out of the store", async () => {
    const root = temporaryFolder();
    const done = finish();
    const store = fileStore(fileOptions(root));
    await store.save(done);
    const data = namesBelow(root).find((name) => path.basename(name) === "data") ?? "";
    const kept = statSync(path.join(root, data));
    expect(kept.nlink).toBe(1);
    expect(kept.ino).not.toBe(statSync(done.checkpoint).ino);
  });

  it("lays an entry out as data and the marker's text", async () => {
    const { folder } = await withEntry({ content: "content" });
    expect(read(folder)).toEqual({ data: "content", "marker.json": expect.any(String) });
    const done = finish({ content: "content" });
    const { mtimeNs: _, inode: __, ...checkpoint } = done.marker.checkpoint;
    expect(JSON.parse(readFileSync(path.join(folder, "marker.json"), "utf8"))).toMatchObject({
      ...JSON.parse(formatMarker(done.marker)),
      checkpoint,
    });
  });

  it("puts no part of an id that could lead elsewhere into a name", async () => {
    const above = temporaryFolder();
    const root = path.join(above, "a", "b", "c", "store");
    const store = fileStore(fileOptions(root, { name: "../x", scope: "../../y" }));
    await store.save(finish({ shard: "../../../../tmp/out" }));
    await store.saveWork(wantedOf("a/../b"), workOf({ state: "1" }));
    const names = namesBelow(root).flatMap((name) => name.split(path.sep));
    expect(names.filter((name) => !/^[\w-][\w.-]*$/.test(name))).toEqual([]);
    const outside = namesBelow(above).filter((name) => !name.startsWith("a/b/c/store/"));
    expect(outside.toSorted()).toEqual(["a", "a/b", "a/b/c", "a/b/c/store"]);
  });

  it("reads no checkpoint to find, to list or to save a second time", async () => {
    const root = temporaryFolder();
    const all = [finish(), finish({ shard: "folder", content: { a: "1", b: "2" } })];
    for (const done of all) await fileStore(fileOptions(root)).save(done);
    const store = storeWith(root, (operation, place) => {
      const isRead = operation === "open" || operation === "copyFile" || operation === "readText";
      if (isRead && !place.endsWith("marker.json")) throw new Error(`read ${place}`);
    });
    const found = await store.find(all.map(({ wanted }) => wanted));
    expect(found.map(({ kind }) => kind)).toEqual(["hit", "hit"]);
    expect(await keysOf(store)).toHaveLength(2);
    for (const done of all) expect((await store.save(done)).kind).toBe("exists");
  });

  it("looks once for many shards that it does not have", async () => {
    const { root } = await withEntry();
    let looks = 0;
    const store = storeWith(root, () => {
      looks += 1;
    });
    const wanted = Array.from({ length: 1000 }, (_, index) => wantedOf(`${index}`));
    const found = await store.find([...wanted, wantedOf("protein-1")]);
    expect(found.map(({ kind }) => kind)).toEqual([...wanted.map(() => "miss"), "hit"]);
    expect(looks).toBeLessThan(20);
  });

  it("flushes data and every folder before the marker is there, and the marker's name after", async () => {
    const root = temporaryFolder();
    const steps: string[] = [];
    const asName = (place: string): string =>
      path.basename(place).replace(/^\.donemark-tmp-.*/, "TEMPORARY");
    const tapped = tappedDisk((operation, place) => {
      if (operation.startsWith("sync")) steps.push(`${operation} ${asName(place)}`);
    });
    const rename: Disk["rename"] = (from, to) => {
      steps.push(`name ${asName(to)}`);
      return realDisk.rename(from, to);
    };
    const store = fileStore(fileOptions(root, { disk: { ...tapped, rename } }));
    const done = finish({ content: { a: "1", deep: { b: "2" } } });
    const saved = await store.save(done);
    const published = steps.indexOf("name marker.json");
    const flushed = steps.slice(0, published);
    for (const name of ["a", "b"]) {
      const named = flushed.indexOf(`name ${name}`);
      expect(flushed[named - 1]).toMatch(/^sync/);
      expect(flushed.slice(0, named)).toContain("syncFile TEMPORARY");
    }
    expect(flushed.at(-1)).toBe("syncFile TEMPORARY");
    expect(flushed).toEqual(
      expect.arrayContaining([
        "syncDirectory deep",
        "syncDirectory data",
        `syncDirectory ${done.wanted.match}`,
      ]),
    );
    const [entry = ""] = await keysOf(store);
    expect(steps[published + 1]).toBe(`syncDirectory ${path.basename(entry)}`);
    expect(saved.kind).toBe("saved");
  });

  it("sweeps temporaries of a day ago, and nothing younger", async () => {
    const { root, folder } = await withEntry();
    const left = path.join(folder, "..", "..", "..", "incoming", `${TEMPORARY_PREFIX}left`);
    mkdirSync(path.join(left, "data"), { recursive: true });
    const saveIn = async (hours: number): Promise<void> => {
      const disk = laterDisk(root, hours);
      await fileStore(fileOptions(root, { disk })).save(finish({ shard: `after ${hours} hours` }));
    };
    await saveIn(23);
    expect(temporariesIn(root)).toHaveLength(2);
    await saveIn(25);
    expect(temporariesIn(root)).toEqual([]);
  });

  it("removes nothing of another machine's that is being made, however far ahead its own clock is", async () => {
    const root = temporaryFolder();
    await killedSave(root, finish({ content: { a: "1", b: "2" } }));
    const incoming = namesBelow(root).find((name) => name.endsWith("incoming"));
    mkdirSync(path.join(root, incoming ?? "", `${TEMPORARY_PREFIX}theirs`, "data"), {
      recursive: true,
    });
    const before = namesBelow(root);
    const now = (): number => Date.now() + 1000 * HOUR_MS;
    await fileStore(fileOptions(root, { now })).save(finish({ shard: "another" }));
    const after = new Set(namesBelow(root));
    expect(before.filter((name) => !after.has(name))).toEqual([]);
  });

  it("copies no checkpoint that it has already", async () => {
    const { root } = await withEntry();
    const { disk, copied } = countingDisk();
    const store = fileStore(fileOptions(root, { disk }));
    expect((await store.save(finish())).kind).toBe("exists");
    expect(copied()).toBe(0);
  });

  it.each<[string, (root: string) => Store]>([
    ["at once where its writer is known to be gone", (root) => orphaning(root)],
    ["a day later", (root) => fileStore(fileOptions(root, { disk: laterDisk(root, 25) }))],
  ])("removes what a killed save has left %s, whatever is saved next", async (_, later) => {
    const root = temporaryFolder();
    await killedSave(root, finish({ content: { a: "1", b: "2" } }));
    expect(dataIn(root)).toHaveLength(1);
    await fileStore(fileOptions(root)).save(finish({ shard: "another" }));
    expect(dataIn(root)).toHaveLength(2);
    await later(root).save(finish({ shard: "a third" }));
    expect(dataIn(root)).toHaveLength(2);
    expect(namesBelow(root).filter((name) => path.basename(name).startsWith("saving-"))).toEqual(
      [],
    );
  });

  it("removes later what a save that failed could not remove itself", async () => {
    const root = temporaryFolder();
    const failing = storeWith(root, (operation, place) => {
      const isOwn = !place.includes("incoming");
      if (operation === "unlink" && isOwn) throw systemError("EACCES", operation, place);
      if (operation === "syncDirectory" && isOwn && dataIn(root).length > 0)
        throw systemError("EIO", operation, place);
    });
    expect((await failing.save(finish())).kind).toBe("unavailable");
    expect(dataIn(root)).toHaveLength(1);
    await orphaning(root).save(finish({ shard: "another" }));
    expect(dataIn(root)).toHaveLength(1);
    expect(await keysOf(fileStore(fileOptions(root)))).toHaveLength(1);
  });

  it("saves beside what a killed save of the same result has left, also where it cannot be removed", async () => {
    const root = temporaryFolder();
    const done = finish({ content: { a: "1", b: "2" } });
    await killedSave(root, done);
    expect(await fileStore(fileOptions(root)).find([done.wanted])).toEqual([MISS]);
    const left = dataIn(root)[0] ?? "";
    const store = storeWith(root, (operation, place) => {
      if (place.startsWith(left)) throw systemError("EACCES", operation, place);
    });
    expect((await store.save(done)).kind).toBe("saved");
    expect(await fetchContent(store, done.wanted)).toEqual({ a: "1", b: "2" });
  });

  it("believes no note that names a folder of somebody else", async () => {
    const { root, store, wanted, folder } = await withEntry();
    const home = path.join(folder, "..", "..", "..");
    const mine = path.join(temporaryFolder(), "mine");
    writeFileSync(mine, "mine");
    const name = path.basename(home);
    const named = [path.relative(root, mine), path.dirname(mine), name, `${name}/..`, ""];
    for (const [place, text] of named.entries())
      writeFileSync(path.join(home, "incoming", `saving-${place}`), text);
    await orphaning(root).save(finish({ shard: "another" }));
    expect(readFileSync(mine, "utf8")).toBe("mine");
    expect((await store.find([wanted]))[0]?.kind).toBe("hit");
  });

  it("says that a checkpoint was changed while it was saved, and keeps nothing of it", async () => {
    const root = temporaryFolder();
    const done = finish({ content: "content" });
    const store = storeWith(root, (operation, place) => {
      if (operation === "copyFile" && place === done.checkpoint) writeFileSync(place, "CHANGED");
    });
    const saved = await store.save(done);
    expect(saved).toMatchObject({ kind: "unavailable", cause: expect.stringContaining("changed") });
    expect(await store.find([done.wanted])).toEqual([MISS]);
    expect(namesBelow(root).filter((name) => path.basename(name) === "data")).toEqual([]);
  });
});

describe("the directory store: trouble", () => {
  const everything = async (store: Store): Promise<readonly { readonly kind: string }[]> => {
    const done = finish();
    const { shard, match } = done.wanted;
    const key = path.posix.join(shardFolder(shard), match, "1.1.1.abcdef");
    const entry = { shard, match, key, seconds: 1, sizeBytes: 1 };
    const staging = path.join(temporaryFolder(), "staging");
    return [
      ...(await store.find([done.wanted, wantedOf("2")])),
      await store.fetch(entry, staging),
      await store.save(done),
      await store.revoke(entry),
      await store.list(),
      await store.remove(entry),
      ...(await store.findWork([done.wanted, wantedOf("2")])),
      await store.saveWork(done.wanted, workOf({ state: "1" })),
      await store.fetchWork(done.wanted, staging),
      await store.dropWork(done.wanted),
    ];
  };

  it.each<[string, (root: string) => void, string]>([
    ["is a file", (root) => writeFileSync(root, ""), "store is not a directory"],
    [
      "lies below a file",
      (root) => writeFileSync(path.dirname(root), ""),
      "mount is not a directory",
    ],
    [
      "is a link that leads nowhere",
      (root) => symlinkSync("/nowhere/at/all", root),
      "leads nowhere",
    ],
  ])("is answered with its cause where the root %s", async (_, make, cause) => {
    const mount = path.join(temporaryFolder(), "mount");
    const root = path.join(mount, "store");
    if (!cause.startsWith("mount")) mkdirSync(mount);
    make(root);
    for (const answer of await everything(fileStore(fileOptions(root)))) {
      expect(answer).toEqual({ kind: "unavailable", cause: expect.stringContaining(cause) });
      expect(answer).toMatchObject({ cause: expect.stringContaining(root) });
    }
  });

  it.each(["EACCES", "EIO", "ESTALE"])(
    "is answered with its cause where every look gives %s",
    async (code) => {
      const root = temporaryFolder();
      const store = storeWith(root, (operation, place) => {
        if (place.startsWith(root)) throw systemError(code, operation, place);
      });
      for (const answer of await everything(store)) {
        expect(answer).toEqual({ kind: "unavailable", cause: expect.stringContaining(code) });
        expect(answer).toMatchObject({ cause: expect.stringContaining(root) });
      }
    },
  );

  it("with one shard leaves the others their answers", async () => {
    const { root, wanted, folder } = await withEntry();
    const other = finish({ shard: "other" });
    await fileStore(fileOptions(root)).save(other);
    const store = storeWith(root, (operation, place) => {
      if (place.startsWith(folder)) throw systemError("EIO", operation, place);
    });
    const found = await store.find([other.wanted, wanted, wantedOf("2")]);
    expect(found.map(({ kind }) => kind)).toEqual(["hit", "unavailable", "miss"]);
    expect((await store.list()).kind).toBe("unavailable");
  });

  it("with the newest entry does not hide an older one that counts", async () => {
    const { root, wanted, folder } = await withEntry({ by: { run: "200" } });
    const marker = path.join(folder, "marker.json");
    renameSync(marker, `${marker}.aside`);
    await fileStore(fileOptions(root)).save(finish({ content: "older", by: { run: "100" } }));
    renameSync(`${marker}.aside`, marker);
    const store = storeWith(root, (operation, place) => {
      if (place === marker) throw systemError("EIO", operation, place);
    });
    expect(await fetchContent(store, wanted)).toBe("older");
  });

  it("while fetching leaves nothing staged", async () => {
    const { root, wanted } = await withEntry({ content: { a: "1", b: "2", c: "3" } });
    let copies = 0;
    const store = storeWith(root, (operation, place) => {
      if (operation !== "copyFile") return;
      copies += 1;
      if (copies === 2) throw systemError("ENOSPC", operation, place);
    });
    const staging = path.join(temporaryFolder(), "staging");
    const fetched = await store.fetch(await entryOf(store, wanted), staging);
    expect(fetched).toMatchObject({
      kind: "unavailable",
      cause: expect.stringContaining("ENOSPC"),
    });
    expect(existsSync(staging)).toBe(false);
  });

  it("is none where the entry is removed while it is fetched: that is a miss", async () => {
    const { root, wanted } = await withEntry({ content: { a: "1", b: "2", c: "3" } });
    const other = fileStore(fileOptions(root));
    const entry = await entryOf(other, wanted);
    let copies = 0;
    const disk = {
      ...realDisk,
      copyFile: async (from: string, to: string) => {
        copies += 1;
        if (copies === 2) await other.remove(entry);
        await realDisk.copyFile(from, to);
      },
    };
    const staging = path.join(temporaryFolder(), "staging");
    expect(await fileStore(fileOptions(root, { disk })).fetch(entry, staging)).toEqual(MISS);
    expect(existsSync(staging)).toBe(false);
  });

  it.each(["EACCES", "EPERM", "EROFS"])(
    "with removing (%s) leaves a note that revokes for all",
    async (code) => {
      const { root, wanted, folder } = await withEntry();
      const store = storeWith(root, (operation, place) => {
        if (operation === "unlink" && !place.includes("incoming"))
          throw systemError(code, operation, place);
      });
      const entry = await entryOf(store, wanted);
      expect((await store.remove(entry)).kind).toBe("unavailable");
      expect((await store.find([wanted]))[0]?.kind).toBe("hit");
      expect(await store.revoke(entry)).toEqual({ kind: "removed" });
      expect(existsSync(path.join(folder, "data"))).toBe(true);
      for (const later of [
        store,
        fileStore(fileOptions(root)),
        fileStore(fileOptions(root, { scope: "refs/pull/1/merge" })),
      ]) {
        expect(await later.find([wanted])).toEqual([MISS]);
        expect(await keysOf(later)).toEqual([]);
        expect(await later.fetch(entry, path.join(temporaryFolder(), "staging"))).toEqual(MISS);
      }
    },
  );

  it("with revoking altogether is an answer, not a removal", async () => {
    const { root, wanted } = await withEntry();
    const store = storeWith(root, (operation, place) => {
      if (["unlink", "create", "makeDirectory"].includes(operation))
        throw systemError("EROFS", operation, place);
    });
    const revoked = await store.revoke(await entryOf(store, wanted));
    expect(revoked).toMatchObject({ kind: "unavailable", cause: expect.stringContaining("EROFS") });
    expect((await store.find([wanted]))[0]?.kind).toBe("hit");
  });
});
