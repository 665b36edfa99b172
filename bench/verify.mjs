// What verify takes: many small checkpoints by their structure, and every byte of a large one beside sha256sum.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pickle } from "../test/helpers/pickle.ts";
import { torchFile, writeTorchFile } from "../test/helpers/torch-file.ts";
import { CLI, folder, median, report, time } from "./tools.mjs";

const GIB = 2 ** 30;
const SMALL = 1000;
const ROUNDS = 5;

export function verify() {
  small();
  large();
  rmSync(join(folder, "verify"), { recursive: true, force: true });
}

/** A thousand PyTorch checkpoints with full markers. */
function small() {
  const cwd = workspace("small");
  const bytes = torchFile({
    pickle: pickle({ status: "complete" }),
    tensors: [Buffer.alloc(20_000)],
  });
  writeFileSync(join(cwd, "whole.pt"), bytes);
  mkdirSync(join(cwd, "out"));
  for (let shard = 0; shard < SMALL; shard += 1)
    writeFileSync(join(cwd, "out", `${String(shard).padStart(4, "0")}.pt`), bytes);
  const job = ["--shards", String(SMALL), "--checkpoint", "out/{id}.pt", "--command", "true"];
  time([CLI, "mark", "--all", ...job], cwd);
  const times = Array.from({ length: ROUNDS }, () => time([CLI, "verify", ...job], cwd));
  report(`verify of ${SMALL} small checkpoints, in seconds`, median(times) / 1000, 2);
}

function large() {
  const cwd = workspace("large");
  const command = `head -c ${GIB} /dev/urandom > "$SHARD_CHECKPOINT"`;
  const job = ["--shards", "1", "--checkpoint", "{id}.bin", "--command", command];
  time([CLI, "run", ...job], cwd);
  const rounds = { theirs: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.theirs.push(sha256sum(cwd, "0000.bin"));
    rounds.ours.push(time([CLI, "verify", "--deep", ...job], cwd));
  }
  const [theirs, ours] = [median(rounds.theirs), median(rounds.ours)];
  const speeds = `${speed(ours)} / ${speed(theirs)}, ${(theirs / ours).toFixed(2)} of its speed`;
  report("verify --deep of 1 GiB / sha256sum, time", ours / theirs, 1.25, speeds);
  const quarter = Buffer.alloc(GIB / 4, "donemark");
  const tensors = [quarter, quarter, quarter, quarter];
  writeTorchFile(join(cwd, "sums.pt"), { pickle: pickle({}), tensors });
  const summed = ["verify", "--deep", "sums.pt"];
  const sums = median(Array.from({ length: 3 }, () => time([CLI, ...summed], cwd)));
  console.log(`     1 GiB of a PyTorch file without a digest, by its checksums: ${speed(sums)}`);
}

function speed(ms) {
  return `${(GIB / 1e6 / ms).toFixed(2)} GB/s`;
}

function workspace(name) {
  const cwd = join(folder, "verify", name);
  mkdirSync(cwd, { recursive: true });
  return cwd;
}

function sha256sum(cwd, name) {
  const started = performance.now();
  const { status } = spawnSync("sha256sum", [name], { cwd });
  if (status !== 0) throw new Error("sha256sum failed");
  return performance.now() - started;
}
