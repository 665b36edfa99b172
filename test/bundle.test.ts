import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DIST, temporaryFolder, terminalEnv } from "./helpers/program.ts";

const PACKAGE: { readonly version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

interface Installed {
  readonly folder: string;
  /** Runs an entry to its end. */
  readonly entry: (
    name: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => SpawnSyncReturns<string>;
}

/** The bundle alone, far from the repository and its node_modules, beside a folder with two inputs. */
function install(): Installed {
  const folder = temporaryFolder();
  const dist = join(folder, "action", "dist");
  const work = join(folder, "work");
  cpSync(DIST, dist, { recursive: true });
  mkdirSync(join(work, "in"), { recursive: true });
  for (const name of ["a", "b"]) writeFileSync(join(work, "in", `${name}.txt`), `${name}\n`);
  return {
    folder: work,
    entry: (name, args = [], env = {}) =>
      spawnSync(process.execPath, [join(dist, name), ...args], {
        cwd: work,
        env: terminalEnv(folder, { HOME: folder, XDG_CACHE_HOME: join(folder, "caches"), ...env }),
        encoding: "utf8",
      }),
  };
}

const COPY = [
  "--shards=in/*.txt",
  "--checkpoint=out/{id}.txt",
  '--command=cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
];

describe("the bundle needs nothing but Node:", () => {
  test("the command line tells its version and its help", () => {
    const { entry } = install();
    expect(entry("cli.js", ["--version"])).toMatchObject({
      status: 0,
      stdout: `${PACKAGE.version}\n`,
      stderr: "",
    });
    const help = entry("cli.js", ["--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain("--checkpoint");
  });

  test("it runs a job, with every store and shell that needs a part of the bundle of its own", () => {
    const { entry, folder } = install();
    writeFileSync(join(folder, "code.py"), "");
    const config =
      "fingerprint-files: |\n  *.py\nstore: file:store\ncheck: test -s $SHARD_CHECKPOINT\n";
    writeFileSync(join(folder, "donemark.yml"), config);
    expect(entry("cli.js", ["plan", ...COPY])).toMatchObject({ status: 0, stderr: "" });
    expect(entry("cli.js", ["run", ...COPY])).toMatchObject({ status: 0, stderr: "" });
    expect(entry("cli.js", ["unmark", "a", ...COPY])).toMatchObject({ status: 0, stderr: "" });
    expect(entry("cli.js", ["mark", "a", ...COPY])).toMatchObject({ status: 0, stderr: "" });
    const { status, stdout } = entry("cli.js", ["status", "--json", ...COPY]);
    expect({ status, answer: JSON.parse(stdout) }).toMatchObject({
      status: 0,
      answer: { total: 2, done: 2 },
    });
  });

  test("the full digest of a large checkpoint is computed by the thread's own entry", () => {
    const { entry, folder } = install();
    const command = "--command=head -c 8388608 /dev/zero | tr '\\0' a > $SHARD_CHECKPOINT";
    const args = ["run", "--shards=1", "--checkpoint=out/{id}.bin", "--store=file:store", command];
    expect(entry("cli.js", args)).toMatchObject({ status: 0, stderr: "" });
    const marker: unknown = JSON.parse(readFileSync(join(folder, "out/0000.bin.done"), "utf8"));
    const bytes = Buffer.alloc(8_388_608, "a");
    expect(marker).toMatchObject({
      checkpoint: {
        sizeBytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
    });
  });

  test("the main step names an input that is missing, and fails", () => {
    const { entry } = install();
    const { status, stdout } = entry("main.js", [], { GITHUB_ACTIONS: "true" });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error::Input "shards" is required/m);
  });

  test.each(["plan.js", "collect.js", "restore.js", "save.js"])(
    "%s names an input that is missing, and fails",
    (name) => {
      const { entry } = install();
      const { status, stdout } = entry(name, [], { GITHUB_ACTIONS: "true" });
      expect(status).toBe(2);
      expect(stdout).toMatch(/^::error::Input "shards" is required/m);
    },
  );

  test("the post step without a main step before it has nothing to do", () => {
    const { entry } = install();
    expect(entry("post.js")).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });
});
