import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { readTree } from "../../src/files/tree.ts";
import { temporaryFolder, write } from "./folder.ts";

function pathsIn(place: string): readonly string[] {
  const tree = readTree(realDisk, place);
  if ("refused" in tree) throw new Error(tree.refused);
  return tree.files.map((file) => file.path);
}

/** A folder with two files and a link. */
function withLink(target: string, at = "link"): string {
  const place = temporaryFolder();
  write(place, { x: "1", "sub/y": "22" });
  symlinkSync(target, path.join(place, at));
  return place;
}

describe("a tree", () => {
  test("is every file at any depth, sorted by path", () => {
    const place = temporaryFolder();
    write(place, { b: "", "a/z": "", "a/b/c": "", "a.b": "", ".hidden": "" });
    expect(pathsIn(place)).toEqual([".hidden", "a.b", "a/b/c", "a/z", "b"]);
  });

  test("is empty where there are only folders, or no folder at all", () => {
    const place = temporaryFolder();
    mkdirSync(path.join(place, "a/b"), { recursive: true });
    expect(pathsIn(place)).toEqual([]);
    expect(pathsIn(path.join(place, "gone"))).toEqual([]);
  });

  test.each(["x", "sub/y", "./sub/./y", "sub"])(
    "may hold a link that stays inside: %s",
    (target) => {
      expect(readTree(realDisk, withLink(target))).not.toHaveProperty("refused");
    },
  );

  test("may hold a link that goes up within it", () => {
    expect(readTree(realDisk, withLink("../x", "sub/link"))).not.toHaveProperty("refused");
  });

  test.each([
    ["/etc/hostname", "link"],
    ["..", "link"],
    ["../other", "link"],
    ["../../x", "sub/link"],
    ["sub/../../x", "link"],
  ])("is refused with a link to %s at %s, which leads out", (target, at) => {
    expect(readTree(realDisk, withLink(target, at))).toEqual({
      refused: expect.stringMatching(/leads out/),
    });
  });

  test("is refused with a link that leads out by way of another link", () => {
    const place = temporaryFolder();
    write(place, { "a/b/x": "1" });
    symlinkSync("a/b", path.join(place, "short"));
    symlinkSync("short/../../..", path.join(place, "out"));
    expect(readTree(realDisk, place)).toHaveProperty("refused");
  });
});
