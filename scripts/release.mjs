// `node scripts/release.mjs VERSION FOLDER` makes the files of a release in FOLDER: the package, the checksums of it and of
// all of dist/, and the notes. It makes nothing, and names all that is wrong, where this is not VERSION.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [version = "", folder = ""] = process.argv.slice(2);
const changelog = readFileSync("CHANGELOG.md", "utf8");
const faults = faultsOf(version);
for (const fault of faults) console.error(`release: ${fault}`);
if (folder === "") console.error("release: expected VERSION and FOLDER");
if (faults.length > 0 || folder === "") process.exitCode = 1;
else make(resolve(folder));

/** Why this is not the version, or not ready for it. */
function faultsOf(wanted) {
  const lock = readJson("package-lock.json");
  const found = [
    ["package.json", readJson("package.json").version],
    ["package-lock.json", lock.version],
    ["package-lock.json, packages", lock.packages[""].version],
  ];
  return [
    ...(/^\d+\.\d+\.\d+$/.test(wanted)
      ? []
      : [`expected a version such as 0.1.0, got "${wanted}"`]),
    ...found
      .filter(([, value]) => value !== wanted)
      .map(([where, value]) => `${where} says ${value}, not ${wanted}`),
    ...(notesOf(wanted) === "" ? [`CHANGELOG.md has nothing under "## ${wanted}"`] : []),
    ...(notesOf("Unreleased") === ""
      ? []
      : ['CHANGELOG.md still has something under "## Unreleased"']),
  ];
}

/** What stands under a heading of the changelog, which may have a date after it. */
function notesOf(heading) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\S+/.exec(text)?.[0] === heading) ?? "";
  return section.split("\n").slice(1).join("\n").trim();
}

function make(out) {
  mkdirSync(out, { recursive: true });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", out], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const packed = readdirSync(out).filter((name) => name.endsWith(".tgz"));
  // With dist/, whoever has a checkout of the tag can verify the very files that a runner starts.
  const files = [...packed.map((name) => [name, join(out, name)]), ...filesOf("dist")];
  const sums = files.map(([name, path]) => `${sha256(path)}  ${name}\n`);
  writeFileSync(join(out, "SHA256SUMS"), sums.join(""));
  writeFileSync(join(out, "notes.md"), `${notesOf(version)}\n`);
}

function filesOf(name) {
  const entries = readdirSync(name, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => [path, path]);
}

function sha256(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function readJson(name) {
  return JSON.parse(readFileSync(name, "utf8"));
}
