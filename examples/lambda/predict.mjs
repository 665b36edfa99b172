// A small, honest predictor for Donemark's `run-per: shard`: one process per shard.
//
//   command: node predict.mjs
//
// For each record of the shard's FASTA files: 4-mer and reading-frame features and a score (formula and a warning about
// its weights: features.mjs). They become a safetensors checkpoint, which appears all at once under its name. Where a
// work directory is given, each group of records is kept there as a part with a `.done` of its own, and a later run
// that is told SHARD_RESUME=1 goes on after the last of them.
//
// Donemark needs none of this: a command that only writes its checkpoint and exits with 0 will do.

import { readFileSync } from "node:fs";
import { loadModel, predictShard } from "./shard.mjs";

const { SHARD_ID, SHARD_INPUT, SHARD_INPUTS_FILE, SHARD_CHECKPOINT, SHARD_WORK, SHARD_RESUME } =
  process.env;

if (!SHARD_CHECKPOINT || !(SHARD_INPUT || SHARD_INPUTS_FILE)) {
  console.error("predict.mjs needs SHARD_CHECKPOINT and SHARD_INPUT; `donemark run` sets them.");
  process.exit(2);
}

await loadModel();
await predictShard({
  id: SHARD_ID ?? "shard",
  inputs: SHARD_INPUTS_FILE ? linesOf(SHARD_INPUTS_FILE) : [SHARD_INPUT ?? ""],
  checkpoint: SHARD_CHECKPOINT,
  work: SHARD_WORK,
  resume: SHARD_RESUME === "1",
});

/** @param {string} file */
function linesOf(file) {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}
