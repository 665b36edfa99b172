import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { MOST_BYTES } from "../../src/inspect/shared/counting-reader.ts";
import { inspect } from "../../src/inspect/inspect.ts";
import { uint64 } from "../helpers/pickle.ts";
import { zipFile } from "../helpers/torch-file.ts";
import { look, memoryDisk, NAMES } from "./look.ts";
import { noise, SAMPLES } from "./samples.ts";
import { TABLES } from "./table-samples.ts";

test("a file that is not there is the system's error", async () => {
  const folder = mkdtempSync(join(tmpdir(), "donemark-inspect-"));
  try {
    await expect(inspect(realDisk, join(folder, "none.pt"), NAMES)).rejects.toThrow("ENOENT");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([1, 2])(
  "an error of the disk at read %i comes through, and the file is closed",
  async (failing) => {
    for (const { fileName, bytes } of Object.values(SAMPLES)) {
      let reads = 0;
      const { disk, seen } = memoryDisk(bytes, (offset, length) => {
        reads += 1;
        if (reads === failing) throw Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
        return bytes.subarray(offset, offset + length);
      });
      await expect(inspect(disk, fileName, NAMES)).rejects.toThrow("EIO");
      expect(seen).toMatchObject({ opened: 1, closed: 1 });
    }
  },
);

test("a file that becomes shorter while it is read is left alone", async () => {
  for (const { fileName, bytes } of Object.values(SAMPLES)) {
    const { disk, seen } = memoryDisk(bytes, (offset, length) =>
      bytes.subarray(Math.min(offset, 600), Math.min(offset + length, 600)),
    );
    expect(await inspect(disk, fileName, NAMES)).toMatchObject({
      structure: "unknown",
      why: "the file became shorter while it was read",
    });
    expect(seen.closed).toBe(1);
  }
});

test("bytesRead is what was read, and the file is closed once", async () => {
  for (const { fileName, bytes } of Object.values({ ...SAMPLES, ...TABLES })) {
    const { disk, seen } = memoryDisk(bytes);
    const found = await inspect(disk, fileName, NAMES);
    expect(seen).toEqual({ bytesRead: found.bytesRead, opened: 1, closed: 1 });
    expect(found.bytesRead).toBeLessThan(MOST_BYTES);
  }
});

test("a format is told by the bytes, and where they say nothing by the name", async () => {
  const zip = zipFile({ "a.bin": noise(10) });
  const emptyZip = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
  expect(await look("x.bin", zip)).toMatchObject({ format: "zip", structure: "sound" });
  expect(await look("x.bin", emptyZip)).toMatchObject({ format: "zip", structure: "sound" });
  expect(await look("x.bin", zip.subarray(0, 20))).toMatchObject({
    format: "zip",
    structure: "truncated",
  });
  expect(await look("x.bin", noise(10))).toMatchObject({ format: "plain", structure: "unknown" });
  expect(await look("x.pt", "text")).toMatchObject({ format: "plain", structure: "unknown" });
  expect(await look("x", Buffer.concat([uint64(2), Buffer.from("{}")]))).toMatchObject({
    format: "safetensors",
    structure: "sound",
  });
});

test("a few zeros are content, and half a kilobyte of nothing else is none", async () => {
  expect(await look("x.bin", Buffer.alloc(511))).toMatchObject({ structure: "unknown" });
  expect(await look("x.bin", Buffer.alloc(512))).toMatchObject({ structure: "damaged" });
  expect(await look("x.bin", Buffer.concat([noise(1), Buffer.alloc(5000)]))).toMatchObject({
    structure: "unknown",
    why: expect.stringContaining("zeros"),
  });
});
