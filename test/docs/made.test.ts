import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDefinition } from "../../src/core/definition/definition.ts";
import { FIELD_NAMES, FIELDS, isFieldName } from "../../src/core/definition/fields.ts";
import { SWITCHES } from "../../src/commands/cli/described.ts";
import { loadAllCommands } from "../../src/commands/cli/list.ts";
import { REASONS } from "../../src/core/decide/reasons.ts";
import { SHARD_STATES } from "../../src/core/decide/state.ts";
import { DIST } from "../helpers/program.ts";
import { pages } from "./markdown.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), "utf8");

interface ActionFile {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

const action: ActionFile = parse(read("action.yml"));

test("all that is made from the inputs' descriptions is fresh", () => {
  const args = ["scripts/docs.mjs", join(DIST, "../lib"), "--check"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

describe("action.yml", () => {
  test("has every input of the main job, described in the words of the definition", () => {
    const {
      config,
      definition,
      "github-token": token,
      "marker-key": key,
      ...fields
    } = action.inputs;
    for (const input of [config, definition, token, key]) expect(input?.description).toMatch(/\.$/);
    const others = new Set([
      "max-jobs",
      "max-parallel",
      "events",
      "job-time",
      "allow-missing",
      "finished",
    ]);
    expect(Object.keys(fields)).toEqual(FIELD_NAMES.filter((name) => !others.has(name)));
    for (const [name, { description }] of Object.entries(fields))
      expect(description).toBe(isFieldName(name) ? FIELDS[name].about : undefined);
  });

  test("has no default but the token's and the one that says that only was left out", () => {
    const defaults = Object.entries(action.inputs).filter(([, input]) => "default" in input);
    expect(defaults).toEqual([
      ["only", expect.objectContaining({ default: FIELDS.only.leftOut })],
      ["github-token", expect.objectContaining({ default: "${{ github.token }}" })],
    ]);
  });

  test("starts entries that the bundle has, under the runner's Node, and post always", () => {
    const { main, post, ...runs } = action.runs;
    expect(runs).toEqual({ using: "node24", "post-if": "always()" });
    const missing = [main, post].filter((entry) => !existsSync(join(DIST, "..", entry ?? "-")));
    expect(missing).toEqual([]);
  });
});

describe.each(["plan", "collect", "restore", "save"])("%s/action.yml", (folder) => {
  const sub: ActionFile = parse(read(`${folder}/action.yml`));

  test("has inputs of the definition in its words, and the same two defaults", () => {
    const { config, definition, "github-token": token, "marker-key": key, ...fields } = sub.inputs;
    for (const input of [config, definition, token, key]) expect(input?.description).toMatch(/\.$/);
    for (const [name, { description }] of Object.entries(fields))
      expect(description).toBe(isFieldName(name) ? FIELDS[name].about : undefined);
    const defaults = Object.entries(sub.inputs).filter(([, input]) => "default" in input);
    expect(defaults.map(([name]) => name)).toEqual(["only", "github-token"]);
  });

  test("has every input that decides which shards are done", () => {
    const needed = [
      ...["shards", "checkpoint", "work", "command", "fingerprint-text", "fingerprint-files"],
      ...["input-fingerprint", "rerun-on", "name", "store", "validate", "adopt", "status", "only"],
      ...["shell", "working-directory"],
    ];
    expect(needed.filter((name) => !(name in sub.inputs))).toEqual([]);
  });

  test("starts an entry that the bundle has, and its README has each input and output", () => {
    expect(sub.runs).toEqual({ using: "node24", main: `../dist/${folder}.js` });
    expect(existsSync(join(DIST, "..", folder, sub.runs["main"] ?? "-"))).toBe(true);
    const text = read(`${folder}/README.md`);
    const names = [...Object.keys(sub.inputs), ...Object.keys(sub.outputs)];
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the JSON Schema of the config file", () => {
  const schema: {
    readonly properties: Readonly<Record<string, { readonly description: string }>>;
  } = JSON.parse(read("donemark.schema.json"));
  const accepts: ValidateFunction = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    schema,
  );

  test("has every input of a definition, with its description", () => {
    const { $schema, ...properties } = schema.properties;
    expect($schema).toBeDefined();
    expect(Object.keys(properties)).toEqual(FIELD_NAMES);
    for (const name of FIELD_NAMES) expect(properties[name]?.description).toBe(FIELDS[name].about);
  });

  test("accepts the example, and the address of the schema in it", () => {
    const example: object = parse(read("examples/lambda/donemark.yml"));
    const isValid = accepts({ $schema: "donemark.schema.json", ...example });
    expect({ isValid, errors: accepts.errors }).toEqual({ isValid: true, errors: null });
  });

  const needed = { shards: "in/*.fa", checkpoint: "out/{id}.pt" };
  const isRead = (values: object): boolean =>
    "definition" in readDefinition([{ label: (name) => name, values: { ...needed, ...values } }]);

  test.each([
    { shards: 12 },
    { shards: [{ id: "a", inputs: ["x"], sha256: "0" }] },
    { shards: "a/*.fa\nb/*.fa" },
    { "fingerprint-files": ["*.py", "lib/**"], "fingerprint-text": 3 },
    { "rerun-on": ["input", "files"] },
    { "run-per": "slot", parallel: "auto", retries: 2, adopt: false, fetch: "missing" },
    { parallel: 4, "stop-grace": "30s", "max-runtime": "5h", "shard-timeout": 90 },
    { store: "file:/mnt/checkpoints", only: ["a", "b*"], force: "status:failed" },
    { status: { field: "state", complete: ["ok"], "highest-version": 3 } },
  ])("and the program both take %j", (values) => {
    expect({ program: isRead(values), schema: accepts(values) }).toEqual({
      program: true,
      schema: true,
    });
  });

  test.each([
    { shard: "in/*.fa" },
    { shards: 0 },
    { shards: "" },
    { command: ["python", "predict.py"] },
    { "run-per": "gpu" },
    { parallel: "all" },
    { retries: -1 },
    { "max-jobs": 0 },
    { finished: "perhaps" },
    { store: "ftp://host" },
    { validate: "never" },
    { adopt: "perhaps" },
    { status: { fields: "state" } },
  ])("and the program both refuse %j", (values) => {
    expect({ program: isRead(values), schema: accepts(values) }).toEqual({
      program: false,
      schema: false,
    });
  });
});

test("the tests that docs/convention.md names are there", () => {
  const named =
    read("docs/convention.md").match(/(?<=`)(?:[a-z]+\/)+[a-z-]+\.test\.ts(?=`)/g) ?? [];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !existsSync(join(root, "test", name)))).toEqual([]);
});

test.each(pages().filter((page) => /^docs\/(?:design|reliability)|^[A-Z]+\.md/.test(page)))(
  "the files that %s names are there",
  (page) => {
    const text = read(page);
    const named = text.match(/\b(?:src|test|docs|scripts)\/[\w./-]+\.(?:ts|mjs|md|py)\b/g) ?? [];
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  },
);

test("the reference has each key of a definition, and each input and output of the action", () => {
  const text = read("docs/reference.md") + read("docs/actions.md");
  const names = [...FIELD_NAMES, ...Object.keys(action.inputs), ...Object.keys(action.outputs)];
  expect(names.filter((name) => !text.includes(`| \`${name}\` `))).toEqual([]);
});

test.each(FIELD_NAMES)("the example of %s is one that the program reads", (name) => {
  const needed = { shards: "in/*.fa", checkpoint: "out/{id}.pt" };
  const values = { ...needed, [name]: parse(FIELDS[name].example) };
  const definition = readDefinition([{ label: (one) => one, values }]);
  expect("problems" in definition ? definition.problems : []).toEqual([]);
});

test("docs/commands.md has each command, and each switch", async () => {
  const text = read("docs/commands.md");
  const commands = (await loadAllCommands()).map(({ name }) => `\`donemark ${name}`);
  const switches = Object.keys(SWITCHES).map((name) => `| \`--${name}\` `);
  expect([...commands, ...switches].filter((one) => !text.includes(one))).toEqual([]);
});

test("docs/reasons.md has each reason and each state, and docs/command-contract.md each variable", () => {
  const reasons = read("docs/reasons.md");
  const words = [...REASONS, ...SHARD_STATES].map((word) => `\`${word}\``);
  expect(words.filter((word) => !reasons.includes(word))).toEqual([]);
  const source = read("src/run/attempt/command.ts") + read("src/run/attempt/per-job.ts");
  const variables = source.match(/\bSHARDS?_[A-Z_]+(?=:)/g) ?? [];
  expect(variables.length).toBeGreaterThan(8);
  const contract = read("docs/command-contract.md");
  expect(variables.filter((name) => !contract.includes(`\`${name}\``))).toEqual([]);
});

test("docs/events.md has a row for every kind of event, and for no other", () => {
  const source = readFileSync(join(root, "src/run/events.ts"), "utf8");
  const union = source.slice(source.indexOf("export type RunEvent"), source.indexOf("TimedEvent"));
  const kinds = new Set([...union.matchAll(/kind: "([a-z-]+)"/g)].map(([, kind]) => kind));
  const rows = [...read("docs/events.md").matchAll(/^\| `([a-z-]+)`/gm)].map(([, kind]) => kind);
  expect(rows.toSorted()).toEqual([...kinds].toSorted());
});
