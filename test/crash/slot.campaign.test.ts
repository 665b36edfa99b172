// Sample: two of five kills.
import { describe, expect, it } from "vitest";
import { sampleOrFull, SEED } from "../helpers/campaign.ts";
import { chanceOf, type Chance } from "../helpers/random.ts";
import { lastSteps, observeRun, type ObservedRun } from "./observed-run.ts";
import { expectAllDone, handedOut, markedIn, prepare, RUN } from "./slot-run.ts";
import { living } from "./tree.ts";

const KILLS = sampleOrFull(2, 5);

describe.runIf(process.platform === "linux")(
  "a hundred shards on two slots with a worker each",
  () => {
    it("go on where they were, killed at some moments", async () => {
      const chance = chanceOf(SEED);
      const folder = prepare();
      const tags: string[] = [];
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const moment = momentOf(kill, chance);
        const run = await playOn(folder, moment);
        tags.push(run.tag);
        expect(run.isKilled()).toBe(true);
        const last = [...lastSteps(run.steps)].filter(([, step]) => step !== "marked");
        const inHand = last.map(([id, step]) => `${id} ${step}`).join(", ");
        console.log(
          `kill ${kill} | ${moment.phase} number ${moment.time} | ${inHand} | ${markedIn(folder).size} marked`,
        );
      }
      const run = await playOn(folder, undefined);
      const { code, stderr } = await run.ended;
      expect(code, stderr).toBe(0);
      expectAllDone(folder);
      for (const tag of [...tags, run.tag]) expect(living(tag)).toEqual([]);
    });
  },
);

interface Moment {
  readonly phase: string;
  /** From 1; 0 is the start of the program. */
  readonly time: number;
  readonly delayMs: number;
}

/** The first comes while the models are loaded. */
function momentOf(kill: number, chance: Chance): Moment {
  if (kill === 1) return { phase: "start-up", time: 0, delayMs: 600 };
  const phase = chance.pick(["executing", "executed", "committing", "marked"]);
  return { phase, time: 1 + chance.below(14), delayMs: chance.unit() * 3 };
}

/** A run up to a moment, or to its end. No shard is handed out that was marked before. */
async function playOn(folder: string, moment: Moment | undefined): Promise<ObservedRun> {
  const before = handedOut(folder).length;
  const marked = markedIn(folder);
  let left = moment?.time ?? 0;
  const run = observeRun({
    folder,
    args: RUN,
    onStep: ({ phase }, { kill }) => {
      if (phase !== moment?.phase || left === 0) return;
      left -= 1;
      if (left === 0) setTimeout(kill, moment.delayMs);
    },
  });
  if (moment?.time === 0) setTimeout(run.kill, moment.delayMs);
  await run.ended;
  const since = handedOut(folder).slice(before);
  expect(since.filter((id) => marked.has(id))).toEqual([]);
  return run;
}
