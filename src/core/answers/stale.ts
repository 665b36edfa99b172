/** Finished results of one job that are made again, since something that they were made from has changed. */
export interface StaleResults {
  /** The number of shards. */
  readonly results: number;
  /** The time that their commands took, as their markers have it. */
  readonly seconds: number;
  /** Each change in words with its number of shards, the most frequent first. */
  readonly changes: readonly (readonly [change: string, results: number])[];
}
