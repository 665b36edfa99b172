import { describe, expect, test } from "vitest";
import { MOST, HUGE, lookIntoHole } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look } from "../look.ts";
import { noise } from "../samples.ts";

function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}
const field = (number: number, content: Uint8Array | string) =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), Buffer.from(content)]);
const property = (key: string, value: string) =>
  field(14, Buffer.concat([field(1, key), field(2, value)]));
const VERSION = Buffer.from([0x08, 10]);
const GRAPH = field(7, noise(500));
const OPERATORS = field(8, Buffer.from([0x10, 21]));
const MODEL = Buffer.concat([VERSION, GRAPH, OPERATORS]);

describe("an ONNX file", () => {
  test.each([
    ["fields.onnx", { status: "complete", version: "1.0" }],
    ["bare.onnx", {}],
  ])("%s that its library wrote is sound and gives its fields", async (name, fields) => {
    const { bytesRead, ...found } = await look(name, fixture(name));
    expect(found).toEqual({ format: "onnx", structure: "sound", ...fields });
    expect(bytesRead).toBeLessThan(4000);
  });

  test("has no magic: its name tells it", async () => {
    expect(await look("x.ONNX", MODEL)).toMatchObject({ format: "onnx", structure: "sound" });
    expect(await look("x", MODEL)).toMatchObject({ format: "plain" });
    expect(await look("x.onnx", "some text")).toMatchObject({ structure: "damaged" });
  });

  test("gives the properties wherever they stand, and as they are", async () => {
    const reversed = field(14, Buffer.concat([field(2, "complete"), field(1, "status")]));
    const extended = Buffer.concat([
      field(1, "status"),
      Buffer.from([0x18, 1]),
      field(2, "complete"),
    ]);
    for (const bytes of [
      Buffer.concat([property("status", "complete"), MODEL]),
      Buffer.concat([MODEL, property("other", "a"), property("status", "complete")]),
      Buffer.concat([MODEL, property("status", "failed"), property("status", "complete")]),
      Buffer.concat([MODEL, reversed]),
      Buffer.concat([MODEL, field(14, extended)]),
      Buffer.concat([MODEL, property("status", "complete"), property("x", "y".repeat(600_000))]),
    ])
      expect(await look("x.onnx", bytes)).toMatchObject({
        structure: "sound",
        status: "complete",
      });
    const nameless = Buffer.concat([MODEL, field(14, field(2, "complete"))]);
    expect(await look("x.onnx", nameless)).not.toHaveProperty("status");
  });

  test.each([
    ["a field of another type", Buffer.concat([MODEL, Buffer.from([0x70, 1])])],
    ["the number 0", Buffer.concat([MODEL, Buffer.alloc(10)])],
    ["a group", Buffer.concat([MODEL, Buffer.from([0x7b, 0x7c])])],
    ["a number without end", Buffer.concat([MODEL, Buffer.alloc(20, 0xff)])],
    [
      "a property longer than it says",
      Buffer.concat([MODEL, field(14, Buffer.from([0x0a, 9])), noise(20)]),
    ],
  ])("with %s is damaged", async (_, bytes) => {
    expect(await look("x.onnx", bytes)).toMatchObject({ structure: "damaged" });
  });

  test.each([
    [
      "a field that no model has",
      Buffer.concat([MODEL, field(30, "a"), Buffer.from([0xf9, 1]), noise(8)]),
    ],
    ["no graph", Buffer.concat([VERSION, OPERATORS])],
    ["no set of operators, as where it is cut behind its graph", Buffer.concat([VERSION, GRAPH])],
  ])("with %s is left alone", async (_, bytes) => {
    expect(await look("x.onnx", bytes)).toMatchObject({ structure: "unknown" });
  });

  test("of a thousand long functions is left alone within half a megabyte", async () => {
    const functions = Array.from({ length: 1000 }, () => field(25, noise(2000)));
    const found = await look("x.onnx", Buffer.concat([MODEL, ...functions]));
    expect(found).toMatchObject({ structure: "unknown" });
    expect(found.bytesRead).toBeLessThan(600_000);
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const start = Buffer.concat([VERSION, varint(7 * 8 + 2), varint(HUGE)]);
    const end = Buffer.concat([OPERATORS, property("status", "complete")]);
    const at = start.length + HUGE;
    const found = await lookIntoHole("x.onnx", at + end.length, [
      [0, start],
      [at, end],
    ]);
    expect(found).toMatchObject({ format: "onnx", structure: "sound", status: "complete" });
    expect(found.bytesRead).toBeLessThan(MOST);
    const cut = await lookIntoHole("x.onnx", at - 1, [[0, start]]);
    expect(cut).toMatchObject({ structure: "truncated" });
  });
});

const VERDICTS: Verdicts = {
  none: "sound",
  "last byte gone": "truncated",
  "second half gone": "truncated",
  "last 4 KB zero": "damaged",
  "4 KB in the middle zero": "sound",
  "all zero": "damaged",
  // Bytes that follow the last field may be fields of a later ONNX.
  "100 bytes more": "unknown",
  "no bytes": "empty",
  "a bit in the middle turned": "sound",
};

// Its two properties follow one another at the end.
describeDamages("fields.onnx", VERDICTS, [16, 36]);
describeDamages("bare.onnx", VERDICTS);
