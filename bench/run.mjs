// `npm run bench [name …]`: whole-process ratios, measured interleaved in one run; machines are noisy, ratios less so.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GITHUB } from "./github.mjs";
import { peers } from "./peers.mjs";
import { CLI, env, folder, interleave, median, report, time } from "./tools.mjs";
import { verify } from "./verify.mjs";

function startUp() {
  writeFileSync(join(folder, "empty.mjs"), "");
  writeFileSync(join(folder, "one.fa"), ">a\nACGT\n");
  const job = [
    "--shards",
    "one.fa",
    "--checkpoint",
    "one/{id}.txt",
    "--command",
    'echo 1 > "$SHARD_CHECKPOINT"',
  ];
  const glob = ["--shards", "*.fa", ...job.slice(2)];
  time([CLI, "run", ...job]);
  time([CLI, "status", ...glob]);
  const { empty, version, status, statusGlob } = interleave(
    {
      empty: ["empty.mjs"],
      version: [CLI, "--version"],
      status: [CLI, "status", ...job],
      statusGlob: [CLI, "status", ...glob],
    },
    25,
  );
  report(
    "--version / empty Node start",
    version / empty,
    1.3,
    `${version.toFixed(0)} / ${empty.toFixed(0)} ms`,
  );
  report(
    "status of one finished shard / empty Node start",
    status / empty,
    2,
    `${status.toFixed(0)} / ${empty.toFixed(0)} ms`,
  );
  console.log(
    `     the same shard found by a glob: ${(statusGlob / empty).toFixed(2)} (${statusGlob.toFixed(0)} ms)`,
  );
}

const SHARDS = 10_000;

function plan() {
  mkdirSync(join(folder, "in"));
  mkdirSync(join(folder, "out"));
  const old = new Date(Date.now() - 3_600_000);
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const name = String(shard).padStart(5, "0");
    for (const file of [`in/${name}.fa`, `out/${name}.pt`]) {
      writeFileSync(join(folder, file), `${name} ${"x".repeat(100)}`);
      utimesSync(join(folder, file), old, old);
    }
  }
  writeFileSync(
    join(folder, "stat.mjs"),
    `import { statSync } from "node:fs";
for (let i = 0; i < ${SHARDS}; i += 1) {
  const name = String(i).padStart(5, "0");
  statSync("in/" + name + ".fa");
  statSync("out/" + name + ".pt");
  statSync("out/" + name + ".pt.done");
}`,
  );
  const job = ["--shards", "in/*.fa", "--checkpoint", "out/{id}.pt", "--command", "predict"];
  time([CLI, "mark", "--all", ...job]);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  time([CLI, "plan", ...job]);
  const { bare, again } = interleave({ bare: ["stat.mjs"], again: [CLI, "plan", ...job] }, 9);
  report(
    `plan of ${SHARDS} finished shards, second time / bare stat of the same files`,
    again / bare,
    3,
    `${again.toFixed(0)} / ${bare.toFixed(0)} ms`,
  );
  report("its peak memory in MB", peakMegabytes([CLI, "plan", ...job]), 150);
}

/** Peak memory of a process, told by the process itself as it ends. */
function peakMegabytes(args) {
  const probe = join(folder, "probe.mjs");
  writeFileSync(
    probe,
    `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));`,
  );
  const { stderr } = spawnSync(process.execPath, ["--import", probe, ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000;
}

const RUN_SHARDS = 200;

async function overhead() {
  const text = 'echo x > "$SHARD_CHECKPOINT"\n';
  writeFileSync(join(folder, "command.sh"), text);
  mkdirSync(join(folder, "bare"));
  const over = [];
  for (let round = 0; round < 5; round += 1) {
    const bare = await spawnAll();
    const started = performance.now();
    time([
      CLI,
      "run",
      "--shards",
      String(RUN_SHARDS),
      "--checkpoint",
      `round-${round}/{id}.txt`,
      "--command",
      text,
      "--parallel",
      "1",
      "--json",
    ]);
    over.push((performance.now() - started - bare) / RUN_SHARDS);
  }
  report("run, milliseconds per shard over a bare spawn", median(over), 15);
}

async function spawnAll() {
  const started = performance.now();
  for (let shard = 0; shard < RUN_SHARDS; shard += 1) {
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "command.sh"], {
      cwd: folder,
      env: { ...env, SHARD_CHECKPOINT: `bare/${shard}` },
      stdio: ["ignore", "pipe", "pipe"],
    });
    await new Promise((done) => child.on("close", done));
  }
  return performance.now() - started;
}

function slots() {
  writeFileSync(
    join(folder, "worker.mjs"),
    `import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
await pause(1000);
for await (const line of createInterface({ input: process.stdin })) {
  const { checkpoint } = JSON.parse(line);
  await pause(50);
  writeFileSync(checkpoint, "done");
  writeFileSync(checkpoint + ".done", "");
}`,
  );
  const command = `exec "${process.execPath}" worker.mjs`;
  const ratios = [];
  for (let round = 0; round < 3; round += 1) {
    const ms = time([
      CLI,
      "run",
      "--shards",
      "100",
      "--checkpoint",
      `slots-${round}/{id}.txt`,
      "--command",
      command,
      "--run-per",
      "slot",
      "--parallel",
      "2",
      "--json",
    ]);
    ratios.push(ms / 3500);
  }
  report("run-per slot, 100 shards on 2 slots / ideal (1 s + 50 × 0.05 s)", median(ratios), 1.15);
}

const BENCHES = { start: startUp, plan, overhead, slots, verify, peers, ...GITHUB };
try {
  const wanted = process.argv.slice(2);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
