// The github store beside what people do with actions/cache today, on the same service (a real blob store under a front
// that counts bytes). Each figure's both sides are measured in one run.
import { randomFillSync } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCacheService } from "../test/cache-service/service.ts";
import { CLI, folder, median, report, timeBeside } from "./tools.mjs";

const PLAIN = fileURLToPath(new URL("plain-cache.mjs", import.meta.url));
const MB = 1024 * 1024;
const SHARDS = 64;
const SHARD_MB = 20;

/** GitHub answers a request in 10 to 100 ms; a front on the same machine answers at once. */
const LATENCY_MS = 25;

/** Runs with a service of its own, ended afterwards. */
function withService(bench, { latencyMs = 0, inMemory = true } = {}) {
  return async () => {
    const service = await startCacheService({
      limitBytes: 100 * 1024 * MB,
      inMemory,
      latencyMs,
    });
    try {
      await bench(service);
    } finally {
      await service.close();
    }
  };
}

/** A folder with the inputs of a job and nothing else, as a fresh runner has it. */
function freshWorkspace(name, inputs = SHARDS) {
  const workspace = join(folder, name);
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(join(workspace, "in"), { recursive: true });
  mkdirSync(join(workspace, "temp"));
  for (let shard = 0; shard < inputs; shard += 1)
    writeFileSync(
      join(workspace, "in", `${String(shard).padStart(3, "0")}.fa`),
      `>${shard}\nACGT\n`,
    );
  return workspace;
}

/** Files of bytes that no compression makes smaller. */
function makeData(name, files, megabytes) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  const bytes = Buffer.alloc(megabytes * MB);
  for (let file = 0; file < files; file += 1) {
    randomFillSync(bytes);
    writeFileSync(join(place, `${String(file).padStart(3, "0")}.pt`), bytes);
  }
  return place;
}

function jobOf(data, more = [], store = "github") {
  return [
    ...["--shards", "in/*.fa", "--checkpoint", "out/{id}.pt", "--store", store, "--json"],
    ...["--command", `cp "${data}/$SHARD_ID.pt" "$SHARD_CHECKPOINT"`],
    ...more,
  ];
}

function stepEnv(service, workspace, job = {}) {
  const temporary = join(workspace, "temp");
  return { ...service.env(job), RUNNER_TEMP: temporary, GITHUB_WORKSPACE: workspace };
}

/** The plain way: one call of @actions/cache for each line `save|restore <key> <path>`. */
async function plain(service, workspace, lines) {
  const { ms } = await timeBeside([PLAIN, ...lines], {
    cwd: workspace,
    more: stepEnv(service, workspace),
  });
  return ms;
}

function names(place) {
  return readdirSync(place).filter((name) => name.endsWith(".pt"));
}

/** Saves each file of `data` in a call of the plain library; gives the calls' arguments and the time. */
async function savePlainly(service, data) {
  const workspace = freshWorkspace("plain");
  cpSync(data, join(workspace, "out"), { recursive: true });
  const lines = names(data).map((name) => `plain-${name} out/${name}`);
  const ms = await plain(
    service,
    workspace,
    lines.map((line) => `save ${line}`),
  );
  return { lines, ms };
}

/** Saves what a run has finished before, and nothing else. */
async function saveOurs(service, data) {
  const workspace = freshWorkspace("ours");
  const local = { cwd: workspace, more: stepEnv(service, workspace) };
  await timeBeside([CLI, "run", ...jobOf(data, ["--parallel", "4"], "none")], local);
  const { ms, stdout } = await timeBeside([CLI, "run", ...jobOf(data)], local);
  const { saved, ran } = JSON.parse(stdout);
  if (saved !== SHARDS || ran !== 0) throw new Error(`saved ${saved}, ran ${ran}`);
  return ms;
}

/** The middle one of three rounds: a machine's other work comes and goes within one. */
async function save(latencyMs) {
  const data = makeData("data", SHARDS, SHARD_MB);
  const rounds = [];
  for (let round = 0; round < 3; round += 1) rounds.push(await saveOnce(data, latencyMs));
  return rounds.toSorted((a, b) => a.ratio - b.ratio)[1];
}

/** Saving, one save per shard; each way has a service of its own, whose memory the other has not filled. */
async function saveOnce(data, latencyMs) {
  const times = { theirs: 0, ours: 0 };
  await withService(
    async (service) => {
      times.theirs = (await savePlainly(service, data)).ms;
    },
    { latencyMs },
  )();
  await withService(
    async (service) => {
      times.ours = await saveOurs(service, data);
    },
    { latencyMs },
  )();
  return {
    ratio: times.theirs / times.ours,
    more: `${seconds(times.ours)} / ${seconds(times.theirs)}`,
  };
}

async function saveBoth() {
  const far = await save(LATENCY_MS);
  const what = `saving ${SHARDS} × ${SHARD_MB} MB, the speed of one plain save per shard`;
  atLeast(`${what} (${LATENCY_MS} ms to the service)`, far.ratio, 1.3, far.more);
  const near = await save(0);
  console.log(`     with a service that answers at once: ${near.ratio.toFixed(2)} ${near.more}`);
}

/** Deciding without a download. */
async function decide(service) {
  const data = makeData("data", SHARDS, SHARD_MB);
  const { lines } = await savePlainly(service, data);
  await saveOurs(service, data);
  const restored = freshWorkspace("restored");
  const plainRestore = await plain(
    service,
    restored,
    lines.map((line) => `restore ${line}`),
  );
  await decideBy(service, data, { way: "look-ups", job: {}, least: 20, plainRestore });
  await decideBy(service, data, {
    way: "list",
    job: { token: "read" },
    least: 50,
    plainRestore,
  });
}

async function decideBy(service, data, { way, job, least, plainRestore }) {
  const times = [];
  let bytes = 0;
  for (let round = 0; round < 5; round += 1) {
    const workspace = freshWorkspace("planned");
    service.resetTraffic();
    const { ms, stdout } = await timeBeside([CLI, "plan", ...jobOf(data)], {
      cwd: workspace,
      more: stepEnv(service, workspace, job),
    });
    const { done } = JSON.parse(stdout);
    if (done !== SHARDS) throw new Error(`plan by ${way} found ${done} of ${SHARDS}`);
    const traffic = service.traffic();
    bytes = traffic.downloadedBytes + traffic.otherBytes;
    times.push(ms);
  }
  const ms = median(times);
  atLeast(
    `plan of ${SHARDS} × ${SHARD_MB} MB by ${way} / restoring them`,
    plainRestore / ms,
    least,
    `${seconds(ms)} / ${seconds(plainRestore)}`,
  );
  report(`bytes that it moved, in MB`, bytes / MB, 1);
}

const ATTEMPTS = 4;

/** Bytes uploaded over attempts that each finish a part. */
async function recache(service) {
  const data = makeData("data", SHARDS, SHARD_MB);
  const workspace = freshWorkspace("recache");
  service.resetTraffic();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const part = JSON.stringify(
      names(data)
        .map((name) => name.slice(0, -3))
        .filter((_, place) => place % ATTEMPTS === attempt - 1),
    );
    await timeBeside([CLI, "run", ...jobOf(data, ["--only", part, "--parallel", "2"])], {
      cwd: workspace,
      more: stepEnv(service, workspace, { run: { id: "7", attempt } }),
    });
  }
  const whole = SHARDS * SHARD_MB * MB;
  const ours = service.traffic().uploadedBytes / whole;

  const rolling = freshWorkspace("rolling");
  mkdirSync(join(rolling, "out"));
  service.resetTraffic();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    for (const [place, name] of names(data).entries())
      if (place % ATTEMPTS === attempt - 1) cpSync(join(data, name), join(rolling, "out", name));
    await plain(service, rolling, [`save rolling-${attempt} out`]);
  }
  const theirs = service.traffic().uploadedBytes / whole;
  report(
    `uploaded over ${ATTEMPTS} attempts / the data`,
    ours,
    1.05,
    `one rolling key of actions/cache: ${theirs.toFixed(2)}`,
  );
}

/** Saving goes on while the next shard computes. */
async function overlap(service) {
  const shards = 20;
  const data = makeData("data50", shards, 50);
  const commands = {
    "the compute sleeps": `sleep 1; cp "${data}/$SHARD_ID.pt" "$SHARD_CHECKPOINT"`,
    "one core is busy": `timeout 1 sh -c "while :; do :; done" || true; cp "${data}/$SHARD_ID.pt" "$SHARD_CHECKPOINT"`,
  };
  for (const [name, command] of Object.entries(commands)) {
    const run = async (store, round) => {
      const workspace = freshWorkspace(`overlap-${store}`, shards);
      const job = [
        "--shards",
        "in/*.fa",
        "--checkpoint",
        "out/{id}.pt",
        "--json",
        "--parallel",
        "1",
      ];
      const more = { ...stepEnv(service, workspace), GITHUB_RUN_ID: String(round) };
      const { ms } = await timeBeside(
        [CLI, "run", ...job, "--name", `${name} ${round}`, "--store", store, "--command", command],
        { cwd: workspace, more },
      );
      return ms;
    };
    const alone = await run("none", 1);
    const saved = await run("github", 2);
    const ratio = saved / alone;
    const more = `${seconds(saved)} / ${seconds(alone)}`;
    if (name === "the compute sleeps")
      report(`${shards} shards of 1 s and 50 MB with saves / without (${name})`, ratio, 1.1, more);
    else console.log(`     the same where ${name}: ${ratio.toFixed(2)} ${more}`);
  }
}

/** A directory that grows to 200 MB, saved as it grows. */
async function work(service) {
  const parts = 5;
  const data = makeData("data40", parts, 40);
  const workspace = freshWorkspace("work", 1);
  const step = `for i in 000 001 002 003 004; do cp "${data}/$i.pt" "$SHARD_WORK/$i.pt"; touch "$SHARD_WORK/$i.pt.done"; sleep 3; done; exit 3`;
  service.resetTraffic();
  await timeBeside(
    [
      ...[CLI, "run", "--shards", "in/*.fa", "--checkpoint", "out/{id}.pt", "--work", "work/{id}"],
      ...[
        "--store",
        "github",
        "--command",
        step,
        "--work-every",
        "2s",
        "--json",
        "--max-failures",
        "0",
      ],
    ],
    { cwd: workspace, more: stepEnv(service, workspace), mayFail: true },
  );
  const snapshots = service
    .entries()
    .filter(({ key, finalized }) => finalized && key.startsWith("dm1w-"));
  if (snapshots.length < parts) throw new Error(`${snapshots.length} snapshots of ${parts} parts`);
  report(
    "uploaded of a directory that grows to 200 MB / its size",
    service.traffic().uploadedBytes / (parts * 40 * MB),
    1.1,
    `${snapshots.length} snapshots`,
  );
}

function atLeast(name, value, least, more = "") {
  console.log(
    `${value >= least ? "ok  " : "UNDER"} ${name}: ${value.toFixed(2)} (at least ${least}) ${more}`,
  );
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

export const GITHUB = {
  decide: withService(decide),
  save: saveBoth,
  // Gigabytes in one upload are more than the service can keep in memory.
  recache: withService(recache, { inMemory: false }),
  overlap: withService(overlap),
  work: withService(work),
};
