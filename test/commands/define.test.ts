import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { define } from "../../src/commands/define.ts";
import { temporaryFolder, write } from "../survey/scene.ts";
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
