// What the steps of the bundle share: parse, walk and edit JavaScript.
import { parse } from "acorn";

/** Parses a module. Returns its syntax tree and its comments; each node and comment has `start` and `end`. */
export function parseModule(text) {
  const comments = [];
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", onComment: comments });
  return { tree, comments };
}

/** Calls `visit(node, parents)` for a node and all nodes below it; `parents` lists the nodes around it, outermost first. */
export function walk(node, visit, parents = []) {
  visit(node, parents);
  parents.push(node);
  for (const key in node) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (const item of child) if (isNode(item)) walk(item, visit, parents);
    } else if (isNode(child)) walk(child, visit, parents);
  }
  parents.pop();
}

function isNode(value) {
  return typeof value?.type === "string";
}

/**
 * The part of a text from `range.start` to `range.end`, with edits `{ start, end, text }` made. All positions are those of
 * the whole text. An edit inside a longer one is left out.
 */
export function edited(whole, range, edits) {
  const inOrder = edits
    .filter(({ start, end }) => start >= range.start && end <= range.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let result = "";
  let at = range.start;
  for (const { start, end, text } of inOrder) {
    if (start < at) continue;
    result += whole.slice(at, start) + text;
    at = end;
  }
  return result + whole.slice(at, range.end);
}
