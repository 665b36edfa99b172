import type { Listener } from "../../run/events.ts";
import type { Result } from "../../run/results.ts";
import type { Progress } from "./progress.ts";

/** A shard whose command runs. */
export interface RunningShard {
  readonly id: string;
  readonly slot: string;
  readonly gpu: string | undefined;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
  /** The number of its attempt in this run, from 1. */
  readonly attempt: number;
  /** The time that its command once took, where a marker says so, or else the mean of this run; absent where nothing is known. */
  readonly usualMs?: number;
}

/** What a run has done, and what it does. */
export interface RunView {
  readonly progress: () => Progress;
  /** In the order of their starts. */
  readonly running: () => readonly RunningShard[];
  /** Ids of shards that are being saved. */
  readonly saving: () => readonly string[];
}

interface Open {
  readonly id: string;
  readonly slot: string;
  readonly gpu: string | undefined;
  readonly sinceMs: number;
}

/** Follows the events of a run. `now` gives milliseconds since 1970. */
export function createRunView(now: () => number): RunView & { readonly take: Listener } {
  return new Follower(now);
}

class Follower implements RunView {
  readonly #now: () => number;
  readonly #tally = { total: 0, skipped: 0, ran: 0, failed: 0, savedBytes: 0, secondsSaved: 0 };
  readonly #known = new Map<string, number>();
  readonly #attempts = new Map<string, number>();
  readonly #open = new Map<string, Open>();
  readonly #saving = new Set<string>();
  #ranSeconds = 0;
  #beganAtMs: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly take: Listener = (event) => {
    this.#beganAtMs ??= event.atMs;
    switch (event.kind) {
      case "planned":
        this.#tally.total = event.verdicts.length;
        for (const { task, seconds } of event.verdicts)
          if (seconds !== undefined) this.#known.set(task.shard.id, seconds);
        break;
      case "executing":
        this.#execute(event.shard, { slot: event.slot, gpu: event.gpu, sinceMs: event.atMs });
        break;
      case "executed":
        this.#open.delete(event.shard);
        break;
      case "saving":
        this.#saving.add(event.shard);
        break;
      case "saved":
        this.#saving.delete(event.shard);
        if (event.outcome === "saved") this.#tally.savedBytes += event.sizeBytes;
        break;
      case "result":
        this.#count(event.result);
        break;
      default:
    }
  };

  readonly progress = (): Progress => {
    const { skipped, ...rest } = this.#tally;
    const elapsedMs = this.#now() - (this.#beganAtMs ?? this.#now());
    return { ...rest, done: skipped + rest.ran, elapsedMs };
  };

  readonly running = (): readonly RunningShard[] =>
    [...this.#open.values()].map((open) => {
      const usualMs = this.#usualMs(open.id);
      const attempt = this.#attempts.get(open.id) ?? 1;
      return { ...open, attempt, ...(usualMs !== undefined && { usualMs }) };
    });

  readonly saving = (): readonly string[] => [...this.#saving];

  #execute(id: string, open: Omit<Open, "id">): void {
    this.#attempts.set(id, (this.#attempts.get(id) ?? 0) + 1);
    this.#open.set(id, { id, ...open });
  }

  #count({ id, outcome, seconds }: Result): void {
    this.#open.delete(id);
    this.#attempts.delete(id);
    if (outcome === "failed") this.#tally.failed += 1;
    if (outcome === "done") {
      this.#tally.ran += 1;
      this.#ranSeconds += seconds;
    }
    if (outcome !== "skipped") return;
    this.#tally.skipped += 1;
    this.#tally.secondsSaved += this.#known.get(id) ?? 0;
  }

  #usualMs(id: string): number | undefined {
    const known = this.#known.get(id);
    if (known !== undefined && known > 0) return known * 1000;
    const { ran } = this.#tally;
    return ran === 0 ? undefined : (this.#ranSeconds / ran) * 1000;
  }
}
