import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calledFunctions } from "../scripts/bundle/called.mjs";
import { differences } from "../scripts/bundle/compare.mjs";
import { DIST, temporaryFolder } from "./helpers/program.ts";

const MOST_BYTES = 3_000_000;
/** What loads no part of the bundle, and holds what it needs itself. */
const ALONE = ["heartbeat.js"];
const MOST_BYTES_ALONE = 10_000;
/** Where a module begins: its name as a key, or ncc's comment where it has put one module into another. */
const MODULE = /^"([^"\n]+)":$|^;?\/\/ CONCATENATED MODULE: ([^\s"]+)$/gm;

interface Held {
  readonly file: string;
  readonly module: string;
}

function modulesOf(file: string): readonly Held[] {
  const text = readFileSync(join(DIST, file), "utf8");
  const names = [...text.matchAll(MODULE)].flatMap(([, key, inner]) => key ?? inner ?? []);
  // A module into which others are put stands in their list too.
  return [...new Set(names)].map((module) => ({ file, module }));
}

const files = readdirSync(DIST).filter((name) => name.endsWith(".js"));

describe("dist", () => {
  const held = files.flatMap((file) => [...modulesOf(file)]);

  test("no module of ours and none of a library is in two files of the bundle", () => {
    const bundled = held.filter(({ file }) => !ALONE.includes(file));
    const twice = bundled.filter(({ file, module }) =>
      bundled.some((other) => other.module === module && other.file !== file),
    );
    expect(twice).toStrictEqual([]);
    const names = held.map(({ module }) => module);
    expect(names).toEqual(
      expect.arrayContaining([
        "src/run/execute.js",
        "yaml/dist/index.js",
        "@actions/cache/lib/cache.js",
      ]),
    );
  });

  test("no path of a user's folder was taken for a file of ours", () => {
    // ncc reads `join(folder, "name")` as the path of a file to be bundled, and puts another folder in its place.
    const taken = files.filter((file) =>
      /_require__\.ab \+/.test(readFileSync(join(DIST, file), "utf8")),
    );
    expect(taken).toEqual([]);
  });

  test("every module of ours is in it", () => {
    const names = new Set(held.map(({ module }) => module));
    const lib = readdirSync(join(DIST, "../lib"), { recursive: true, encoding: "utf8" });
    const code = lib.filter((path) => path.endsWith(".js") && !path.startsWith("entry/"));
    const missing = code.map((path) => `src/${path}`).filter((name) => !names.has(name));
    expect(missing.filter((name) => !isTypesOnly(name))).toStrictEqual([]);
  });

  test(`all of it is at most ${MOST_BYTES} bytes`, () => {
    const sizes = readdirSync(DIST).map((name) => statSync(join(DIST, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test.each(ALONE)("%s loads no other file, and is small", (file) => {
    const text = readFileSync(join(DIST, file), "utf8");
    expect(text.length).toBeLessThanOrEqual(MOST_BYTES_ALONE);
    expect(text).not.toMatch(/import\(|from "\.|__nccwpck_require__\.e/);
  });

  test("every file is ASCII: with one other character V8 holds all of it in twice the space", () => {
    const texts = files.map((name) => ({ name, text: readFileSync(join(DIST, name), "latin1") }));
    expect(texts.filter(({ text }) => /[^\0-\x7f]/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test("what the everyday commands call is compiled with its file (npm run at-start lists it anew)", () => {
    const list = readFileSync(new URL("../scripts/bundle/at-start.json", import.meta.url), "utf8");
    const listed: Readonly<Record<string, readonly string[]>> = JSON.parse(list);
    for (const [file, names] of Object.entries(calledFunctions(DIST))) {
      const late = names.filter((name) => listed[file]?.includes(name) !== true);
      expect({ file, late: late.length <= names.length / 10 ? [] : late }).toEqual({
        file,
        late: [],
      });
    }
  });

  test("no file and no module has a number for a name", () => {
    expect(files.filter((name) => /^\d/.test(name))).toStrictEqual([]);
    expect(held.filter(({ module }) => /^\d+$/.test(module))).toStrictEqual([]);
  });

  test("nothing in it tells in which folder it was built", () => {
    const texts = files.map((name) => readFileSync(join(DIST, name), "utf8"));
    expect(texts.filter((text) => text.includes(join(DIST, "..")))).toStrictEqual([]);
  });

  test("a build in another folder gives the same bytes", { timeout: 240_000 }, () => {
    const folder = join(temporaryFolder(), "deep", "er");
    execFileSync(process.execPath, ["scripts/build.mjs", folder], { stdio: "inherit" });
    expect(differences(DIST, join(folder, "dist"))).toStrictEqual([]);
  });
});

/** What has types alone is an empty module, which ncc leaves out. */
function isTypesOnly(name: string): boolean {
  return readFileSync(join(DIST, "../lib", name.slice(4)), "utf8").trim() === "export {};";
}

describe("the check that dist is fresh", () => {
  test("names each file that is missing, not built any more, or other than it should be", () => {
    const folder = temporaryFolder();
    const [is, should] = ["is", "should"].map((name) => join(folder, name));
    if (is === undefined || should === undefined) throw new Error("no folders");
    mkdirSync(should);
    for (const name of ["a.js", "b.js", "c.js"]) writeFileSync(join(should, name), name);
    cpSync(should, is, { recursive: true });
    expect(differences(is, should)).toStrictEqual([]);
    writeFileSync(join(is, "a.js"), "edited by hand");
    rmSync(join(is, "b.js"));
    writeFileSync(join(is, "27.index.js"), "");
    expect(differences(is, should)).toStrictEqual([
      "27.index.js is not built any more",
      "a.js differs",
      "b.js is missing",
    ]);
  });
});
