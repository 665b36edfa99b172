import { describe, expect, test } from "vitest";
import { readChecksums } from "../../../src/inspect/inspect.ts";
import type { Checksums } from "../../../src/inspect/inspection.ts";
import { pickle } from "../../helpers/pickle.ts";
import { torchFile, zipFile } from "../../helpers/torch-file.ts";
import { memoryDisk } from "../look.ts";
import { fixture } from "../real-files.ts";
import { noise, SAMPLES } from "../samples.ts";
import { TABLES } from "../table-samples.ts";

const check = (fileName: string, bytes: Uint8Array): Promise<Checksums> =>
  readChecksums(memoryDisk(bytes).disk, fileName);

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (bytes[at] ?? 0) ^ 0x10;
  return changed;
}

const ARCHIVES: readonly (readonly [string, Buffer])[] = [
  ["x.pt", torchFile({ pickle: pickle({ n: 1 }), tensors: [noise(9000)] })],
  ["x.npz", fixture("fields.npz")],
  ["deflated.npz", fixture("compressed.npz")],
  ["x.zip", zipFile({ "a.bin": noise(9000), "b.bin": noise(9000) })],
];

describe.each(ARCHIVES)("the checksums of %s", (fileName, bytes) => {
  test("cover every byte of its content", async () => {
    const { isWhole, bytesRead, fault } = await check(fileName, bytes);
    expect([isWhole, fault]).toEqual([true, undefined]);
    expect(bytesRead).toBeGreaterThan(0);
  });

  test("count whatever the name of the file", async () => {
    expect(await check("x", bytes)).toMatchObject({ isWhole: true });
  });

  test("find a bit that flips in the first entry's content", async () => {
    const nameBytes = bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    const { isWhole, fault } = await check(fileName, flipped(bytes, 30 + nameBytes + 2));
    expect(isWhole).toBe(false);
    expect(fault).toMatch(
      /^its entry .+ (?:is not what its checksum says|cannot be unpacked: .+)$/,
    );
  });

  test("say nothing where the end of the archive is missing", async () => {
    expect(await check(fileName, bytes.subarray(0, -1))).toEqual({ isWhole: false, bytesRead: 0 });
  });
});

describe("an archive is neither whole nor faulty where", () => {
  const [, bytes = Buffer.alloc(0)] = ARCHIVES.at(-1) ?? [];

  test("its writer recorded no checksums", async () => {
    const file = torchFile({ pickle: pickle({ n: 1 }), checksums: false });
    const { isWhole, fault } = await check("x.pt", file);
    expect([isWhole, fault]).toEqual([false, undefined]);
  });

  test.each<[string, number, number]>([
    ["an entry is encrypted", 6, 1],
    ["an entry is packed by another method", 8, 93],
  ])("%s", async (_, at, value) => {
    const changed = Buffer.from(bytes);
    changed.writeUInt16LE(value, at);
    const { isWhole, fault } = await check("x.zip", changed);
    expect([isWhole, fault]).toEqual([false, undefined]);
  });
});

test("an entry without its header is a fault", async () => {
  const [fileName, bytes] = ["x.zip", zipFile({ "a.bin": noise(100), "b.bin": noise(100) })];
  const second = bytes.indexOf("PK\x03\x04", 4);
  expect(await check(fileName, flipped(bytes, second))).toMatchObject({
    isWhole: false,
    fault: "its entry b.bin has no header at its place",
  });
});

test("of a format without checksums only the beginning is read", async () => {
  const { safetensors, json, plain } = SAMPLES;
  for (const { fileName, bytes } of [safetensors, json, plain, ...Object.values(TABLES)]) {
    const { disk, seen } = memoryDisk(bytes);
    expect(await readChecksums(disk, fileName)).toEqual({ isWhole: false, bytesRead: 0 });
    expect(seen.bytesRead).toBeLessThanOrEqual(512);
    expect(seen.closed).toBe(1);
  }
});
