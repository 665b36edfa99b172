import { describe, expect, test } from "vitest";
import { uint32, uint64 } from "../../helpers/pickle.ts";
import { MOST, HUGE, lookIntoHole } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look } from "../look.ts";
import { noise } from "../samples.ts";

const text = (value: string) => {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
};
const value = (type: number, ...bytes: readonly Uint8Array[]) =>
  Buffer.concat([uint32(type), ...bytes]);
const words = (amount: number) =>
  value(9, uint32(8), uint64(amount), ...Array.from({ length: amount }, () => text("word")));

interface Model {
  readonly metadata?: Readonly<Record<string, Uint8Array>>;
  /** Type, dimensions and place of each tensor. */
  readonly tensors?: readonly (readonly [number, readonly number[], number])[];
  readonly data?: Uint8Array;
  readonly version?: number;
}

/** A file as `gguf.GGUFWriter` lays it out, filled up to 32 bytes before the tensors. */
function ggufFile({ metadata = {}, tensors = [], data, version = 3 }: Model): Buffer {
  const entries = Object.entries(metadata);
  const header = Buffer.concat([
    Buffer.from("GGUF"),
    uint32(version),
    uint64(tensors.length),
    uint64(entries.length),
    ...entries.flatMap(([key, bytes]) => [text(key), bytes]),
    ...tensors.flatMap(([type, dimensions, at]) => [
      text("weight"),
      uint32(dimensions.length),
      ...dimensions.map((size) => uint64(size)),
      uint32(type),
      uint64(at),
    ]),
  ]);
  if (data === undefined) return header;
  return Buffer.concat([header, Buffer.alloc(-header.length & 31), data]);
}

const oneTensor = { tensors: [[0, [16], 0]] as const, data: noise(64) };

describe("a GGUF file", () => {
  test.each([
    ["fields.gguf", { status: "complete", version: "1.0" }],
    ["bare.gguf", {}],
    // A block of each type of tensor that the library knows.
    ["types.gguf", {}],
  ])("%s that its library wrote is sound and gives its fields", async (name, fields) => {
    const { bytesRead, ...found } = await look(name, fixture(name));
    expect(found).toEqual({ format: "gguf", structure: "sound", ...fields });
    expect(bytesRead).toBeLessThan(10_000);
    expect(await look("x", fixture(name))).toMatchObject({ format: "gguf" });
  });

  test.each([
    ["a text", value(8, text("complete")), "complete"],
    ["a truth value", value(7, Buffer.from([1])), "true"],
    ["a number of 8 bits", value(1, Buffer.from([0xff])), "-1"],
    ["a number of 16 bits", value(2, Buffer.from([1, 1])), "257"],
    ["a number of 32 bits", value(4, uint32(7)), "7"],
    ["a number of 64 bits", value(10, uint64(7)), "7"],
    ["a float", value(6, Buffer.from(new Float32Array([1]).buffer)), "1.0"],
    ["a long float", value(12, Buffer.from(new Float64Array([0.1]).buffer)), "0.1"],
    ["a list of texts", words(3), "[object]"],
    ["a list of numbers", value(9, uint32(4), uint64(2), noise(8)), "[object]"],
    ["a list of lists", value(9, uint32(9), uint64(1), uint32(0), uint64(1), noise(1)), "[object]"],
    ["a text of 5,000 letters", value(8, text("a".repeat(5000))), `${"a".repeat(200)}…`],
  ])("whose status is %s", async (_, status, shown) => {
    const metadata = { "general.name": value(8, text("x")), status, version: value(8, text("2")) };
    for (const version of [2, 3])
      expect(await look("x", ggufFile({ metadata, version, ...oneTensor }))).toMatchObject({
        structure: "sound",
        status: shown,
        version: "2",
      });
  });

  test("is as long as its tensors, filled up or not", async () => {
    const model = {
      tensors: [
        [2, [64, 3], 0],
        [8, [32], 128],
      ] as const,
    };
    for (const [size, structure] of [
      [128 + 33, "truncated"],
      [128 + 34, "sound"],
      [128 + 64, "sound"],
      [128 + 65, "damaged"],
    ] as const)
      expect(await look("x", ggufFile({ ...model, data: noise(size) }))).toMatchObject({
        structure,
      });
  });

  test("may have another alignment, or no tensors", async () => {
    const metadata = { "general.alignment": value(4, uint32(8)), status: value(8, text("a")) };
    const header = ggufFile({
      metadata,
      tensors: [
        [0, [1], 0],
        [0, [1], 8],
      ],
    });
    const padding = Buffer.alloc(-header.length & 7);
    expect(await look("x", Buffer.concat([header, padding, noise(12)]))).toMatchObject({
      structure: "sound",
    });
    expect(await look("x", ggufFile({ metadata }))).toMatchObject({ structure: "sound" });
    expect(await look("x", Buffer.concat([ggufFile({}), noise(100)]))).toMatchObject({
      structure: "damaged",
    });
  });

  test.each<[string, Model]>([
    ["a value of no type", { metadata: { a: value(77, noise(8)) } }],
    [
      "tensors with a gap",
      {
        tensors: [
          [0, [8], 0],
          [0, [8], 64],
        ],
        data: noise(96),
      },
    ],
    ["a first tensor behind the beginning", { tensors: [[0, [8], 32]], data: noise(64) }],
    ["a tensor of five dimensions", { tensors: [[0, [1, 1, 1, 1, 1], 0]], data: noise(32) }],
    ["an alignment of nothing", { metadata: { "general.alignment": value(4, uint32(0)) } }],
    ["an alignment that is a word", { metadata: { "general.alignment": value(8, text("a")) } }],
  ])("with %s is damaged", async (_, model) => {
    expect(await look("x", ggufFile(model))).toMatchObject({ structure: "damaged" });
  });

  test.each<[string, Model]>([
    ["a later version", { version: 4 }],
    ["the other byte order", { version: 0x0300_0000 }],
    ["a tensor of a type that is not known", { tensors: [[99, [8], 0]], data: noise(64) }],
    ["lists in lists in lists", { metadata: { a: value(9, ...nested(5)) } }],
  ])("with %s is left alone", async (_, model) => {
    expect(await look("x", ggufFile(model))).toMatchObject({ structure: "unknown" });
  });

  test("with a vocabulary of a megabyte is left alone, but for the fields before it", async () => {
    const metadata = {
      status: value(8, text("complete")),
      words: words(90_000),
      version: words(1),
    };
    const found = await look("x", ggufFile({ metadata, ...oneTensor }));
    expect(found).toMatchObject({ structure: "unknown", status: "complete" });
    expect(found).not.toHaveProperty("version");
    expect(found.bytesRead).toBeLessThan(600_000);
  });

  test("with a long list of numbers is not read whole", async () => {
    const metadata = { scores: value(9, uint32(6), uint64(250_000), noise(1_000_000)) };
    const found = await look("x", ggufFile({ metadata, ...oneTensor }));
    expect(found).toMatchObject({ structure: "sound" });
    expect(found.bytesRead).toBeLessThan(6000);
  });

  test("that announces more than there is, is truncated", async () => {
    const endless = Buffer.alloc(8, 0xff);
    for (const bytes of [
      ggufFile({ metadata: { a: value(8, endless) } }),
      ggufFile({ metadata: { a: value(9, uint32(8), endless) } }),
      ggufFile({ metadata: { a: value(9, uint32(12), endless) } }),
      ggufFile({ tensors: [[0, [2 ** 50, 2 ** 50, 2 ** 50], 0]], data: noise(32) }),
      Buffer.concat([Buffer.from("GGUF"), uint32(3), endless, endless]),
    ])
      expect(await look("x", bytes)).toMatchObject({ structure: "truncated" });
    for (const length of [4, 7, 8, 20, 60, 200])
      expect(await look("x", fixture("fields.gguf").subarray(0, length))).toMatchObject({
        structure: "truncated",
      });
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const metadata = { status: value(8, text("complete")) };
    const header = ggufFile({ metadata, tensors: [[0, [HUGE / 4], 0]], data: Buffer.alloc(0) });
    const size = header.length + HUGE;
    const end = [size - 4096, noise(4096)] as const;
    const found = await lookIntoHole("x", size, [[0, header], end]);
    expect(found).toMatchObject({ format: "gguf", structure: "sound", status: "complete" });
    expect(found.bytesRead).toBeLessThan(MOST);
    expect(await lookIntoHole("x", size, [[0, header]])).toMatchObject({
      structure: "unknown",
      status: "complete",
    });
    const endless = Buffer.concat([Buffer.from("GGUF"), uint32(3), Buffer.alloc(16, 0x7f)]);
    expect(await lookIntoHole("x", HUGE, [[0, endless]])).toMatchObject({ structure: "unknown" });
  });
});

/** What follows the type of a list in which so many lists lie in one another. */
function nested(depth: number): readonly Uint8Array[] {
  return Array.from({ length: depth }, () => value(9, uint64(1)));
}

const VERDICTS: Verdicts = {
  none: "sound",
  "last byte gone": "truncated",
  "second half gone": "truncated",
  "last 4 KB zero": "unknown",
  "4 KB in the middle zero": "sound",
  "all zero": "damaged",
  "100 bytes more": "damaged",
  "no bytes": "empty",
  "a bit in the middle turned": "sound",
};

describeDamages("fields.gguf", VERDICTS);
describeDamages("bare.gguf", VERDICTS);
