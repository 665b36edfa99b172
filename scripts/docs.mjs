// What is said of the inputs is written once, in src/core/fields.ts. This makes from it: action.yml, the JSON Schema of
// the config file, and the tables between `<!-- inputs -->`, `<!-- outputs -->` and `<!-- end -->` in README.md.
// `node scripts/docs.mjs [folder of the compiled sources] [--check]`; with --check it writes nothing, and fails where a
// file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { Document } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const lib = resolve(root, args.find((arg) => !arg.startsWith("--")) ?? "lib");
const { FIELDS, DEFAULTS } = await import(pathToFileURL(join(lib, "core/fields.js")).href);

const DESCRIPTION =
  "Checkpointed, sharded jobs on self-hosted GPU runners: kill it anywhere, run it again, and only the unfinished shards run.";

/** Inputs of plan and collect, which mean nothing to the main job. */
const NOT_OF_ROOT = new Set(["max-jobs", "job-time", "allow-missing"]);

const INPUTS = {
  config: {
    description:
      "The config file with the definition; donemark.yml is taken where it exists. An input given here wins over it.",
  },
  definition: { description: "The definition that plan has handed on." },
  ...Object.fromEntries(
    Object.entries(FIELDS)
      .filter(([name]) => !NOT_OF_ROOT.has(name))
      .map(([name, { about }]) => [name, { description: about }]),
  ),
  "github-token": {
    description: "Lists what the store holds in few requests.",
    default: "${{ github.token }}",
  },
};

const OUTPUTS = {
  total: "Number of shards that this job is about.",
  skipped: "Number of shards that were done before.",
  resumed: "Number of shards that this run finished from the parts of an earlier one.",
  ran: "Number of shards that this run finished, the resumed ones included.",
  failed: "Number of shards that failed in this run.",
  remaining: "Number of shards that are still to do, the failed ones included.",
  "in-progress": "Number of shards that are not done and of which something is there.",
  "all-done": "true where every shard of this job is done, else false.",
  saved: "Number of shards that this run saved to the store.",
  "seconds-saved": "Time that the commands of the skipped shards once took, in seconds.",
  results: "Path of a JSON file with the counts and each shard's decision, reason and outcome.",
  "failed-ids": "Ids of the failed shards, the first 1,000, as a JSON array.",
};

const files = [["action.yml", actionText()], ["donemark.schema.json", schemaText()], ...readmes()];
const stale = files.filter(([name, text]) => !isSame(join(root, name), text));
if (args.includes("--check")) {
  for (const [name] of stale) console.error(`${name} is not fresh: run \`npm run docs\`.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [name, text] of stale) writeFileSync(join(root, name), text);
}

function isSame(path, text) {
  return existsSync(path) && readFileSync(path, "utf8") === text;
}

function actionText() {
  const action = new Document({
    name: "Donemark",
    description: DESCRIPTION,
    author: "Donemark contributors",
    branding: { icon: "check-circle", color: "green" },
    inputs: INPUTS,
    outputs: Object.fromEntries(
      Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]),
    ),
    runs: { using: "node24", main: "dist/main.js", post: "dist/post.js", "post-if": "always()" },
  });
  action.commentBefore = " Made by `npm run docs` from src/core/fields.ts.";
  return action.toString({ lineWidth: 0 });
}

/** The config file holds a definition; an editor is told the plain forms of numbers and choices. */
function schemaText() {
  const properties = Object.entries(FIELDS).map(([name, { schema, about }]) => [
    name,
    { description: about, ...schemaOf(schema) },
  ]);
  const whole = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Donemark: the config file",
    description: DESCRIPTION,
    type: "object",
    properties: {
      $schema: { description: "The address of this schema, for editors.", type: "string" },
      ...Object.fromEntries(properties),
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function schemaOf(schema) {
  const { $schema: _, ...rest } = toJsonSchema(plainForm(schema), {
    typeMode: "input",
    errorMode: "ignore",
  });
  return rest;
}

/**
 * A choice is read in any case and a whole number also from a text; the converter stops at the step that does so, and
 * would lose the choices and the limits that come after it.
 */
function plainForm(schema) {
  if (schema.pipe === undefined) {
    return schema.type === "union" ? { ...schema, options: schema.options.map(plainForm) } : schema;
  }
  const [first, ...steps] = flatten(schema.pipe);
  const choice = steps.find(({ type }) => type === "picklist" || type === "literal");
  if (choice !== undefined) return choice;
  const isWhole = steps.some(({ type }) => type === "integer");
  return { ...schema, pipe: [isWhole ? v.number() : plainForm(first), ...steps] };
}

function flatten(pipe) {
  return pipe.flatMap((step) => (step.pipe === undefined ? step : flatten(step.pipe)));
}

function readmes() {
  const path = join(root, "README.md");
  if (!existsSync(path)) return [];
  const tables = {
    inputs: [
      ["name", "default", "meaning"],
      ...Object.entries(INPUTS).map(([name, { description }]) => [
        `\`${name}\``,
        DEFAULTS[name] ?? "",
        description,
      ]),
    ],
    outputs: [
      ["name", "meaning"],
      ...Object.entries(OUTPUTS).map(([name, text]) => [`\`${name}\``, text]),
    ],
  };
  const text = readFileSync(path, "utf8").replaceAll(
    /(<!-- (inputs|outputs) -->\n).*?(<!-- end -->)/gs,
    (_, start, kind, end) => `${start}\n${table(tables[kind])}\n\n${end}`,
  );
  return [["README.md", text]];
}

/** Columns of one width each, as the formatter has them. */
function table(rows) {
  const cells = rows.map((row) => row.map((text) => text.replaceAll("|", "\\|")));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const [head, ...body] = cells.map(line);
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body].join("\n");
}
