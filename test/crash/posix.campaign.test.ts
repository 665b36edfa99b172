// Sample: four of the scenarios, each with all its states and all its mutants.
import { afterAll, describe, expect, it } from "vitest";
import { chosenOf, sampleOrFull } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { campaignOf, countsOf, endsOfMutants, noticedIn, type Campaign } from "./posix/campaign.ts";
import { EQUIVALENTS } from "./posix/equivalents.ts";
import { SCENARIOS } from "./posix/scenarios.ts";

const CHOSEN = chosenOf(SCENARIOS, 4);

/** Whole titles, which `-t` selects by; those of objects are cut off. */
const TITLED = CHOSEN.map((scenario) => [scenario.title, scenario] as const);

const campaigns: Campaign[] = [];

afterAll(() => {
  tally("states of the disk after a crash", countsOf(campaigns));
  tally("steps left out, or swapped with the next", endsOfMutants(campaigns));
  tally("of these were noticed", noticedIn(campaigns));
});

describe("every disk that POSIX allows after a crash is true, and the next run completes", () => {
  it.each(TITLED)("%s; and each step of it is missed", async (_, scenario) => {
    const campaign = await campaignOf(scenario);
    campaigns.push(campaign);
    expect(campaign.fault).toBeUndefined();
    expect(campaign.survivors).toEqual([]);
    expect(campaign.mutants === 0 || campaign.caught > 0 || campaign.states < 20).toBe(true);
  });

  it("is looked at, and the mutants that break nothing fall into at most five classes", () => {
    const sum = (of: (one: Campaign) => number): number =>
      campaigns.reduce((all, one) => all + of(one), 0);
    expect(campaigns).toHaveLength(CHOSEN.length);
    expect(sum(({ states }) => states)).toBeGreaterThan(sampleOrFull(20, 4000));
    expect(sum(({ caught }) => caught)).toBeGreaterThan(sampleOrFull(0, 600));
    expect(EQUIVALENTS.length).toBeLessThanOrEqual(5);
  });
});
