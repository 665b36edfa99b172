import { describe, expect, test } from "vitest";
import { sampleOrFull } from "../../helpers/campaign.ts";
import { explore } from "./explore.ts";
import { MUTANTS } from "./mutants.ts";
import { OLD } from "./world.ts";

const TWO = ["a", "b"];
const THREE = ["a", "b", "c"];

/** Sleeps cost a hundred times as many worlds where there are three runs. */
const EXTENTS = [
  { runs: TWO, sleeps: 2, crashes: 2 },
  { runs: THREE, sleeps: 0, crashes: 1 },
  ...sampleOrFull([], [{ runs: THREE, sleeps: 1, crashes: 1 }]),
].flatMap((extent) => [
  { ...extent, record: undefined },
  { ...extent, record: undefined, hasNoLinks: true },
  { ...extent, record: OLD },
]);

describe("in every order of the steps of runs that want one shard", () => {
  test.each(EXTENTS)(
    "$runs, $sleeps sleeps, $crashes crashes, at first the record $record (without hard links: $hasNoLinks): one owner commits, no replaced one does, and a dead one's shard is taken",
    (extent) => {
      const { worlds, fault } = explore(extent);
      expect(fault).toBeUndefined();
      expect(worlds).toBeGreaterThan(500);
    },
  );

  test.each(MUTANTS)("it shows when $mutant.name", (exploration) => {
    expect(explore(exploration).fault).toBeDefined();
  });
});
