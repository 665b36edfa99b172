import { describe, expect, test } from "vitest";
import { fixture, HUGE, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";

const COMPLETE = '{"status": "complete", "version": "1.0"}';

describe("a file of JSON lines", () => {
  test("gives the fields of its last line", async () => {
    const { bytes } = fixture("fields.jsonl");
    for (const name of ["x.jsonl", "x.NDJSON"])
      expect(await look(name, bytes)).toMatchObject({
        format: "jsonl",
        structure: "sound",
        status: "complete",
        version: "1.0",
      });
  });

  test("has no fields where the last line has none", async () => {
    const found = await look("x.ndjson", fixture("bare.ndjson").bytes);
    expect(found).toMatchObject({ format: "jsonl", structure: "sound" });
    expect(found.status).toBeUndefined();
    const earlier = await look("x.jsonl", `${COMPLETE}\n{"id": 1}\n`);
    expect(earlier).toMatchObject({ structure: "sound" });
    expect(earlier.status).toBeUndefined();
  });

  testDamages(fixture("fields.jsonl"), {
    none: "sound",
    // The last byte is the end of the last line.
    "last byte gone": "unknown",
    "second half gone": "truncated",
    "last 4 KB zero": "damaged",
    "4 KB in the middle zero": "sound",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
    "a bit in the middle turned": "sound",
  });

  test.each<[string, string]>([
    ["an array", '{"id": 1}\n[1, 2]\n'],
    ["a text", '{"id": 1}\n"a"\n'],
    ["a number", "1\n2\n"],
    ["null", "null\n"],
    ["NaN, which Python writes", "1\nNaN\n"],
    ["blank lines behind it", "1\n2\n\n  \n"],
    ["the ends of Windows' lines", '{"id": 1}\r\n{"id": 2}\r\n'],
    ["a byte order mark before it", '\uFEFF{"id": 1}\n'],
    ["a first line of 100 KB", `"${"a".repeat(100_000)}"\n2\n`],
    ["a last line of 100 KB", `1\n"${"a".repeat(100_000)}"\n`],
  ])("whose last line is %s is sound", async (_, text) => {
    expect(await look("x.jsonl", text)).toMatchObject({ format: "jsonl", structure: "sound" });
  });

  test("whose last line is not ended may be whole, and nothing says so", async () => {
    for (const text of [`1\n${COMPLETE}`, COMPLETE, "1\n2"])
      expect(await look("x.jsonl", text)).toMatchObject({
        structure: "unknown",
        why: "no end of line follows its last line",
      });
  });

  test.each<[string, string]>([
    ["cut in an object", '{"id": 1}\n{"id": '],
    ["cut in a text", '{"id": 1}\n{"id": "a'],
    ["cut in a text, and ended by the next writer", '{"id": 1}\n{"id": 1, \n'],
  ])("%s is truncated", async (_, text) => {
    expect(await look("x.jsonl", text)).toMatchObject({ structure: "truncated" });
  });

  test.each<[string, string]>([
    ["a word", '{"id": 1}\nKilled by signal\n'],
    ["two values on its last line", '{"id": 1}\n{"id": 1}{"id": 2}\n'],
    ["a value that closes wrongly", '{"id": 1}\n{"id": 1]\n'],
    ["a bracket alone", "1\n}\n"],
    ["a table of another kind", "id,score\n1,2\n"],
    ["a first line that is none", 'oops\n{"id": 1}\n'],
  ])("with %s is damaged", async (_, text) => {
    expect(await look("x.jsonl", text)).toMatchObject({ structure: "damaged" });
  });

  test("of blank lines, or with a last line of a megabyte, is left alone", async () => {
    for (const text of ["\n", " \n".repeat(300_000), `1\n"${"a".repeat(1_000_000)}"\n`])
      expect(await look("x.jsonl", text)).toMatchObject({ structure: "unknown" });
  });

  test("of 5 GB is inspected as fast as a small one", async () => {
    const found = await lookIntoHole("x.jsonl", HUGE, [
      [0, Buffer.from('{"id": 1}\n')],
      [HUGE - COMPLETE.length - 2, Buffer.from(`\n${COMPLETE}\n`)],
    ]);
    expect(found).toMatchObject({ structure: "sound", status: "complete", version: "1.0" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});
