// Lays out what ncc bundled in files with names, each module once: ncc numbers its files and repeats what they share.
import { isBuiltin } from "node:module";
import { chunkOf, INDEX, LEFT_OUT, NOT_INSTALLED } from "./chunks.mjs";
import { eagerEdits } from "./eager.mjs";
import { linksOf } from "./links.mjs";
import { headEdits, pruneEdits } from "./prune.mjs";
import { edited, parseModule } from "./syntax.mjs";

/** ncc's name for its own function in index.js. */
const REQUIRE = "__nccwpck_require__";

/** Returns the files of a bundle that `readBundle` has read: file name → text. Throws if they would not be complete. */
export function layOut(bundle) {
  const modules = reachable(bundle);
  refuseMissing([...modules.keys()]);
  refuseCallers(modules);
  const layout = { bundle, modules, chunkOfModule: placeModules(bundle, modules) };
  const objects = new Map();
  for (const name of [...modules.keys()].toSorted()) {
    const chunk = layout.chunkOfModule.get(name);
    // V8 compiles a function in parentheses at once: most modules run as soon as their file is loaded.
    const entry = `${JSON.stringify(name)}:\n(${moduleText(modules.get(name), layout)}),\n`;
    objects.set(chunk, [...(objects.get(chunk) ?? []), entry]);
  }
  return new Map(
    [...objects].map(([chunk, entries]) => {
      const object = `{\n\n${entries.join("\n")}\n}`;
      const text = chunk === INDEX ? indexText(object, layout) : chunkText(chunk, object);
      return [`${chunk}.js`, asciiText(text)];
    }),
  );
}

/** Returns the text of a file that `readAlone` has read. */
export function layOutAlone(module) {
  const { cuts, indents } = pruneEdits(module);
  const edits = [...cuts, ...indents, ...headEdits(module)];
  return asciiText(edited(module.text, module.node, edits));
}

/** With one character of two bytes V8 keeps a whole file in two bytes for each, and needs longer for all of it. */
function asciiText(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The modules that the entry needs, at once or later, with their links and with what is taken out of them. */
function reachable(bundle) {
  const found = new Map();
  const next = namesOfLinks(linksOf(bundle.index.tree, REQUIRE, bundle.index.object), bundle);
  while (next.length > 0) {
    const name = next.pop();
    if (found.has(name)) continue;
    const prepared = prepare(bundle.modules.get(name));
    found.set(name, prepared);
    next.push(...namesOfLinks(prepared.links, bundle));
  }
  return found;
}

function namesOfLinks(links, bundle) {
  return links.filter(({ kind }) => kind === "module").map(({ number }) => bundle.nameOf(number));
}

function prepare(module) {
  const leftOut = LEFT_OUT.find(({ name }) => name === module.name);
  if (leftOut !== undefined) return { module: standIn(leftOut), edits: [], links: [] };
  const { cuts, indents } = pruneEdits(module);
  const links = linksOf(module.node, module.node.params[2]?.name).filter(
    (link) => !cuts.some(({ start, end }) => link.start >= start && link.end <= end),
  );
  return { module, edits: [...cuts, ...indents, ...headEdits(module)], links };
}

/** A module in the place of one that is left out: any use of it throws. */
function standIn({ name }) {
  const problem = JSON.stringify(`${name} is not part of the bundle`);
  const text = `((module) => {
module.exports = new Proxy({}, { get() { throw new Error(${problem}); } });
})`;
  const node = parseModule(text).tree.body[0].expression;
  return { name, text, node, comments: [] };
}

/** ncc only warns of a package that is not installed. */
function refuseMissing(names) {
  const missing = names
    .map((name) => /@@notfound\.js\?(.+)$/.exec(name)?.[1])
    .filter((name) => name !== undefined && !NOT_INSTALLED.includes(name));
  if (missing.length > 0)
    throw new Error(`The bundle needs what is not installed: ${missing.join(", ")}`);
}

/** What is left out stays unused: the words that lead to it stand as often as when that was found out. */
function refuseCallers(modules) {
  const texts = [...modules.values()].map(({ module, edits }) =>
    edited(module.text, module.node, edits),
  );
  for (const { name, words } of LEFT_OUT.filter((leftOut) => modules.has(leftOut.name))) {
    for (const [word, expected] of Object.entries(words)) {
      const pattern = new RegExp(`(?<![\\w$])${word}(?![\\w$/])`, "g");
      const count = texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
      if (count !== expected) {
        const problem = `${word} stands ${count} times in the bundle, expected ${expected}`;
        throw new Error(
          `${name} may be in use: ${problem}. See LEFT_OUT in scripts/bundle/chunks.mjs.`,
        );
      }
    }
  }
}

/** The file of each module. What ncc put into index.js stays there. */
function placeModules({ chunks, entryChunk }, modules) {
  const first = new Set(chunks.get(entryChunk));
  return new Map(
    [...modules.keys()].map((name) => [name, first.has(name) ? INDEX : chunkOf(name)]),
  );
}

function moduleText({ module, edits, links }, layout) {
  if (isBuiltin(module.name)) return builtinText(module);
  const all = [...edits, ...linkEdits(links, layout, module.node)];
  const file = layout.chunkOfModule.get(module.name);
  return edited(module.text, module.node, eagerEdits(module, all, file));
}

/** ncc makes a `require` anew for each of Node's own modules, which takes longer than the module itself. */
function builtinText({ name, text, node }) {
  const call = `module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("${name}");`;
  if (!text.slice(node.start, node.end).includes(call))
    throw new Error(`ncc loads ${name} in another way: has its version changed?`);
  return `((module) => {\nmodule.exports = process.getBuiltinModule("${name}");\n})`;
}

function linkEdits(links, layout, node) {
  const require = node.params?.[2]?.name ?? REQUIRE;
  return links.map((link) => ({
    start: link.start,
    end: link.end,
    text:
      link.kind === "module"
        ? JSON.stringify(layout.bundle.nameOf(link.number))
        : loadText(filesFor(link.numbers, layout), require),
  }));
}

/** The files that hold what was in ncc's files with these numbers, without index.js. */
function filesFor(numbers, { bundle, chunkOfModule }) {
  const names = numbers.flatMap((number) => bundle.chunks.get(number));
  const files = new Set(names.flatMap((name) => chunkOfModule.get(name) ?? []));
  return [...files].filter((file) => file !== INDEX).toSorted();
}

function loadText(files, require) {
  if (files.length === 0) return "Promise.resolve()";
  const loads = files.map((file) => `${require}.e(${JSON.stringify(file)})`);
  return loads.length === 1 ? loads[0] : `Promise.all([${loads.join(", ")}])`;
}

function chunkText(chunk, object) {
  const name = JSON.stringify(chunk);
  return `export const id = ${name};\nexport const ids = [${name}];\nexport const modules = ${object};\n`;
}

/** ncc's index.js with another object of modules; it finds a file by its name instead of its number. */
function indexText(object, layout) {
  const { index, entryChunk, nameOfPart } = layout.bundle;
  const { text, tree, comments, object: old } = index;
  const replaced = (from, to, after = old.end) => {
    const start = text.indexOf(from, after);
    if (start === -1) throw new Error(`ncc's index.js has no ${from}: has its version changed?`);
    return { start, end: start + from.length, text: to };
  };
  return edited(text, { start: 0, end: text.length }, [
    { start: old.start, end: old.end, text: object },
    ...headEdits({ comments: comments.filter(({ start }) => start > old.end), nameOfPart }),
    ...linkEdits(linksOf(tree, REQUIRE, old), layout, tree),
    replaced(
      `import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n`,
      "",
      0,
    ),
    replaced(`"" + chunkId + ".index.js"`, `chunkId + ".js"`),
    replaced(`${entryChunk}: 0`, `${JSON.stringify(INDEX)}: 0`),
  ]);
}
