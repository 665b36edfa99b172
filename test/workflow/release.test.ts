import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../examples/script.ts";
import { ROOT, workflowOf } from "./files.ts";
import { listOf, mappingOf, textOf } from "./inline.ts";

interface Told {
  readonly version?: string;
  readonly lock?: string;
  readonly changelog?: string;
}

const CHANGELOG =
  "# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-11-27)\n\n- New.\n\n## 0.1.0\n\n- Old.\n";

/** A small project that is ready for 0.2.0 where nothing else is told. */
async function project(told: Told = {}): Promise<string> {
  const { version = "0.2.0", lock = version, changelog = CHANGELOG } = told;
  const folder = await temporaryFolder();
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  mkdirSync(join(folder, "dist/deep"), { recursive: true });
  write("package.json", { name: "a", version, files: ["dist"] });
  write("package-lock.json", { version: lock, packages: { "": { version: lock } } });
  write("CHANGELOG.md", changelog);
  write("dist/main.js", "1;\n");
  write("dist/deep/er.js", "2;\n");
  return folder;
}

function release(
  folder: string,
  ...args: readonly string[]
): { code: number | null; said: string } {
  const script = [join(ROOT, "scripts/release.mjs"), ...args];
  const { status, stderr } = spawnSync(process.execPath, script, { cwd: folder, encoding: "utf8" });
  return { code: status, said: stderr };
}

describe("scripts/release.mjs", () => {
  test("makes the package, the notes of its version, and checksums of the package and of dist", async () => {
    const folder = await project();
    expect(release(folder, "0.2.0", "out")).toEqual({ code: 0, said: "" });
    const out = join(folder, "out");
    expect(readdirSync(out)).toEqual(["SHA256SUMS", "a-0.2.0.tgz", "notes.md"]);
    expect(readFileSync(join(out, "notes.md"), "utf8")).toBe("- New.\n");
    const sums = readFileSync(join(out, "SHA256SUMS"), "utf8");
    const named = [...sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm)].map(([, name]) => name);
    expect(named).toEqual(["a-0.2.0.tgz", "dist/deep/er.js", "dist/main.js"]);
    // The package lies beside the checksums, dist where it was.
    const { status } = spawnSync("sha256sum", ["--check", "--ignore-missing", "SHA256SUMS"], {
      cwd: out,
    });
    expect(status).toBe(0);
    const ofDist = sums.split("\n").slice(1).join("\n");
    expect(spawnSync("sha256sum", ["--check"], { cwd: folder, input: ofDist }).status).toBe(0);
  });

  test.each([
    [
      "a version that package.json does not have",
      { version: "0.1.0" },
      "package.json says 0.1.0, not 0.2.0",
    ],
    ["a lock file of another", { lock: "0.1.0" }, "package-lock.json says 0.1.0, not 0.2.0"],
    ["a changelog without it", { changelog: "## 0.2.01\n\n- No.\n" }, 'nothing under "## 0.2.0"'],
    [
      "an empty section",
      { changelog: "## 0.2.0\n\n## 0.1.0\n\n- Old.\n" },
      'nothing under "## 0.2.0"',
    ],
    [
      "what is still unreleased",
      { changelog: `## Unreleased\n\n- More.\n\n${CHANGELOG}` },
      'something under "## Unreleased"',
    ],
  ])("refuses %s, and makes nothing", async (_, told: Told, fault) => {
    const folder = await project(told);
    const { code, said } = release(folder, "0.2.0", "out");
    expect(code).toBe(1);
    expect(said).toContain(fault);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test.each(["", "v0.2.0", "0.2", "0.2.0-rc.1", "0.2.0 "])(
    "refuses %j as a version",
    async (version) => {
      const { code, said } = release(await project(), version, "out");
      expect(code).toBe(1);
      expect(said).toContain("expected a version such as 0.1.0");
    },
  );
});

const { build, publish, move } = mappingOf(
  workflowOf(".github/workflows/release.yml").content["jobs"],
);

/** Answers as GitHub's program does for what the workflow asks, and notes each call. */
const GH = `#!/usr/bin/env bash
echo "$*" >> "$CALLS"
case "$*" in
  "release view"*) echo "$DRAFT"; [ "$DRAFT" != "" ] ;;
  *"--jq .immutable"*) echo "$IMMUTABLE" ;;
  *"--method PATCH"*) [ "$PLAIN" = exists ] ;;
esac
`;

/** Runs the last step of a job with that program, and gives what it was called with. */
async function lastStep(
  job: unknown,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; calls: string }> {
  const folder = await temporaryFolder();
  const step = mappingOf(listOf(mappingOf(job)["steps"]).at(-1));
  mkdirSync(join(folder, "release"));
  for (const name of ["a.tgz", "SHA256SUMS", "notes.md"])
    writeFileSync(join(folder, "release", name), "");
  writeFileSync(join(folder, "gh"), GH);
  chmodSync(join(folder, "gh"), 0o755);
  const calls = join(folder, "calls");
  writeFileSync(calls, "");
  const { status } = spawnSync("bash", ["-eo", "pipefail", "-c", textOf(step["run"])], {
    cwd: folder,
    env: {
      PATH: [folder, process.env["PATH"]].join(delimiter),
      ...{ CALLS: calls, VERSION: "0.2.0", GH_REPO: "a/b", GITHUB_SHA: "c0ffee" },
      ...{ DRAFT: "", IMMUTABLE: "true", PLAIN: "exists", ...env },
    },
  });
  return { code: status, calls: readFileSync(calls, "utf8") };
}

describe("the release workflow", () => {
  test("lets no code of a package run where something can be written", () => {
    expect(Object.values(mappingOf(mappingOf(build)["permissions"]))).toEqual(["read", "read"]);
    for (const job of [publish, move]) {
      const steps = listOf(mappingOf(job)["steps"]).map(mappingOf);
      expect(steps.filter(({ uses }) => textOf(uses ?? "").includes("checkout"))).toEqual([]);
      expect(steps.map(({ run }) => textOf(run ?? "")).join("\n")).not.toMatch(
        /\b(?:npm|npx|node)\b/,
      );
    }
  });

  test("drafts with all files, then publishes, and asks whether the tag is locked", async () => {
    const { code, calls } = await lastStep(publish, {});
    expect(code).toBe(0);
    expect(calls.split("\n").slice(1, -1)).toEqual([
      "release create v0.2.0 --draft --target c0ffee --title v0.2.0 --notes-file release/notes.md release/a.tgz release/SHA256SUMS",
      "release edit v0.2.0 --draft=false",
      "api repos/a/b/releases/tags/v0.2.0 --jq .immutable",
    ]);
  });

  test("fails where the tag is not locked", async () => {
    expect((await lastStep(publish, { IMMUTABLE: "false" })).code).toBe(1);
  });

  test("removes the draft of an attempt that failed, and never a published release", async () => {
    expect((await lastStep(publish, { DRAFT: "true" })).calls).toContain("release delete v0.2.0");
    expect((await lastStep(publish, { DRAFT: "false" })).calls).not.toContain("delete");
  });

  test("moves the plain tag, or makes it, once the release is published", async () => {
    expect(mappingOf(move)["needs"]).toBe("publish");
    const moved = "api --method PATCH repos/a/b/git/refs/tags/v0 -f sha=c0ffee -F force=true\n";
    const made = "api --method POST repos/a/b/git/refs -f ref=refs/tags/v0 -f sha=c0ffee\n";
    expect(await lastStep(move, {})).toEqual({ code: 0, calls: moved });
    expect(await lastStep(move, { PLAIN: "absent" })).toEqual({ code: 0, calls: moved + made });
  });
});
