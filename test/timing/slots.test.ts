import module from "node:module";
import { describe, expect, it } from "vitest";
import { observeRun } from "../crash/observed-run.ts";
import { expectAllDone, prepare, RUN, runBare } from "../crash/slot-run.ts";

/** Node 20 keeps no compiled code, so that the start takes a larger part of these few seconds. */
const MOST = typeof module.enableCompileCache === "function" ? 1.15 : 1.2;
/** Others use the machine as well: the best of these counts. */
const TRIES = 5;

describe.runIf(process.platform === "linux")(
  "a hundred shards on two slots with a worker each",
  () => {
    it(`take at most ${MOST} times what the bare workers take`, async () => {
      const ratios: number[] = [];
      while (ratios.length < TRIES && !ratios.some((ratio) => ratio <= MOST)) {
        ratios.push(await measureRatio());
      }
      console.log(`times the bare workers: ${ratios.map((ratio) => ratio.toFixed(3)).join(", ")}`);
      expect(Math.min(...ratios)).toBeLessThanOrEqual(MOST);
    });
  },
);

async function measureRatio(): Promise<number> {
  const begun = performance.now();
  runBare();
  const bareMs = performance.now() - begun;
  return (await measureRun()) / bareMs;
}

async function measureRun(): Promise<number> {
  const folder = prepare();
  const begun = performance.now();
  const { code, stderr } = await observeRun({ folder, args: RUN }).ended;
  const ms = performance.now() - begun;
  expect(code, stderr).toBe(0);
  expectAllDone(folder);
  return ms;
}
