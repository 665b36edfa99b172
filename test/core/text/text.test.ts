import { describe, expect, test } from "vitest";
import {
  compareText,
  plural,
  isRecord,
  nonBlankLines,
  quote,
} from "../../../src/core/text/text.ts";

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
    expect([plural(0, "shard"), plural(1, "shard"), plural(12_000, "shard")]).toEqual([
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
    expect([quote("a\nb "), quote(5), quote(undefined), quote(null), quote(["x"])]).toEqual([
      '"a\\nb "',
      "5",
      "undefined",
      "null",
      '["x"]',
    ]);
  });

  test("is cut where it is long", () => {
    expect(quote("x".repeat(500)).length).toBeLessThanOrEqual(80);
    expect(quote("x".repeat(500))).toMatch(/…$/);
  });
});

test("a record is an object, and neither a list nor null", () => {
  expect(isRecord({})).toBe(true);
  expect([[], null, undefined, "x", 5].some(isRecord)).toBe(false);
});
