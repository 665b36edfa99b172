// Sample: one round. `npm run soak -- <rounds> <seed> <first round>` plays as many as are asked for.
import { expect, it } from "vitest";
import { canIsolate } from "../fixtures/cli/container.ts";
import { sampleOrFull, SEED as CAMPAIGN_SEED } from "../helpers/campaign.ts";
import { PATIENCE_MS } from "../helpers/patience.ts";
import { chanceOf } from "../helpers/random.ts";
import { tally } from "../helpers/tally.ts";
import { playOwners, type OwnersRound } from "./owners-round.ts";

const { SOAK_ROUNDS, SOAK_SEED, SOAK_FIRST } = process.env;
const ROUNDS = Number(SOAK_ROUNDS ?? sampleOrFull(1, 10));
const SEED = Number(SOAK_SEED ?? CAMPAIGN_SEED);
const FIRST = Number(SOAK_FIRST ?? 1);

it.runIf(process.platform === "linux")(
  `two owners on one disk, killed again and again, lose nothing, skip nothing wrongly and delete nothing of others (process namespaces: ${canIsolate ? "yes" : "no, they need root"})`,
  { timeout: PATIENCE_MS * (1 + ROUNDS) },
  async () => {
    const rounds: OwnersRound[] = [];
    for (let round = FIRST; round < FIRST + ROUNDS; round += 1) {
      const seen = await playOwners(chanceOf(SEED + round * 7919));
      rounds.push(seen);
      for (const what of seen.violations)
        console.log(`owners: round ${round}, seed ${SEED}: ${what}`);
    }
    const sum = (of: (one: OwnersRound) => number): number =>
      rounds.reduce((all, one) => all + of(one), 0);
    const violations = rounds.flatMap((one) => one.violations);
    const count = (word: string): number =>
      violations.filter((what) => what.startsWith(word)).length;
    const counts = {
      rounds: rounds.length,
      runs: sum(({ runs }) => runs),
      kills: sum(({ kills }) => kills),
      "commands that outlived their shell": sum(({ starts }) => starts),
      lost: count("lost"),
      "wrongly skipped": count("wrongly"),
      "deleted that was not ours": count("deleted"),
    };
    tally("two owners on one disk, in and out of process namespaces, killed at once", counts);
    console.log(`owners: ${JSON.stringify(counts)}`);
    expect(violations).toEqual([]);
    expect(sum(({ kills }) => kills)).toBeGreaterThan(0);
  },
);
