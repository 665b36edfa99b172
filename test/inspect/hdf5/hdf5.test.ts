import { describe, expect, test } from "vitest";
import { readAttributes } from "../../../src/inspect/hdf5/attributes.ts";
import { uint32, uint64 } from "../../helpers/pickle.ts";
import { measured } from "../../helpers/processor-time.ts";
import { MOST, HUGE, lookIntoHole } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look, memoryDisk, NAMES } from "../look.ts";
import { noise } from "../samples.ts";

const COMPLETE = { status: "complete", version: "1.0" };

/** A file with some of its bytes replaced. */
function changed(name: string, at: number, ...bytes: readonly number[]): Buffer {
  const file = fixture(name);
  file.set(bytes, at);
  return file;
}

/** The message of an attribute `status` without dimensions. */
function attribute(flags: number, datatype: readonly number[], data: string): Buffer {
  const sizes = [7, 0, datatype.length, 0, 4, 0];
  const start = Buffer.from([3, flags, ...sizes, 0]);
  return Buffer.concat([
    start,
    Buffer.from("status\0"),
    Buffer.from([...datatype, 2, 0, 0, 0]),
    Buffer.from(data, "latin1"),
  ]);
}

/** The status in the header of an object with these flags, which say what it has room for. */
function statusIn(flags: number, message: Buffer): string | undefined {
  const room = ((flags & 0x20) === 0 ? 0 : 16) + ((flags & 0x10) === 0 ? 0 : 4);
  const prefix = Buffer.alloc((flags & 0x04) === 0 ? 4 : 6);
  prefix.set([0x0c, message.length & 0xff, message.length >> 8]);
  const bytes = Buffer.concat([
    Buffer.from("OHDR"),
    Buffer.from([2, flags | 2]),
    Buffer.alloc(room, 0xee),
    uint32(prefix.length + message.length),
    prefix,
    message,
  ]);
  const { disk } = memoryDisk(bytes);
  const file = { reader: disk.open("x"), origin: 0, offsetBytes: 8, lengthBytes: 8 };
  return readAttributes(file, 0, NAMES)?.get("status");
}

describe("an HDF5 file", () => {
  test.each([
    ["old.h5", COMPLETE],
    ["v2.h5", COMPLETE],
    ["new.h5", COMPLETE],
    ["block.h5", COMPLETE],
    ["order.h5", COMPLETE],
    ["bare.h5", {}],
    // More than eight attributes lie in a heap of their own.
    ["many.h5", {}],
  ])("%s that h5py wrote is sound and gives its fields", async (name, fields) => {
    const { bytesRead, ...found } = await look(name, fixture(name));
    expect(found).toEqual({ format: "hdf5", structure: "sound", ...fields });
    expect(bytesRead).toBeLessThan(8000);
  });

  test.each([
    ["bytes", "failed"],
    ["number", "-258"],
    ["ratio", "0.5"],
    ["truth", "true"],
    ["list", "[object]"],
    ["word", "done"],
    ["none", "[object]"],
    ["half", undefined],
  ])("whose status is of the kind %s", async (statusField, status) => {
    for (const name of ["kinds-old.h5", "kinds-new.h5"]) {
      const found = await look(name, fixture(name), { ...NAMES, statusField });
      expect([found.structure, found.status]).toEqual(["sound", status]);
    }
  });

  test("is told by its bytes, and behind a block of the user's own by its name", async () => {
    expect(await look("x", fixture("new.h5"))).toMatchObject({ format: "hdf5" });
    for (const name of ["x.h5", "x.HDF5", "x.h5ad", "x.he5"])
      expect(await look(name, fixture("block.h5"))).toMatchObject({
        structure: "sound",
        ...COMPLETE,
      });
    const moved = Buffer.concat([Buffer.alloc(1024), fixture("new.h5")]);
    expect(await look("x.h5", moved)).toMatchObject({ structure: "sound", ...COMPLETE });
  });

  test("that does not begin as one may be a part of one, but for zeros and a few bytes", async () => {
    expect(await look("x.h5", noise(5000))).toMatchObject({
      format: "hdf5",
      structure: "unknown",
      why: "it does not begin as HDF5",
    });
    for (const name of ["old.h5", "new.h5"]) {
      const zeroed = Buffer.concat([Buffer.alloc(4096), fixture(name).subarray(4096)]);
      expect(await look(name, zeroed)).toMatchObject({ structure: "damaged" });
      for (const length of [1, 7, 8, 20, 47])
        expect(await look(name, fixture(name).subarray(0, length))).toMatchObject({
          structure: "truncated",
        });
    }
  });

  test("that was never closed is truncated, and says why", async () => {
    expect(await look("open.h5", fixture("open.h5"))).toMatchObject({
      structure: "truncated",
      why: "it was not closed: it is being written, or its writer died",
    });
    expect(await look("x", changed("new.h5", 11, 4))).toMatchObject({ structure: "truncated" });
    expect(await look("x", changed("new.h5", 11, 0xfa))).toMatchObject({ structure: "sound" });
  });

  test.each([
    ["addresses of three bytes", changed("old.h5", 13, 3)],
    ["lengths of no bytes", changed("new.h5", 10, 0)],
    ["a root group in the middle of nowhere", changed("old.h5", 64, 0, 1, 0, 0)],
    ["a root group behind its end", changed("new.h5", 36, 0xff, 0xff, 0xff)],
    ["a root group of another version", changed("new.h5", 52, 3)],
    ["an end before its beginning", changed("new.h5", 28, 0, 0)],
  ])("with %s is damaged", async (_, bytes) => {
    expect(await look("x", bytes)).toMatchObject({ structure: "damaged" });
  });

  test.each([
    ["a later version", changed("new.h5", 8, 4)],
    ["a driver for several files", changed("old.h5", 48, ...uint64(500))],
  ])("with %s is left alone", async (_, bytes) => {
    expect(await look("x", bytes)).toMatchObject({ structure: "unknown" });
  });

  test("whose texts cannot be found has no fields", async () => {
    for (const name of ["old.h5", "new.h5"]) {
      const bytes = fixture(name);
      bytes.write("XXXX", bytes.indexOf("GCOL"), "latin1");
      expect(await look("x", bytes)).toEqual({
        format: "hdf5",
        structure: "sound",
        bytesRead: expect.any(Number),
      });
    }
  });

  test.each([
    ["a text that ends at a zero", [0x13, 0, 0, 0], "done\0xyz", "done"],
    ["a text filled up with zeros", [0x13, 1, 0, 0], "done\0\0\0\0", "done"],
    ["a text filled up with spaces", [0x13, 2, 0, 0], "done    ", "done"],
    [
      "a number of eight bytes",
      [0x10, 0, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0],
      "\u0001\0\0\0\0\0\0\0",
      "1",
    ],
    [
      "a number of fewer bits",
      [0x10, 0, 0, 0, 8, 0, 0, 0, 0, 0, 60, 0],
      "\u0001\0\0\0\0\0\0\0",
      undefined,
    ],
    ["a compound", [0x16, 0, 0, 0], "done    ", "[object]"],
    ["cut", [0x13, 0, 0, 0], "done", undefined],
  ])("whose status is %s", (_, datatype, data, status) => {
    const type = datatype.length === 4 ? [...datatype, 8, 0, 0, 0] : datatype;
    for (const flags of [0, 0x04, 0x10, 0x20, 0x34]) {
      expect(statusIn(flags, attribute(0, type, data))).toBe(status);
      // A type that is kept elsewhere.
      expect(statusIn(flags, attribute(1, type, data))).toBeUndefined();
    }
  });

  test("whose status is 60 KB of padding before a letter is inspected in little CPU time", async () => {
    for (const [padding, byte] of [
      [1, "\0"],
      [2, " "],
    ] as const) {
      const text = `${byte.repeat(60_000)}x`;
      const type = [0x13, padding, 0, 0, text.length & 0xff, text.length >> 8, 0, 0];
      const readStatus = () => expect(statusIn(0, attribute(0, type, text))).toHaveLength(201);
      expect((await measured(readStatus)).seconds).toBeLessThan(0.5);
    }
  });

  test("whose header is a gigabyte long is not read whole", async () => {
    const head = changed("old.h5", 40, ...uint64(HUGE));
    head.writeUInt32LE(10 ** 9, 104);
    const found = await lookIntoHole("x.h5", HUGE, [[0, head]]);
    expect(found).toMatchObject({ structure: "unknown", why: expect.stringContaining("zeros") });
    expect(found).not.toHaveProperty("status");
    expect(found.bytesRead).toBeLessThan(MOST);
  });

  test("whose header goes round in circles is inspected all the same", async () => {
    const bytes = fixture("old.h5");
    // The first message of the root group becomes one that continues in itself.
    bytes.set([0x10, 0, 16, 0, 0, 0, 0, 0, ...uint64(112), ...uint64(24)], 112);
    const found = await look("x", bytes);
    expect(found.structure).toBe("sound");
    expect(found.bytesRead).toBeLessThan(MOST);
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const head = changed("old.h5", 40, ...uint64(HUGE));
    const end = [HUGE - 4096, noise(4096)] as const;
    const found = await lookIntoHole("x.h5", HUGE, [[0, head], end]);
    expect(found).toMatchObject({ format: "hdf5", structure: "sound", ...COMPLETE });
    expect(found.bytesRead).toBeLessThan(MOST);
    expect(await lookIntoHole("x.h5", HUGE, [[0, head]])).toMatchObject({
      structure: "unknown",
      ...COMPLETE,
    });
    expect(await lookIntoHole("x.h5", HUGE - 1, [[0, head]])).toMatchObject({
      structure: "truncated",
      why: "it is 1 byte short",
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

describeDamages("old.h5", VERDICTS);
describeDamages("new.h5", VERDICTS);
describeDamages("v2.h5", VERDICTS);
describeDamages("block.h5", VERDICTS);
describeDamages("many.h5", VERDICTS);
describeDamages("open.h5", {
  ...VERDICTS,
  none: "truncated",
  "last 4 KB zero": "truncated",
  "4 KB in the middle zero": "truncated",
  "100 bytes more": "truncated",
  "a bit in the middle turned": "truncated",
});
