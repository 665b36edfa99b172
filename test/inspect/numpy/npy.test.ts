import { describe, expect, test } from "vitest";
import { MOST, HUGE, lookIntoHole } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look } from "../look.ts";
import { noise } from "../samples.ts";

/** An array with this header, as `numpy.save` lays it out. */
function npyFile(header: string, data: Uint8Array = Buffer.alloc(0), version = 1): Buffer {
  const text = Buffer.from(header);
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  length.writeUIntLE(text.length, 0, length.length);
  const magic = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  return Buffer.concat([magic, length, text, data]);
}

const dict = (descr: string, shape: string) =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }  \n`;

describe("an npy file", () => {
  test("that NumPy wrote is sound and holds no fields", async () => {
    for (const name of ["array.npy", "records.npy", "objects.npy"]) {
      const { bytesRead, ...found } = await look(name, fixture(name));
      expect(found).toEqual({ format: "npy", structure: "sound" });
      expect(bytesRead).toBeLessThan(6000);
    }
  });

  test("is told by its bytes, and where those are lost by its name", async () => {
    expect(await look("x", fixture("array.npy"))).toMatchObject({ format: "npy" });
    expect(await look("x.NPY", "text")).toMatchObject({ format: "npy", structure: "damaged" });
  });

  test.each([
    ["'<f4'", "(3,)", 12],
    ["'|b1'", "(3, 2)", 6],
    ["'<U5'", "()", 20],
    ["'|S5'", "(2,)", 10],
    ["'<M8[ns]'", "(2,)", 16],
    ["'<M8[25us]'", "(2,)", 16],
    ["'|V3'", "(2,)", 6],
    ["'>c16'", "(1,)", 16],
    ["'<f4'", "(3, 0, 9)", 0],
    ["[('a', '<i4'), ('b', [('c', '<f8'), ('d', '|S1', (2, 3))])]", "(2,)", 36],
    ["[(('title', 'a'), '<i4')]", "(2,)", 8],
  ])("of type %s and shape %s has %i bytes of data", async (descr, shape, size) => {
    const header = dict(descr, shape);
    for (const version of [1, 2, 3])
      expect(await look("x.npy", npyFile(header, noise(size), version))).toMatchObject({
        structure: "sound",
      });
    expect(await look("x.npy", npyFile(header, noise(size + 1)))).toMatchObject({
      structure: "damaged",
      why: "after its end there is more: 1 byte",
    });
    if (size > 0)
      expect(await look("x.npy", npyFile(header, noise(size - 1)))).toMatchObject({
        structure: "truncated",
        why: "it is 1 byte short",
      });
  });

  test.each([
    ["no dict", "[1, 2]"],
    ["no shape", "{'descr': '<f4'}"],
    ["a shape that is no tuple", dict("'<f4'", "3")],
    ["a size below zero", dict("'<f4'", "(-3,)")],
    ["a text without end", "{'descr': '<f4"],
    ["something behind the dict", `${dict("'<f4'", "(3,)")} 1`],
    ["a call", dict("'<f4'", "print(3)")],
    ["sixty thousand letters", `{'descr': '${"a".repeat(60_000)}`],
    ["ten thousand brackets", "(".repeat(10_000)],
    ["random bytes", noise(100).toString("latin1")],
  ])("whose header holds %s is damaged", async (_, header) => {
    expect(await look("x.npy", npyFile(header, noise(12)))).toMatchObject({ structure: "damaged" });
  });

  test.each([
    ["a type that is not known", npyFile(dict("'<q4'", "(3,)"), noise(12))],
    ["records that hold objects", npyFile(dict("[('a', '|O')]", "(3,)"), noise(12))],
    ["a later version", npyFile(dict("'<f4'", "(3,)"), noise(12), 4)],
    ["a header of 70 KB", npyFile(dict("'<f4'", `(3,)${" ".repeat(70_000)}`), noise(12), 2)],
    ["objects of 100 KB", npyFile(dict("'|O'", "()"), noise(100_000))],
  ])("with %s is left alone", async (_, bytes) => {
    expect(await look("x.npy", bytes)).toMatchObject({ structure: "unknown" });
  });

  test("cut inside of its header is truncated", async () => {
    const bytes = fixture("array.npy");
    for (const length of [1, 5, 6, 8, 11, 12, 127])
      expect(await look("x.npy", bytes.subarray(0, length))).toMatchObject({
        structure: "truncated",
      });
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const header = npyFile(dict("'<f4'", `(${HUGE / 4},)`));
    const size = header.length + HUGE;
    const end = [size - 4096, noise(4096)] as const;
    const found = await lookIntoHole("x.npy", size, [[0, header], end]);
    expect(found).toMatchObject({ format: "npy", structure: "sound" });
    expect(found.bytesRead).toBeLessThan(MOST);
    expect(await lookIntoHole("x.npy", size, [[0, header]])).toMatchObject({
      structure: "unknown",
      why: expect.stringContaining("zeros"),
    });
  });
});

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

describeDamages("array.npy", VERDICTS);
// Of less than 4 KB, so that zeros from 4 KB before its end or around its middle begin with its header.
describeDamages("records.npy", {
  ...VERDICTS,
  "last 4 KB zero": "damaged",
  "4 KB in the middle zero": "damaged",
});
describeDamages("objects.npy", {
  ...VERDICTS,
  "last 4 KB zero": "damaged",
  "4 KB in the middle zero": "damaged",
});
