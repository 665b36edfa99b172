import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/digest.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import type { Disk } from "../../src/files/disk.ts";
import { cacheFolder } from "../../src/survey/cache.ts";
import { openHashCache } from "../../src/survey/hash-cache.ts";
import { countingDisk, temporaryFolder, write } from "./scene.ts";

/** Long enough after any write of a test. */
const later = (): number => Date.now() + 60_000;

function scene() {
  const folder = temporaryFolder();
  const cache = path.join(folder, "cache", "deep");
  const { disk, reads } = countingDisk();
  const open = (workspace = folder) => openHashCache(disk, cache, workspace);
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
    const hashes = openHashCache(disk, path.join(folder, "in-the-way", "cache"), folder);
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
    const hashes = openHashCache(full, cache, folder);
    const stat = full.stat(file);
    if (stat !== undefined) hashes.hash(file, stat);
    await hashes.save(later());
    expect(readdirSync(cache)).toEqual([]);
  });

  test("lies outside the workspace, where the environment says", () => {
    const own = { DONEMARK_CACHE_DIR: "/fast/cache", XDG_CACHE_HOME: "/xdg" };
    expect(cacheFolder(own)).toBe("/fast/cache");
    expect(cacheFolder({ XDG_CACHE_HOME: "/xdg" })).toBe(path.join("/xdg", "donemark"));
    expect(
      path.isAbsolute(cacheFolder({ DONEMARK_CACHE_DIR: "relative", XDG_CACHE_HOME: "" })),
    ).toBe(true);
  });
});
