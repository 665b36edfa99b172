import type { Reason } from "../core/decide.ts";
import type { Unsaved } from "../core/unsaved.ts";

export type Outcome = "done" | "skipped" | "failed" | "stopped";

/** What became of one shard in this run. */
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
  /** Why it failed or was stopped, in words. */
  readonly why?: string;
  readonly sizeBytes?: number;
  /** Milliseconds since 1970, of the last start in this run. */
  readonly startedAtMs?: number;
  readonly slot?: string;
  readonly logPath?: string;
}

/** The results of a run, as they come. */
export interface Ledger {
  readonly add: (result: Result) => void;
  readonly get: (id: string) => Result | undefined;
  /** Settles when this run is through with the shard: it has its result and, if it is done, its save was tried. */
  readonly settled: (id: string) => Promise<void>;
  /** The save of a shard that is done was tried. */
  readonly addTried: (id: string) => void;
  readonly all: () => readonly Result[];
  readonly count: (outcome: Outcome) => number;
  /** Entries of the store that this run added. */
  readonly saved: () => { readonly entries: number; readonly bytes: number };
  readonly addSaved: (bytes: number, entries?: number) => void;
  readonly addUnsaved: (unsaved: Unsaved) => void;
  /** Shards that are done and that the store does not have, as far as their saves have been tried. */
  readonly unsaved: () => readonly Unsaved[];
  /** The same, and forgets them: they are tried again. */
  readonly takeUnsaved: () => readonly Unsaved[];
}

/** `onResult` is called with each result, once per shard. */
export function createLedger(onResult: (result: Result) => void): Ledger {
  const results = new Map<string, Result>();
  const through = new Set<string>();
  const awaited = new Map<string, () => void>();
  const unsaved: Unsaved[] = [];
  const saved = { entries: 0, bytes: 0 };
  const settle = (id: string): void => {
    through.add(id);
    awaited.get(id)?.();
  };
  return {
    add: (result) => {
      results.set(result.id, result);
      if (result.outcome !== "done") settle(result.id);
      onResult(result);
    },
    addTried: settle,
    get: (id) => results.get(id),
    settled: (id) =>
      new Promise((resolve) => {
        if (through.has(id)) resolve();
        else awaited.set(id, resolve);
      }),
    all: () => [...results.values()],
    count: (outcome) => [...results.values()].filter((result) => result.outcome === outcome).length,
    saved: () => ({ ...saved }),
    addSaved: (bytes, entries = 1) => {
      saved.entries += entries;
      saved.bytes += bytes;
    },
    addUnsaved: (one) => void unsaved.push(one),
    unsaved: () => [...unsaved],
    takeUnsaved: () => unsaved.splice(0),
  };
}
