// How long short commands take beside an empty start of Node: `node test/helpers/start-up.mjs [dist] [rounds]`.
// Each command has its turn in each round. Prints JSON: the median and the quickest of each in milliseconds, and how
// many empty starts that is. A busy machine makes both slower, and the medians alike: the quickest tell them apart.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(resolve(root, process.argv[2] ?? "dist"), "cli.js");
const rounds = Number(process.argv[3] ?? 15);

const folder = mkdtempSync(join(tmpdir(), "donemark-bench-"));
try {
  console.log(JSON.stringify(measure(prepare())));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One finished shard, its definition once in a config file with a glob, and once in flags that name the file. */
function prepare() {
  const [config, flags] = ["config", "flags"].map((name) => join(folder, name));
  const definition = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  };
  for (const cwd of [config, flags]) {
    mkdirSync(join(cwd, "in"), { recursive: true });
    writeFileSync(join(cwd, "in", "a.txt"), "a\n");
  }
  const lines = Object.entries(definition).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(config, "donemark.yml"), lines.join(""));
  const options = Object.entries({ ...definition, shards: "in/a.txt" }).map(
    ([name, value]) => `--${name}=${value}`,
  );
  start(config, [cli, "run"]);
  start(flags, [cli, "run", ...options]);
  writeFileSync(join(folder, "empty.mjs"), "");
  return {
    empty: [folder, ["empty.mjs"]],
    version: [config, [cli, "--version"]],
    status: [config, [cli, "status"]],
    statusByFlags: [flags, [cli, "status", ...options]],
  };
}

function measure(commands) {
  const names = Object.keys(commands);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const milliseconds = start(...commands[name]);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  const medians = names.map((name) => median(times[name]));
  const quickest = names.map((name) => Math.min(...times[name]));
  const named = (values, digits) =>
    Object.fromEntries(values.map((value, at) => [names[at], Number(value.toFixed(digits))]));
  const inEmptyStarts = (values) =>
    named(
      values.map((value) => value / values[0]),
      2,
    );
  return {
    node: process.version,
    median: { milliseconds: named(medians, 1), ratio: inEmptyStarts(medians) },
    quickest: { milliseconds: named(quickest, 1), ratio: inEmptyStarts(quickest) },
  };
}

function start(cwd, args) {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    DONEMARK_CACHE_DIR: join(folder, "cache"),
    DONEMARK_LEASE_DIR: join(folder, "leases"),
    CUDA_VISIBLE_DEVICES: "",
  };
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return performance.now() - startedAt;
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}
