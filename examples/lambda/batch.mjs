// The same prediction for `run-per: job`: one process for all shards of the job, with all its GPUs.
//
//   run-per: job
//   command: node batch.mjs
//
// SHARDS_FILE has one shard a line: {"id","inputs","checkpoint","work","resume","attempt"}. A shard is finished the
// moment its `.done` is there, whatever happens to the others. Exit 0 would say that all are, so it is 1 if one failed.

import { readFileSync } from "node:fs";
import { loadModel, markDone, predictShard } from "./shard.mjs";

const { SHARDS_FILE } = process.env;
if (!SHARDS_FILE) {
  console.error("batch.mjs needs SHARDS_FILE; `donemark run` with `run-per: job` sets it.");
  process.exit(2);
}

await loadModel();
for (const line of readFileSync(SHARDS_FILE, "utf8").split("\n").filter(Boolean)) {
  const shard = JSON.parse(line);
  try {
    await predictShard(shard);
    markDone(shard.checkpoint);
  } catch (error) {
    console.error(`${shard.id}: failed:`, error);
    process.exitCode = 1;
  }
}
