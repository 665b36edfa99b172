import type { Definition } from "../core/definition/fields.ts";
import type { Author } from "../core/model/marker.ts";
import type { Unsaved } from "../core/model/unsaved.ts";
import type { ProcessMark } from "../core/model/start-record.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Verdict } from "../checkpoint/survey.ts";
import type { RunAnswer } from "../core/answers/answers.ts";
import type { StaleResults } from "../core/answers/stale.ts";
import type { Result } from "./results.ts";
import type { StopCause } from "./schedule/stop.ts";

/**
 * Everything that happens in a run, in the order in which it happens. A durable step is emitted after it is durable
 * (`started`, `marked`, `saved`), the beginning of one before it (`starting`, `committing`, `saving`). `shard` is an id.
 */
export type RunEvent =
  /** The run has a tag, which every process of it carries, and nothing has been started. */
  | {
      readonly kind: "opened";
      readonly runTag: string;
      readonly owner: ProcessMark;
      readonly by: Author;
    }
  /** Every shard is decided. */
  | {
      readonly kind: "planned";
      readonly verdicts: readonly Verdict[];
      readonly definition: Definition;
      /** Gives the line that runs a shard again, for a shell. */
      readonly again: (id: string) => string;
      /** Do other jobs take the results from the store? */
      readonly handsOver: boolean;
    }
  /** Finished results are made again, since something that they were made from has changed. Nothing has been started. */
  | ({
      readonly kind: "stale";
      /** The line that keeps them, for a shell. */
      readonly keep: string;
    } & StaleResults)
  /** No other run takes the shard. */
  | { readonly kind: "claimed"; readonly shard: string }
  /** The run waits: nobody knows whether another one lives that has started the shard, and maybe more. Once for each such run. */
  | {
      readonly kind: "owner-unknown";
      readonly shard: string;
      /** Its process, its machine, and its last sign of life. */
      readonly who: string;
      /** In so many milliseconds at most it is known. */
      readonly knownInMs: number;
    }
  | { readonly kind: "starting"; readonly shard: string }
  /** The start record is durable. */
  | {
      readonly kind: "started";
      readonly shard: string;
      readonly attempt: number;
      readonly resumed: boolean;
    }
  /** A start that did not lead to a command is taken back. */
  | { readonly kind: "withdrawn"; readonly shard: string }
  /** The shard is handed to its command. */
  | {
      readonly kind: "executing";
      readonly shard: string;
      /** The number of its attempt in this run, from 1. */
      readonly attempt: number;
      readonly slot: string;
      readonly gpu: string | undefined;
      readonly logPath: string;
    }
  /** A line that a command printed, masked, as the job's log shows it. */
  | { readonly kind: "output"; readonly line: string }
  /** The command has ended with exit code 0 and left processes, which are waited for. */
  | {
      readonly kind: "waiting";
      /** Absent for a command of several shards. */
      readonly shard?: string;
      readonly processes: readonly { readonly pid: number; readonly name: string }[];
      /** The longest wait. */
      readonly limitMs: number;
    }
  /** The command is through with the shard: it ended, was ended, or made the shard's marker. */
  | {
      readonly kind: "executed";
      readonly shard: string;
      readonly attempt: number;
      /** The time that its command took. */
      readonly seconds: number;
      /** The most memory that its command had, where that is known. */
      readonly peakBytes?: number;
    }
  /** The attempt failed, and another one follows. */
  | {
      readonly kind: "retrying";
      readonly shard: string;
      readonly why: string;
      /** `null` where no command ended by itself. */
      readonly exitCode: number | null;
      /** Absent for at once. */
      readonly afterMs?: number;
    }
  /** The attempt failed, and the result waits until it is known whether the slot or the shard is to blame. */
  | {
      readonly kind: "held-back";
      readonly shard: string;
      readonly slot: string;
      readonly why: string;
      readonly exitCode: number | null;
    }
  /** Too much failed on these GPUs while others succeed: they get no more shards. */
  | {
      readonly kind: "slot-retired";
      readonly slots: readonly string[];
      readonly gpu: string;
      readonly failures: number;
    }
  | { readonly kind: "committing"; readonly shard: string }
  /** The marker is durable. */
  | { readonly kind: "marked"; readonly shard: string; readonly sizeBytes: number }
  | { readonly kind: "saving"; readonly shard: string }
  | {
      readonly kind: "saved";
      readonly shard: string;
      readonly outcome: "saved" | "exists" | "unavailable" | "nowhere";
      readonly cause?: string;
      readonly sizeBytes: number;
    }
  /** Shards that are done and not in the store at the end of the run. `isFault`: other jobs need them, and the run fails. */
  | {
      readonly kind: "unsaved";
      /** The store's label. */
      readonly store: string;
      readonly unsaved: readonly Unsaved[];
      readonly isFault: boolean;
    }
  /** The shard has its result: exactly one event for each shard of the run. */
  | { readonly kind: "result"; readonly result: Result }
  /** Something that a person should know. `shard` is absent where it concerns the whole run. */
  | { readonly kind: "warning"; readonly shard?: string; readonly text: string }
  | { readonly kind: "note"; readonly shard?: string; readonly text: string }
  /** Something that makes the run fail although no shard of it did. */
  | { readonly kind: "fault"; readonly text: string }
  /** A step that helps to find a fault. */
  | { readonly kind: "detail"; readonly shard?: string; readonly text: string }
  /** The run stops before its shards are through. */
  | { readonly kind: "stopping"; readonly cause: StopCause }
  | { readonly kind: "ended"; readonly answer: RunAnswer; readonly exitCode: number };

/** An event and its time, in milliseconds since 1970. */
export type TimedEvent = RunEvent & { readonly atMs: number };

export type Emit = (event: RunEvent) => void;

export type Listener = (event: TimedEvent) => void;

/**
 * The one stream of a run: each event goes to every listener, in order. A listener that throws is taken off the list, and
 * the others hear of it; it never breaks a run.
 */
export function eventStream(now: () => number, listeners: readonly Listener[]): Emit {
  const listening = new Set(listeners);
  const emit: Emit = (event) => {
    const timed = { ...event, atMs: now() };
    for (const listener of listening) {
      try {
        listener(timed);
      } catch (error) {
        listening.delete(listener);
        emit({ kind: "warning", text: `a listener of the run failed: ${messageOf(error)}` });
      }
    }
  };
  return emit;
}
