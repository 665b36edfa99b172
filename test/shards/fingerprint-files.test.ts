import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { realDisk } from "../../src/files/real-disk.ts";
import { findFingerprintFiles } from "../../src/shards/fingerprint-files.ts";
import { temporaryFolder, write } from "../checkpoint/scene.ts";

const FILES = ["src/a.py", "src/sub/b.py", "src/.hidden.py", "conda.lock", "README.md"];

function workspace(name = "."): string {
  const folder = path.join(temporaryFolder(), name);
  write(folder, Object.fromEntries(FILES.map((file) => [file, file])));
  return folder;
}

async function found(folder: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const files = await findFingerprintFiles({ disk: realDisk, workspace: folder }, patterns);
  return files.map((file) => path.relative(folder, file));
}

describe("fingerprint-files", () => {
  test("names files by globs, sorted, each once", async () => {
    const patterns = ["src/**/*.py", "conda.lock", "src/a.*"];
    expect(await found(workspace(), ...patterns)).toEqual([
      "conda.lock",
      "src/.hidden.py",
      "src/a.py",
      "src/sub/b.py",
    ]);
  });

  test("takes everything below a folder that is named", async () => {
    expect(await found(workspace(), "src")).toEqual(["src/.hidden.py", "src/a.py", "src/sub/b.py"]);
  });

  test("takes files away again with `!`", async () => {
    expect(await found(workspace(), "src/**", "!src/sub/**", "!**/.hidden.py")).toEqual([
      "src/a.py",
    ]);
  });

  test("names files outside of the workspace by a way up or an absolute path", async () => {
    const folder = workspace("ws");
    const weights = path.join(folder, "../weights");
    write(weights, { "w.bin": "w" });
    expect(await found(folder, "../weights/*.bin")).toEqual(["../weights/w.bin"]);
    expect(await found(folder, `${weights}/*.bin`)).toEqual(["../weights/w.bin"]);
  });

  test("follows links to files", async () => {
    const folder = workspace();
    mkdirSync(path.join(folder, "links"));
    symlinkSync("../conda.lock", path.join(folder, "links/lock"));
    expect(await found(folder, "links/*")).toEqual(["links/lock"]);
  });

  test("is an error for each pattern that matches no file, by its own words", async () => {
    const patterns = ["src/*.py", "gone/*.py", "!src/a.py", "weights.bin"];
    await expect(found(workspace(), ...patterns)).rejects.toMatchObject({
      problems: [
        expect.stringMatching(/fingerprint-files: "gone\/\*\.py" matches no file/),
        expect.stringMatching(/fingerprint-files: "weights\.bin" matches no file/),
      ],
      exitCode: 2,
    });
  });

  test("is an error for a pattern of which nothing is left, and for an empty folder", async () => {
    const folder = workspace();
    await expect(found(folder, "src/a.py", "!src/**")).rejects.toThrow(
      '"src/a.py" matches no file',
    );
    mkdirSync(path.join(folder, "empty"));
    await expect(found(folder, "empty")).rejects.toThrow('"empty" matches no file');
  });

  test("passes over comments, as `hashFiles` does", async () => {
    expect(await found(workspace(), "# the environment", "conda.lock")).toEqual(["conda.lock"]);
  });

  test.each(["a b", "v[2]", "x{1}", "what?", "star*"])(
    "works in a workspace whose own path holds wildcards: %s",
    async (name) => {
      expect(await found(workspace(name), "src/*.py", "!src/.*")).toEqual(["src/a.py"]);
    },
  );
});
