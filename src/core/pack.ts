import { compareText } from "./text.ts";

/** A shard that remains, and what its length is guessed from. */
export interface Remaining {
  readonly id: string;
  /** How long an earlier generation took. */
  readonly seconds?: number;
  readonly inputBytes: number;
  /** Failed last time: it comes last in its job. */
  readonly failed: boolean;
}

export interface PackRules {
  readonly maxJobs: number;
  readonly jobTimeMs: number;
}

/** One entry of a job matrix. */
export interface MatrixEntry {
  /** `03 of 24`. */
  readonly job: string;
  /** JSON array of ids, or `none`. */
  readonly only: string;
}

/**
 * Packs what remains into jobs of about `job-time`, longest first onto the job that is shortest so far.
 * Lengths nobody knows are guessed from those known by the size of the inputs; where none is known, the shards are
 * spread over as many jobs as allowed. With nothing left there is one entry with `only: none`.
 */
export function pack(remaining: readonly Remaining[], rules: PackRules): readonly MatrixEntry[] {
  if (remaining.length === 0) return [{ job: "1 of 1", only: "none" }];
  const lengths = guessLengths(remaining);
  const jobs = countJobs(lengths, rules);
  const bins = Array.from({ length: jobs }, () => ({ seconds: 0, shards: new Array<Remaining>() }));
  const longestFirst = lengths.toSorted(
    (a, b) => b.seconds - a.seconds || compareText(a.shard.id, b.shard.id),
  );
  for (const { shard, seconds } of longestFirst) {
    const shortest = bins.reduce((least, bin) => (bin.seconds < least.seconds ? bin : least));
    shortest.seconds += seconds;
    shortest.shards.push(shard);
  }
  const width = String(jobs).length;
  return bins.map(({ shards }, place) => ({
    job: `${String(place + 1).padStart(width, "0")} of ${jobs}`,
    only: JSON.stringify(failedLast(shards).map(({ id }) => id)),
  }));
}

interface Length {
  readonly shard: Remaining;
  readonly seconds: number;
  readonly known: boolean;
}

function guessLengths(remaining: readonly Remaining[]): readonly Length[] {
  const timed = remaining.filter(({ seconds }) => seconds !== undefined);
  const seconds = timed.reduce((sum, shard) => sum + (shard.seconds ?? 0), 0);
  const bytes = timed.reduce((sum, shard) => sum + shard.inputBytes, 0);
  const mean = timed.length === 0 ? 1 : seconds / timed.length;
  return remaining.map((shard) => {
    if (shard.seconds !== undefined) return { shard, seconds: shard.seconds, known: true };
    if (timed.length === 0) return { shard, seconds: Math.max(1, shard.inputBytes), known: false };
    const guess = bytes > 0 && shard.inputBytes > 0 ? (seconds / bytes) * shard.inputBytes : mean;
    return { shard, seconds: guess, known: true };
  });
}

function countJobs(lengths: readonly Length[], { maxJobs, jobTimeMs }: PackRules): number {
  const most = Math.min(maxJobs, lengths.length);
  if (lengths.some(({ known }) => !known)) return most;
  const total = lengths.reduce((sum, { seconds }) => sum + seconds, 0);
  return Math.min(most, Math.max(1, Math.ceil((total * 1000) / jobTimeMs)));
}

function failedLast(shards: readonly Remaining[]): readonly Remaining[] {
  return [...shards.filter(({ failed }) => !failed), ...shards.filter(({ failed }) => failed)];
}
