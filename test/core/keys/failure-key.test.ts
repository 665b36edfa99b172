import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_KEY, parseKey, parseWorkKey } from "../../../src/core/keys/cache-key.ts";
import {
  failureMark,
  failurePrefix,
  formatFailureKey,
  MOST_MARKS,
  parseFailureKey,
  updatedMarks,
} from "../../../src/core/keys/failure-key.ts";

const text = fc.string({ unit: "binary" });
const mark = fc.record({ shard: text, whole: text }).map(failureMark);
const marks = fc.uniqueArray(mark, { maxLength: 100 });
const AT = { atMs: 1_795_000_000_000, unique: "0a1b2c" };

describe("the key of failures", () => {
  test("is read as it was written, and is no other key", () => {
    fc.assert(
      fc.property(text, marks, fc.nat({ max: Number.MAX_SAFE_INTEGER }), (name, all, atMs) => {
        const key = formatFailureKey(name, { marks: all }, { ...AT, atMs });
        expect(parseFailureKey(key)).toEqual({ marks: all.slice(0, MOST_MARKS) });
        expect(key.startsWith(failurePrefix(name))).toBe(true);
        expect(key.length).toBeLessThanOrEqual(LONGEST_KEY);
        expect(key).toBe(key.toLowerCase());
        expect(key).not.toContain(",");
        expect([parseKey(key), parseWorkKey(key)]).toEqual([undefined, undefined]);
      }),
    );
  });

  test.each([
    "",
    "dm1f-",
    formatFailureKey("n", { marks: ["abcdefg"] }, AT).slice(0, -1),
    formatFailureKey("n", { marks: ["abcdefg"] }, AT).toUpperCase(),
    `${formatFailureKey("n", { marks: [] }, AT)}${"abcdefg".repeat(MOST_MARKS + 1)}`,
  ])("is not %s", (other) => {
    expect(parseFailureKey(other)).toBeUndefined();
  });

  test("holds the latest failures, each once, and none that is done", () => {
    fc.assert(
      fc.property(marks, marks, marks, (before, failed, done) => {
        const now = updatedMarks(before, { failed, done });
        expect(now.length).toBeLessThanOrEqual(MOST_MARKS);
        expect(new Set(now).size).toBe(now.length);
        expect(now.slice(0, failed.length)).toEqual(failed.slice(0, MOST_MARKS));
        const over = new Set(done);
        expect(now.slice(failed.length).some((one) => over.has(one))).toBe(false);
      }),
    );
  });

  test("tells shards and fingerprints apart", () => {
    const all = ["a", "b", "a b", ""].flatMap((shard) =>
      ["a", "b", "a b", ""].map((whole) => failureMark({ shard, whole })),
    );
    expect(new Set(all).size).toBe(16);
  });
});
