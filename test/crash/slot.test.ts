import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { fullMarkerOf, namesBelow } from "./disk-look.ts";
import { lastSteps, observeRun, type ObservedRun } from "./observed-run.ts";
import { chanceOf } from "./random.ts";
import { living } from "./tree.ts";

const SHARDS = Array.from({ length: 100 }, (_, place) => String(place).padStart(4, "0"));
const SLOTS = 2;
const START_MS = 1000;
const SHARD_MS = 50;
const IDEAL_MS = START_MS + (SHARDS.length / SLOTS) * SHARD_MS;
const MOST = 1.15;
/** Others use the machine as well: the best of these counts. */
const TRIES = 3;
const KILLS = 5;

/** A worker with a second to load its model, its own start included, and waits that timers do not lengthen. */
const WORKER = `
import { appendFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const nobody = new Int32Array(new SharedArrayBuffer(4));
const compute = (ms) => Atomics.wait(nobody, 0, 0, ms);

compute(${START_MS} - performance.now());
for await (const line of createInterface({ input: process.stdin })) {
  const { id, checkpoint } = JSON.parse(line);
  appendFileSync("handed-out.txt", \`\${id}\\n\`);
  compute(${SHARD_MS});
  writeFileSync(checkpoint, \`result of \${id}\\n\`);
  writeFileSync(\`\${checkpoint}.done\`, "");
}
`;

const RUN = [
  "run",
  "--json",
  "--run-per=slot",
  `--parallel=${SLOTS}`,
  `--shards=${SHARDS.length}`,
  "--checkpoint=out/{id}.txt",
  "--command=node worker.mjs",
  "--store=none",
] as const;

describe.runIf(process.platform === "linux")(
  "a hundred shards on two slots with a worker each",
  () => {
    it(
      `take at most ${MOST} times what the workers take`,
      { timeout: 120_000, retry: 0 },
      async () => {
        const ratios: number[] = [];
        while (ratios.length < TRIES && !ratios.some((ratio) => ratio <= MOST)) {
          const folder = prepare();
          const begun = performance.now();
          const { code, stderr } = await observeRun({ folder, args: RUN }).ended;
          ratios.push((performance.now() - begun) / IDEAL_MS);
          expect(code, stderr).toBe(0);
          expectAllDone(folder);
        }
        console.log(
          `ratios to the ideal ${IDEAL_MS} ms: ${ratios.map((ratio) => ratio.toFixed(3)).join(", ")}`,
        );
        expect(Math.min(...ratios)).toBeLessThanOrEqual(MOST);
      },
    );

    it("go on where they were, killed at five moments", { timeout: 120_000 }, async () => {
      const chance = chanceOf(7);
      const folder = prepare();
      const tags: string[] = [];
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const before = handedOut(folder).length;
        const marked = markedIn(folder);
        // The first comes while the models are loaded, the last while a marker is written.
        const time = kill === 1 ? 0 : 1 + chance.below(14);
        const phase = chance.pick(["command", "exit", "commit", "marked"]);
        const run = killedAt(folder, {
          phase,
          time,
          delayMs: time === 0 ? 600 : chance.unit() * 3,
        });
        await run.ended;
        tags.push(run.tag);
        expect(run.isKilled()).toBe(true);
        expectNoneAgain(folder, before, marked);
        const last = [...lastSteps(run.steps)].filter(([, step]) => step !== "marked");
        console.log(
          `kill ${kill} | ${phase} number ${time} | ${last.map(([id, step]) => `${id} ${step}`).join(", ")} | ${markedIn(folder).size} marked`,
        );
      }
      const before = handedOut(folder).length;
      const marked = markedIn(folder);
      const run = observeRun({ folder, args: RUN });
      const { code, stderr } = await run.ended;
      expect(code, stderr).toBe(0);
      expectNoneAgain(folder, before, marked);
      expectAllDone(folder);
      for (const tag of [...tags, run.tag]) expect(living(tag)).toEqual([]);
    });
  },
);

function prepare(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  return folder;
}

interface Moment {
  readonly phase: string;
  /** From 1; 0 is the start of the program. */
  readonly time: number;
  readonly delayMs: number;
}

function killedAt(folder: string, { phase, time, delayMs }: Moment): ObservedRun {
  let left = time;
  const run = observeRun({
    folder,
    args: RUN,
    onStep: (step, { kill }) => {
      if (step.phase !== phase || left === 0) return;
      left -= 1;
      if (left === 0) setTimeout(kill, delayMs);
    },
  });
  if (time === 0) setTimeout(run.kill, delayMs);
  return run;
}

function checkpointOf(folder: string, id: string): string {
  return join(folder, "out", `${id}.txt`);
}

function markedIn(folder: string): ReadonlySet<string> {
  return new Set(SHARDS.filter((id) => fullMarkerOf(checkpointOf(folder, id)) !== undefined));
}

function handedOut(folder: string): readonly string[] {
  const file = join(folder, "handed-out.txt");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

function expectNoneAgain(folder: string, before: number, marked: ReadonlySet<string>): void {
  const since = handedOut(folder).slice(before);
  expect(since.filter((id) => marked.has(id))).toEqual([]);
}

function expectAllDone(folder: string): void {
  for (const id of SHARDS) {
    expect(readFileSync(checkpointOf(folder, id), "utf8")).toBe(`result of ${id}\n`);
  }
  expect(markedIn(folder).size).toBe(SHARDS.length);
  expect(namesBelow(folder, /^\.donemark-tmp-|\.stale$|\.started$/)).toEqual([]);
}
