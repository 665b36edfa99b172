// The places where bundled code asks for a module or for files by their numbers.
import { walk } from "./syntax.mjs";

/**
 * The links in a tree, without those in the node `skipped`: `{ kind: "module", number, start, end }`, where the range is the number,
 * and `{ kind: "files", numbers, start, end }`, where the range is the expression that loads them. `require` is the name
 * of ncc's function in that code. Throws at a number that it cannot read.
 */
export function linksOf(tree, require, skipped) {
  const links = [];
  walk(tree, (node, parents) => {
    if (node.type !== "CallExpression" || parents.includes(skipped)) return;
    const link = linkOf(node, parents, require);
    if (link !== undefined) links.push(link);
  });
  return links;
}

function linkOf(call, parents, require) {
  const isRequire = (node) => node?.type === "Identifier" && node.name === require;
  const { callee, arguments: given } = call;
  if (isRequire(callee)) return moduleLink(given[0]);
  if (callee.type !== "MemberExpression" || callee.computed) return undefined;
  const { name } = callee.property;
  if (name === "bind" && isRequire(given[0])) return moduleLink(given[1]);
  if (!isRequire(callee.object)) return undefined;
  if (name === "e") return filesLink(call, parents);
  if (name === "bind" || (name === "t" && given[0].type === "Literal")) throw unreadable(call);
  return undefined;
}

function moduleLink(node) {
  const { start, end } = node;
  return { kind: "module", number: numberOf(node), start, end };
}

/** One file is loaded by `e(1)`, several by `Promise.all([e(1), e(2)])`: each call gives the whole expression. */
function filesLink(call, parents) {
  const [all, list] = parents.slice(-2);
  const isOne = list?.type !== "ArrayExpression" || all.type !== "CallExpression";
  const { start, end } = isOne ? call : all;
  const calls = isOne ? [call] : list.elements;
  return { kind: "files", numbers: calls.map((one) => numberOf(one.arguments[0])), start, end };
}

function numberOf(node) {
  if (node?.type !== "Literal" || typeof node.value !== "number") throw unreadable(node);
  return String(node.value);
}

function unreadable(node) {
  return new Error(`The bundle cannot be laid out: no number at position ${node?.start}`);
}
