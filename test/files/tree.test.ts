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

  test("is read through its links that lead out where those are followed, as a program reads it", () => {
    const elsewhere = temporaryFolder();
    write(elsewhere, { "set/a": "1", "set/deep/b": "2", one: "3" });
    const place = withLink(path.join(elsewhere, "set"), "sub/link");
    symlinkSync(path.join(elsewhere, "one"), path.join(place, "file"));
    symlinkSync("x", path.join(place, "inside"));
    const tree = readTree(realDisk, place, { follows: true });
    if ("refused" in tree) throw new Error(tree.refused);
    expect(tree.files.map((one) => one.path)).toEqual(
      expect.arrayContaining(["file", "sub/link/a", "sub/link/deep/b"]),
    );
    expect(tree.links).toEqual([{ path: "inside", target: "x" }]);
    const only = ["sub/link/a"];
    expect(readTree(realDisk, place, { follows: true, only })).toMatchObject({
      files: [{ path: "sub/link/a" }],
      links: [],
    });
  });

  test.each([
    ["/", "leads to a folder that holds it"],
    ["..", "leads to a folder that holds it"],
    ["/nowhere/at/all", "leads nowhere"],
    ["/dev/null", "neither a file nor a folder"],
  ])("is refused with a link to %s even where links are followed", (target, why) => {
    expect(readTree(realDisk, withLink(target, "link"), { follows: true })).toEqual({
      refused: expect.stringContaining(why),
    });
  });

  test("is refused where two links lead to each other's folders", () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(other, path.join(one, "to"));
    symlinkSync(one, path.join(other, "back"));
    expect(readTree(realDisk, one, { follows: true })).toEqual({
      refused: expect.stringContaining("the link to/back leads to a folder that holds it"),
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
