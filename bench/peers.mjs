// Beside what users would take instead: the same finished shards and the same tiny commands. A tool that is not in PATH is left out.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLI, env, folder, median } from "./tools.mjs";

const DONE = 10_000;
const TINY = 500;
const ROUNDS = 3;

const SNAKEFILE = `IDS = [f"{i:05d}" for i in range(${DONE})]
rule all:
    input: expand("peers/out/{id}.pt", id=IDS)
rule predict:
    input: "peers/in/{id}.fa"
    output: "peers/out/{id}.pt"
    shell: "cp {input} {output}"
`;
const MAKEFILE = `INPUTS := $(wildcard peers/in/*.fa)
all: $(INPUTS:peers/in/%.fa=peers/out/%.pt)
peers/out/%.pt: peers/in/%.fa
\tcp $< $@
`;
const LOOP = `import glob, os
todo = []
for path in glob.glob("peers/in/*.fa"):
    out = "peers/out/" + os.path.basename(path)[:-3] + ".pt"
    if not os.path.exists(out + ".done") or os.path.getsize(out) == 0 or os.path.getmtime(out) < os.path.getmtime(path):
        todo.append(path)
print(len(todo))
`;

export function peers() {
  layOutDone();
  const job = [
    "--shards",
    "peers/in/*.fa",
    "--checkpoint",
    "peers/out/{id}.pt",
    "--command",
    "true",
  ];
  const donemark = [process.execPath, CLI];
  timed([...donemark, "adopt", "--all", ...job]);
  compare(`what remains of ${DONE} finished shards`, {
    "donemark plan": [...donemark, "plan", ...job],
    "a Python loop of stats": ["python3", "peers/loop.py"],
    "make -q": ["make", "-q", "-f", "peers/Makefile"],
    "snakemake -n": ["snakemake", "-n", "--quiet", "all", "-s", "peers/Snakefile"],
  });
  let round = 0;
  const tiny = (how) => () => {
    round += 1;
    const out = `tiny-${round}`;
    mkdirSync(join(folder, out));
    return how(out);
  };
  const touch = 'echo 1 > "$SHARD_CHECKPOINT"';
  const run = (out) => ["run", "--shards", String(TINY), "--checkpoint", `${out}/{id}.txt`];
  compare(`${TINY} tiny commands, two at once`, {
    "donemark run": tiny((out) => [
      ...donemark,
      ...run(out),
      "--command",
      touch,
      "--parallel=2",
      "--quiet",
    ]),
    "the same, run-per: slot": tiny((out) => [
      ...[...donemark, ...run(out), "--command", `exec "${process.execPath}" peers/worker.mjs`],
      ...["--run-per=slot", "--parallel=2", "--quiet"],
    ]),
    "xargs -P 2, nothing flushed": tiny((out) => [
      ...["bash", "-c", `seq ${TINY} | xargs -P 2 -I{} bash -c 'echo 1 > ${out}/{}.txt'`],
    ]),
  });
}

function layOutDone() {
  for (const part of ["in", "out"]) mkdirSync(join(folder, "peers", part), { recursive: true });
  for (let shard = 0; shard < DONE; shard += 1) {
    const name = String(shard).padStart(5, "0");
    writeFileSync(join(folder, `peers/in/${name}.fa`), `>${name}\nACGT\n`);
    writeFileSync(join(folder, `peers/out/${name}.pt`), `${name} ${"x".repeat(100)}\n`);
    writeFileSync(join(folder, `peers/out/${name}.pt.done`), "");
  }
  writeFileSync(join(folder, "peers/Snakefile"), SNAKEFILE);
  writeFileSync(join(folder, "peers/Makefile"), MAKEFILE);
  writeFileSync(join(folder, "peers/loop.py"), LOOP);
  writeFileSync(
    join(folder, "peers/worker.mjs"),
    `import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";
for await (const line of createInterface({ input: process.stdin })) {
  const { checkpoint } = JSON.parse(line);
  writeFileSync(checkpoint, "1");
  writeFileSync(checkpoint + ".done", "");
}`,
  );
}

/** Prints the median seconds of each, measured in turn, and its ratio to the first. */
function compare(title, commands) {
  console.log(`     ${title}:`);
  const known = Object.entries(commands).filter(([, command]) => isHere(command));
  const times = new Map(known.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, command] of known)
      times.get(name).push(timed(typeof command === "function" ? command() : command));
  const first = median([...times.values()][0]);
  for (const [name, all] of times) {
    const ms = median(all);
    console.log(`       ${name}: ${(ms / 1000).toFixed(2)} s, ${(ms / first).toFixed(2)} ×`);
  }
}

function isHere(command) {
  if (typeof command === "function") return true;
  return spawnSync("which", [command[0]], { env }).status === 0;
}

function timed([program, ...args]) {
  const started = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(-500)}`);
  return performance.now() - started;
}
