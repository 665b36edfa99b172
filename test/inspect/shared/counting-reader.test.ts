import { expect, test } from "vitest";
import { countReads, MOST_BYTES, NoAnswer } from "../../../src/inspect/shared/counting-reader.ts";
import { memoryDisk } from "../look.ts";
import { noise } from "../samples.ts";

const bytes = noise(3000);

test("what lies outside of the file is no bytes, and is not counted", () => {
  const reader = countReads(memoryDisk(bytes).disk.open(""));
  for (const [offset, length] of [
    [3000, 10],
    [2 ** 64, 10],
    [-5, 10],
    [Infinity, 10],
    [0, 0],
    [0, -1],
  ] as const)
    expect(reader.read(offset, length)).toHaveLength(0);
  expect(reader.bytesRead()).toBe(0);
  expect(reader.read(2990, Infinity)).toEqual(bytes.subarray(2990));
  expect(reader.bytesRead()).toBe(10);
});

test("no more than 1 MiB is ever read, however small the pieces", () => {
  const { disk, seen } = memoryDisk(bytes);
  const reader = countReads(disk.open(""));
  const readOn = (): void => {
    for (;;) reader.read(0, 1000);
  };
  expect(readOn).toThrow(NoAnswer);
  expect(seen.bytesRead).toBe(Math.floor(MOST_BYTES / 1000) * 1000);
});
