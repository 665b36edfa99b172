// Which functions of the bundle the everyday commands call, told by V8's own counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { INDEX } from "./chunks.mjs";

/** A result is known again by its proof once it is older than this. */
const PROVEN_AFTER_MS = 2500;
/** The files of dist/ that are no part of the bundle and that these commands start. */
const ENTRIES = new Set(["cli.js", "digest.js", "heartbeat.js"]);
const DEFINITION = {
  shards: "in/*.txt",
  checkpoint: "out/{id}.txt",
  command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
};

/**
 * Runs the commands of `dist` for one shard. Returns for each file of the bundle, without `.js`, the names of the
 * functions that they called: `{ index: ["define", …], … }`. In `index` those of `plan` and `status` alone count, and
 * only with one finished shard: every command loads that file.
 */
export function calledFunctions(dist) {
  const folder = mkdtempSync(join(tmpdir(), "donemark-called-"));
  try {
    const call = (args) => callsOf(folder, [join(dist, "cli.js"), ...args]);
    const flags = Object.entries({ ...DEFINITION, shards: "in/a.txt" }).map(
      ([name, value]) => `--${name}=${value}`,
    );
    prepare(folder);
    const first = [call(["run"])];
    pause();
    call(["plan"]);
    call(["plan", ...flags]);
    const short = [call(["status"]), call(["plan"]), call(["status", ...flags])];
    const [all, atStart] = [[...first, ...short], short].map((lists) => merged(lists.flat()));
    return { ...all, [INDEX]: atStart[INDEX] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder) {
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in/a.txt"), "a\n");
  const lines = Object.entries(DEFINITION).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(folder, "donemark.yml"), lines.join(""));
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PROVEN_AFTER_MS);
}

function callsOf(folder, args) {
  const counts = join(folder, "counts");
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, NODE_V8_COVERAGE: counts },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  const files = readdirSync(counts).map((name) => readFileSync(join(counts, name), "utf8"));
  rmSync(counts, { recursive: true });
  return files.flatMap((text) => JSON.parse(text).result).flatMap(callsIn);
}

function callsIn({ url, functions }) {
  if (!url.startsWith("file:") || ENTRIES.has(basename(url))) return [];
  const text = readFileSync(new URL(url), "utf8");
  return functions
    .filter(({ ranges, functionName }) => ranges[0].count > 0 && /^[\w$]+$/.test(functionName))
    .filter(({ ranges, functionName }) => isNamed(text, ranges[0].startOffset, functionName))
    .map(({ functionName }) => ({ file: basename(url, ".js"), name: functionName }));
}

/** Is it a declaration, or the value of a constant? */
function isNamed(text, start, name) {
  const declared = /^(?:async )?function\*? ([\w$]+)\(/.exec(text.slice(start, start + 200));
  const before = text.slice(Math.max(0, start - 100), start);
  return declared?.[1] === name || /(?:const|var|let) ([\w$]+) = \(*$/.exec(before)?.[1] === name;
}

function merged(calls) {
  const files = [...new Set(calls.map(({ file }) => file))].toSorted();
  return Object.fromEntries(
    files.map((file) => {
      const names = calls.filter((call) => call.file === file).map(({ name }) => name);
      return [file, [...new Set(names)].toSorted()];
    }),
  );
}
