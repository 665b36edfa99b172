import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { define } from "../../src/job/define.ts";
import { temporaryFolder, write } from "../checkpoint/scene.ts";
import { invocationIn } from "./invocation.ts";

const GIVEN = { shards: "in/*", checkpoint: "out/{id}", command: "true" };

function defineWith(values: Readonly<Record<string, unknown>>, workspace = temporaryFolder()) {
  const inputs = {
    label: (name: string) => `Input "${name}"`,
    values: { ...GIVEN, ...values },
    others: ["config", "definition"],
  };
  return define(invocationIn(workspace, { inputs }));
}

// Where Linux would not even start the program with it: other systems do, up to limits of their own.
test.each([
  [
    "only",
    /Give id globs or slice:i\/n, take the ranges that plan gives, or write only in the config file/,
  ],
  ["shards", /@list\.jsonl/],
  ["definition", /config file that every job reads/],
])(
  "%s that is longer than an environment string may be is an error that names the way out",
  async (name, way) => {
    const value = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => `shard-${i}`));
    const failed = await defineWith({ [name]: value }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ exitCode: 2 });
    expect(String(failed)).toMatch(
      new RegExp(`Input "${name}" has 2\\d{5} bytes, and an environment string holds 128 KiB`),
    );
    expect(String(failed)).toMatch(way);
  },
);

test("a long choice in the config file is read", async () => {
  const workspace = temporaryFolder();
  const only = Array.from({ length: 20_000 }, (_, i) => `shard-${i}`);
  write(workspace, { "donemark.yml": JSON.stringify({ only }) });
  const { definition } = await defineWith({}, workspace);
  expect(definition.only).toHaveLength(20_000);
});

test("an input wins over the plan's definition, which wins over the config file", async () => {
  const workspace = temporaryFolder();
  write(workspace, { "donemark.yml": "retries: 1\nparallel: 1\nmax-failures: 1\n" });
  const planned = JSON.stringify({ ...GIVEN, retries: 2, parallel: 2 });
  const given = { definition: planned, retries: "3", config: "donemark.yml" };
  const { definition } = await defineWith(given, workspace);
  expect(definition).toMatchObject({ retries: 3, parallel: 2, maxFailures: 1 });
});

test("beside the plan's definition no config file counts that nobody has named", async () => {
  const workspace = temporaryFolder();
  write(workspace, { "donemark.yml": "store: file:elsewhere\ncheck: 'false'\nretries: 3\n" });
  const { definition } = await defineWith({ definition: JSON.stringify(GIVEN) }, workspace);
  expect(definition).toMatchObject({ store: "auto", check: undefined, retries: 0 });
});

test("a step of a workflow reads its config file, whatever another job left in the cache", async () => {
  const workspace = temporaryFolder();
  write(workspace, { "donemark.yml": JSON.stringify(GIVEN) });
  const terminal = invocationIn(workspace);
  await define(terminal);
  const cache = `${workspace}/.cache`;
  const kept = readdirSync(cache).find((name) => name.startsWith("config-"));
  writeFileSync(join(cache, kept ?? ""), JSON.stringify({ ...GIVEN, command: "false" }));
  const env = { ...terminal.env, GITHUB_ACTIONS: "true" };
  const { definition } = await define({ ...terminal, env });
  expect(definition.command).toBe("true");
});

test.each([
  ["1.1", "1.1"],
  ["1.10", "1.10"],
  ["12345678901234567890", "12345678901234567890"],
  ["0x1F", "0x1F"],
  ["007", "007"],
  ["1e3", "1e3"],
  ["True", "True"],
  ["true", "true"],
  ["v1", "v1"],
  ['"1.10"', "1.10"],
])("a text that is written as %s in the config file stays %s", async (written, text) => {
  const workspace = temporaryFolder();
  write(workspace, { "donemark.yml": `fingerprint-text: ${written}\n` });
  // The second time it comes from the cache.
  for (const _ of [1, 2]) {
    const { definition } = await defineWith({}, workspace);
    expect(definition.fingerprintText).toBe(text);
  }
});

test.each([
  ["retries: 3", { retries: 3 }],
  ["retries: 3.0", { retries: 3 }],
  ["retries: 0x10", { retries: 16 }],
  ["retries: 1e1", { retries: 10 }],
  ["adopt: FALSE", { adopt: false }],
  ["shard-timeout: 90", { shardTimeoutMs: 90_000 }],
  ["status: { highest-version: 1.10 }", { status: { highestVersion: "1.10" } }],
])(
  "a value that is written as %s in the config file is read in every form of YAML",
  async (line, value) => {
    const workspace = temporaryFolder();
    write(workspace, { "donemark.yml": `${line}\n` });
    const { definition } = await defineWith({}, workspace);
    expect(definition).toMatchObject(value);
  },
);
