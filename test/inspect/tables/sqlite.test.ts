import { describe, expect, test } from "vitest";
import { fixture, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";

const { bytes } = fixture("rollback.sqlite");

const changed = (at: number, ...values: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
};

describe("an SQLite database", () => {
  test("of the size that its header says is sound, and has no fields", async () => {
    for (const name of ["x.sqlite", "x.db", "x"]) {
      const found = await look(name, bytes);
      expect(found).toMatchObject({ format: "sqlite", structure: "sound" });
      expect(found).not.toHaveProperty("status");
    }
  });

  testDamages(fixture("rollback.sqlite"), {
    none: "sound",
    "last byte gone": "truncated",
    "second half gone": "truncated",
    // A page of zeros is legal.
    "last 4 KB zero": "unknown",
    "4 KB in the middle zero": "sound",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
    "a bit in the middle turned": "sound",
  });

  test("of which whole pages are missing says by how much", async () => {
    expect(await look("x.db", bytes.subarray(0, -2048))).toMatchObject({
      structure: "truncated",
      why: "it is 2,048 bytes short",
    });
  });

  test("with pages that it does not count is left alone: a file may grow ahead", async () => {
    const grown = Buffer.concat([bytes, Buffer.alloc(2048, 1)]);
    expect(await look("x.db", grown)).toMatchObject({
      structure: "unknown",
      why: "it has more pages than it says",
    });
  });

  test("in WAL mode may have its last changes elsewhere", async () => {
    expect(await look("x.db", fixture("wal.sqlite").bytes)).toMatchObject({
      structure: "unknown",
      why: expect.stringContaining("WAL"),
    });
  });

  test("whose header does not count its pages is left alone, unless it ends inside of one", async () => {
    for (const old of [changed(28, 0, 0, 0, 0), changed(92, 9, 9, 9, 9)]) {
      expect(await look("x.db", old)).toMatchObject({ structure: "unknown" });
      expect(await look("x.db", old.subarray(0, -1))).toMatchObject({ structure: "truncated" });
    }
  });

  test.each<[string, Buffer]>([
    ["a page size that is no power of two", changed(16, 3, 0)],
    ["a page size of 256", changed(16, 1, 0)],
    ["fractions that are fixed, and others", changed(21, 65)],
    ["a first page that is no table", changed(100, 0)],
  ])("with %s is damaged", async (_, wrong) => {
    expect(await look("x.db", wrong)).toMatchObject({ structure: "damaged" });
  });

  test("that ends inside of its header is truncated", async () => {
    expect(await look("x.db", bytes.subarray(0, 100))).toMatchObject({ structure: "truncated" });
  });

  test("of 4 GB is inspected as fast as a small one", async () => {
    const pages = 4 * 1024 ** 2;
    const counted = changed(28, pages >> 24, pages >> 16, pages >> 8, pages);
    const found = await lookIntoHole("x.db", pages * 1024, [
      [0, counted],
      [pages * 1024 - 1024, bytes.subarray(-1024)],
    ]);
    expect(found).toMatchObject({ structure: "sound" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});
