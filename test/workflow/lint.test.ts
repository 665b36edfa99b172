import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../examples/script.ts";
import { allWorkflows, ROOT, type Workflow } from "./files.ts";
import { listOf, mappingOf, textOf } from "./inline.ts";
import { installed } from "./tools.ts";

// `.ci/run` installs both.
const ACTIONLINT = installed("actionlint", /^v?\d+\.\d+\.\d+\n/);
const ZIZMOR = installed("zizmor", /^zizmor \d/);

const EXCEPTIONS = join(ROOT, ".github/actionlint.yaml");
const workflows = allWorkflows();

/** One line for each mistake. Without shellcheck, which is not on every machine. */
function actionlint({ name, text }: Pick<Workflow, "name" | "text">, config: string): string {
  const quiet = ["-oneline", "-no-color", "-shellcheck=", "-pyflakes="];
  const args = [...quiet, "-config-file", config, "-stdin-filename", name, "-"];
  const { stdout, stderr } = spawnSync(ACTIONLINT ?? "", args, {
    cwd: ROOT,
    input: text,
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe.skipIf(ACTIONLINT === undefined)("actionlint", () => {
  test.each(workflows)("finds nothing in $name", (workflow) => {
    expect(actionlint(workflow, EXCEPTIONS)).toBe("");
  });

  test("finds a mistake, and a key that is none beside one that it does not know yet", () => {
    const text = "on: push\nconcurrency: { group: a, queue: max, quee: max }\njobs: { a: {} }\n";
    const found = actionlint({ name: "a.yml", text }, EXCEPTIONS);
    expect(found).toContain('"runs-on" section is missing');
    expect(found).toContain('unexpected key "quee"');
    expect(found).not.toContain('unexpected key "queue"');
  });

  test("needs each of its exceptions", async () => {
    const none = join(await temporaryFolder(), "none.yaml");
    writeFileSync(none, "self-hosted-runner: { labels: [] }\n");
    const found = workflows.map((workflow) => actionlint(workflow, none)).join("");
    const { "self-hosted-runner": runner, paths } = mappingOf(
      parse(readFileSync(EXCEPTIONS, "utf8")),
    );
    const labels = listOf(mappingOf(runner)["labels"]).map((label) => `label "${textOf(label)}"`);
    const ignored = Object.values(mappingOf(paths)).flatMap((path) =>
      listOf(mappingOf(path)["ignore"]).map(textOf),
    );
    const idle = [...labels, ...ignored].filter((pattern) => !new RegExp(pattern).test(found));
    expect(idle).toEqual([]);
  });
});

/** What zizmor says of files or folders, with our exceptions; the exit code is 0 where it finds nothing. */
function zizmor(...inputs: readonly string[]): {
  readonly code: number | null;
  readonly said: string;
} {
  const how = ["--offline", "--no-progress", "--strict-collection", "--color=never"];
  const args = [...how, "--config", join(ROOT, ".github/zizmor.yml"), ...inputs];
  const { status, stdout, stderr } = spawnSync(ZIZMOR ?? "", args, { cwd: ROOT, encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

/** A file of its own for each workflow that is shown and not run here. */
function writeShown(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return workflows
    .filter(({ name }) => !name.startsWith(".github/"))
    .map(({ name, text }) => {
      const file = join(folder, `${name.replaceAll(/[^\w.]+/g, "-")}.yml`);
      writeFileSync(file, text);
      return file;
    });
}

describe.skipIf(ZIZMOR === undefined)("zizmor", () => {
  test("finds nothing in this repository's workflows, actions and Dependabot's rules", () => {
    const { code, said } = zizmor(".");
    expect(said).toContain("No findings to report");
    expect(said).toContain("dependabot.yml");
    expect(code).toBe(0);
  });

  test("finds nothing in the workflows of examples and documents", async () => {
    const shown = writeShown(join(await temporaryFolder(), "shown"));
    const { code, said } = zizmor(...shown);
    expect(said).toContain("No findings to report");
    for (const file of shown) expect(said).toContain(file);
    expect(code).toBe(0);
  });

  test("finds a text of users in a script", async () => {
    const file = join(await temporaryFolder(), "bad.yml");
    const script = "echo ${{ github.event.issue.title }}";
    const job = { "runs-on": "ubuntu-latest", permissions: {}, steps: [{ run: script }] };
    writeFileSync(file, JSON.stringify({ on: "issues", jobs: { a: job } }));
    const { code, said } = zizmor(file);
    expect(said).toContain("template-injection");
    expect(code).not.toBe(0);
  });
});
