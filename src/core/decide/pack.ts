import type { Length, Packing, PackRules, Remaining } from "./pack-rules.ts";
import { packRanges } from "./pack-ranges.ts";
import { UserError } from "../text/problem.ts";
import { compareText } from "../text/text.ts";

/** A shard whose time is known, from which others are guessed. */
export interface Timed {
  readonly seconds: number;
  readonly inputBytes: number;
}

/** One entry of a job matrix. */
export interface MatrixEntry {
  /** `03 of 24`. */
  readonly job: string;
  /** JSON array of ids or ranges, or `none`. */
  readonly only: string;
}

/** GitHub refuses a matrix of more jobs. */
export const MOST_JOBS = 256;

/** An environment string holds 128 KiB on Linux, and `only` reaches its step as one. */
const MOST_ONLY_BYTES = 100_000;

/** Where no time is known: each job loads the model anew, and one that holds too much reaches its time limit. */
const SHARDS_A_JOB = 32;
/** So many runners at least, where nobody has said how many there are. */
const RUNNERS = 8;
/** More runners than jobs of `job-time` get shorter jobs, but none shorter than this part of it. */
const SHORTEST_PART = 4;

/**
 * Packs what remains into jobs of about `job-time`, longest first onto the job that is shortest so far, and never into
 * more than a matrix holds. Lengths nobody knows are guessed from those known by the size of the inputs; where none is
 * known, there are few jobs (docs/decisions/0013-few-jobs.md). Where lists of ids would be too long, each job has ranges
 * over the sorted ids. With nothing left there is one entry with `only: none`.
 * @throws {UserError} where no form is short enough.
 */
export function pack(
  remaining: readonly Remaining[],
  timed: readonly Timed[],
  rules: PackRules,
): Packed {
  if (remaining.length === 0) return { include: [{ job: "1 of 1", only: "none" }] };
  const lengths = guessLengths(remaining, timed);
  const jobs = countJobs(lengths, rules);
  const lists = entriesOf(packLists(lengths, jobs));
  if (fits(lists, rules)) return { include: lists, packing: packingOf(lists, lengths) };
  const ranges = entriesOf(packRanges(lengths, jobs, rules));
  if (fits(ranges, rules)) return { include: ranges, packing: packingOf(ranges, lengths) };
  throw new UserError([
    `The matrix of ${remaining.length} shards is longer than a workflow's outputs may be: \`only\` leaves too many gaps in the list of shards. ` +
      "Name fewer shards, or more of those that lie beside each other.",
  ]);
}

/** A matrix, and how it came about; the latter is absent with nothing left. */
interface Packed {
  readonly include: readonly MatrixEntry[];
  readonly packing?: Packing;
}

function packingOf(entries: readonly MatrixEntry[], lengths: readonly Length[]): Packing {
  const jobs = entries.length;
  const areTimes = lengths.every(({ isTime }) => isTime);
  const shards = lengths.length / jobs;
  if (!areTimes) return { jobs, by: "number", seconds: null, shards };
  return { jobs, by: "times", seconds: sumOf(lengths) / jobs, shards };
}

function sumOf(lengths: readonly Length[]): number {
  return lengths.reduce((sum, { amount }) => sum + amount, 0);
}

/** Is the matrix short enough for outputs, and each `only` for an environment string? */
function fits(entries: readonly MatrixEntry[], { mostBytes }: PackRules): boolean {
  return (
    entries.every(({ only }) => bytesOf(only) < MOST_ONLY_BYTES) &&
    bytesOf(JSON.stringify({ include: entries })) <= mostBytes
  );
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Numbers the jobs. */
function entriesOf(onlys: readonly string[]): readonly MatrixEntry[] {
  const width = String(onlys.length).length;
  return onlys.map((only, place) => ({
    job: `${String(place + 1).padStart(width, "0")} of ${onlys.length}`,
    only,
  }));
}

function packLists(lengths: readonly Length[], jobs: number): readonly string[] {
  const bins = Array.from({ length: jobs }, () => ({ amount: 0, shards: new Array<Remaining>() }));
  const longestFirst = lengths.toSorted(
    (a, b) => b.amount - a.amount || compareText(a.shard.id, b.shard.id),
  );
  for (const { shard, amount } of longestFirst) {
    const shortest = bins.reduce((least, bin) => (bin.amount < least.amount ? bin : least));
    shortest.amount += amount;
    shortest.shards.push(shard);
  }
  return bins.map(({ shards }) => JSON.stringify(failedLast(shards).map(({ id }) => id)));
}

function guessLengths(
  remaining: readonly Remaining[],
  others: readonly Timed[],
): readonly Length[] {
  const timed = [...others, ...remaining.filter(isTimed)];
  const seconds = timed.reduce((sum, shard) => sum + shard.seconds, 0);
  const bytes = timed.reduce((sum, { inputBytes }) => sum + inputBytes, 0);
  const mean = timed.length === 0 ? 1 : seconds / timed.length;
  return remaining.map((shard) => {
    if (timed.length === 0) return { shard, amount: Math.max(1, shard.inputBytes), isTime: false };
    if (shard.seconds !== undefined) return { shard, amount: shard.seconds, isTime: true };
    const guess = bytes > 0 && shard.inputBytes > 0 ? (seconds / bytes) * shard.inputBytes : mean;
    return { shard, amount: guess, isTime: true };
  });
}

function isTimed(shard: Remaining): shard is Remaining & { readonly seconds: number } {
  return shard.seconds !== undefined;
}

function countJobs(
  lengths: readonly Length[],
  { maxJobs, jobTimeMs, parallel, maxParallel }: PackRules,
): number {
  const most = Math.min(maxJobs, MOST_JOBS, lengths.length);
  if (lengths.some(({ isTime }) => !isTime))
    return Math.min(
      most,
      Math.max(maxParallel ?? RUNNERS, Math.ceil(lengths.length / SHARDS_A_JOB)),
    );
  const ofJobTime = (sumOf(lengths) * 1000) / (jobTimeMs * parallel);
  const busy = Math.min(maxParallel ?? 1, Math.ceil(ofJobTime * SHORTEST_PART));
  return Math.min(most, Math.max(1, busy, Math.ceil(ofJobTime)));
}

function failedLast(shards: readonly Remaining[]): readonly Remaining[] {
  return [...shards.filter(({ failed }) => !failed), ...shards.filter(({ failed }) => failed)];
}
