import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listAll, readText, type Bucket } from "../../src/store/bucket.ts";
import { temporaryFolder } from "./setting.ts";

/** A new bucket, and another handle on the same one. */
type Make = () => { readonly bucket: Bucket; readonly again: Bucket };

/** What every bucket keeps to. */
export function bucketContract(title: string, make: Make): void {
  describe(`${title}: objects`, () => {
    objectContract(make);
  });
  describe(`${title}: listings`, () => {
    listContract(make);
  });
  describe(`${title}: conditions`, () => {
    conditionContract(make);
  });
}

function text(content: string): { readonly kind: "text"; readonly text: string } {
  return { kind: "text", text: content };
}

function fileWith(content: string): string {
  const file = path.join(temporaryFolder(), "file");
  writeFileSync(file, content);
  return file;
}

function objectContract(make: Make): void {
  it("are there for everybody once they are put, with their size", async () => {
    const { bucket, again } = make();
    await bucket.put("a/b/c", text("content"));
    for (const one of [bucket, again]) {
      expect(await one.head("a/b/c")).toMatchObject({ key: "a/b/c", kind: "file", sizeBytes: 7 });
      expect(await readText(one, "a/b/c", 100)).toBe("content");
    }
  });

  it("are not there before, and their folders are no objects of that name", async () => {
    const { bucket } = make();
    await bucket.put("a/b/c", text("content"));
    for (const key of ["a", "a/b", "a/b/c/", "a/b/c/d", "a/b/cc", "x"]) {
      expect([key, await bucket.head(key)]).toEqual([key, undefined]);
      expect([key, await bucket.getRange(key, 0, 1)]).toEqual([key, undefined]);
    }
  });

  it("hand out the bytes that are asked for", async () => {
    const { bucket } = make();
    await bucket.put("digits", text("0123456789"));
    const range = async (offset: number, length: number): Promise<string> =>
      Buffer.from((await bucket.getRange("digits", offset, length)) ?? []).toString();
    expect(await range(0, 4)).toBe("0123");
    expect(await range(8, 4)).toBe("89");
    expect(await range(10, 4)).toBe("");
    expect(await readText(bucket, "digits", 9)).toBeUndefined();
  });

  it("are copies of the files they are put from, and are brought to new paths", async () => {
    const { bucket } = make();
    const source = fileWith("before");
    await bucket.put("copy", { kind: "file", path: source });
    writeFileSync(source, "after!");
    const target = path.join(temporaryFolder(), "target");
    await bucket.download("copy", target);
    expect(readFileSync(target, "utf8")).toBe("before");
    writeFileSync(target, "mine");
    expect(await readText(bucket, "copy", 100)).toBe("before");
    await expect(bucket.download("copy", target)).rejects.toThrow("EEXIST");
    expect(readFileSync(target, "utf8")).toBe("mine");
    const missing = path.join(temporaryFolder(), "missing");
    await expect(bucket.download("no-such-key", missing)).rejects.toThrow(/ENOENT|not there/);
    expect(existsSync(missing)).toBe(false);
  });

  it("replace what was there, and have another tag then", async () => {
    const { bucket } = make();
    await bucket.put("a", text("1"));
    const before = await bucket.head("a");
    await bucket.put("a", text("2"));
    expect(await readText(bucket, "a", 10)).toBe("2");
    expect((await bucket.head("a"))?.tag).not.toBe(before?.tag);
  });

  it("can be links and empty folders", async () => {
    const { bucket } = make();
    await bucket.put("a/link", { kind: "link", target: "../x/y" });
    await bucket.put("a/empty/", { kind: "folder" });
    expect(await bucket.head("a/link")).toMatchObject({ kind: "link", target: "../x/y" });
    const kinds = (await listAll(bucket, "a/")).map(({ key, kind }) => [key, kind]);
    expect(kinds.toSorted()).toEqual([
      ["a/empty/", "folder"],
      ["a/link", "link"],
    ]);
  });

  it("are gone once they are deleted, and can be put again", async () => {
    const { bucket, again } = make();
    for (const key of ["a/1", "a/10", "b"]) await bucket.put(key, text(key));
    expect(await bucket.delete(["a/1", "never/there"])).toBe(1);
    expect(await bucket.delete(["a/1"])).toBe(0);
    expect(await bucket.delete([])).toBe(0);
    expect((await listAll(again, "")).map(({ key }) => key).toSorted()).toEqual(["a/10", "b"]);
    await again.put("a/1", text("again"));
    expect(await readText(bucket, "a/1", 10)).toBe("again");
  });
}

function listContract(make: Make): void {
  it("name all that lies below a prefix, and nothing beside it", async () => {
    const { bucket } = make();
    const keys = ["a/b/1", "a/b/2", "a/bb/1", "ab/1"];
    for (const key of keys) await bucket.put(key, text(key));
    const below = async (prefix: string): Promise<readonly string[]> =>
      (await listAll(bucket, prefix)).map(({ key }) => key).toSorted();
    expect(await below("a/b/")).toEqual(["a/b/1", "a/b/2"]);
    expect(await below("a/")).toEqual(["a/b/1", "a/b/2", "a/bb/1"]);
    expect(await below("")).toEqual(keys.toSorted());
    expect(await below("nothing/")).toEqual([]);
  });

  it("name each folder once where one level is asked for", async () => {
    const { bucket } = make();
    for (const key of ["a/x/1", "a/x/2", "a/y/1/2", "a/file"]) await bucket.put(key, text(key));
    const level = await listAll(bucket, "a/", "one");
    expect(level.map(({ key, kind }) => [key, kind]).toSorted()).toEqual([
      ["a/file", "file"],
      ["a/x/", "folder"],
      ["a/y/", "folder"],
    ]);
  });

  it("come whole in however many pages", async () => {
    const { bucket } = make();
    const keys = Array.from({ length: 60 }, (_, place) => `many/${place}`);
    for (const key of keys) await bucket.put(key, text(key));
    const found = await listAll(bucket, "many/");
    expect(found.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });
}

const WRITERS = 8;

function conditionContract(make: Make): void {
  it("put an object where nothing is, and only there", async () => {
    const { bucket, again } = make();
    expect(await bucket.putIfAbsent("a/b", text("first"))).toBe("stored");
    expect(await again.putIfAbsent("a/b", text("second"))).toBe("exists");
    expect(await readText(again, "a/b", 10)).toBe("first");
  });

  it("let one of several win who put where nothing is", async () => {
    const { bucket, again } = make();
    for (let round = 0; round < 5; round += 1) {
      const tries = Array.from({ length: WRITERS }, (_, place) =>
        (place % 2 === 0 ? bucket : again).putIfAbsent(`race/${round}`, text(`${place}`)),
      );
      const answers = await Promise.all(tries);
      const winner = answers.indexOf("stored");
      expect(answers.filter((answer) => answer === "stored")).toHaveLength(1);
      expect(await readText(bucket, `race/${round}`, 10)).toBe(`${winner}`);
    }
  });

  it("replace an object only as it was seen", async () => {
    const { bucket, again } = make();
    await bucket.put("a", text("1"));
    const first = (await bucket.head("a"))?.tag ?? "";
    expect(await bucket.putIfMatch("a", text("2"), first)).toBe("stored");
    expect(await again.putIfMatch("a", text("3"), first)).toBe("changed");
    expect(await readText(again, "a", 10)).toBe("2");
    const second = (await again.head("a"))?.tag ?? "";
    expect(second).not.toBe(first);
    expect(await again.putIfMatch("a", text("33"), second)).toBe("stored");
    expect(await bucket.head("a")).toMatchObject({ kind: "file", sizeBytes: 2 });
    expect((await listAll(bucket, "")).map(({ key, sizeBytes }) => [key, sizeBytes])).toEqual([
      ["a", 2],
    ]);
    const target = path.join(temporaryFolder(), "target");
    await bucket.download("a", target);
    expect(readFileSync(target, "utf8")).toBe("33");
  });

  it("replace nothing that is not there any more", async () => {
    const { bucket, again } = make();
    await bucket.put("a", text("1"));
    const first = (await bucket.head("a"))?.tag ?? "";
    await bucket.putIfMatch("a", text("2"), first);
    const second = (await bucket.head("a"))?.tag ?? "";
    expect(await again.delete(["a"])).toBe(1);
    for (const tag of [first, second, ""]) {
      expect(await bucket.putIfMatch("a", text("3"), tag)).toBe("changed");
    }
    expect(await bucket.head("a")).toBeUndefined();
    expect(await bucket.putIfAbsent("a", text("4"))).toBe("stored");
    expect(await bucket.putIfMatch("a", text("5"), second)).toBe("changed");
    expect(await readText(again, "a", 10)).toBe("4");
  });

  it("lose no count among several who each add one to what they saw", async () => {
    const { bucket, again } = make();
    await bucket.put("count", text("0"));
    const addOne = async (one: Bucket): Promise<void> => {
      for (;;) {
        const seen = await one.head("count");
        const value = Number(await readText(one, "count", 10));
        if ((await one.head("count"))?.tag !== seen?.tag) continue;
        const put = await one.putIfMatch("count", text(`${value + 1}`), seen?.tag ?? "");
        if (put === "stored") return;
      }
    };
    const each = 5;
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, place) => {
        for (let time = 0; time < each; time += 1) await addOne(place % 2 === 0 ? bucket : again);
      }),
    );
    expect(await readText(bucket, "count", 10)).toBe(String(WRITERS * each));
  });
}
