import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measured } from "../../helpers/processor-time.ts";
import { formatBytes, formatDuration, parseDuration } from "../../../src/core/text/duration.ts";

describe("a time", () => {
  test.each([
    ["90m", 5_400_000],
    ["30s", 30_000],
    ["1h30m", 5_400_000],
    ["1h 30m", 5_400_000],
    ["0.5h", 1_800_000],
    ["1.5s", 1500],
    ["250ms", 250],
    ["2d", 172_800_000],
    ["90", 90_000],
    ["0", 0],
    [" 5M ", 300_000],
  ])("%j is %i milliseconds", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  test.each([
    "",
    " ",
    "m",
    "-5s",
    "5 parsecs",
    "1h30",
    "1:30",
    "1e3",
    "∞",
    "NaN",
    "5s!",
    ".5h",
    "1..5h",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test("in a long text is refused with little work", async () => {
    const { seconds } = await measured(() => {
      expect(parseDuration(`${"9".repeat(50_000)}x`)).toBeUndefined();
      expect(parseDuration(`${"1m ".repeat(20_000)}x`)).toBeUndefined();
    });
    expect(seconds).toBeLessThan(1);
  });
});

describe("a duration is shown in at most two units", () => {
  test.each([
    [0, "0.0s"],
    [4230, "4.2s"],
    [9949, "9.9s"],
    [9950, "10s"],
    [59_400, "59s"],
    [59_700, "1m 00s"],
    [59_960, "1m 00s"],
    [200_000, "3m 20s"],
    [3_599_600, "1h 00m"],
    [3_900_000, "1h 05m"],
    [360_000_000, "100h 00m"],
  ])("%i ms as %s", (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });

  test("and never as 60 of the smaller one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * 3_600_000 }), (milliseconds) => {
        expect(formatDuration(milliseconds)).not.toMatch(/\b60/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("an amount of bytes is shown in three figures", () => {
  test.each([
    [0, "0 B"],
    [512, "512 B"],
    [999, "999 B"],
    [1000, "1.00 kB"],
    [12_345, "12.3 kB"],
    [999_499, "999 kB"],
    [999_600, "1.00 MB"],
    [4_600_000_000, "4.60 GB"],
    [1_500_000_000_000, "1.50 TB"],
    [2_000_000_000_000_000, "2.00 PB"],
  ])("%i as %s", (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});
