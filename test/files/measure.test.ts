import {
  closeSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import type { MarkedCheckpoint } from "../../src/core/model/marker.ts";
import {
  digestOf,
  isSameMeasure,
  measure,
  sampleOf,
  samplePlaces,
} from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { temporaryFolder, write } from "./folder.ts";

function file(content: string | Uint8Array): string {
  const above = temporaryFolder();
  write(above, { "a.bin": content });
  return path.join(above, "a.bin");
}

function folder(files: Readonly<Record<string, string>>): string {
  const place = path.join(temporaryFolder(), "a");
  write(place, files);
  return place;
}

/** The measure of what is there. */
function measured(place: string) {
  const found = measure(realDisk, place);
  if (found.kind !== "measured") throw new Error(found.kind);
  return found.measure;
}

function overwrite(place: string, offset: number, text: string): void {
  const fd = openSync(place, "r+");
  writeSync(fd, text, offset);
  closeSync(fd);
}

describe("the measure", () => {
  test("of a file is its size, time and inode", () => {
    const place = file("12345");
    const { mtimeNs, ino } = statSync(place, { bigint: true });
    expect(measured(place)).toEqual({
      kind: "file",
      sizeBytes: 5,
      mtimeNs: String(mtimeNs),
      inode: String(ino),
    });
  });

  test("of a folder is over paths, sizes and times of all its files", () => {
    const place = folder({ "a/x": "1", "a/y": "22", z: "" });
    for (const name of ["a/x", "a/y", "z"]) utimesSync(path.join(place, name), 1, 100);
    utimesSync(path.join(place, "a/y"), 1, 200);
    expect(measured(place)).toMatchObject({
      kind: "directory",
      sizeBytes: 3,
      files: 3,
      mtimeNs: "200000000000",
    });
  });

  test("of a path where nothing is, is none", () => {
    expect(measure(realDisk, "/nowhere/at/all")).toEqual({ kind: "absent" });
  });

  test("is refused for what is neither a file nor a folder", () => {
    expect(measure(realDisk, "/dev/null")).toMatchObject({ kind: "refused" });
  });

  test.each<readonly [string, (place: string) => void]>([
    ["a file more", (place) => write(place, { "b/new": "" })],
    [
      "another size",
      (place) => {
        write(place, { "b/y": "333" });
        utimesSync(path.join(place, "b/y"), 1, 100);
      },
    ],
    ["another time", (place) => utimesSync(path.join(place, "b/y"), 1, 101)],
  ])("of a folder shows %s", (_, change) => {
    const place = folder({ x: "1", "b/y": "22" });
    for (const name of ["x", "b/y"]) utimesSync(path.join(place, name), 1, 100);
    const before = measured(place);
    expect(measured(place)).toEqual(before);
    change(place);
    expect(measured(place).tree).not.toBe(before.tree);
  });

  test("is the same as the marked one only in all of its facts", () => {
    const found = measured(file("x"));
    const marked: MarkedCheckpoint = { ...found, sample: sha256("s"), format: "plain" };
    expect(isSameMeasure(marked, found)).toBe(true);
    const others = [
      { sizeBytes: 2 },
      { mtimeNs: "1" },
      { inode: "1" },
      { kind: "directory" },
      { tree: sha256("t") },
    ] as const;
    for (const other of others) expect(isSameMeasure({ ...marked, ...other }, found)).toBe(false);
  });
});

const KIB = 1024;

describe("the sample digest", () => {
  const bytes = Buffer.alloc(2000 * KIB, "abcdefgh");

  test.each([
    ["the first byte", 0],
    ["the end of the head", 64 * KIB - 1],
    ["the last byte", 2000 * KIB - 1],
    ["the begin of the tail", 2000 * KIB - 64 * KIB],
  ])("of a large file shows a change of %s", (_, offset) => {
    const place = file(bytes);
    const before = sampleOf(realDisk, place);
    overwrite(place, offset, "X");
    expect(sampleOf(realDisk, place)).not.toBe(before);
  });

  test("of a large file reads kilobytes, and does not show every change", () => {
    const place = file(bytes);
    const before = sampleOf(realDisk, place);
    overwrite(place, 100 * KIB, "X");
    expect(sampleOf(realDisk, place)).toBe(before);
    expect(digestOf(realDisk, place)).not.toBe(sha256(bytes));
  });

  test("of a small file shows a change of any byte", () => {
    const small = file(bytes.subarray(0, 384 * KIB));
    const before = sampleOf(realDisk, small);
    overwrite(small, 200 * KIB, "X");
    expect(sampleOf(realDisk, small)).not.toBe(before);
  });

  test("shows another size, also where all bytes are the same", () => {
    const digests = [0, 1, 2, 400 * KIB, 400 * KIB + 1].map((size) =>
      sampleOf(realDisk, file(Buffer.alloc(size))),
    );
    expect(new Set(digests).size).toBe(5);
  });

  test("survives a copy to another place and time", () => {
    const place = file(bytes);
    const copy = file(readFileSync(place));
    utimesSync(copy, 1, 1);
    expect(sampleOf(realDisk, copy)).toBe(sampleOf(realDisk, place));
  });

  test("reads blocks in order, within the file, with head and tail among them", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat({ max: 1024 * KIB }), fc.integer({ min: 0, max: 2 ** 50 })),
        (size) => {
          const places = samplePlaces(size);
          const ends = places.map(([offset, length]) => offset + length);
          expect(places[0]?.[0]).toBe(0);
          expect(ends.at(-1)).toBe(size);
          const starts = places.map(([offset]) => offset);
          const isInOrder = starts.every((offset, i) => offset >= (i > 0 ? (ends[i - 1] ?? 0) : 0));
          expect(isInOrder).toBe(true);
          expect(places.reduce((sum, [, length]) => sum + length, 0)).toBeLessThanOrEqual(
            384 * KIB,
          );
        },
      ),
    );
  });

  test("of a folder shows a change of one file's name or content", () => {
    const place = folder({ x: "1", "b/y": "22" });
    const all = [
      sampleOf(realDisk, place),
      sampleOf(realDisk, folder({ x: "1", "b/y": "23" })),
      sampleOf(realDisk, folder({ x: "1", "b/z": "22" })),
      sampleOf(realDisk, folder({ x: "1" })),
    ];
    expect(new Set(all).size).toBe(4);
    expect(sampleOf(realDisk, folder({ "b/y": "22", x: "1" }))).toBe(all[0]);
  });
});

describe("the full digest", () => {
  test("of a file is the SHA-256 of its bytes, also above one chunk", () => {
    const bytes = Buffer.alloc(9 * 1024 * KIB + 7, "chunk ends do not matter ");
    expect(digestOf(realDisk, file(bytes))).toBe(sha256(bytes));
    expect(digestOf(realDisk, file(""))).toBe(sha256(""));
  });

  test("of a folder shows any byte and any name, and is the same in another place", () => {
    const digests = [{ x: "1" }, { x: "2" }, { y: "1" }, { "x/x": "1" }, {}].map((files) => {
      const place = folder({ ...files, "keep/k": "" });
      return digestOf(realDisk, place);
    });
    expect(new Set(digests).size).toBe(5);
    expect(digestOf(realDisk, folder({ x: "1", "keep/k": "" }))).toBe(digests[0]);
  });

  test("of a folder with a link that leads out is refused", () => {
    const place = folder({ x: "1" });
    symlinkSync("/etc/hostname", path.join(place, "link"));
    expect(() => digestOf(realDisk, place)).toThrow(/leads out/);
    expect(measure(realDisk, place)).toMatchObject({
      kind: "refused",
      why: expect.stringMatching(/link/),
    });
  });
});
