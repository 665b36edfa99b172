import { describe, expect, test } from "vitest";
import { sampleOrFull } from "../../helpers/campaign.ts";
import { explore, type Exploration, type Mutant, type Owner } from "./late-world.ts";

const DAY_MS = 86_400_000;
const CLOCKS = [-2 * DAY_MS, 0, 2 * DAY_MS];

/** The number of a run says nothing of when it started a shard. */
const TWO: readonly (readonly Owner[])[] = CLOCKS.flatMap((one) =>
  CLOCKS.map((other) => [
    { run: 2n, aheadMs: one },
    { run: 1n, aheadMs: other },
  ]),
);
const THREE: readonly (readonly Owner[])[] = sampleOrFull(
  [],
  [
    [
      { run: 3n, aheadMs: 2 * DAY_MS },
      { run: 2n, aheadMs: 0 },
      { run: 1n, aheadMs: -2 * DAY_MS },
    ],
  ],
);

const EXTENTS: readonly Exploration[] = [...TWO, ...THREE].flatMap((owners) =>
  [true, false].map((hasClock) => ({ owners, hasClock })),
);

const MUTANTS: readonly Mutant[] = [
  { name: "the store's clock is not asked", asksNoClock: true },
  { name: "a fence is not above those that are known", knowsNobody: true },
  { name: "the fence is the time of the end", takesEnd: true },
  {
    name: "runs are compared before fences",
    compare: (a, b) => Number(a.run - b.run) || a.stamp - b.stamp,
  },
  { name: "a save does not look at what is there", putsBlindly: true },
];

describe("in every order of the steps of owners that know each other by a store alone", () => {
  test("an older one's result hides no newer one's, whatever their clocks say", () => {
    let worlds = 0;
    for (const extent of EXTENTS) {
      const explored = explore(extent);
      expect(explored.fault).toBeUndefined();
      worlds += explored.worlds;
    }
    expect(worlds).toBeGreaterThan(10_000);
  });

  test.each(MUTANTS)("it shows when $name", (mutant) => {
    const faults = EXTENTS.map((extent) => explore({ ...extent, mutant }).fault);
    expect(faults.some((fault) => fault !== undefined)).toBe(true);
  });
});
