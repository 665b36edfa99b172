/** A shard that remains, and what its length is guessed from. */
export interface Remaining {
  readonly id: string;
  /** Its place among all shards, sorted by id, from 0. */
  readonly index: number;
  /** The seconds that an earlier generation took. */
  readonly seconds?: number;
  readonly inputBytes: number;
  /** Failed last time: it comes last in its job. */
  readonly failed: boolean;
}

export interface PackRules {
  readonly maxJobs: number;
  readonly jobTimeMs: number;
  /** How many jobs run at once; absent where nobody has said. */
  readonly maxParallel?: number | undefined;
  /** Shards that a job runs at once. */
  readonly parallel: number;
  /** The most bytes that the whole matrix may have as JSON. */
  readonly mostBytes: number;
  /** All ids of the definition, sorted. */
  readonly all: readonly string[];
  /** Shards that a job may be given besides those that remain: it finds them done. */
  readonly mayHold: (index: number) => boolean;
}

/** How the number of jobs was chosen. */
export interface Packing {
  readonly jobs: number;
  /** By the times of shards, or by their number where no time is known. */
  readonly by: "times" | "number";
  /** What each job holds on average: seconds of work, where times are known, and shards. */
  readonly seconds: number | null;
  readonly shards: number;
}

/** The length of a shard: in seconds, or in bytes of its inputs where no time is known at all. */
export interface Length {
  readonly shard: Remaining;
  readonly amount: number;
  readonly isTime: boolean;
}
