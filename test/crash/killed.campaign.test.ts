// Sample: one scenario, killed at every fifth moment; in full all of them, at every tenth moment.
import { afterAll, describe, expect, it } from "vitest";
import { chosenOf, placesOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { killedCampaignOf, type Killed } from "./posix/killed.ts";
import { SCENARIOS } from "./posix/scenarios.ts";

/** Those that run a shard; the others end before there is something to run. */
const TOLD = SCENARIOS.filter(({ isRun }) => isRun);

const TITLED = chosenOf(TOLD, 1).map((scenario) => [scenario.title, scenario] as const);

const campaigns: Killed[] = [];

afterAll(() => {
  const sum = (of: (one: Killed) => number): number =>
    campaigns.reduce((all, one) => all + of(one), 0);
  tally("a kill, the next run, and a power cut during it", {
    scenarios: campaigns.length,
    kills: sum(({ kills }) => kills),
    moments: sum(({ prefixes }) => prefixes),
    "distinct states": sum(({ states }) => states),
    faults: campaigns.filter(({ fault }) => fault !== undefined).length,
  });
});

describe("the next run takes nothing for durable that a killed one has left", () => {
  it.each(TITLED)("%s", async (_, scenario) => {
    const campaign = await killedCampaignOf(
      scenario,
      placesOf(5, { salt: scenario.title.length, full: 10 }),
    );
    campaigns.push(campaign);
    expect(campaign.fault).toBeUndefined();
    expect(campaign.kills).toBeGreaterThan(0);
  });
});
