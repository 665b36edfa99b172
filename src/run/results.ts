import type { Reason } from "../core/decide/reasons.ts";
import type { Unsaved } from "../core/model/unsaved.ts";

export type Outcome = "done" | "skipped" | "failed" | "stopped";

/** The result of one shard in this run. */
export interface Result {
  readonly id: string;
  readonly decision: "skip" | "run" | "resume" | "blocked";
  readonly reason: Reason;
  readonly outcome: Outcome;
  /** `null` where no command ended by itself. */
  readonly exitCode: number | null;
  readonly seconds: number;
  /** Starts in this run. */
  readonly attempts: number;
  /** The last start in this run told the command to go on from parts. */
  readonly resumed?: boolean;
  /** Why it failed or was stopped, in words. */
  readonly why?: string;
  /** Its checkpoint stays, and another run would set it aside: `why` names the command that marks it. */
  readonly stays?: true;
  readonly sizeBytes?: number;
  /** Of one that is skipped, the time that its command once took, in seconds. */
  readonly secondsSaved?: number;
  /** Milliseconds since 1970, of the last start in this run. */
  readonly startedAtMs?: number;
  readonly slot?: string;
  readonly logPath?: string;
  /** The last lines of its log, masked, of one that failed; of the first hundred of a run. */
  readonly logTail?: string;
}

/** Slots that get no more shards: too much failed on their GPUs while others succeed. */
export interface RetiredSlots {
  readonly slots: readonly string[];
  readonly gpu: string;
  /** How many shards in a row failed there. */
  readonly failures: number;
}

/** The results of a run so far. Each question costs the same, however many results there are, but for `all` and `unsaved`. */
export interface Results {
  readonly add: (result: Result) => void;
  readonly get: (id: string) => Result | undefined;
  /** Settles when this run is through with the shard: it has its result and, if it is done, its save was attempted. */
  readonly settled: (id: string) => Promise<void>;
  /** Marks a shard's save as attempted. */
  readonly addSaveAttempt: (id: string) => void;
  readonly all: () => readonly Result[];
  readonly count: (outcome: Outcome) => number;
  /** Shards that failed before they had a slot: they could not be claimed or started. */
  readonly failedWithoutSlot: () => number;
  /** Notes the size of a checkpoint that is there, whatever becomes of it. */
  readonly sawCheckpoint: (sizeBytes: number) => void;
  /** The size of the largest checkpoint so far, in bytes; 0 for none. */
  readonly largestBytes: () => number;
  /** Entries of the store that this run added. */
  readonly saved: () => { readonly entries: number; readonly bytes: number };
  readonly addSaved: (bytes: number, entries?: number) => void;
  readonly addUnsaved: (unsaved: Unsaved) => void;
  /** Shards that are done and not in the store, as far as their saves were attempted. */
  readonly unsaved: () => readonly Unsaved[];
  readonly unsavedCount: () => number;
  /** Gives the same shards and removes them: their saves are attempted again. */
  readonly takeUnsaved: () => readonly Unsaved[];
  readonly addRetired: (retired: RetiredSlots) => void;
  readonly retired: () => readonly RetiredSlots[];
}

/** `onResult` is called with each result, once per shard. */
export function createResults(onResult: (result: Result) => void): Results {
  const results = new Map<string, Result>();
  const counts: Record<Outcome, number> = { done: 0, skipped: 0, failed: 0, stopped: 0 };
  const waiting = waitingShards();
  const unsaved: Unsaved[] = [];
  const retired: RetiredSlots[] = [];
  const saved = { entries: 0, bytes: 0 };
  let largestBytes = 0;
  let failedWithoutSlot = 0;
  return {
    add: (result) => {
      const before = results.get(result.id);
      if (before !== undefined) counts[before.outcome] -= 1;
      results.set(result.id, result);
      counts[result.outcome] += 1;
      if (result.outcome === "failed" && result.slot === undefined) failedWithoutSlot += 1;
      if (result.outcome !== "done") waiting.settle(result.id);
      onResult(result);
    },
    addSaveAttempt: waiting.settle,
    get: (id) => results.get(id),
    settled: waiting.settled,
    all: () => [...results.values()],
    count: (outcome) => counts[outcome],
    failedWithoutSlot: () => failedWithoutSlot,
    sawCheckpoint: (bytes) => void (largestBytes = Math.max(largestBytes, bytes)),
    largestBytes: () => largestBytes,
    saved: () => ({ ...saved }),
    addSaved: (bytes, entries = 1) => {
      saved.entries += entries;
      saved.bytes += bytes;
    },
    addUnsaved: (one) => void unsaved.push(one),
    unsaved: () => [...unsaved],
    unsavedCount: () => unsaved.length,
    takeUnsaved: () => unsaved.splice(0),
    addRetired: (one) => void retired.push(one),
    retired: () => [...retired],
  };
}

interface Waiting {
  readonly settle: (id: string) => void;
  readonly settled: (id: string) => Promise<void>;
}

function waitingShards(): Waiting {
  const through = new Set<string>();
  const awaited = new Map<string, () => void>();
  return {
    settle: (id) => {
      through.add(id);
      awaited.get(id)?.();
    },
    settled: (id) =>
      new Promise((resolve) => {
        if (through.has(id)) resolve();
        else awaited.set(id, resolve);
      }),
  };
}
