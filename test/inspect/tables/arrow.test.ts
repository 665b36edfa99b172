import { describe, expect, test } from "vitest";
import { fixture, HUGE, lookIntoHole, MOST, testDamages } from "../damages.ts";
import { look } from "../look.ts";

const UNSEEN = {
  "4 KB in the middle zero": "sound",
  "a bit in the middle turned": "sound",
} as const;
const CUT = { "last byte gone": "truncated", "second half gone": "truncated" } as const;

describe("an Arrow file", () => {
  const { bytes } = fixture("fields.arrow");
  const footerLength = bytes.readUInt32LE(bytes.length - 10);
  const end = bytes.subarray(-10 - footerLength);

  test("gives the fields of its schema's metadata", async () => {
    for (const name of ["x.arrow", "x.feather", "x"])
      expect(await look(name, bytes)).toMatchObject({
        format: "arrow",
        structure: "sound",
        status: "complete",
        version: "1.0",
      });
  });

  test("without metadata is sound and has no fields", async () => {
    const found = await look("x.arrow", fixture("bare.arrow").bytes);
    expect(found).toMatchObject({ format: "arrow", structure: "sound" });
    expect([found.status, found.version]).toEqual([undefined, undefined]);
  });

  testDamages(fixture("fields.arrow"), {
    none: "sound",
    ...CUT,
    ...UNSEEN,
    "last 4 KB zero": "damaged",
    "all zero": "damaged",
    "100 bytes more": "damaged",
    "no bytes": "empty",
  });

  test("whose middle is missing is damaged: its batches would lie in the footer", async () => {
    const cut = Buffer.concat([bytes.subarray(0, 4000), end]);
    expect(await look("x.arrow", cut)).toMatchObject({
      structure: "damaged",
      why: "its batches do not end before its footer",
    });
  });

  test("of which only the length of the footer is wrong is damaged", async () => {
    for (const length of [0, 4, bytes.length, 0xffff_ffff]) {
      const wrong = Buffer.from(bytes);
      wrong.writeUInt32LE(length, wrong.length - 10);
      expect(await look("x.arrow", wrong)).toMatchObject({ structure: "damaged" });
    }
  });

  test("that ends right behind its beginning is truncated", async () => {
    for (const length of [1, 6, 8, 17])
      expect(await look("x.arrow", bytes.subarray(0, length))).toMatchObject({
        format: "arrow",
        structure: "truncated",
      });
  });

  test("of 5 GB is inspected as fast as a small one", async () => {
    const found = await lookIntoHole("x.arrow", HUGE, [
      [0, bytes.subarray(0, 1000)],
      [HUGE - end.length, end],
    ]);
    expect(found).toMatchObject({ structure: "sound", status: "complete", version: "1.0" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});

describe("an Arrow stream", () => {
  const { bytes } = fixture("fields.arrows");

  test("is known by its schema under any name, and gives the fields of its metadata", async () => {
    for (const name of ["x.arrows", "x.arrow", "x"])
      expect(await look(name, bytes)).toMatchObject({
        format: "arrow-stream",
        structure: "sound",
        status: "complete",
        version: "1.0",
      });
  });

  test("without metadata is sound and has no fields", async () => {
    const found = await look("x.arrows", fixture("bare.arrows").bytes);
    expect(found).toMatchObject({ format: "arrow-stream", structure: "sound" });
    expect([found.status, found.version]).toEqual([undefined, undefined]);
  });

  testDamages(fixture("fields.arrows"), {
    none: "sound",
    ...CUT,
    ...UNSEEN,
    "last 4 KB zero": "damaged",
    "all zero": "damaged",
    "100 bytes more": "truncated",
    "no bytes": "empty",
  });

  test("cut inside of its schema is truncated", async () => {
    expect(await look("x", bytes.subarray(0, 200))).toMatchObject({ structure: "truncated" });
  });

  test("is not what numbers are that begin like one", async () => {
    const numbers = Buffer.alloc(4000, 0xff);
    for (const name of ["x.arrows", "x.bin"])
      expect(await look(name, numbers)).toMatchObject({ format: "plain", structure: "unknown" });
  });

  test("of 5 GB is inspected as fast as a small one", async () => {
    const found = await lookIntoHole("x", HUGE, [
      [0, bytes.subarray(0, 2000)],
      [HUGE - 1000, bytes.subarray(-1000)],
    ]);
    expect(found).toMatchObject({ structure: "sound", status: "complete" });
    expect(found.bytesRead).toBeLessThanOrEqual(MOST);
  });
});
