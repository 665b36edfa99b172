/**
 * A campaign tries a whole set of cases: every state after a crash, every fault at every place. Its file is named
 * `*.campaign.test.ts`. `npm test` tries a sample of the set, `npm run campaign` the whole set:
 *
 * - DONEMARK_CAMPAIGN: `sample` (the default) or `full`
 * - DONEMARK_CAMPAIGN_SEED: a whole number that chooses the sample; the report of a run prints it
 */
import type { Parameters as FuzzParameters } from "fast-check";
import { chanceOf } from "./random.ts";

const DEFAULT_SEED = 4;

/** @throws {RangeError} A variable has a value that does not exist. */
export function campaignIn(env: NodeJS.ProcessEnv): Campaign {
  const { DONEMARK_CAMPAIGN: extent = "sample", DONEMARK_CAMPAIGN_SEED: seed } = env;
  if (extent !== "sample" && extent !== "full")
    throw new RangeError(`DONEMARK_CAMPAIGN is sample or full, not ${extent}`);
  if (seed !== undefined && !/^\d{1,9}$/.test(seed))
    throw new RangeError(`DONEMARK_CAMPAIGN_SEED is a whole number, not ${seed}`);
  return { extent, seed: Number(seed ?? DEFAULT_SEED) };
}

interface Campaign {
  readonly extent: "sample" | "full";
  readonly seed: number;
}

const { extent, seed } = campaignIn(process.env);

/** Chooses the samples, and whatever else a campaign leaves to chance. */
export const SEED = seed;

/** One of two amounts: the one of a sample, or the one of the whole set. */
export function sampleOrFull<T>(sample: T, full: T): T {
  return extent === "full" ? full : sample;
}

/** So many of all, chosen by the seed and in their order; in a full campaign all of them. */
export function chosenOf<T>(all: readonly T[], size: number): readonly T[] {
  if (extent === "full") return all;
  const chance = chanceOf(SEED);
  const ranked = all.map((one, place) => ({ one, place, rank: chance.unit() }));
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, size)
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/**
 * The places at which a campaign acts, from 1 on, without an end: in a sample every `stride`-th, in a full campaign every
 * `full`-th, from one that the seed and the `salt` choose.
 */
export function* placesOf(
  stride: number,
  { salt = 0, full = 1 }: { readonly salt?: number; readonly full?: number } = {},
): Generator<number, never> {
  const step = sampleOrFull(stride, full);
  const first = 1 + chanceOf(SEED + salt).below(step);
  for (let place = first; ; place += step) yield place;
}

/** How many cases a property of fast-check is tried with; the same cases in each run with the same seed. */
export function fuzzed(sample: number, full: number): Pick<FuzzParameters, "numRuns" | "seed"> {
  return { numRuns: sampleOrFull(sample, full), seed: SEED };
}
