import type { Length, PackRules } from "./pack-rules.ts";
import { digestOfIds, formatRange } from "./select.ts";

/**
 * Gives each job a stretch of the sorted ids, about equally long: as ranges, which leave out only what a job may not be
 * given.
 */
export function packRanges(
  lengths: readonly Length[],
  jobs: number,
  { all, mayHold }: Pick<PackRules, "all" | "mayHold">,
): readonly string[] {
  const digest = digestOfIds(all);
  return stretch(lengths, jobs).map((indexes) => {
    const ranges = joinRuns(indexes, mayHold);
    return JSON.stringify(
      ranges.map(([first, last]) => formatRange({ from: first + 1, to: last + 1, digest })),
    );
  });
}

/** The ranges that name exactly the shards at these places of all ids, in rising order. */
export function exactRanges(indexes: readonly number[], all: readonly string[]): readonly string[] {
  const digest = digestOfIds(all);
  const runs = joinRuns(indexes, () => false);
  return runs.map(([first, last]) => formatRange({ from: first + 1, to: last + 1, digest }));
}

/** Cuts the shards, in their order, where the sum of lengths passes the next job's share. */
function stretch(lengths: readonly Length[], jobs: number): readonly (readonly number[])[] {
  const total = lengths.reduce((sum, { amount }) => sum + amount, 0);
  const stretches = Array.from({ length: jobs }, () => new Array<number>());
  let before = 0;
  for (const { shard, amount } of lengths.toSorted((a, b) => a.shard.index - b.shard.index)) {
    const middle = before + amount / 2;
    const job = Math.min(jobs - 1, Math.floor((middle / total) * jobs));
    stretches[job]?.push(shard.index);
    before += amount;
  }
  return stretches.filter((indexes) => indexes.length > 0);
}

/** First and last index of each run; a gap that holds nothing but what the job may be given joins two runs. */
function joinRuns(
  indexes: readonly number[],
  mayHold: (index: number) => boolean,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run !== undefined && isFilled(run[1] + 1, index, mayHold)) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function isFilled(from: number, to: number, mayHold: (index: number) => boolean): boolean {
  for (let index = from; index < to; index += 1) if (!mayHold(index)) return false;
  return true;
}
