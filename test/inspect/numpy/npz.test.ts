import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../../src/files/real-disk.ts";
import { inspect } from "../../../src/inspect/inspect.ts";
import { pickle } from "../../helpers/pickle.ts";
import { writeTorchFile, zipFile } from "../../helpers/torch-file.ts";
import { MOST, HUGE } from "../damages.ts";
import { describeDamages, fixture, type Verdicts } from "../real-files.ts";
import { look, NAMES } from "../look.ts";
import { noise } from "../samples.ts";

/** An array without dimensions, or of this shape. */
function npyFile(descr: string, data: Uint8Array, shape = "()"): Buffer {
  const header = Buffer.from(
    `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`,
  );
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([start, header, data]);
}

const utf32 = (text: string, isBig = false) => {
  const bytes = Buffer.alloc(4 * [...text].length);
  [...text].forEach((letter, place) => {
    const code = letter.codePointAt(0) ?? 0;
    if (isBig) bytes.writeUInt32BE(code, 4 * place);
    else bytes.writeUInt32LE(code, 4 * place);
  });
  return bytes;
};

const withStatus = (array: Uint8Array) =>
  zipFile({ "data.npy": npyFile("|V900", noise(900)), "status.npy": array });

describe("an npz file", () => {
  test.each([
    ["fields.npz", { status: "complete", version: "1.0" }],
    ["compressed.npz", { status: "in_progress", version: "3" }],
    ["bare.npz", {}],
    // A megabyte of letters in a kilobyte.
    ["bomb.npz", {}],
  ])("%s that NumPy wrote is sound and gives its fields", async (name, fields) => {
    const { bytesRead, ...found } = await look(name, fixture(name));
    expect(found).toEqual({ format: "npz", structure: "sound", ...fields });
    expect(bytesRead).toBeLessThan(6000);
    expect(await look("x", fixture(name))).toMatchObject({ format: "npz" });
  });

  test.each([
    ["a text", npyFile("<U8", utf32("complete")), "complete"],
    ["a text of the other byte order", npyFile(">U8", utf32("complete", true)), "complete"],
    ["a text with room left", npyFile("<U10", utf32("complete\0\0")), "complete"],
    ["letters beyond 16 bits", npyFile("<U1", utf32("𝄞")), "𝄞"],
    ["a number that is no letter", npyFile("<U1", Buffer.alloc(4, 0xff)), "\ufffd"],
    ["bytes", npyFile("|S9", Buffer.from("complete\0")), "complete"],
    ["a truth value", npyFile("|b1", Buffer.from([1])), "true"],
    ["a number", npyFile("<i2", Buffer.from([0xfe, 0xff])), "-2"],
    ["a number without sign", npyFile(">u2", Buffer.from([1, 0])), "256"],
    ["a float", npyFile("<f8", Buffer.from(new Float64Array([1]).buffer)), "1.0"],
    ["two texts", npyFile("<U1", utf32("ab"), "(2,)"), "[object]"],
    ["an object", npyFile("|O", Buffer.concat([pickle("complete")])), undefined],
    ["a half float", npyFile("<f2", Buffer.alloc(2)), undefined],
    ["no array", Buffer.from("complete"), undefined],
    ["an array that is cut", npyFile("<U8", utf32("compl")), undefined],
    ["a very long text", npyFile("|S20000", noise(20_000)), undefined],
  ])("whose status is %s", async (_, array, status) => {
    const found = await look("x.npz", withStatus(array));
    expect([found.structure, found.status]).toEqual(["sound", status]);
  });

  test("whose status is not what its checksum says is damaged", async () => {
    for (const [name, place] of [
      ["fields.npz", 80],
      ...Array.from({ length: 60 }, (_, byte) => ["compressed.npz", 32 + byte] as const),
    ] as const) {
      const bytes = fixture(name);
      const at = bytes.indexOf("status.npy") + place;
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      expect(await look(name, bytes)).toMatchObject({
        structure: "damaged",
        why: "its status.npy is not what its checksum says",
      });
    }
  });

  test("of one name for both fields is read once", async () => {
    const names = { statusField: "status", versionField: "status" };
    expect(await look("x.npz", fixture("fields.npz"), names)).toMatchObject({
      status: "complete",
      version: "complete",
    });
  });

  test("without arrays is sound, and without anything of a zip truncated", async () => {
    const none = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
    expect(await look("x.npz", none)).toMatchObject({ format: "npz", structure: "sound" });
    expect(await look("x.npz", "text")).toMatchObject({ format: "npz", structure: "truncated" });
  });

  test("of 5 GB is inspected in kilobytes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "donemark-sparse-"));
    try {
      const path = join(folder, "x.npz");
      // A folder in a folder: what PyTorch writes lies in one.
      writeTorchFile(path, { prefix: "a/b", pickle: pickle({}), tensors: [HUGE] });
      const found = await inspect(realDisk, path, NAMES);
      expect(found).toMatchObject({ format: "npz", structure: "sound" });
      expect(found.bytesRead).toBeLessThan(MOST);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const VERDICTS: Verdicts = {
  none: "sound",
  "last byte gone": "truncated",
  "second half gone": "truncated",
  "last 4 KB zero": "damaged",
  "4 KB in the middle zero": "sound",
  "all zero": "damaged",
  "100 bytes more": "damaged",
  "no bytes": "empty",
  "a bit in the middle turned": "sound",
};

describeDamages("fields.npz", VERDICTS);
describeDamages("compressed.npz", VERDICTS);
// Of less than 4 KB, so that the zeros in its middle reach both of its ends.
describeDamages("bare.npz", { ...VERDICTS, "4 KB in the middle zero": "damaged" });
