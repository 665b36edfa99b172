import type { Failure } from "../core/model/start-record.ts";
import type { Marker } from "../core/model/marker.ts";

/** A question to a store: a shard with its current fingerprint. */
export interface Wanted {
  readonly shard: string;
  /** Digest over exactly the parts that `rerun-on` names: entries of one match are interchangeable. */
  readonly match: string;
  /** Digest over every part: work is kept and handed on only where all of them are known and the same. */
  readonly whole: string;
}

/** One saved shard. */
export interface Entry {
  readonly shard: string;
  readonly match: string;
  /** The store's own name of the entry. */
  readonly key: string;
  readonly seconds: number;
  readonly sizeBytes: number;
  /** The workflow run that finished it. */
  readonly run?: string;
  readonly attempt?: number;
  /** That of the start it comes from. */
  readonly fence?: number;
}

/** The store could not answer: never the same as a miss. The cause is for people. */
export interface Unavailable {
  readonly kind: "unavailable";
  readonly cause: string;
}

export type FindAnswer =
  | { readonly kind: "hit"; readonly entry: Entry }
  | { readonly kind: "miss" }
  | Unavailable;

export type Fetched =
  | { readonly kind: "hit"; readonly marker: Marker }
  | { readonly kind: "miss" }
  | Unavailable;

export type Saved =
  | { readonly kind: "saved"; readonly key: string }
  | { readonly kind: "exists"; readonly key: string }
  | Unavailable;

export type Removed = { readonly kind: "removed" } | { readonly kind: "miss" } | Unavailable;

type ListedEntries = { readonly kind: "listed"; readonly entries: readonly Entry[] } | Unavailable;

/** A finished shard, as it lies on this disk. */
export interface Finished {
  readonly wanted: Wanted;
  /** Absolute path of the checkpoint. */
  readonly checkpoint: string;
  /** With its full digest. */
  readonly marker: Marker;
  /** Paths of files in it that came after it was marked: no digest vouches for them, and none is saved. */
  readonly added?: readonly string[];
}

/**
 * Where checkpoints and markers live between jobs.
 *
 * A trouble of the store is an outcome with its cause, never an exception and never a miss. An entry becomes visible
 * all at once or not at all, and is never changed. Of several entries of one match the newest counts: by the fence of its
 * start, then by run, attempt and time, so that an older owner never replaces a newer one's result. Every method may be called again after any end.
 */
export interface Store {
  readonly kind: "none" | "file" | "github" | "memory";
  /** For people: `file:/mnt/store`. */
  readonly label: string;
  /** Looks for finished shards; one answer for each question, in order. No checkpoint is read. */
  readonly find: (wanted: readonly Wanted[]) => Promise<readonly FindAnswer[]>;
  /** Brings the checkpoint to `staging`, a path where nothing is. What it brings is not yet checked. */
  readonly fetch: (entry: Entry, staging: string) => Promise<Fetched>;
  /** Durable when it answers `saved`; `exists` where an entry of the same match is there already. */
  readonly save: (finished: Finished) => Promise<Saved>;
  /** After it, the entry is never found again: removed, or marked where it cannot be removed. */
  readonly revoke: (entry: Entry) => Promise<Removed>;
  /** Every entry that `find` could answer with. */
  readonly list: () => Promise<ListedEntries>;
  readonly remove: (entry: Entry) => Promise<Removed>;
  /** Which unfinished shards have a snapshot of their work, one answer for each question. */
  readonly findWork: (wanted: readonly Wanted[]) => Promise<readonly FetchedWork[]>;
  /** Saves what is new in the work directory of an unfinished shard, and how it failed last, if it did. */
  readonly saveWork: (wanted: Wanted, work: string, failure?: Failure) => Promise<Saved>;
  /** Brings the newest whole snapshot to `staging`, a path where nothing is; every file of it is checked. */
  readonly fetchWork: (wanted: Wanted, staging: string) => Promise<FetchedWork>;
  readonly dropWork: (wanted: Wanted) => Promise<Removed>;
  /**
   * The time by a clock that all share who use the store, in milliseconds since 1970; absent where it has none.
   * @throws on a trouble.
   */
  readonly clock?: () => Promise<number>;
  /** Absent where the store does not remember failures. */
  readonly failures?: Failures;
}

/** Remembers which shards have failed, for runs on other disks: these begin with others. Each call throws on a trouble. */
export interface Failures {
  /** Ids of those that have failed with their present fingerprint. The cost does not grow with their number. */
  readonly find: (wanted: readonly Wanted[]) => Promise<ReadonlySet<string>>;
  /** Remembers what failed, and forgets what failed before and is done. */
  readonly update: (changes: {
    readonly failed: readonly Wanted[];
    readonly done: readonly Wanted[];
  }) => Promise<void>;
  /** Updates come no more often than this, in milliseconds. */
  readonly pauseMs: number;
}

/** An answer about a snapshot of work. */
export type FetchedWork = BroughtWork | { readonly kind: "miss" } | Unavailable;

export interface BroughtWork {
  readonly kind: "hit";
  /** How the shard had failed last when the snapshot was taken. */
  readonly failure?: Failure;
}
