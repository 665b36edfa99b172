import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Disk } from "../../src/files/disk.ts";
import { askFolding, forkOf, tryFolding } from "../../src/files/folding.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { temporaryFolder } from "../helpers/program.ts";

/** A disk that keeps the names that it was given and finds them in any case and form, as that of macOS does. */
const foldingDisk: Disk = {
  ...realDisk,
  exists: (path) => {
    const wanted = fold(basename(path));
    return realDisk.names(dirname(path)).some((name) => fold(name) === wanted);
  },
};

function fold(name: string): string {
  return name.normalize("NFD").toLowerCase();
}

describe.each([
  ["tells names apart", realDisk, "two"],
  ["folds them", foldingDisk, "one"],
] as const)("a disk that %s", (_, disk, answer) => {
  test.each([
    ["Protein", "protein"],
    ["é.txt", "e\u0301.txt"],
  ])("is asked about %j and %j by what lies there, and by a file of its own", async (a, b) => {
    const folder = temporaryFolder();
    const fork = forkOf(join(folder, "out", a, "r"), join(folder, "out", b, "r"));
    expect(fork).toEqual({ folder: join(folder, "out"), names: [a, b] });
    expect(askFolding(disk, fork)).toBe("unknown");
    expect(await tryFolding(disk, fork, "t")).toBe(answer);
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(fork.folder);
    writeFileSync(join(fork.folder, a), "");
    expect(askFolding(disk, fork)).toBe(answer);
    expect(await tryFolding(disk, fork, "t")).toBe(answer);
    expect(readdirSync(fork.folder)).toEqual([a]);
  });
});

test("a folder that nobody may write says nothing", async () => {
  const refusing: Disk = { ...realDisk, create: () => Promise.reject(new Error("EACCES")) };
  const fork = forkOf("/A/x", "/a/x");
  expect(fork).toEqual({ folder: "/", names: ["A", "a"] });
  expect(await tryFolding(refusing, fork, "t")).toBe("unknown");
});
