import { describe, expect, test } from "vitest";
import { compareText, count, isRecord, nonBlankLines, show } from "../../src/core/text.ts";

describe("text", () => {
  test("is compared by code unit, not by language", () => {
    expect(["ä", "b", "a", "B", "10", "9"].sort(compareText)).toEqual([
      "10",
      "9",
      "B",
      "a",
      "b",
      "ä",
    ]);
    expect(compareText("a", "a")).toBe(0);
  });

  test("counts in words", () => {
    expect([count(0, "shard"), count(1, "shard"), count(12_000, "shard")]).toEqual([
      "0 shards",
      "1 shard",
      "12,000 shards",
    ]);
  });

  test("is split into lines that hold something", () => {
    expect(nonBlankLines(" a \r\n\n\t\nb c\n")).toEqual(["a", "b c"]);
    expect(nonBlankLines("  \n")).toEqual([]);
  });
});

describe("a shown value", () => {
  test("is JSON on one line, so that blanks and control characters can be seen", () => {
    expect([show("a\nb "), show(5), show(undefined), show(null), show(["x"])]).toEqual([
      '"a\\nb "',
      "5",
      "undefined",
      "null",
      '["x"]',
    ]);
  });

  test("is cut where it is long", () => {
    expect(show("x".repeat(500)).length).toBeLessThanOrEqual(80);
    expect(show("x".repeat(500))).toMatch(/…$/);
  });
});

test("a record is an object, and neither a list nor null", () => {
  expect(isRecord({})).toBe(true);
  expect([[], null, undefined, "x", 5].some(isRecord)).toBe(false);
});
