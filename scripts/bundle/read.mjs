// Reads what ncc wrote: the modules of all its files by stable names, and which of them each file holds.
import { readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parseModule } from "./syntax.mjs";

/**
 * Reads a folder that ncc wrote with `--stats-out stats.json`.
 *
 * `places` says where sources lie: `root` (ncc's working directory), `lib` and `nodeModules`, all absolute.
 * Returns `index` (index.js: its text, tree and comments, and the node of its object of modules), `entryChunk` (the number
 * of index.js), `chunks` (for each number the names of its modules), `nameOf` (a module's number → its name),
 * `nameOfPart` (a path in a comment of ncc's → a name) and `modules` (for each name `{ name, text, node, comments, nameOfPart }`;
 * `node` is the module's function).
 * Throws if two files hold different code under one name.
 */
export function readBundle(folder, places) {
  const stats = JSON.parse(readFileSync(join(folder, "stats.json"), "utf8"));
  const names = new Map(
    stats.modules
      .filter(
        ({ id, moduleType, chunks }) =>
          id !== null && moduleType !== "runtime" && chunks.length > 0,
      )
      .map((module) => [String(module.id), moduleName(module, places)]),
  );
  refuseDoubles([...names.values()]);
  const bundle = { names, places, modules: new Map(), chunks: new Map() };
  for (const { id, initial, files } of stats.chunks) {
    const file = readFile(join(folder, files[0]));
    bundle.chunks.set(String(id), addModules(bundle, file));
    if (initial) Object.assign(bundle, { index: file, entryChunk: String(id) });
  }
  return {
    index: bundle.index,
    entryChunk: bundle.entryChunk,
    chunks: bundle.chunks,
    modules: bundle.modules,
    nameOfPart: partNames(places),
    nameOf: (number) => names.get(String(number)) ?? fail(`no module has the number ${number}`),
  };
}

/** Reads a file that ncc wrote for an entry without lazy parts, as one module. `places` as above. */
export function readAlone(path, places) {
  const text = readFileSync(path, "utf8");
  const { tree, comments } = parseModule(text);
  return { name: "src/entry", text, node: tree, comments, nameOfPart: partNames(places) };
}

function readFile(path) {
  const text = readFileSync(path, "utf8");
  const { tree, comments } = parseModule(text);
  const object = tree.body
    .map((statement) => (statement.declaration ?? statement).declarations?.[0])
    .find((declared) => /^(?:__webpack_modules__|modules)$/.test(declared?.id.name ?? ""))?.init;
  if (object === undefined) fail(`${path} has no object of modules`);
  return { text, tree, comments, object };
}

function addModules({ names, places, modules }, { text, comments, object }) {
  return object.properties.map(({ key, value }) => {
    const name = names.get(String(key.value)) ?? fail(`ncc does not say what ${key.value} is`);
    const module = {
      name,
      text,
      node: value,
      comments: comments.filter(({ start, end }) => start >= value.start && end <= value.end),
      nameOfPart: partNames(places),
    };
    const other = modules.get(name);
    if (other !== undefined && codeOf(other) !== codeOf(module))
      fail(`${name} is there twice, with different code`);
    modules.set(name, other ?? module);
    return name;
  });
}

/** Turns the path in a comment of ncc's into a name. */
function partNames(places) {
  return (path) => {
    const isPath = path.startsWith(".") || path.startsWith("/");
    return isPath ? pathName(resolve(places.root, path), places) : path;
  };
}

function codeOf({ text, node }) {
  return text.slice(node.start, node.end);
}

/**
 * A module's name: `src/…` for ours, `package/path` for a library's, `node:fs` for one of Node's. What a library
 * asks for and is not installed keeps ncc's name with the package asked for.
 */
function moduleName({ name, nameForCondition }, places) {
  const external = /^external "(.+)"$/.exec(name);
  if (external !== null) return external[1];
  if (nameForCondition === null) fail(`${name} has no path`);
  return pathName(nameForCondition, places) + (/@@notfound\.js(\?.+)$/.exec(name)?.[1] ?? "");
}

function pathName(path, { lib, nodeModules }) {
  const ours = relative(lib, path);
  if (!ours.startsWith("..")) return ["src", ...ours.split(sep)].join("/");
  const library = relative(nodeModules, path);
  if (library.startsWith("..")) fail(`${path} is neither ours nor a library's`);
  return library.split(sep).join("/");
}

function refuseDoubles(names) {
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined) fail(`two modules have the name ${double}`);
}

function fail(problem) {
  throw new Error(`The bundle cannot be laid out: ${problem}`);
}
