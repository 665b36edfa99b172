// Lets V8 compile at once what every short command calls. It keeps compiled code of a file only for the functions that it
// compiled with the file, and those are the ones in parentheses: all others are compiled again at each start.
import { readFileSync } from "node:fs";
import { edited, walk } from "./syntax.mjs";

/** For each file the names of the functions that the everyday commands call; scripts/at-start.mjs writes it. */
const CALLED = JSON.parse(readFileSync(new URL("at-start.json", import.meta.url), "utf8"));

/**
 * Adds to the edits of a module of this file those that put parentheses around its functions that are called, and around the
 * functions in them. A declaration that is no longer one stands first in its module, so that it is there as early as before.
 */
export function eagerEdits(module, edits, file) {
  const names = new Set(CALLED[file]);
  const functions = module.node.body.body?.flatMap((statement) => listed(statement, names)) ?? [];
  if (functions.length === 0) return edits;
  const inner = [...edits, ...functions.flatMap(({ node }) => innerEdits(node))];
  const [moved, staying] = [true, false].map((is) =>
    functions.filter(({ isDeclaration }) => isDeclaration === is),
  );
  const text = moved.map(({ name, node }) => {
    return `\nvar ${name} = (${edited(module.text, node, inner)});`;
  });
  const start = module.node.body.start + 1;
  return [
    ...inner,
    { start, end: start, text: text.join("") },
    ...moved.map(({ node }) => ({ start: node.start, end: node.end, text: "" })),
    ...staying.flatMap(({ node }) => around(node)),
  ];
}

function listed(statement, names) {
  if (statement.type === "FunctionDeclaration") {
    const { name } = statement.id;
    return names.has(name) ? [{ name, node: statement, isDeclaration: true }] : [];
  }
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations
    .filter(({ id, init }) => names.has(id.name) && isExpression(init))
    .map(({ id, init }) => ({ name: id.name, node: init, isDeclaration: false }));
}

function isExpression(node) {
  return node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression";
}

function innerEdits(outer) {
  const found = [];
  walk(outer, (node, parents) => {
    if (node !== outer && isExpression(node) && !isMethod(parents.at(-1)))
      found.push(...around(node));
  });
  return found;
}

/** Parentheses are a syntax error around a method and have no effect around an async arrow function. */
function isMethod({ type, method, kind }) {
  return type === "MethodDefinition" || (type === "Property" && (method || kind !== "init"));
}

function around({ start, end }) {
  return [
    { start, end: start, text: "(" },
    { start: end, end, text: ")" },
  ];
}
