import { describe, expect, test } from "vitest";
import { measured } from "../../helpers/processor-time.ts";
import { fixture, HUGE, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";

const { bytes } = fixture("fields.parquet");
const footerLength = bytes.readUInt32LE(bytes.length - 8);
const end = bytes.subarray(-8 - footerLength);

const withFooter = (footer: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([bytes.subarray(0, 1000), footer, length, Buffer.from("PAR1")]);
};

describe("a Parquet file", () => {
  test("gives the fields of its key-value metadata", async () => {
    for (const name of ["x.parquet", "x"])
      expect(await look(name, bytes)).toMatchObject({
        format: "parquet",
        structure: "sound",
        status: "complete",
        version: "1.0",
      });
  });

  test("without metadata of its own is sound and has no fields", async () => {
    const found = await look("x.parquet", fixture("bare.parquet").bytes);
    expect(found).toMatchObject({ format: "parquet", structure: "sound" });
    expect([found.status, found.version]).toEqual([undefined, undefined]);
  });

  testDamages(fixture("fields.parquet"), {
    none: "sound",
    "last byte gone": "truncated",
    "second half gone": "truncated",
    "last 4 KB zero": "damaged",
    "4 KB in the middle zero": "sound",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
    "a bit in the middle turned": "sound",
  });

  test("whose middle is missing is damaged: its columns would lie in the footer", async () => {
    const cut = Buffer.concat([bytes.subarray(0, 2000), end]);
    expect(await look("x.parquet", cut)).toMatchObject({
      structure: "damaged",
      why: "its columns do not end before its footer",
    });
  });

  test("of which only the length of the footer is wrong is damaged", async () => {
    for (const length of [0, 1, footerLength - 1, footerLength + 1, bytes.length, 0xffff_ffff]) {
      const wrong = Buffer.from(bytes);
      wrong.writeUInt32LE(length, wrong.length - 8);
      expect(await look("x.parquet", wrong)).toMatchObject({ structure: "damaged" });
    }
  });

  test.each<[string, readonly number[]]>([
    ["a list of two thousand million entries", [0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07, 0]],
    ["a text of 2^63 bytes", [0x18, ...Array<number>(8).fill(0xff), 0x7f, 0]],
    ["a number without end", Array<number>(5000).fill(0xff)],
    ["a thousand structs in one another", Array<number>(1000).fill(0x1c)],
    ["a thousand lists in one another", [0x19, ...Array<number>(1000).fill(0x19)]],
    ["nothing in it", [0]],
    ["a kind of value that there is none of", [0x1f, 0]],
  ])("whose footer has %s is damaged, and that takes little CPU time", async (_, footer) => {
    const inspectFooter = async () =>
      expect(await look("x.parquet", withFooter(Buffer.from(footer)))).toMatchObject({
        structure: "damaged",
      });
    expect((await measured(inspectFooter)).seconds).toBeLessThan(1);
  });

  test("whose footer is encrypted is left alone", async () => {
    const hidden = Buffer.concat([Buffer.from("PARE"), bytes.subarray(4, -4), Buffer.from("PARE")]);
    expect(await look("x.parquet", hidden)).toMatchObject({ structure: "unknown" });
  });

  test("that ends right behind its beginning is truncated", async () => {
    for (const length of [1, 4, 8, 11])
      expect(await look("x.parquet", bytes.subarray(0, length))).toMatchObject({
        format: "parquet",
        structure: "truncated",
      });
  });

  test("of 5 GB is inspected as fast as a small one", async () => {
    const found = await lookIntoHole("x.parquet", HUGE, [
      [0, bytes.subarray(0, 1000)],
      [HUGE - end.length, end],
    ]);
    expect(found).toMatchObject({ structure: "sound", status: "complete", version: "1.0" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});
