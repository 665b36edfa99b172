// Builds dist/: tsc, then one ncc bundle of lib/entry/index.js, laid out in files with names. The entries are copied beside it
// and stay a few lines each, but for those that must start without the bundle.
// `node scripts/build.mjs [folder]` builds lib/ and dist/ in that folder instead of here. `node scripts/build.mjs --check`
// builds in a temporary folder, and fails if dist/ is not what it built.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { differences } from "./bundle/compare.mjs";
import { layOut, layOutAlone } from "./bundle/lay-out.mjs";
import { readAlone, readBundle } from "./bundle/read.mjs";

const root = realpathSync(fileURLToPath(new URL("..", import.meta.url)));
const nodeModules = realpathSync(join(root, "node_modules"));
/** The files of lib/entry are the entries, but for those that belong to the bundle. */
const NOT_ENTRIES = new Set(["index.js", "leave.js"]);
/** These entries become one file each with all that they need, and never load the bundle. */
const ALONE = new Set(["heartbeat.js"]);
/** The modules of src/page, each after those that it needs. */
const PAGE = ["data", "words", "view", "controls", "rows", "page"];
/** What stands in src/entry/cli.ts in the place of the version. */
const VERSION_WORD = "VERSION_OF_PACKAGE_JSON";

if (process.argv.includes("--check")) check();
else build(resolve(process.argv[2] ?? root));

function build(out) {
  // ncc works below the root, where packages are found and the kind of module is known.
  mkdirSync(join(root, ".build"), { recursive: true });
  const work = mkdtempSync(join(root, ".build", "bundle-"));
  try {
    const [lib, bundle] = ["lib", "bundle"].map((name) => join(work, name));
    tool("typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", lib);
    const options = ["--license", "licenses.txt", "--stats-out", join(bundle, "stats.json")];
    mkdirSync(bundle);
    ncc(join(lib, "entry/index.js"), bundle, ...options);
    const dist = join(out, "dist");
    rmSync(dist, { recursive: true, force: true });
    mkdirSync(dist, { recursive: true });
    writeBundle(bundle, { lib, dist });
    writeEntries(join(lib, "entry"), dist);
    writePage(join(work, "page"), dist);
    writeTypes(join(work, "types"), dist);
    for (const name of ALONE) writeAlone(name, { work, lib, dist });
    rmSync(join(out, "lib"), { recursive: true, force: true });
    cpSync(lib, join(out, "lib"), { recursive: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function ncc(entry, out, ...options) {
  tool("@vercel/ncc/dist/ncc/cli.js", "build", entry, "-o", out, ...options);
}

/** Runs a tool of node_modules without a shell. */
function tool(script, ...args) {
  execFileSync(process.execPath, [join(nodeModules, script), ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function writeBundle(bundle, { lib, dist }) {
  const files = layOut(readBundle(bundle, placesOf(lib)));
  for (const [name, text] of files) writeFileSync(join(dist, name), text);
  for (const name of ["licenses.txt", "package.json"])
    copyFileSync(join(bundle, name), join(dist, name));
}

/** One bundle with no second file: ncc calls it index.js. */
function writeAlone(name, { work, lib, dist }) {
  const out = join(work, "alone", name);
  mkdirSync(out, { recursive: true });
  ncc(join(lib, "entry", name), out);
  const module = readAlone(join(out, "index.js"), placesOf(lib));
  writeFileSync(join(dist, name), layOutAlone(module), { flag: "wx" });
}

function placesOf(lib) {
  return { root, lib, nodeModules };
}

function writeEntries(folder, dist) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entries = readdirSync(folder).filter((name) => name.endsWith(".js"));
  for (const name of entries.filter((entry) => !NOT_ENTRIES.has(entry) && !ALONE.has(entry))) {
    const text = readFileSync(join(folder, name), "utf8");
    if (name === "cli.js" && !text.includes(VERSION_WORD))
      throw new Error(`src/entry/cli.ts has no ${VERSION_WORD}`);
    // A file of the bundle with the same name would be lost.
    writeFileSync(join(dist, name), text.replace(VERSION_WORD, version), { flag: "wx" });
  }
  chmodSync(join(dist, "cli.js"), 0o755);
}

/** The script of a report's page: one script for a browser, of the modules' texts. They share no name. */
function writePage(out, dist) {
  const options = ["--noEmit", "false", "--rewriteRelativeImportExtensions", "--outDir", out];
  tool("typescript/bin/tsc", "-p", "src/page", ...options);
  const texts = PAGE.map((name) => readFileSync(join(out, `${name}.js`), "utf8"));
  // Every page of a report holds it: indentation is a fifth of it. No text of it has a second line.
  const text = texts
    .join("")
    .replaceAll(/^import .*;\n/gm, "")
    .replaceAll(/^(?:export |[\t ]+)/gm, "");
  if (/^(?:import|export)\b|<\/script|<!--/im.test(text))
    throw new Error("src/page does not make a script that can stand in a page");
  const script = `"use strict";\n(() => {\n${text}})();\n`;
  compileFunction(script);
  writeFileSync(join(dist, "page.js"), script, { flag: "wx" });
}

/** The types of what the package exports, in one file. */
function writeTypes(types, dist) {
  const options = ["--declaration", "--emitDeclarationOnly", "--outDir", types];
  tool("typescript/bin/tsc", "-p", "tsconfig.build.json", ...options);
  const text = readFileSync(join(types, "library/library.d.ts"), "utf8");
  if (/^(?:import|export .* from) /m.test(text))
    throw new Error("src/library/library.ts exports a type of another file");
  writeFileSync(join(dist, "library.d.ts"), text);
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), "donemark-dist-"));
  try {
    build(folder);
    const lines = differences(join(root, "dist"), join(folder, "dist"));
    if (lines.length === 0) return;
    console.error(
      `dist/ is not what the sources build:\n${lines.map((line) => `  ${line}`).join("\n")}`,
    );
    console.error("Run `npm run build` and commit dist/ with the sources.");
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
