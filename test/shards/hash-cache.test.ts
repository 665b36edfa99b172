import { userInfo } from "node:os";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { digestOf } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Disk } from "../../src/files/disk.ts";
import { cacheFolder } from "../../src/files/cache-files.ts";
import type { Members } from "../../src/files/tree.ts";
import { openHashCache } from "../../src/shards/hash-cache.ts";
import { until } from "../helpers/until.ts";
import { countingDisk, temporaryFolder, write } from "../checkpoint/scene.ts";

/** Long enough after any write of a test. */
const later = (): number => Date.now() + 60_000;

function scene() {
  const folder = temporaryFolder();
  const cache = path.join(folder, "cache", "deep");
  const { disk, reads } = countingDisk();
  const open = (workspace = folder) => openHashCache(disk, { folder: cache, workspace });
  const file = path.join(folder, "a.fa");
  /** Hashes with a cache that is opened anew, and says whether the content was read. */
  const hash = (place = file, hashes = open()) => {
    const stat = disk.stat(place);
    if (stat === undefined) throw new Error(`${place} is not there`);
    reads();
    const digest = hashes.hash(place, stat);
    return { digest, wasRead: reads().includes(path.basename(place)) };
  };
  /** Hashes and keeps it. */
  const learn = async (nowMs = later(), place = file) => {
    const hashes = open();
    const { digest } = hash(place, hashes);
    await hashes.save(nowMs);
    return digest;
  };
  return { folder, cache, file, disk, open, hash, learn };
}

describe("the hash of a file", () => {
  test("is the SHA-256 of its content", () => {
    const { file, hash } = scene();
    writeFileSync(file, "abc");
    expect(hash().digest).toBe(sha256("abc"));
  });

  test("is not computed again in a later run while the file is unchanged", async () => {
    const { file, hash, learn } = scene();
    writeFileSync(file, "abc");
    await learn();
    expect(hash()).toEqual({ digest: sha256("abc"), wasRead: false });
  });

  test("is not computed again in the same run: shards may share an input", () => {
    const { file, hash, open } = scene();
    writeFileSync(file, "abc");
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const hashes = open();
    expect(hash(file, hashes).wasRead).toBe(true);
    expect(hash(file, hashes)).toEqual({ digest: sha256("abc"), wasRead: false });
  });

  test("is computed again for another content of the same size and time", async () => {
    const { file, hash, learn } = scene();
    writeFileSync(file, "abc");
    const { atime, mtime } = statSync(file);
    await learn();
    await sleep(20);
    writeFileSync(file, "xyz");
    utimesSync(file, atime, mtime);
    expect(statSync(file).mtimeMs).toBeCloseTo(mtime.getTime(), -1);
    expect(hash()).toEqual({ digest: sha256("xyz"), wasRead: true });
  });

  test("is computed again for another file at the same path", async () => {
    const { file, folder, hash, learn } = scene();
    writeFileSync(file, "abc");
    await learn();
    write(folder, { other: "abd" });
    await realDisk.rename(path.join(folder, "other"), file);
    expect(hash().digest).toBe(sha256("abd"));
  });

  test("is not kept while the file is so young that it may change within one tick", async () => {
    const { file, hash, learn } = scene();
    writeFileSync(file, "abc");
    await learn(Date.now());
    expect(hash().wasRead).toBe(true);
    await learn(later());
    expect(hash().wasRead).toBe(false);
  });

  test("is not taken from the cache of another workspace", async () => {
    const { file, hash, learn, open } = scene();
    writeFileSync(file, "abc");
    await learn();
    expect(hash(file, open("/another")).wasRead).toBe(true);
  });

  test("is that of the object that a Git LFS pointer names", async () => {
    const { file, hash } = scene();
    const object = sha256("the real weights");
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${object}\nsize 16\n`;
    writeFileSync(file, pointer);
    expect(hash().digest).toBe(object);
    writeFileSync(file, "the real weights");
    expect(hash().digest).toBe(object);
  });

  test.each([
    ["its first line is another", "oid sha256:0000\nversion https://git-lfs.github.com/spec/v1\n"],
    ["it names no object", "version https://git-lfs.github.com/spec/v1\nsize 16\n"],
    ["its digest is none", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 16\n"],
    [
      "it is too long",
      `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\n${"x".repeat(2000)}`,
    ],
  ])("is that of the content, where a pointer is none: %s", (_, text) => {
    const { file, hash } = scene();
    writeFileSync(file, text);
    expect(hash().digest).toBe(sha256(text));
  });
});

describe("the hash of a folder", () => {
  test("is computed again when a file in it changes, which the folder itself does not show", async () => {
    const { folder, hash, learn } = scene();
    const place = path.join(folder, "images");
    write(place, { "a.png": "1", "sub/b.png": "2" });
    const before = await learn(later(), place);
    writeFileSync(path.join(place, "sub/b.png"), "3");
    expect(hash(place).digest).not.toBe(before);
  });
});

describe("the cache", () => {
  test("keeps what it knew when it learns more", async () => {
    const { folder, file, hash, learn } = scene();
    writeFileSync(file, "abc");
    await learn();
    const second = path.join(folder, "b.fa");
    writeFileSync(second, "b");
    await learn(later(), second);
    expect([hash().wasRead, hash(second).wasRead]).toEqual([false, false]);
  });

  test.each([
    ["is cut off", (text: string) => text.slice(0, -4)],
    ["is empty", () => ""],
    ["has another form", (text: string) => text.replace("hashes-1", "hashes-9")],
    ["holds rows of another shape", () => '["donemark-hashes-1",5,null,["a"],{"b":1}]'],
    ["holds no digest", (text: string) => text.replace(sha256("abc"), "zzz")],
  ])("that %s costs a read, and no more", async (_, change) => {
    const { file, cache, hash, learn } = scene();
    writeFileSync(file, "abc");
    await learn();
    const [name = ""] = readdirSync(cache);
    const place = path.join(cache, name);
    writeFileSync(place, change(readFileSync(place, "utf8")));
    expect(hash()).toEqual({ digest: sha256("abc"), wasRead: true });
  });

  test("that cannot be written fails nothing", async () => {
    const { folder, file, disk } = scene();
    write(folder, { "a.fa": "abc", "in-the-way": "" });
    const hashes = openHashCache(disk, {
      folder: path.join(folder, "in-the-way", "cache"),
      workspace: folder,
    });
    const stat = disk.stat(file);
    expect(stat && hashes.hash(file, stat)).toBe(sha256("abc"));
    await expect(hashes.save(later())).resolves.toBeUndefined();
  });

  test("leaves nothing but its file behind, also where the disk is full", async () => {
    const { folder, file, cache } = scene();
    write(folder, { "a.fa": "abc" });
    const full: Disk = {
      ...realDisk,
      create: async (place, text) => {
        await realDisk.create(place, text.slice(0, 5));
        throw new Error("ENOSPC");
      },
    };
    mkdirSync(cache, { recursive: true });
    const hashes = openHashCache(full, { folder: cache, workspace: folder });
    const stat = full.stat(file);
    if (stat !== undefined) hashes.hash(file, stat);
    await hashes.save(later());
    expect(readdirSync(cache)).toEqual([]);
  });

  test("has what a process had hashed when it was killed, and one file again when it is saved", async () => {
    const { folder, file, cache, disk, hash } = scene();
    const large = path.join(folder, "large.fa");
    writeFileSync(file, "abc");
    writeFileSync(large, Buffer.alloc(64 * 1024 * 1024));
    const killed = openHashCache(disk, { folder: cache, workspace: folder, beginMs: later() });
    for (const place of [file, large]) hash(place, killed);
    await until("the rows are there", () => existsSync(cache) && readdirSync(cache).length > 0);
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/\.json\.rows$/)]);
    expect([hash(file).wasRead, hash(large).wasRead]).toEqual([false, false]);
    const next = openHashCache(disk, { folder: cache, workspace: folder, beginMs: later() });
    write(folder, { "b.fa": "b" });
    hash(path.join(folder, "b.fa"), next);
    await next.save(later());
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/\.json$/)]);
    expect([hash(file).wasRead, hash(large).wasRead]).toEqual([false, false]);
  });

  test("takes no row that is cut off", async () => {
    const { folder, file, cache, disk, hash } = scene();
    writeFileSync(file, Buffer.alloc(64 * 1024 * 1024));
    mkdirSync(cache, { recursive: true });
    hash(file, openHashCache(disk, { folder: cache, workspace: folder, beginMs: later() }));
    const [name = ""] = readdirSync(cache);
    const text = readFileSync(path.join(cache, name), "utf8");
    writeFileSync(path.join(cache, name), text.slice(0, -10));
    expect(hash().wasRead).toBe(true);
  });

  test("lies outside the workspace, where the environment says", () => {
    const own = { DONEMARK_CACHE_DIR: "/fast/cache", XDG_CACHE_HOME: "/xdg" };
    expect(cacheFolder(own)).toBe("/fast/cache");
    expect(cacheFolder({ XDG_CACHE_HOME: "/xdg" })).toBe(path.join("/xdg", "donemark"));
    expect(
      path.isAbsolute(cacheFolder({ DONEMARK_CACHE_DIR: "relative", XDG_CACHE_HOME: "" })),
    ).toBe(true);
  });

  test.skipIf(process.platform === "win32").each(["", " ", "home"])(
    "lies in the user's home where HOME is %j (not on Windows)",
    (home) => {
      const before = process.env["HOME"];
      try {
        process.env["HOME"] = home;
        expect(cacheFolder({})).toBe(path.join(userInfo().homedir, ".cache", "donemark"));
      } finally {
        process.env["HOME"] = before;
      }
    },
  );
});

describe("a folder", () => {
  test("is hashed once, in a thread where there is one, and again when a file in it changes", async () => {
    const folder = temporaryFolder();
    const input = path.join(folder, "input");
    write(folder, { "input/one": "1", "input/below/two": "2" });
    const read: string[] = [];
    const inThread = (of: string): Promise<string> => {
      read.push(of);
      return Promise.resolve(digestOf(realDisk, of));
    };
    const hashes = openHashCache(realDisk, {
      folder: path.join(folder, ".cache"),
      workspace: folder,
      inThread,
    });
    const hash = async (): Promise<string> => {
      const stat = realDisk.stat(input);
      if (stat === undefined) throw new Error("it is there");
      await Promise.all([hashes.warm(input, stat), hashes.warm(input, stat)]);
      return hashes.hash(input, stat);
    };
    const first = await hash();
    expect(first).toBe(digestOf(realDisk, input));
    expect(await hash()).toBe(first);
    expect(read).toEqual([input]);
    write(folder, { "input/below/two": "3" });
    expect(await hash()).toBe(digestOf(realDisk, input));
    expect(await hash()).not.toBe(first);
    expect(read).toEqual([input, input]);
  });
});

test("a folder's hashes with and without some of its members are both kept", async () => {
  const { cache, folder } = scene();
  const { disk, reads } = countingDisk();
  const place = path.join(folder, "ref");
  const hashed = async (...members: readonly Members[]) => {
    const hashes = openHashCache(disk, { folder: cache, workspace: folder });
    const stat = disk.stat(place);
    if (stat === undefined) throw new Error(`${place} is not there`);
    reads();
    const digests = members.map((one) => hashes.hash(place, stat, one));
    const wasRead = reads().filter((name) => name.startsWith("a.fa"));
    await hashes.save(later());
    return { digests, wasRead };
  };
  const lean = { ignore: ["*.fai"] };
  mkdirSync(place);
  writeFileSync(path.join(place, "a.fa"), "a");
  const first = await hashed({});
  writeFileSync(path.join(place, "a.fa.fai"), "index");
  const both = await hashed({}, lean);
  expect(both.digests[1]).toBe(first.digests[0]);
  expect(both.digests[0]).not.toBe(first.digests[0]);
  // With the index it is another folder; without it, the one of before.
  expect(both.wasRead).toEqual(["a.fa", "a.fa.fai"]);
  for (const _ of [1, 2]) expect(await hashed({}, lean)).toEqual({ ...both, wasRead: [] });
});
