import { describe, expect, test } from "vitest";
import { fixture, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";
import { noise } from "../samples.ts";

const SOUND = { format: "zstd", structure: "sound" };
const { bytes } = fixture("blocks.zst");

function skippable(length: number, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const head = Buffer.from("502a4d1800000000", "hex");
  head.writeUInt32LE(length, 4);
  return Buffer.concat([head, content]);
}

describe("a zstd stream", () => {
  test("of one block or many, with a checksum or without, is sound", async () => {
    for (const name of ["bare.zst", "checked.zst", "blocks.zst"])
      expect(await look(name, fixture(name).bytes)).toMatchObject(SOUND);
    expect(await look("x", bytes)).toMatchObject(SOUND);
  });

  test("of several frames, skippable ones among them, is sound", async () => {
    const { bytes: checked } = fixture("checked.zst");
    const frames = [skippable(5, noise(5)), bytes, skippable(0), checked];
    expect(await look("x.zst", Buffer.concat(frames))).toMatchObject(SOUND);
    expect(await look("x.tzst", Buffer.concat([...frames, skippable(9, noise(9))]))).toMatchObject(
      SOUND,
    );
    expect(
      await look("x.zst", Buffer.concat([bytes, skippable(8000, Buffer.alloc(8000))])),
    ).toMatchObject(SOUND);
  });

  testDamages(fixture("checked.zst"), {
    none: "sound",
    "last byte gone": "truncated",
    "second half gone": "truncated",
    "last 4 KB zero": "damaged",
    // It is a single block: what is inside shows only when it is unpacked.
    "4 KB in the middle zero": "sound",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
    "a bit in the middle turned": "sound",
  });

  testDamages(fixture("blocks.zst"), {
    none: "sound",
    "last byte gone": "truncated",
    "second half gone": "truncated",
    // Zeros are blocks of nothing, one after the other, and none of them is the last.
    "last 4 KB zero": "truncated",
    "4 KB in the middle zero": "damaged",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
    "a bit in the middle turned": "sound",
  });

  test("cut anywhere is truncated", async () => {
    for (const length of [1, 4, 5, 8, 100, bytes.length - 3])
      expect(await look("x.zst", bytes.subarray(0, length))).toMatchObject({
        format: "zstd",
        structure: "truncated",
      });
    const cut = Buffer.concat([bytes, skippable(10, noise(9))]);
    for (const length of [bytes.length + 3, bytes.length + 6, cut.length])
      expect(await look("x.zst", cut.subarray(0, length))).toMatchObject({
        structure: "truncated",
      });
  });

  test.each<[string, string]>([
    ["a header that sets a reserved bit", "28b52ffd08580100000000"],
    ["a block of the reserved kind", "28b52ffd00580700000000"],
    ["a block that is larger than any", "28b52ffd0058fdffff0000"],
  ])("with %s is damaged", async (_, hex) => {
    expect(await look("x.zst", Buffer.from(hex, "hex"))).toMatchObject({ structure: "damaged" });
  });

  test("of more blocks than can be followed is left alone", async () => {
    const empty = Buffer.concat([Buffer.from("28b52ffd0058", "hex"), Buffer.alloc(300_000)]);
    const found = await look("x.zst", empty);
    expect(found).toMatchObject({ structure: "unknown" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });

  test("of 4 GB is inspected as fast as a small one", async () => {
    const gap = 0xffff_fff0;
    const found = await lookIntoHole("x.zst", 8 + gap + bytes.length, [
      [0, skippable(gap)],
      [8 + gap, bytes],
    ]);
    expect(found).toMatchObject(SOUND);
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});
