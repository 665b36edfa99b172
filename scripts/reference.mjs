// The tables of the pages in docs/ that are made from the sources: each stands between `<!-- NAME -->` and `<!-- end -->`.
import { table } from "./table.mjs";

/** The groups in which the reference shows the inputs; whatever stands in none of them comes last. */
const GROUPS = {
  shards: ["shards", "checkpoint", "work", "only", "force", "ignore", "allow-empty"],
  dependencies: ["fingerprint-text", "fingerprint-files", "input-fingerprint", "rerun-on"],
  done: ["validate", "status", "adopt", "keep", "finished"],
  store: ["store", "name", "fetch", "hand-over", "work-every"],
  running: ["command", "check", "run-per", "shell", "working-directory", "parallel"],
  failures: ["retries", "retry-on", "no-retry-on", "retry-delay", "max-failures"],
  times: ["shard-timeout", "stall-timeout", "max-runtime", "stop-grace", "on-stop"],
};

const GROUPED = new Set(Object.values(GROUPS).flat());

/** @returns the text of each table by the name of its place. */
export function referenceTables({ fields, others, actions, commands, switches, workflow }) {
  const groups = {
    ...GROUPS,
    rest: Object.keys(fields).filter((name) => !GROUPED.has(name)),
  };
  const rows = {
    ...Object.fromEntries(
      Object.entries(groups).map(([group, names]) => [`inputs-${group}`, inputRows(names, fields)]),
    ),
    "other-inputs": otherRows(others),
    ...Object.fromEntries(
      actions.map(({ folder, outputs }) => [`outputs-${folder || "root"}`, describedRows(outputs)]),
    ),
    "workflow-inputs": workflowRows(workflow.inputs),
    "workflow-outputs": workflowRows(workflow.outputs),
    commands: commandRows(commands),
    switches: switchRows(commands, switches),
  };
  const tables = Object.entries(rows).map(([name, all]) => [name, table(all)]);
  return { ...Object.fromEntries(tables), "command-examples": exampleLines(commands) };
}

function inputRows(names, fields) {
  const rows = names.map((name) => {
    const { expected, default: fallback, example, about, actions } = fields[name];
    return [
      code(name),
      about,
      escaped(expected),
      (fallback ?? "").replaceAll(/,(?=\S)/g, ", "),
      code(example),
      actions === undefined
        ? "all"
        : actions.map((one) => (one === "main" ? "root" : one)).join(" "),
    ];
  });
  return [["key", "meaning", "values", "default", "example", "actions"], ...rows];
}

function otherRows(others) {
  const rows = others.map(({ name, about, isSecret }) => [
    code(name),
    about,
    isSecret === true ? "" : code(`--${name}`),
  ]);
  return [["input", "meaning", "on a terminal"], ...rows];
}

function describedRows(outputs) {
  return [
    ["output", "meaning"],
    ...Object.entries(outputs).map(([name, text]) => [code(name), text]),
  ];
}

function workflowRows(described) {
  const hasDefaults = Object.values(described).some((one) => "default" in one);
  const rows = Object.entries(described).map(([name, { description, default: value }]) => [
    code(name),
    ...(hasDefaults ? [value === undefined ? "" : code(String(value))] : []),
    description,
  ]);
  return [["name", ...(hasDefaults ? ["default"] : []), "meaning"], ...rows];
}

function commandRows(commands) {
  const rows = commands.map(({ name, about, positionals, switches, takesInputs }) => [
    code(`donemark ${name}${wordsOf(positionals)}`),
    about,
    switches.map((one) => code(`--${one}`)).join(" "),
    takesInputs ? "yes" : "no",
  ]);
  return [["command", "what it does", "switches", "takes keys"], ...rows];
}

function wordsOf({ kind, word }) {
  if (kind === "none") return "";
  return kind === "one" ? ` ${word}` : ` [${word}…]`;
}

function switchRows(commands, switches) {
  const rows = Object.entries(switches).map(([name, meaning]) => {
    const takers = commands.filter((one) => name === "help" || one.switches.includes(name));
    const all = takers.length === commands.length;
    return [code(`--${name}`), meaning, all ? "all" : takers.map((one) => one.name).join(", ")];
  });
  return [["switch", "meaning", "commands"], ...rows];
}

function exampleLines(commands) {
  const examples = commands.map(({ example }) => example);
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, meaning]) => `${line.padEnd(width)}  # ${meaning}`);
  return ["```sh", ...lines, "```"].join("\n");
}

function code(text) {
  return `\`${text}\``;
}

function escaped(text) {
  return text.replaceAll("<", "&lt;");
}
