import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, pack as packAll } from "../../../src/core/decide/pack.ts";
import type { PackRules, Remaining } from "../../../src/core/decide/pack-rules.ts";
import { UserError } from "../../../src/core/text/problem.ts";
import { parseSelectors, select } from "../../../src/core/decide/select.ts";

const pack = (...given: Parameters<typeof packAll>) => packAll(...given).include;

const HOUR = 3_600_000;

function shardsOf(amount: number, more: (index: number) => Partial<Remaining> = () => ({})) {
  return Array.from({ length: amount }, (_, index): Remaining => ({
    id: `s${String(index).padStart(5, "0")}`,
    index,
    inputBytes: 1,
    failed: false,
    ...more(index),
  }));
}

function rulesFor(shards: readonly Remaining[], changes: Partial<PackRules> = {}): PackRules {
  return {
    maxJobs: 256,
    jobTimeMs: HOUR,
    parallel: 1,
    mostBytes: 300_000,
    all: shards.map(({ id }) => id),
    mayHold: () => true,
    ...changes,
  };
}

/** The ids that each job would run. */
function idsOf(onlys: readonly { readonly only: string }[], all: readonly string[]) {
  return onlys.map(({ only }) => {
    const selectors = parseSelectors(only);
    if (typeof selectors === "string") throw new Error(selectors);
    const from = { ids: all, failed: new Set<string>(), globMatcher: () => () => false };
    const found = select("only", selectors, from);
    if ("problems" in found) throw new Error(found.problems.join());
    return [...found];
  });
}

describe("what remains is packed", () => {
  test("longest first onto the shortest job, in as many jobs as the time asks for", () => {
    const seconds = [3000, 600, 2400, 1200];
    const shards = shardsOf(4, (index) => ({ seconds: seconds[index] ?? 0 }));
    expect(pack(shards, [], rulesFor(shards))).toEqual([
      { job: "1 of 2", only: '["s00000","s00001"]' },
      { job: "2 of 2", only: '["s00002","s00003"]' },
    ]);
  });

  test("into fewer jobs where each runs several shards at once", () => {
    const shards = shardsOf(8, () => ({ seconds: 1800 }));
    expect(pack(shards, [], rulesFor(shards))).toHaveLength(4);
    expect(pack(shards, [], rulesFor(shards, { parallel: 4 }))).toHaveLength(1);
  });

  test("by the size of the inputs where no time is known, over no more jobs than allowed", () => {
    const shards = shardsOf(4, (index) => ({ inputBytes: [10, 1, 2, 7][index] ?? 0 }));
    const jobs = pack(shards, [], rulesFor(shards, { maxJobs: 2 }));
    expect(jobs.map(({ only }) => only)).toEqual(['["s00000"]', '["s00003","s00002","s00001"]']);
  });

  test("into few jobs where no time is known, and into more where they would be long", () => {
    const jobsOf = (amount: number, maxParallel?: number): number => {
      const shards = shardsOf(amount);
      return pack(shards, [], rulesFor(shards, { maxParallel })).length;
    };
    expect([jobsOf(3), jobsOf(12), jobsOf(300), jobsOf(10_000)]).toEqual([3, 8, 10, 256]);
    expect([jobsOf(12, 1), jobsOf(300, 1), jobsOf(300, 50)]).toEqual([1, 10, 50]);
  });

  test("into a job for each runner where that leaves enough to do", () => {
    const shards = shardsOf(60, () => ({ seconds: 240 }));
    const jobsOf = (maxParallel?: number): number =>
      pack(shards, [], rulesFor(shards, { maxParallel })).length;
    // Four hours: jobs of an hour, or shorter ones, down to fifteen minutes.
    expect([jobsOf(), jobsOf(1), jobsOf(8), jobsOf(100)]).toEqual([4, 4, 8, 16]);
  });

  test("with how that came about", () => {
    const shards = shardsOf(300);
    const { packing } = packAll(shards, [], rulesFor(shards));
    expect(packing).toEqual({ jobs: 10, by: "number", seconds: null, shards: 30 });
    const timed = shardsOf(8, () => ({ seconds: 1800 }));
    expect(packAll(timed, [], rulesFor(timed)).packing).toEqual({
      ...{ jobs: 4, by: "times", seconds: 3600, shards: 2 },
    });
    expect(packAll([], [], rulesFor([])).packing).toBe(undefined);
  });

  test("by what others took for the size of their inputs", () => {
    const shards = shardsOf(3, (index) => ({ inputBytes: [100, 100, 200][index] ?? 0 }));
    const timed = [{ seconds: 1800, inputBytes: 100 }];
    const jobs = pack(shards, timed, rulesFor(shards));
    expect(jobs.map(({ only }) => only)).toEqual(['["s00002"]', '["s00000","s00001"]']);
  });

  test("with what failed last time at the end of its job", () => {
    const shards = shardsOf(3, (index) => ({ failed: index === 0, seconds: 60 - index }));
    expect(pack(shards, [], rulesFor(shards))).toEqual([
      { job: "1 of 1", only: '["s00001","s00002","s00000"]' },
    ]);
  });

  test("into at most 256 jobs, whatever is asked for", () => {
    const shards = shardsOf(9000);
    const jobs = pack(shards, [], rulesFor(shards, { maxJobs: 999 }));
    expect(jobs).toHaveLength(256);
    expect(jobs[2]?.job).toBe("003 of 256");
  });

  test("into one entry that selects nothing where nothing remains", () => {
    expect(pack([], [], rulesFor([]))).toEqual([{ job: "1 of 1", only: "none" }]);
  });
});

describe("where lists are too long, jobs have ranges", () => {
  const LONG = "x".repeat(150);

  test("that cover each shard once, hold none that may not run, and are short", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("open", "done", "other"), { minLength: 3000, maxLength: 5000 }),
        fc.integer({ min: 1, max: 300 }),
        (states, maxJobs) => {
          // Shards that may not be given to a job lie together, as those that `only` leaves out mostly do.
          const sorted = states.toSorted((a, b) => Number(a === "other") - Number(b === "other"));
          const all = shardsOf(sorted.length, (i) => ({
            id: `${LONG}${String(i).padStart(5, "0")}`,
          }));
          const open = all.filter(({ index }) => sorted[index] === "open");
          const rules = rulesFor(all, { maxJobs, mayHold: (index) => sorted[index] !== "other" });
          const jobs = pack(open, [], rules);
          expect(bytesOf(JSON.stringify({ include: jobs }))).toBeLessThan(300_000);
          expect(jobs.length).toBeLessThanOrEqual(Math.min(256, maxJobs));
          const ids = idsOf(jobs, rules.all).flat();
          expect(new Set(ids).size).toBe(ids.length);
          const given = new Set(ids);
          expect(open.filter(({ id }) => !given.has(id))).toEqual([]);
          const others = all.filter(({ index }) => sorted[index] === "other");
          expect(others.filter(({ id }) => given.has(id))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });

  test("about equally long", () => {
    const all = shardsOf(4000, (i) => ({
      id: `${LONG}${i + 10_000}`,
      inputBytes: i < 1000 ? 3 : 1,
    }));
    const rules = rulesFor(all, { maxJobs: 4 });
    const sizes = idsOf(pack(all, [], rules), rules.all).map(({ length }) => length);
    expect(sizes).toEqual([500, 500, 1500, 1500]);
  });

  test("and a choice with too many gaps is refused in words", () => {
    const all = shardsOf(20_000, (i) => ({ id: `${LONG}${i + 10_000}` }));
    const open = all.filter(({ index }) => index % 2 === 0);
    const rules = rulesFor(all, { mayHold: (index) => index % 2 === 0 });
    expect(() => pack(open, [], rules)).toThrow(UserError);
    expect(() => pack(open, [], rules)).toThrow(/too many gaps/);
  });
});
