import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { measuredSync } from "../helpers/processor-time.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { idMatcher, matchFiles } from "../../src/shards/globs.ts";
import { temporaryFolder, write } from "../checkpoint/scene.ts";

function workspace(...files: readonly string[]): string {
  const folder = temporaryFolder();
  write(folder, Object.fromEntries(files.map((file) => [file, file])));
  return folder;
}

async function found(folder: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const matches = await matchFiles(realDisk, folder, patterns);
  return matches
    .flatMap(({ files }) => files.map(({ path: file, below }) => `${file} as ${below}`))
    .sort();
}

describe("a glob", () => {
  test("matches files, never folders, each with its path below the fixed part", async () => {
    const folder = workspace("in/a.fa", "in/sub.fa/b.fa", "in/c.txt", "other/d.fa");
    expect(await found(folder, "in/*.fa")).toEqual(["in/a.fa as a.fa"]);
    expect(await found(folder, "in/**/*.fa")).toEqual([
      "in/a.fa as a.fa",
      "in/sub.fa/b.fa as sub.fa/b.fa",
    ]);
    expect(await found(folder, "*/d.fa")).toEqual(["other/d.fa as other/d.fa"]);
    expect(await found(folder, "./in/*.txt")).toEqual(["in/c.txt as c.txt"]);
  });

  test("knows alternatives, classes, single characters and ranges", async () => {
    const folder = workspace("in/a1.fa", "in/a2.fq", "in/b3.fa");
    expect(await found(folder, "in/*.{fa,fq}")).toHaveLength(3);
    expect(await found(folder, "in/[a]?.f*")).toEqual(["in/a1.fa as a1.fa", "in/a2.fq as a2.fq"]);
    expect(await found(folder, "in/?{2..3}.*")).toEqual(["in/a2.fq as a2.fq", "in/b3.fa as b3.fa"]);
  });

  test("gives paths outside of the workspace in the form of the pattern", async () => {
    const folder = workspace("in/a.fa", "ws/b.fa");
    const inside = path.join(folder, "ws");
    expect(await found(inside, "../in/*.fa")).toEqual(["../in/a.fa as a.fa"]);
    expect(await found(inside, `${folder}/in/*.fa`)).toEqual([`${folder}/in/a.fa as a.fa`]);
  });

  test("without a wildcard names one file, and a folder is none", async () => {
    const folder = workspace("in/a.fa");
    expect(await found(folder, "in/a.fa")).toEqual(["in/a.fa as a.fa"]);
    expect(await found(folder, "in")).toEqual([]);
    expect(await found(folder, "in/gone.fa")).toEqual([]);
  });

  test("that is the name of a file letter by letter names that file", async () => {
    const folder = workspace("in/a[1].fa", "in/a1.fa");
    expect(await found(folder, "in/a[1].fa")).toEqual(["in/a[1].fa as a[1].fa"]);
  });

  test("takes files away again with `!`, and passes comments over", async () => {
    const folder = workspace("in/a.fa", "in/bad.fa", "in/x/bad.fa");
    expect(await found(folder, "# inputs", "in/**/*.fa", "!in/**/bad.fa")).toEqual([
      "in/a.fa as a.fa",
    ]);
    expect(await found(folder, "./in/*.fa", "!./in/bad.fa")).toEqual(["in/a.fa as a.fa"]);
  });

  test("leaves hidden files out, and takes files away wherever they hide", async () => {
    const folder = workspace("in/a.fa", "in/.a.fa.stale");
    expect(await found(folder, "in/*")).toEqual(["in/a.fa as a.fa"]);
  });

  test("follows links to files and folders; one that leads nowhere is nothing", async () => {
    const folder = workspace("real/a.fa");
    mkdirSync(path.join(folder, "in"));
    symlinkSync("../real/a.fa", path.join(folder, "in/link.fa"));
    symlinkSync("../real", path.join(folder, "in/folder"));
    symlinkSync("nowhere", path.join(folder, "in/broken.fa"));
    expect(await found(folder, "in/**/*.fa")).toEqual([
      "in/folder/a.fa as folder/a.fa",
      "in/link.fa as link.fa",
    ]);
  });

  test("finds nothing where its folder is not there", async () => {
    expect(await found(workspace(), "gone/**/*.fa")).toEqual([]);
  });

  test("works in a workspace whose own path holds wildcards", async () => {
    const folder = path.join(workspace("a [1]{x}*/in/a.fa"), "a [1]{x}*");
    expect(await found(folder, "in/*.fa")).toEqual(["in/a.fa as a.fa"]);
  });
});

describe("a glob over ids", () => {
  test("matches whole ids; `*` stays within a segment, `**` does not", async () => {
    const matcher = await idMatcher();
    const named = (pattern: string, ...ids: readonly string[]) => {
      const matches = matcher(pattern);
      return ids.filter((id) => matches(id));
    };
    expect(named("a/*", "a/1", "a/b/2", "b")).toEqual(["a/1"]);
    expect(named("a/**", "a/1", "a/b/2", "b")).toEqual(["a/1", "a/b/2"]);
    expect(named("sample", "sample", "sample2")).toEqual(["sample"]);
    expect(named("*", ".hidden", "x")).toEqual([".hidden", "x"]);
  });
});

test.each([
  "s-*a*a*a*ab",
  "s-*(*(*(*(a))))b",
  "s-+(a|aa)+(a|aa)+(a|aa)+(a|aa)b",
  "s-{a,aa}{a,aa}{a,aa}*{a,aa}*b",
  "s-@(a|*(a))*(a)*(a)*(a)b",
])("an id glob such as %s takes seconds at most, however long the id", async (pattern) => {
  const matches = (await idMatcher())(pattern);
  const { answer, seconds } = measuredSync(() => matches(`s-${"a".repeat(198)}`));
  expect(answer).toBe(false);
  // Time that grows exponentially with the id would be years.
  expect(seconds).toBeLessThan(10);
});

describe("a link that leads nowhere", () => {
  async function dangling(folder: string, ...patterns: readonly string[]): Promise<unknown> {
    return (await matchFiles(realDisk, folder, patterns)).map((one) => one.dangling);
  }

  test("is told where it matches, in whatever folder, unless it is left out", async () => {
    const folder = workspace("in/a.fa", "in/deep/er/b.fa");
    const nowhere = path.join(folder, "gone");
    for (const name of ["in/x.fa", "in/x.txt", "in/deep/er/y.fa", "in/.#a.fa"])
      symlinkSync(nowhere, path.join(folder, name));
    mkdirSync(path.join(folder, "in/only-links"));
    symlinkSync(nowhere, path.join(folder, "in/only-links/z.fa"));
    expect(await dangling(folder, "in/*.fa")).toEqual([["in/x.fa"]]);
    const everywhere = (await matchFiles(realDisk, folder, ["in/**/*.fa"]))[0]?.dangling ?? [];
    expect(everywhere.toSorted()).toEqual(["in/deep/er/y.fa", "in/only-links/z.fa", "in/x.fa"]);
    expect(await dangling(folder, "in/*.fa", "!in/x.fa")).toEqual([[]]);
    expect(await dangling(folder, "in/x.fa")).toEqual([["in/x.fa"]]);
    expect(await dangling(folder, "in/none.fa")).toEqual([[]]);
  });

  test("is looked for only in the folders that can hold a match, which the library has listed already", async () => {
    const folder = workspace("a/in.fa", "other/deep/in.fa");
    for (const name of ["a/x.fa", "other/deep/x.fa"])
      symlinkSync(path.join(folder, "gone"), path.join(folder, name));
    const listed: string[] = [];
    const disk: Disk = {
      ...realDisk,
      list: (at) => {
        listed.push(path.relative(folder, at));
        return realDisk.list(at);
      },
    };
    const [only] = await matchFiles(disk, folder, ["*/*.fa"]);
    expect(only?.dangling).toEqual(["a/x.fa"]);
    expect(listed).toEqual([]);
    expect(await dangling(folder, "{a,other/deep}/*.fa")).toEqual([["a/x.fa", "other/deep/x.fa"]]);
    expect(await dangling(folder, "{a/x,other/deep/x}.fa")).toEqual([
      ["a/x.fa", "other/deep/x.fa"],
    ]);
  });

  test("is none where its target is there, a file or a folder", async () => {
    const folder = workspace("store/a", "store/folder/b.fa");
    mkdirSync(path.join(folder, "in"));
    symlinkSync("../store/a", path.join(folder, "in/a.fa"));
    symlinkSync("../store/folder", path.join(folder, "in/folder"));
    expect(await dangling(folder, "in/**/*.fa")).toEqual([[]]);
    expect(await found(folder, "in/**/*.fa")).toHaveLength(2);
  });
});
