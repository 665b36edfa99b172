import { constants } from "node:os";
import { formatDuration } from "../../core/text/duration.ts";
import type { Limits } from "../parts.ts";
import { explainEnd, isOutOfMemory } from "./ends.ts";
import type { Ended } from "./supervise.ts";

/** Why an attempt did not finish its shard. */
export interface Trouble {
  /** One word: `exit-code`, `signal`, `not-started`, `unguarded`, `timeout`, `still-running`, `stopped`, `check`, `reported`, `changed-meanwhile`, or a reason of the table of decisions. */
  readonly reason: string;
  /** As a sentence. */
  readonly why: string;
  /** `null` where no command ended by itself. */
  readonly exitCode: number | null;
  /** The checkpoint stays where it is: `why` names the command that marks it. */
  readonly stays?: true;
  /** Its names in `retry-on` and `no-retry-on`: an exit code, `oom`, `timeout`, `reported`. */
  readonly kinds?: readonly string[];
}

interface Circumstances {
  readonly limits: Pick<Limits, "shardTimeoutMs" | "stallTimeoutMs">;
  /** The last lines of the command's output. */
  readonly logTail: string;
}

/** The trouble with a command that did not end with exit code 0; `undefined` for one that did. */
export function troubleOf(ended: Ended, { limits, logTail }: Circumstances): Trouble | undefined {
  switch (ended.kind) {
    case "exit":
      return ended.code === 0 ? undefined : failure(ended, logTail);
    case "signal":
      return failure(ended, logTail);
    case "not-started":
      return trouble("not-started", `the command could not be started: ${ended.why}`);
    case "unguarded":
      return trouble(
        "unguarded",
        "the command was ended: somebody has killed the process that watches over it (its guard), and no other one could start",
      );
    case "timeout": {
      const limit = formatDuration(limits.shardTimeoutMs ?? 0);
      return { ...trouble("timeout", `the command took longer than ${limit}`), kinds: ["timeout"] };
    }
    case "stalled": {
      const limit = formatDuration(limits.stallTimeoutMs ?? 0);
      const why = `the command stalled: for ${limit} it printed nothing, and neither its checkpoint nor its work changed`;
      return { ...trouble("stalled", why), kinds: ["timeout"] };
    }
    case "still-running": {
      const why = `still-running: ${ended.why}; let the command wait for what it starts`;
      return { reason: "still-running", why, exitCode: 0 };
    }
    case "stopped":
    case "left":
      return trouble("stopped", "the run was stopped");
  }
}

/** Of a command that failed by itself. */
function failure(
  ended: Extract<Ended, { readonly kind: "exit" | "signal" }>,
  logTail: string,
): Trouble {
  const code = ended.kind === "exit" ? ended.code : codeOfSignal(ended.signal);
  const why =
    ended.kind === "exit"
      ? `the command ended with exit code ${inWords(code)}`
      : `the command was ended by ${ended.signal}`;
  const cause = explainEnd(code, logTail);
  return {
    reason: ended.kind === "exit" ? "exit-code" : "signal",
    why: cause === undefined ? why : `${why}: ${cause}`,
    exitCode: ended.kind === "exit" ? ended.code : null,
    kinds: [String(code), ...(isOutOfMemory(code, logTail) ? ["oom"] : [])],
  };
}

/** The code, and the signal that it stands for where a shell gives it. */
function inWords(code: number): string {
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return signal === undefined ? String(code) : `${code} (${signal})`;
}

/** As shells count it. */
function codeOfSignal(signal: string): number {
  const number = Object.entries(constants.signals).find(([name]) => name === signal)?.[1];
  return 128 + (number ?? 0);
}

function trouble(reason: string, why: string): Trouble {
  return { reason, why, exitCode: null };
}
