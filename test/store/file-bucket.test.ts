import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { listAll, readText, type Bucket } from "../../src/store/bucket.ts";
import { fileBucket } from "../../src/store/file/bucket.ts";
import { bucketContract } from "./bucket-contract.ts";
import { compiled } from "./compiled.ts";
import { systemError } from "./disks.ts";
import { namesBelow, temporaryFolder } from "./setting.ts";
import { token } from "./told.ts";

function bucketIn(root: string, disk: Disk = realDisk): Bucket {
  const incoming = path.join(root, "incoming");
  return fileBucket({ disk, root, incoming, token, now: Date.now, isOrphaned: () => false });
}

const TEXT = { kind: "text", text: "content" } as const;

/** Without the folder in which objects are made. */
async function keysIn(bucket: Bucket): Promise<readonly string[]> {
  const keys = (await listAll(bucket, "")).map(({ key }) => key);
  return keys.filter((key) => !key.startsWith("incoming")).toSorted();
}

bucketContract("a directory as a bucket", () => {
  const root = path.join(temporaryFolder(), "bucket");
  const hidden = (bucket: Bucket): Bucket => ({
    ...bucket,
    list: async function* list(prefix, levels) {
      for await (const page of bucket.list(prefix, levels)) {
        yield page.filter(({ key }) => !key.startsWith("incoming"));
      }
    },
  });
  return { bucket: hidden(bucketIn(root)), again: hidden(bucketIn(root)) };
});

describe("a directory as a bucket", () => {
  it("leaves no folder behind in which nothing is", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    await bucket.put("a/b/c/d", TEXT);
    await bucket.put("a/x", TEXT);
    await bucket.delete(["a/b/c/d"]);
    expect(namesBelow(root).toSorted()).toEqual(["a", "a/x", "incoming"]);
  });

  it("does not follow links, neither to files nor to folders", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    const outside = temporaryFolder();
    writeFileSync(path.join(outside, "secret"), "secret");
    await bucket.put("a/file", { kind: "link", target: path.join(outside, "secret") });
    await bucket.put("a/folder", { kind: "link", target: outside });
    const kinds = (await listAll(bucket, "a/")).map(({ key, kind }) => [key, kind]);
    expect(kinds.toSorted()).toEqual([
      ["a/file", "link"],
      ["a/folder", "link"],
    ]);
  });

  it("says which object it could not look at, and lists the others", async () => {
    const root = temporaryFolder();
    await bucketIn(root).put("a/good", TEXT);
    await bucketIn(root).put("a/bad/below", TEXT);
    const bucket = bucketIn(root, {
      ...realDisk,
      list: (folder) => {
        if (folder.includes("bad")) throw systemError("EIO", "list", folder);
        return realDisk.list(folder);
      },
    });
    const found = await listAll(bucket, "a/");
    expect(found.map(({ key, kind }) => [key, kind]).toSorted()).toEqual([
      ["a/bad", "unreadable"],
      ["a/good", "file"],
    ]);
  });

  it.each<[string, Partial<Disk>]>([
    ["rename", { rename: lostAnswer("rename") }],
    ["hard link", { hardLink: lostAnswer("hardLink") }],
  ])("takes a %s whose answer got lost on the network for done", async (_, changes) => {
    const root = temporaryFolder();
    const bucket = bucketIn(root, { ...realDisk, ...changes });
    await bucket.put("a", TEXT);
    expect(await bucket.putIfAbsent("b", TEXT)).toBe("stored");
    expect(await keysIn(bucket)).toEqual(["a", "b"]);
  });

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP"])(
    "works on a file system without hard links (%s)",
    async (code) => {
      const root = temporaryFolder();
      const hardLink: Disk["hardLink"] = (_, to) =>
        Promise.reject(systemError(code, "hardLink", to));
      const bucket = bucketIn(root, { ...realDisk, hardLink });
      expect(await bucket.putIfAbsent("a/b", TEXT)).toBe("stored");
      expect(await bucket.putIfAbsent("a/b", { ...TEXT, text: "other" })).toBe("exists");
      expect(await readText(bucket, "a/b", 100)).toBe("content");
    },
  );

  it("puts its object also where another process removes the empty folder again and again", async () => {
    const root = temporaryFolder();
    let removals = 0;
    const rename: Disk["rename"] = async (from, to) => {
      removals += 1;
      if (removals <= 3) await realDisk.removeFolder(path.dirname(to));
      return realDisk.rename(from, to);
    };
    await bucketIn(root, { ...realDisk, rename }).put("a/b", TEXT);
    expect(await readText(bucketIn(root), "a/b", 100)).toBe("content");
  });

  it.each(["model.versions/0000000001", "a.revoked/b", "a..b", "-rf", "back\\slash", "new\nline"])(
    "keeps a file that is called %j as itself",
    async (name) => {
      const bucket = bucketIn(temporaryFolder());
      await bucket.put(`data/${name}`, { ...TEXT, text: name });
      await bucket.put("data/model", TEXT);
      expect(await keysIn(bucket)).toEqual([`data/${name}`, "data/model"].toSorted());
      expect(await readText(bucket, `data/${name}`, 100)).toBe(name);
      expect(await readText(bucket, "data/model", 100)).toBe("content");
    },
  );

  it("moves what is its own, and copies what is not", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    const own = (await bucket.newTemporary?.()) ?? "";
    writeFileSync(own, "own");
    await bucket.put("own", { kind: "file", path: own, isOurs: true });
    expect(realDisk.exists(own)).toBe(false);
    const foreign = path.join(temporaryFolder(), "foreign");
    writeFileSync(foreign, "foreign");
    await bucket.put("foreign", { kind: "file", path: foreign });
    expect(realDisk.exists(foreign)).toBe(true);
    expect(await keysIn(bucket)).toEqual(["foreign", "own"]);
  });

  it("keeps the versions of the last minute, and the last ones", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    const versions = (): readonly string[] =>
      namesBelow(path.join(root, ".donemark-versions")).filter((name) => /\/\d{10}$/.test(name));
    await bucket.put("lease", TEXT);
    const swap = async (content: string): Promise<void> => {
      const { tag = "" } = (await bucket.head("lease")) ?? {};
      expect(await bucket.putIfMatch("lease", { ...TEXT, text: content }, tag)).toBe("stored");
    };
    for (let number = 0; number < 40; number += 1) await swap(`${number}`);
    expect(versions()).toHaveLength(40);
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of versions())
      utimesSync(path.join(root, ".donemark-versions", name), hourAgo, hourAgo);
    await swap("last");
    expect(versions()).toHaveLength(16);
    expect(await readText(bucket, "lease", 10)).toBe("last");
    expect(await bucket.delete(["lease"])).toBe(1);
    expect(await keysIn(bucket)).toEqual([]);
    expect(versions()).toEqual([]);
  });

  it.each<[string, (bucket: Bucket) => Promise<unknown>, string | undefined]>([
    ["deleted", (bucket) => bucket.delete(["lease"]), undefined],
    [
      "deleted and put anew",
      async (bucket) => {
        await bucket.delete(["lease"]);
        await bucket.putIfAbsent("lease", { ...TEXT, text: "new owner" });
      },
      "new owner",
    ],
    ["put over", (bucket) => bucket.put("lease", { ...TEXT, text: "new owner" }), "new owner"],
  ])("swaps no file that is %s between the look and the swap", async (_, act, left) => {
    const root = temporaryFolder();
    const other = bucketIn(root);
    await other.put("lease", TEXT);
    const { tag = "" } = (await other.head("lease")) ?? {};
    let isDone = false;
    const hardLink: Disk["hardLink"] = async (from, to) => {
      if (!isDone) await act(other);
      isDone = true;
      return realDisk.hardLink(from, to);
    };
    const bucket = bucketIn(root, { ...realDisk, hardLink });
    expect(await bucket.putIfMatch("lease", { ...TEXT, text: "old owner" }, tag)).toBe("changed");
    expect(await readText(other, "lease", 100)).toBe(left);
  });

  it("lists a page at a time, and takes pages of any length", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    for (let place = 0; place < 1100; place += 1) {
      mkdirSync(path.join(root, "a"), { recursive: true });
      writeFileSync(path.join(root, "a", `${place}`), "");
    }
    const lengths: number[] = [];
    for await (const page of bucket.list("a/")) lengths.push(page.length);
    expect(lengths).toEqual([1000, 100]);
    const object = { key: "", kind: "file", sizeBytes: 0, modifiedMs: 0, tag: "" } as const;
    const long: Bucket = {
      ...bucket,
      list: async function* list() {
        yield Array.from({ length: 200_000 }, () => object);
      },
    };
    expect(await listAll(long, "")).toHaveLength(200_000);
  });

  it("reads no more into memory than a file holds, whatever is asked for", async () => {
    const bucket = bucketIn(temporaryFolder());
    await bucket.put("small", TEXT);
    const bytes = await bucket.getRange("small", 0, 2 ** 31 - 1);
    expect(bytes?.buffer.byteLength).toBeLessThan(2 ** 20);
  });

  it("lets one of several processes win each race, and loses no count among them", async () => {
    const root = temporaryFolder();
    const bucket = bucketIn(root);
    mkdirSync(root, { recursive: true });
    await bucket.put("count", { ...TEXT, text: "0" });
    const program = compiled("test/store/bucket-racer.ts");
    const outcomes = await Promise.all(
      Array.from({ length: PROCESSES }, () => race(program, root)),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(outcomes.filter((won) => won.includes(round))).toHaveLength(1);
    }
    expect(await readText(bucket, "count", 10)).toBe(String(PROCESSES * ROUNDS));
  });
});

const PROCESSES = 4;
const ROUNDS = 20;

/** The rounds that a process of its own has won. */
async function race(program: string, root: string): Promise<readonly number[]> {
  const child = spawn(process.execPath, [program, root, String(ROUNDS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => (said += String(text)));
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  return JSON.parse(said);
}

/** Does what is asked, and answers as if it had failed. */
function lostAnswer(operation: "rename" | "hardLink"): Disk["rename"] {
  return async (from, to) => {
    await realDisk[operation](from, to);
    throw systemError("EIO", operation, from);
  };
}
