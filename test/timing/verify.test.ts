import { expect, test } from "vitest";
import { workspace } from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

const MOST_MS = 2000;
const TRIES = 3;

test("a thousand small checkpoints are verified in under 2 s", async () => {
  const here = workspace();
  here.define({ shards: "1000", checkpoint: "out/{id}.pt", command: "true" });
  const bytes = torchFile({
    pickle: pickle({ status: "complete" }),
    tensors: [Buffer.alloc(2000)],
  });
  for (let shard = 0; shard < 1000; shard += 1)
    here.write(`out/${String(shard).padStart(4, "0")}.pt`, bytes);
  expect((await here.mark("--all")).changed).toHaveLength(1000);
  const times: number[] = [];
  // A machine that is busy all the while may let no try through undisturbed: one good one is proof enough.
  while (!times.some((ms) => ms < MOST_MS) && times.length < TRIES) {
    const startedAtMs = performance.now();
    const { code, checkpoints } = await here.verify();
    times.push(performance.now() - startedAtMs);
    expect({ code, amount: checkpoints.length }).toEqual({ code: 0, amount: 1000 });
  }
  expect(Math.min(...times)).toBeLessThan(MOST_MS);
});
