import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fixture, HUGE, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";
import { noise } from "../samples.ts";

const WHOLE = { format: "gzip", structure: "unknown" };
const { bytes } = fixture("stream.gz");

/** A block of BGZF: a member whose header holds its own length. */
function bgzfBlock(content: Uint8Array): Buffer {
  const plain = gzipSync(content);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(plain.length + 8 - 1);
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 4;
  return Buffer.concat([header, Buffer.from([6, 0, 0x42, 0x43, 2, 0]), length, plain.subarray(10)]);
}
const BGZF_END = Buffer.from("1f8b08040000000000ff0600424302001b0003000000000000000000", "hex");

describe("a gzip stream", () => {
  test("may be whole, and nothing more can be said of it", async () => {
    for (const name of ["x.gz", "x.tgz", "x.jsonl", "x"])
      expect(await look(name, bytes)).toMatchObject(WHOLE);
    expect(await look("x.gz", gzipSync(""))).toMatchObject(WHOLE);
    expect(await look("x.gz", gzipSync(Buffer.alloc(5_000_000)))).toMatchObject(WHOLE);
    expect(await look("x.gz", Buffer.concat([bytes, gzipSync("more")]))).toMatchObject(WHOLE);
  });

  testDamages(fixture("stream.gz"), {
    none: "unknown",
    // The four bytes that are last now could be a size as well.
    "last byte gone": "unknown",
    "second half gone": "truncated",
    "last 4 KB zero": "damaged",
    "4 KB in the middle zero": "unknown",
    "all zero": "damaged",
    "100 bytes more": "truncated",
    "no bytes": "empty",
    "a bit in the middle turned": "unknown",
  });

  test("with bits in its header that have no meaning is damaged", async () => {
    const wrong = Buffer.from(bytes);
    wrong[3] = 0x80;
    expect(await look("x.gz", wrong)).toMatchObject({ structure: "damaged" });
  });

  test("that ends before its content is truncated", async () => {
    for (const length of [1, 3, 10, 17])
      expect(await look("x.gz", bytes.subarray(0, length))).toMatchObject({
        format: "gzip",
        structure: "truncated",
      });
  });

  test("is no other file of that name", async () => {
    expect(await look("x.csv.gz", "id,score\n")).toMatchObject({ format: "plain" });
  });

  test("of 5 GB is inspected as fast as a small one", async () => {
    const found = await lookIntoHole("x.gz", HUGE, [
      [0, bytes.subarray(0, 1000)],
      [HUGE - 1000, bytes.subarray(-1000)],
    ]);
    expect(found).toMatchObject(WHOLE);
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});

describe("a gzip stream of the blocks of genomics", () => {
  const blocks = Buffer.concat([bgzfBlock(noise(6000)), bgzfBlock(noise(6000)), BGZF_END]);

  test("that ends in the empty block is sound", async () => {
    expect(await look("x.vcf.gz", blocks)).toMatchObject({ format: "gzip", structure: "sound" });
    expect(await look("x.gz", BGZF_END)).toMatchObject({ structure: "sound" });
  });

  testDamages(
    { fileName: "x.bgzf.gz", bytes: blocks },
    {
      none: "sound",
      "last byte gone": "truncated",
      "second half gone": "truncated",
      "last 4 KB zero": "damaged",
      "4 KB in the middle zero": "sound",
      "all zero": "damaged",
      "100 bytes more": "damaged",
      "no bytes": "empty",
      "a bit in the middle turned": "sound",
    },
  );

  test("without the empty block is truncated", async () => {
    expect(await look("x.gz", blocks.subarray(0, -28))).toMatchObject({ structure: "truncated" });
  });
});
