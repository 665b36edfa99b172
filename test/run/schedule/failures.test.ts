import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClaims } from "../../../src/run/schedule/claims.ts";
import { runOnSlots, type SlotLine } from "../../../src/run/schedule/schedule.ts";
import type { End, FailedShard, Steps } from "../../../src/run/schedule/steps.ts";

interface World {
  /** Sizes by shard, in the order of the list. */
  readonly shards: ReadonlyMap<string, number>;
  /** The place of each slot. */
  readonly places: readonly string[];
  readonly fails: (shard: string, place: string, attempt: number) => boolean;
  readonly retries?: number;
  /** Turns of the event loop that an attempt takes. */
  readonly turns?: (shard: string, place: string) => number;
  readonly retryAfterMs?: number;
  /** Nobody knows whether another run has it, after these attempts. */
  readonly isUnknown?: (shard: string, attempts: Played["attempts"]) => boolean;
}

interface Played {
  /** Shard and place of each attempt, in order. */
  readonly attempts: readonly (readonly [shard: string, place: string])[];
  readonly results: ReadonlyMap<string, readonly string[]>;
  readonly retired: readonly string[];
  readonly stoppedAfter: number | undefined;
}

interface Failed extends FailedShard {
  readonly number: number;
}

/** Plays a run whose attempts fail as the world says: no process, no disk. */
async function play(world: World): Promise<Played> {
  const { shards, places, fails, retries = 0, turns = () => 1, retryAfterMs = 0 } = world;
  const { isUnknown = () => false } = world;
  const attempts: [string, string][] = [];
  const results = new Map<string, string[]>();
  const retired: string[] = [];
  let stoppedAfter: number | undefined;
  let stop: () => void = () => undefined;
  const settle = (shard: string, result: string): void => {
    results.set(shard, [...(results.get(shard) ?? []), result]);
  };
  const steps: Steps<string, { id: string; number: number }, Failed> = {
    idOf: (shard) => shard,
    sizeOf: (shard) => shards.get(shard) ?? 0,
    claim: async (shard) =>
      isUnknown(shard, attempts) ? { again: turn() } : { shard, release: () => Promise.resolve() },
    settled: () => new Promise(() => undefined),
    isStopped: () => stoppedAfter !== undefined,
    onStop: (listener) => {
      stop = listener;
      return () => undefined;
    },
    mayStart: async () => stoppedAfter === undefined,
    isBlank: () => true,
    start: async (id) => ({ id, number: 1 }),
    begin: async (ready) => ready,
    withdraw: () => Promise.resolve(),
    startAgain: async ({ id, number }) => ({ id, number: number + 1 }),
    giveUp: ({ id }) => settle(id, "failed"),
    holdBack: () => undefined,
    tryElsewhere: () => undefined,
    checkFailures: (usedUp, isHopeless) => {
      const failures = [...results.values()].flat().filter((one) => one === "failed").length;
      if (stoppedAfter !== undefined || !isHopeless(failures + usedUp)) return;
      stoppedAfter = failures + usedUp;
      stop();
    },
  };
  const slots = places.map((place): SlotLine<{ id: string; number: number }, Failed> => ({
    place,
    backlogStarted: () => Promise.resolve(),
    attempt: async ({ id, number }): Promise<End<Failed>> => {
      attempts.push([id, place]);
      for (let left = turns(id, place); left > 0; left -= 1) await turn();
      if (!fails(id, place, number)) {
        settle(id, "done");
        return { kind: "done", id };
      }
      const failed = {
        id,
        number,
        retryAfterMs: number > retries ? undefined : retryAfterMs,
        belongsToInput: false,
      };
      return { kind: "failed", failed };
    },
    close: () => Promise.resolve(),
  }));
  const claims = createClaims(steps, [...shards.keys()]);
  const onRetired = (place: string): void => void retired.push(place);
  await runOnSlots(steps, claims, { slots, clockMs: () => performance.now(), onRetired });
  return { attempts, results, retired, stoppedAfter };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** So many shards of one size. */
function equal(count: number): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: count }, (_, place) => [`s${String(place).padStart(3, "0")}`, 1]),
  );
}

function doneIn({ results }: Played): number {
  return [...results.values()].filter(([result]) => result === "done").length;
}

const FOUR = ["a", "b", "c", "bad"];

describe("a place where everything fails", () => {
  test.each([0, 2])(
    "is retired after three failures, and every shard is done elsewhere (retries: %i)",
    async (retries) => {
      const world = {
        shards: equal(40),
        places: FOUR,
        retries,
        fails: (_: string, place: string) => place === "bad",
        turns: (_: string, place: string) => (place === "bad" ? 1 : 7),
      };
      const played = await play(world);
      expect(doneIn(played)).toBe(40);
      expect(played.retired).toEqual(["bad"]);
      // Before the others have ended an attempt nobody knows whom to blame.
      expect(played.attempts.filter(([, place]) => place === "bad").length).toBeLessThanOrEqual(5);
    },
  );

  test("is retired after three where the others have succeeded before", async () => {
    let successes = 0;
    const played = await play({
      shards: equal(40),
      places: FOUR,
      fails: (_, place) => {
        if (place === "bad" && successes > 8) return true;
        successes += 1;
        return false;
      },
    });
    expect(doneIn(played)).toBe(40);
    expect(played.retired).toEqual(["bad"]);
  });

  test("is never the last one", async () => {
    const played = await play({
      shards: equal(12),
      places: ["good", "bad", "worse"],
      fails: (shard, place) => place !== "good" || shard === "s000",
    });
    expect(played.retired.toSorted()).toEqual(["bad", "worse"]);
    expect(doneIn(played)).toBe(11);
    const alone = await play({
      shards: equal(12),
      places: ["bad"],
      fails: (shard) => shard > "s000",
    });
    expect(alone.retired).toEqual([]);
    expect(alone.attempts).toHaveLength(12);
  });

  test("is both slots that share it", async () => {
    const played = await play({
      shards: equal(30),
      places: ["bad", "good", "bad", "good"],
      fails: (_, place) => place === "bad",
      turns: () => 3,
    });
    expect(doneIn(played)).toBe(30);
    expect(played.retired).toEqual(["bad"]);
  });
});

describe("inputs that fail everywhere", () => {
  test.each([0, 1, 3])("retire no place (retries: %i)", async (retries) => {
    const played = await play({
      shards: equal(40),
      places: ["a", "b", "c"],
      retries,
      fails: (shard) => shard < "s020",
    });
    // With nothing done, the smallest are tried before the run gives up.
    expect(played.retired).toEqual([]);
    expect(played.stoppedAfter).toBeUndefined();
    expect(doneIn(played)).toBe(20);
    for (const [, results] of played.results) expect(results).toHaveLength(1);
  });

  test("are tried on another place first, and never twice on one while another is left", async () => {
    const played = await play({
      shards: equal(6),
      places: ["a", "b", "c"],
      retries: 2,
      fails: (shard) => shard === "s001",
    });
    const at = played.attempts.filter(([shard]) => shard === "s001").map(([, place]) => place);
    expect(at.toSorted()).toEqual(["a", "b", "c"]);
  });

  test("that are the largest keep nothing small from being done", async () => {
    for (const places of [["a"], ["a", "b", "c", "d"], ["", "", "", ""]]) {
      const sizes = Array.from({ length: 20 }, (_, place): [string, number] => [
        `s${place}`,
        // The large ones lie at both ends of the list.
        place < 5 || place > 17 ? 90_000 - place : 100 + place,
      ]);
      const large = (shard: string): boolean => (new Map(sizes).get(shard) ?? 0) > 50_000;
      const played = await play({ shards: new Map(sizes), places, fails: large });
      expect(doneIn(played)).toBe(13);
      expect(played.stoppedAfter).toBeUndefined();
    }
  });
});

describe("a set-up where everything fails", () => {
  test.each([1, 2, 4, 8])("stops the run early on %i places", async (count) => {
    const places = Array.from({ length: count }, (_, place) => `p${place}`);
    const played = await play({ shards: equal(200), places, fails: () => true });
    expect(played.stoppedAfter).toBeGreaterThanOrEqual(5);
    expect(played.attempts.length).toBeLessThanOrEqual(5 + 2 * count);
    for (const [, results] of played.results) expect(results).toEqual(["failed"]);
  });

  test("of fewer shards ends without a stop", async () => {
    const played = await play({ shards: equal(3), places: ["a", "b"], fails: () => true });
    expect([...played.results.values()].flat()).toEqual(["failed", "failed", "failed"]);
  });
});

test("a delay lets other shards run meanwhile, and the run waits for it", async () => {
  const played = await play({
    shards: equal(4),
    places: ["a"],
    retries: 1,
    retryAfterMs: 1500,
    fails: (shard, _, attempt) => shard === "s000" && attempt === 1,
  });
  expect(played.attempts.map(([shard]) => shard)).toEqual(["s000", "s001", "s002", "s003", "s000"]);
  expect(doneIn(played)).toBe(4);
});

test("a slot that waits for a shard of another run takes one that failed elsewhere meanwhile", async () => {
  const wasTried = (attempts: Played["attempts"]): boolean =>
    attempts.some(([shard, place]) => shard === "s001" && place === "b");
  const played = await play({
    shards: equal(2),
    places: ["a", "b"],
    retries: 1,
    fails: (shard, place) => shard === "s001" && place === "a",
    isUnknown: (shard, attempts) => shard === "s000" && !wasTried(attempts),
  });
  expect(wasTried(played.attempts)).toBe(true);
  expect(doneIn(played)).toBe(2);
});

test("in any world each shard gets one result, and one that can be done somewhere is done there", async () => {
  const worlds = fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    places: fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 5 }),
    badPlaces: fc.subarray(["a", "b", "c"]),
    badShards: fc.subarray(["s000", "s001", "s002", "s003", "s007"]),
    retries: fc.integer({ min: 0, max: 2 }),
    turns: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }),
    unknown: fc.subarray(["s000", "s001", "s004"]),
  });
  await fc.assert(
    fc.asyncProperty(
      worlds,
      async ({ count, places, badPlaces, badShards, retries, turns, unknown }) => {
        const asked = new Map<string, number>();
        const fails = (shard: string, place: string): boolean =>
          badPlaces.includes(place) || badShards.includes(shard);
        const played = await play({
          ...{ shards: equal(count), places, retries, fails },
          isUnknown: (shard) => {
            asked.set(shard, (asked.get(shard) ?? 0) + 1);
            return unknown.includes(shard) && (asked.get(shard) ?? 0) < 6;
          },
          turns: (shard, place) => turns[(shard.length + place.charCodeAt(0)) % 5] ?? 0,
        });
        const distinct = new Set(places).size;
        for (const shard of equal(count).keys()) {
          const results = played.results.get(shard) ?? [];
          expect(results.length).toBeLessThanOrEqual(1);
          if (played.stoppedAfter === undefined) expect(results).toHaveLength(1);
          const times = played.attempts.filter(([id]) => id === shard).length;
          expect(times).toBeLessThanOrEqual(retries + 2);
          const isGood = !badShards.includes(shard) && retries >= distinct - 1;
          const isPossible = places.some((place) => !badPlaces.includes(place));
          if (isGood && isPossible && played.stoppedAfter === undefined)
            expect(results).toEqual(["done"]);
        }
        expect(new Set(played.retired).size).toBe(played.retired.length);
        expect(played.retired.every((place) => badPlaces.includes(place))).toBe(true);
        expect(new Set(places).size - played.retired.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});
