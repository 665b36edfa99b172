// Takes out what has no effect: comments and three of four spaces of indentation everywhere; in library code all
// indentation, and declarations that nothing in their module names. Our own comments stand in src/.
import { walk } from "./syntax.mjs";

const FROM_LIBRARY = /^(?!src\/)/;
const PART = "CONCATENATED MODULE: ";
const STAYS = /^!|@license|@preserve/;

/** The edits that take what has no effect out of a module. */
export function pruneEdits(module) {
  const parts = libraryParts(module);
  const isIn = ({ start, end }) => parts.some((part) => start >= part.start && end <= part.end);
  return {
    cuts: [...unusedStatements(module, isIn), ...comments(module)].map((range) =>
      lineEdit(module.text, range),
    ),
    indents: indents(module, isIn),
  };
}

/**
 * A tab in the place of each four spaces at the start of a line of our code, and nothing in that of a library's. A line
 * of a template or a string stays.
 */
function indents({ text, node }, isLibrary) {
  const fixed = [];
  walk(node, ({ type, start, end }) => {
    if (type === "TemplateElement" || type === "Literal") fixed.push({ start, end });
  });
  const lines = fixed.filter(({ start, end }) => text.slice(start, end).includes("\n"));
  const isFixed = (at) => lines.some(({ start, end }) => at > start && at < end);
  return [...text.slice(node.start, node.end).matchAll(/(?<=\n)(?: {4})+/g)]
    .map(({ 0: spaces, index }) => ({ spaces, start: node.start + index }))
    .filter(({ start }) => !isFixed(start))
    .map(({ spaces, start }) => {
      const range = { start, end: start + spaces.length };
      return { ...range, text: isLibrary(range) ? "" : "\t".repeat(spaces.length / 4) };
    });
}

/** The edits that put a module's name in the place of its path, which is another in each folder, in ncc's comments. */
export function headEdits({ comments: all, nameOfPart }) {
  return all.flatMap(({ value, start, end }) => {
    const [, kind, path] =
      /^ (CONCATENATED|EXTERNAL) MODULE: (.+?)(?: \+ \d+ modules)?$/.exec(value) ?? [];
    return path === undefined
      ? []
      : [{ start, end, text: `// ${kind} MODULE: ${nameOfPart(path)}` }];
  });
}

/** A module of a library is one part; one into which ncc put others has a comment with the path of each. */
function libraryParts({ name, node, comments: all, nameOfPart }) {
  const heads = all.filter(isHead);
  const names = heads.map(({ value }) => nameOfPart(pathIn(value)));
  const ranges = heads.map(({ start }, at) => ({ start, end: heads[at + 1]?.start ?? node.end }));
  const first = { start: node.start, end: heads[0]?.start ?? node.end };
  return [first, ...ranges].filter((_, at) => FROM_LIBRARY.test(names[at - 1] ?? name));
}

function pathIn(value) {
  return value.slice(value.indexOf(PART) + PART.length).trim();
}

function isHead({ value }) {
  return value.includes(PART);
}

function comments({ comments: all }) {
  return all.filter((comment) => !isHead(comment) && !STAYS.test(comment.value));
}

/**
 * The top-level declarations that do nothing when they are evaluated and whose names stand nowhere in what is kept. A
 * name counts wherever it stands, even if it means something else there.
 */
function unusedStatements(module, isIn) {
  const statements = module.node.body.body ?? [];
  if (statements.some(callsEval)) return [];
  const isPureCall = pureCalls(module);
  const candidates = new Map();
  const kept = [];
  for (const statement of statements) {
    const declared = isIn(statement) ? declaredNames(statement, isPureCall) : [];
    const isCandidate = declared.length > 0 && !declared.some((name) => candidates.has(name));
    if (isCandidate) for (const name of declared) candidates.set(name, statement);
    else kept.push(statement);
  }
  const unused = new Set(candidates.values());
  while (kept.length > 0) {
    for (const name of namesIn(kept.pop())) {
      const statement = candidates.get(name);
      if (unused.delete(statement)) kept.push(statement);
    }
  }
  return [...unused];
}

/** The names of a declaration without effect; none for any other statement. */
function declaredNames(statement, isPureCall) {
  const { type, id, declarations } = statement;
  if (type === "FunctionDeclaration") return [id.name];
  if (type === "ClassDeclaration") return isPureClass(statement, isPureCall) ? [id.name] : [];
  if (type !== "VariableDeclaration") return [];
  const isPlain = declarations.every(
    (declared) => declared.id.type === "Identifier" && isPure(declared.init, isPureCall),
  );
  return isPlain ? declarations.map((declared) => declared.id.name) : [];
}

function isPure(node, isPureCall) {
  const all = (nodes) => nodes.every((item) => isPure(item, isPureCall));
  switch (node?.type) {
    case undefined:
    case "Literal":
    case "Identifier":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "ClassExpression":
      return isPureClass(node, isPureCall);
    case "UnaryExpression":
      return ["-", "!", "void", "typeof"].includes(node.operator) && all([node.argument]);
    case "ArrayExpression":
      return all(node.elements);
    case "ObjectExpression":
      return node.properties.every(
        ({ type, computed, value }) => type === "Property" && !computed && all([value]),
      );
    case "LogicalExpression":
      // ncc's place for the value of an export that nothing imports.
      return node.operator === "&&" && node.left.raw === "null";
    case "CallExpression":
    case "NewExpression":
      return isPureCall(node) && all(node.arguments);
    default:
      return false;
  }
}

function isPureClass({ superClass, body }, isPureCall) {
  if (superClass !== null && superClass.type !== "Identifier") return false;
  return body.body.every(
    ({ type, computed, static: isStatic, value }) =>
      !computed &&
      (type === "MethodDefinition" ||
        (type === "PropertyDefinition" && (!isStatic || isPure(value, isPureCall)))),
  );
}

/** A library marks a call without effects by a comment before it. */
function pureCalls({ text, comments: all }) {
  const ends = new Set(
    all.filter(({ value }) => /^\s*[#@]__PURE__\s*$/.test(value)).map(({ end }) => end),
  );
  return ({ start }) =>
    ends.has(start - /\s*$/.exec(text.slice(Math.max(0, start - 8), start))[0].length);
}

function callsEval(statement) {
  let found = false;
  walk(statement, (node) => {
    if (node.type === "CallExpression" && node.callee.name === "eval") found = true;
  });
  return found;
}

function namesIn(statement) {
  const names = new Set();
  walk(statement, (node, parents) => {
    if (node.type === "Identifier" && !isPropertyName(node, parents.at(-1))) names.add(node.name);
  });
  return names;
}

function isPropertyName(node, parent) {
  switch (parent?.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
      return parent.key === node && !parent.computed && !parent.shorthand;
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}

/** Takes a range out of a text, with its line if nothing else stands there. What is inside a line leaves a space. */
function lineEdit(text, { start, end }) {
  const before = /[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1, start))[0].length;
  const after = /^[ \t]*/.exec(text.slice(end, end + 200))[0].length;
  const isFirst = start - before === 0 || text[start - before - 1] === "\n";
  const isLast = end + after === text.length || text[end + after] === "\n";
  if (isFirst && isLast) return { start: start - before, end: end + after + 1, text: "" };
  if (isLast) return { start: start - before, end: end + after, text: "" };
  return {
    start,
    end,
    text: text.slice(start, end).includes("\n") ? "\n" : before + after === 0 ? " " : "",
  };
}
