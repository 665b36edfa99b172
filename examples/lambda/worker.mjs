// The same prediction as a long-lived worker, for `run-per: slot`: one process per GPU, which loads the model once.
//
//   run-per: slot
//   command: node worker.mjs
//
// Each line on standard input is one shard: {"id","inputs","checkpoint","work","resume","attempt"}. The answer is the
// checkpoint and then its `.done`. End of input: no more work. A shard that fails may end the process: Donemark counts
// this one shard as failed and starts the worker again.

import { createInterface } from "node:readline";
import { loadModel, markDone, predictShard } from "./shard.mjs";

await loadModel();
console.log("worker: ready");
for await (const line of createInterface({ input: process.stdin })) {
  const shard = JSON.parse(line);
  await predictShard(shard);
  markDone(shard.checkpoint);
}
