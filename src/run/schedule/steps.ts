/** A shard that this run has claimed. */
export interface Claim<S> {
  /** The shard, with facts as they are now. */
  readonly shard: S;
  readonly release: () => Promise<void>;
}

/** Nobody knows yet whether the run lives that may hold the shard. */
export interface NotKnown {
  /** Settles when it is worth asking again, and at a stop. */
  readonly again: Promise<void>;
}

/** A shard whose attempt failed, and which has no result yet. */
export interface FailedShard {
  readonly id: string;
  /** The delay of its next attempt, in milliseconds; `undefined` where its attempts are used up. */
  readonly retryAfterMs: number | undefined;
  /** The failure is known to come from the shard: it speaks against no slot. */
  readonly belongsToInput: boolean;
}

/** The end of an attempt. */
export type End<F> =
  | { readonly kind: "done"; readonly id: string }
  | { readonly kind: "failed"; readonly failed: F }
  /** It has its result, which says nothing about the slot: the run was stopped, or an input has changed. */
  | { readonly kind: "over" };

/**
 * The steps that the scheduler takes with shards. `S` is a shard that is to run, `R` one whose start is durable, `F` one
 * whose attempt failed. A step that gives `undefined` has given the shard its result.
 */
export interface Steps<S, R, F> {
  readonly idOf: (shard: S) => string;
  /** The size of its inputs in bytes. */
  readonly sizeOf: (shard: S) => number;
  /** Claims the shard; `undefined` where it is not this run's to start. Never waits for another run. */
  readonly claim: (shard: S) => Promise<Claim<S> | NotKnown | undefined>;
  /** Settles when the run is through with the shard: its claim is released then. */
  readonly settled: (id: string) => Promise<void>;
  readonly isStopped: () => boolean;
  /** Calls the listener when the run is stopped. Gives a function that removes it. */
  readonly onStop: (listener: () => void) => () => void;
  /** `false` where the run starts no more shards: it is stopped, or the disk is short of space. */
  readonly mayStart: (shard: S) => Promise<boolean>;
  /** A start would set nothing aside, and can be taken back without a trace. */
  readonly isBlank: (shard: S) => boolean;
  /** Makes the start durable; `undefined` where it could not be. */
  readonly start: (shard: S) => Promise<R | undefined>;
  /** Begins a shard that was made ready ahead; `undefined` where it depends on something that has changed since. */
  readonly begin: (ready: R) => Promise<R | undefined>;
  /** Takes back the start of a blank shard that is not going to run. Never throws. */
  readonly withdraw: (ready: R) => Promise<void>;
  /** Makes the next start of a shard durable; `undefined` where it could not be. */
  readonly startAgain: (failed: F) => Promise<R | undefined>;
  /** Gives the shard its result: it failed. */
  readonly giveUp: (failed: F) => void;
  /** Says that the result waits until it is known whether the slot or the shard is to blame. */
  readonly holdBack: (failed: F) => void;
  /** Says that a shard whose slot is doubted is tried on another one. */
  readonly tryElsewhere: (failed: F) => void;
  /** Stops the run where it has failed too often. `usedUp` shards have failed besides those that have their result. */
  readonly checkFailures: (usedUp: number, isHopeless: (failures: number) => boolean) => void;
}
