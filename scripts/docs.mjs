// What is said of the inputs is written once, in the rows of src/core/definition. This makes from it: the action.yml of each action, the
// JSON Schema of the config file, and the tables between `<!-- NAME -->` and `<!-- end -->` in the README.md beside each
// action.yml and in the pages of docs/ (reference.mjs).
// `node scripts/docs.mjs [folder of the compiled sources] [--check]`; with --check it writes nothing, and fails where a
// file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { Document, parse } from "yaml";
import { referenceTables } from "./reference.mjs";
import { table } from "./table.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const lib = resolve(root, args.find((arg) => !arg.startsWith("--")) ?? "lib");
const compiled = (path) => import(pathToFileURL(join(lib, path)).href);
const { FIELDS, OTHER_INPUTS } = await compiled("core/definition/fields.js");
const { loadAllCommands } = await compiled("commands/cli/list.js");
const { SWITCHES } = await compiled("commands/cli/described.js");

const DESCRIPTION =
  "Checkpointed, sharded jobs on self-hosted GPU runners: kill it anywhere, run it again, and only the unfinished shards run.";

/** The inputs that an action offers, in the order of their rows. */
function inputsOf(action) {
  const others = OTHER_INPUTS.map(({ name, about, actionDefault }) => [
    name,
    { description: about, ...(actionDefault && { default: actionDefault }) },
  ]);
  const offered = Object.entries(FIELDS).filter(
    ([, { actions }]) => actions === undefined || actions.includes(action),
  );
  return Object.fromEntries([
    ...others.slice(0, 2),
    ...offered.map(([name, { about, leftOut }]) => [
      name,
      { description: about, ...(leftOut && { default: leftOut }) },
    ]),
    ...others.slice(2),
  ]);
}

/** Where no command runs, it is a part of the fingerprint and nothing else. */
const COMPARED = { command: "required if rerun-on names it" };

const ACTIONS = [
  {
    folder: "",
    name: "Donemark",
    description: DESCRIPTION,
    branding: { icon: "check-circle", color: "green" },
    inputs: inputsOf("main"),
    outputs: {
      total: "How many shards this job is about.",
      skipped: "How many shards were done before this run.",
      resumed: "How many shards this run finished from the parts of an earlier attempt.",
      ran: "How many shards this run finished, including resumed ones.",
      failed: "How many shards failed in this run.",
      remaining: "How many shards remain to be done, including failed ones.",
      "in-progress": "How many unfinished shards have a checkpoint, a start record or parts.",
      "all-done":
        "true if every shard of this job is done (and in the store, if later jobs take the results from there), else false.",
      saved: "How many shards this run saved to the store.",
      unsaved: "How many finished shards are not in the store; 0 without a store.",
      "seconds-saved": "The seconds that the commands of the skipped shards once took.",
      results:
        "The path of a JSON file with the counts, and with each shard's decision, reason and outcome.",
      "failed-ids": "The ids of the failed shards, the first 1,000, as a JSON array.",
    },
    runs: { using: "node24", main: "dist/main.js", post: "dist/post.js", "post-if": "always()" },
  },
  {
    folder: "plan",
    name: "Donemark: plan",
    description:
      "Decides for every shard, without loading or downloading a checkpoint, and gives a job matrix of only what remains.",
    inputs: inputsOf("plan"),
    outputs: {
      matrix:
        "For strategy.matrix: one entry with job and only for each job; never empty, see has-work.",
      "has-work": "true if anything remains to run, else false.",
      total: "How many shards there are.",
      done: "How many shards are done, here or in the store.",
      "in-progress": "How many unfinished shards have a checkpoint, a start record or parts.",
      pending: "How many shards are to run, including those in progress.",
      blocked:
        "How many shards are blocked: a newer version than accepted, or something that cannot be read.",
      jobs: "How many jobs the matrix has work for.",
      definition:
        "The definition as it was given, for the input `definition` of the other actions.",
    },
    runs: { using: "node24", main: "../dist/plan.js" },
    defaults: COMPARED,
  },
  {
    folder: "collect",
    name: "Donemark: collect",
    description:
      "Proves that every shard is done, brings the checkpoints, and fails with the list of what is missing.",
    inputs: inputsOf("collect"),
    outputs: {
      complete: "true if no shard is missing, else false.",
      "missing-count": "How many shards are missing.",
      "missing-ids": "The ids of the missing shards, the first 1,000, as a JSON array.",
      total: "How many shards there are.",
      results: "The path of a JSON file with the counts, and with what became of each shard.",
    },
    runs: { using: "node24", main: "../dist/collect.js" },
    defaults: { ...COMPARED, fetch: "all" },
  },
  {
    folder: "restore",
    name: "Donemark: restore",
    description:
      "The first half of a job that predicts in steps of its own: fetches finished shards, and starts the others.",
    inputs: inputsOf("restore"),
    outputs: {
      remaining: "How many shards the following steps are to make.",
      results:
        "The path of a JSON file with the counts, and with each shard's decision, reason and outcome.",
      "shards-file":
        "The path of a file with one line of JSON for each started shard: id, inputs, checkpoint, work, resume, attempt.",
    },
    runs: { using: "node24", main: "../dist/restore.js" },
    defaults: COMPARED,
  },
  {
    folder: "save",
    name: "Donemark: save",
    description:
      "The second half of a job that predicts in steps of its own: marks what they have finished, and saves it.",
    inputs: inputsOf("save"),
    outputs: {
      saved: "How many shards this step saved to the store.",
      unsaved: "How many finished shards are not in the store; 0 without a store.",
      remaining: "How many shards remain to be done.",
    },
    runs: { using: "node24", main: "../dist/save.js" },
    defaults: COMPARED,
  },
];

// `$/run` in a workflow of this repository is the root action: `$/` alone names none.
const main = { ...ACTIONS[0], branding: undefined };
const mainRuns = { ...main.runs, main: "../dist/main.js", post: "../dist/post.js" };
ACTIONS.push({ ...main, folder: "run", runs: mainRuns });

const workflow = parse(readFileSync(join(root, ".github/workflows/predict.yml"), "utf8"));
const tables = referenceTables({
  fields: FIELDS,
  others: OTHER_INPUTS,
  actions: ACTIONS,
  commands: await loadAllCommands(),
  switches: SWITCHES,
  workflow: workflow.on.workflow_call,
});
const PAGES = ["docs/reference.md", "docs/actions.md", "docs/commands.md"];

const files = [
  ...ACTIONS.map((action) => [join(action.folder, "action.yml"), actionText(action)]),
  ["donemark.schema.json", schemaText()],
  ...ACTIONS.filter(({ folder }) => folder !== "").flatMap(readme),
  ...PAGES.map((name) => [name, filled(name, tables)]),
];
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

function actionText({ name, description, branding, inputs, outputs, runs }) {
  const action = new Document({
    name,
    description,
    author: "Donemark contributors",
    ...(branding && { branding }),
    inputs,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([output, text]) => [output, { description: text }]),
    ),
    runs,
  });
  action.commentBefore = " Made by `npm run docs` from src/core/definition.";
  return action.toString({ lineWidth: 0 });
}

/** The config file holds a definition; an editor is told the plain forms of numbers and choices. */
function schemaText() {
  const properties = Object.entries(FIELDS).map(([name, { schema, about }]) => [
    name,
    { description: about, ...schemaOf(schema()) },
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

function readme({ folder, inputs, outputs, defaults }) {
  const name = join(folder, "README.md");
  if (!existsSync(join(root, name))) return [];
  const inputRows = [
    ["name", "default", "meaning"],
    ...Object.entries(inputs).map(([input, { description }]) => [
      `\`${input}\``,
      defaults?.[input] ?? FIELDS[input]?.default ?? "",
      description,
    ]),
  ];
  const outputRows = [
    ["name", "meaning"],
    ...Object.entries(outputs).map(([output, text]) => [`\`${output}\``, text]),
  ];
  return [[name, filled(name, { inputs: table(inputRows), outputs: table(outputRows) })]];
}

/** The text of a page with these tables in their places. */
function filled(name, made) {
  const text = readFileSync(join(root, name), "utf8");
  return text.replaceAll(/(<!-- ([a-z-]+) -->\n).*?(<!-- end -->)/gs, (_, start, kind, end) => {
    if (made[kind] === undefined) throw new Error(`${name}: nothing is made for ${kind}`);
    return `${start}\n${made[kind]}\n\n${end}`;
  });
}
