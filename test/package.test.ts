import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { terminalEnv } from "./helpers/program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const MOST_BYTES = 1_000_000;

/** Everything in the package but the parts of the bundle, whose names follow the sources. */
const FILES = [
  ...["LICENSE", "README.md", "donemark.schema.json", "package.json", "python/donemark.py"],
  ...["donemark.yml", "lambda.fa"].map((name) => `examples/lambda/${name}`),
  ...["batch", "cut", "features", "predict", "safetensors", "shard", "worker"].map(
    (name) => `examples/lambda/${name}.mjs`,
  ),
];
/** Without one of these a command, a digest, a sign of life or the cache helper does not start. */
const ENTRIES = [
  "cli.js",
  "library.js",
  "library.d.ts",
  "index.js",
  "digest.js",
  "heartbeat.js",
  "cache.js",
];
/** Of the action alone, which is taken from a tag and never from a package. */
const STEPS = new Set([
  "main.js",
  "post.js",
  "plan.js",
  "collect.js",
  "restore.js",
  "save.js",
  "steps.js",
]);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** An empty folder that has installed the tarball, without a network. */
interface Installed {
  readonly folder: string;
  readonly packed: Packed;
  readonly npx: (...args: readonly string[]) => {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

const scratch = mkdtempSync(join(tmpdir(), "donemark-package-"));
let installed: Installed;

beforeAll(() => {
  installed = install();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function install(): Installed {
  const folder = join(scratch, "empty");
  mkdirSync(folder);
  const env = terminalEnv(scratch, {
    HOME: scratch,
    npm_config_cache: join(scratch, "npm"),
    npm_config_update_notifier: "false",
  });
  const npm = (cwd: string, ...args: readonly string[]): string =>
    execFileSync("npm", args, { cwd, env, encoding: "utf8" });
  const [packed]: readonly Packed[] = JSON.parse(
    npm(root, "pack", "--json", "--pack-destination", scratch),
  );
  if (packed === undefined) throw new Error("npm packed nothing");
  const tarball = join(scratch, packed.filename);
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", tarball);
  return {
    folder,
    packed,
    npx: (...args) =>
      spawnSync("npx", ["--no", "--offline", ...args], { cwd: folder, env, encoding: "utf8" }),
  };
}

describe("the package", () => {
  test("holds what its users need, and nothing else", () => {
    const paths = installed.packed.files.map(({ path }) => path);
    const bundle = paths.filter((path) => path.startsWith("dist/"));
    expect(paths.filter((path) => !bundle.includes(path)).toSorted()).toEqual(FILES.toSorted());
    expect(bundle).toEqual(expect.arrayContaining(ENTRIES.map((name) => `dist/${name}`)));
    expect(bundle.filter((path) => STEPS.has(path.slice("dist/".length)))).toEqual([]);
    expect(installed.packed.size).toBeLessThanOrEqual(MOST_BYTES);
  });

  test("needs no other package at run time, and may be published", () => {
    const manifest: object = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("private");
    expect(manifest).toMatchObject({ engines: { node: ">=20.19" }, license: "MIT" });
    // The README's links to docs/ lead to the repository, for the package has no docs.
    expect(manifest).toMatchObject({
      repository: { url: "git+https://github.com/donemark/donemark.git" },
    });
    const lock = readFileSync(join(installed.folder, "package-lock.json"), "utf8");
    const { packages }: { readonly packages: object } = JSON.parse(lock);
    expect(Object.keys(packages)).toEqual(["", "node_modules/donemark"]);
  });

  test("npx donemark tells its version, runs shards and skips them afterwards", () => {
    const { folder, npx } = installed;
    const { version }: { readonly version: string } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    expect(npx("donemark", "--version")).toMatchObject({ status: 0, stdout: `${version}\n` });
    mkdirSync(join(folder, "in"));
    for (const name of ["a", "b"]) writeFileSync(join(folder, "in", `${name}.txt`), `${name}\n`);
    const config = [
      "shards: in/*.txt",
      "checkpoint: out/{id}.txt",
      'command: cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
    ];
    writeFileSync(join(folder, "donemark.yml"), `${config.join("\n")}\n`);
    expect(npx("donemark", "run")).toMatchObject({ status: 0, stderr: "" });
    expect(statSync(join(folder, "out/a.txt.done")).size).toBeGreaterThan(0);
    const { status, stdout } = npx("donemark", "run", "--json");
    expect({ status, answer: JSON.parse(stdout) }).toMatchObject({
      status: 0,
      answer: { total: 2, skipped: 2 },
    });
  });

  test("the code of docs/library.md runs, and its types are right", () => {
    const { folder } = installed;
    const page = readFileSync(join(root, "docs/library.md"), "utf8");
    const blocks = [...page.matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => code);
    expect(blocks.length).toBeGreaterThan(5);
    const names = blocks.map((code, place) => {
      writeFileSync(join(folder, `block-${place}.mjs`), code);
      return `block-${place}.mjs`;
    });
    writeFileSync(join(folder, "made-elsewhere.json"), "[1]");
    const ends = names.map((name) =>
      spawnSync(process.execPath, [name], { cwd: folder, encoding: "utf8" }),
    );
    expect(ends.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
      names.map(() => ({ status: 0, stderr: "" })),
    );
    expect(ends[0]?.stdout).toBe(
      "out/a.json: truncated: it ends before its outermost value does\n",
    );
    expect(ends.at(-1)?.stdout).toBe(`${join(realpathSync(folder), "out/b.json")} new\n`);
    const options = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--module", "nodenext"];
    const types = ["--target", "es2023", "--types", "node"];
    const typeRoots = ["--typeRoots", join(root, "node_modules/@types")];
    const tsc = [join(root, "node_modules/typescript/bin/tsc"), ...options, ...types, ...typeRoots];
    const checked = spawnSync(process.execPath, [...tsc, ...names], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(checked.stdout).toBe("");
    expect(checked.status).toBe(0);
  });

  test("has the exports that its types have, and no others", async () => {
    const text = readFileSync(join(root, "dist/library.d.ts"), "utf8");
    const typed = [...text.matchAll(/^export declare (?:function|class) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const code = 'console.log(JSON.stringify(Object.keys(await import("donemark"))))';
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: installed.folder,
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual(typed.toSorted());
  });

  test("npx donemark demo is killed half-way, and finishes what remains", () => {
    const { status, stdout } = installed.npx("donemark", "demo");
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(stdout).toContain("12 shards");
  });
});
