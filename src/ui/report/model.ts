/** What became of an attempt. `unfinished`: the log ends before it. */
export type AttemptOutcome = "done" | "failed" | "stopped" | "unfinished";

/** One attempt of one shard: its command was started, or a long-lived program got the shard. */
export interface AttemptReport {
  /** The place of its job in `Report.jobs`. */
  readonly job: number;
  readonly shard: string;
  /** The number of the attempt in its run, from 1. */
  readonly number: number;
  readonly slot: string;
  readonly gpu: string | undefined;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  /** Absent where the log ends before it. */
  readonly endMs: number | undefined;
  /** The time that its command took; up to the end of the log where that ends before it. */
  readonly seconds: number;
  /** `null` where no command ended by itself; absent where it is not known. */
  readonly exitCode: number | null | undefined;
  readonly outcome: AttemptOutcome;
  readonly why: string | undefined;
  readonly peakBytes: number | undefined;
  readonly logPath: string | undefined;
}

/** What a shard can be at the end of the logs. `unfinished`: its command was started, and no log tells how it ended. */
export const SHARD_ENDS = [
  "failed",
  "blocked",
  "stopped",
  "unfinished",
  "done",
  "skipped",
] as const;

export type ShardEnd = (typeof SHARD_ENDS)[number];

export interface ShardReport {
  readonly id: string;
  /** The place of the job that its result comes from. */
  readonly job: number;
  readonly end: ShardEnd;
  /** Blank for one without a result. */
  readonly decision: string;
  readonly reason: string;
  readonly why: string | undefined;
  readonly seconds: number;
  /** Starts in its run. */
  readonly attempts: number;
  readonly exitCode: number | null | undefined;
  readonly sizeBytes: number | undefined;
  /** Of one that is skipped, the time that its command once took. */
  readonly secondsSaved: number | undefined;
  readonly slot: string | undefined;
  /** The last lines of its log, of one that failed. */
  readonly logTail: string | undefined;
  readonly logPath: string | undefined;
  /** Its checkpoint stays, and `why` names the command that marks it. */
  readonly stays: boolean;
  /** Of one that is done and not in the store, why. */
  readonly unsaved: string | undefined;
}

/** What one event log tells of its run as a whole. */
export interface JobReport {
  /** Who made it: the name of its log, or that of its machine. */
  readonly name: string;
  readonly host: string | undefined;
  readonly runTag: string | undefined;
  /** The first and the last event, in milliseconds since 1970. */
  readonly beganMs: number;
  readonly lastMs: number;
  /** When every shard was decided. */
  readonly plannedMs: number;
  /** Absent where the log ends before its run. */
  readonly exitCode: number | undefined;
  /** Why the run stopped before its shards were through, in a word. */
  readonly stopped: string | undefined;
  readonly total: number;
  /** Shards that were decided, and for which the log has neither a start nor a result. */
  readonly unreached: number;
  /** The first hundred warnings and faults. */
  readonly remarks: readonly Remark[];
  readonly moreRemarks: number;
}

export interface Remark {
  readonly kind: "warning" | "fault";
  readonly shard: string | undefined;
  readonly text: string;
}

/** The number of shards with a reason. Each run counts its own decisions. */
export interface DecisionReport {
  readonly decision: string;
  readonly reason: string;
  readonly shards: number;
}

/** One slot and its attempts, by their places in `Report.attempts`, in the order of their starts. */
export interface SlotReport {
  readonly job: number;
  readonly slot: string;
  readonly gpu: string | undefined;
  readonly attempts: readonly number[];
  /** The time in which at least one command ran, and the rest of its run. */
  readonly busySeconds: number;
  readonly idleSeconds: number;
}

export interface Sums {
  /** From the first event of all jobs to the last. */
  readonly elapsedSeconds: number;
  /** The commands' time of shards that were finished. */
  readonly computedSeconds: number;
  /** The time that the commands of skipped shards once took. */
  readonly skippedSeconds: number;
  /** The commands' time of attempts that finished no shard; a later attempt may have gone on from their parts. */
  readonly lostSeconds: number;
  /** The time in which slots had no command to run. */
  readonly idleSeconds: number;
  /** Checkpoints that were finished. */
  readonly madeBytes: number;
  readonly savedBytes: number;
  readonly savedEntries: number;
}

/** What event logs tell, of one run or of all jobs of a matrix. */
export interface Report {
  readonly jobs: readonly JobReport[];
  /** Each shard once, in the order in which they were first heard of. */
  readonly shards: readonly ShardReport[];
  /** In the order of their starts. */
  readonly attempts: readonly AttemptReport[];
  readonly slots: readonly SlotReport[];
  /** The most frequent first. */
  readonly decisions: readonly DecisionReport[];
  /** The number of shards with each end. */
  readonly ends: Readonly<Record<ShardEnd, number>>;
  readonly total: number;
  readonly unreached: number;
  readonly sums: Sums;
}
