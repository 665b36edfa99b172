import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Disk } from "../../src/files/disk.ts";
import { digestOf, sampleOf, samplePlaces } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { noise } from "../inspect/samples.ts";
import { temporaryFolder } from "../store/setting.ts";

const KIB = 1024;
const GIB = 1024 ** 3;
/** Many times what is read at once. */
const REAL_BYTES = GIB / 4;
const HOLE_BYTES = 64 * KIB;
const PATTERN = noise(1024 * KIB);

/** A file of 1 GiB, never written, whose bytes repeat a pattern and are zeros from `hole` on for so many bytes. */
function fileWith(hole?: { readonly at: number; readonly bytes: number }): Disk {
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length;) {
      const from = (offset + at) % PATTERN.length;
      at += PATTERN.copy(bytes, at, from, Math.min(PATTERN.length, from + length - at));
    }
    if (hole === undefined) return bytes;
    const [from, to] = [hole.at - offset, hole.at + hole.bytes - offset];
    return to <= 0 || from >= length
      ? bytes
      : bytes.fill(0, Math.max(0, from), Math.min(length, to));
  };
  const stat: Disk["stat"] = () => ({
    ...{ kind: "file", sizeBytes: GIB, mtimeNs: "1", ctimeNs: "1", inode: "1" },
  });
  return { ...realDisk, stat, open: () => ({ sizeBytes: GIB, read, close: () => undefined }) };
}

/**
 * The probability that docs/design.md states: the share of the places where so many zeros may begin at which they meet a
 * block of the sample.
 */
function sampleCatches(sizeBytes: number, bytes: number): number {
  let met = 0;
  let end = 0;
  for (const [offset, length] of samplePlaces(sizeBytes)) {
    const from = Math.max(end, offset - bytes);
    const to = Math.min(sizeBytes - bytes, offset + length);
    met += Math.max(0, to - from);
    end = Math.max(end, to);
  }
  return met / (sizeBytes - bytes);
}

/** Numbers from 0 to 1 that are the same each time. */
function* chances(count: number): Generator<number> {
  for (let n = 1; n <= count; n += 1) yield (n * 0.618_033_988_749_895) % 1;
}

test.each([HOLE_BYTES, 8 * 1024 * KIB, 100 * 1024 * KIB])(
  "the sample of a file of 1 GiB sees %i zeroed bytes as often as it says",
  (bytes) => {
    const whole = sampleOf(fileWith(), "x");
    const tries = 2000;
    let seen = 0;
    for (const chance of chances(tries)) {
      const at = Math.floor(chance * (GIB - bytes));
      if (sampleOf(fileWith({ at, bytes }), "x") !== whole) seen += 1;
    }
    const expected = sampleCatches(GIB, bytes);
    expect(Math.abs(seen / tries - expected)).toBeLessThan(0.01);
  },
);

test("zeros over a fifth of a file and a block more are always in its sample, wherever they begin", () => {
  const bytes = Math.ceil(GIB / 5) + HOLE_BYTES;
  expect(sampleCatches(GIB, bytes)).toBe(1);
  const whole = sampleOf(fileWith(), "x");
  for (const chance of chances(500)) {
    const at = Math.floor(chance * (GIB - bytes));
    expect(sampleOf(fileWith({ at, bytes }), "x")).not.toBe(whole);
  }
});

test("64 KiB of zeros anywhere in a real file of 256 MiB change its full digest", () => {
  const file = path.join(temporaryFolder(), "big.bin");
  const at = [0, 64 * KIB, 83 * 1024 * KIB + 5, REAL_BYTES - HOLE_BYTES];
  write(file);
  const whole = digestOf(realDisk, file);
  for (const offset of at) {
    const kept = zero(file, offset);
    expect(digestOf(realDisk, file)).not.toBe(whole);
    put(file, offset, kept);
  }
  expect(digestOf(realDisk, file)).toBe(whole);
});

function write(file: string): void {
  const fd = openSync(file, "w");
  for (let at = 0; at < REAL_BYTES; at += PATTERN.length) writeSync(fd, PATTERN);
  closeSync(fd);
}

/** Gives the bytes that were there. */
function zero(file: string, offset: number): Buffer {
  const reader = realDisk.open(file);
  const kept = Buffer.from(reader.read(offset, HOLE_BYTES));
  reader.close();
  put(file, offset, Buffer.alloc(HOLE_BYTES));
  return kept;
}

function put(file: string, offset: number, bytes: Buffer): void {
  const fd = openSync(file, "r+");
  writeSync(fd, bytes, 0, bytes.length, offset);
  closeSync(fd);
}
