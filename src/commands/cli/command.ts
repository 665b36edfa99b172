import type { Call } from "./call.ts";
import type { Described, Positionals } from "./described.ts";

/** A command of the terminal: everything that is known of it. */
export interface Command extends Described {
  /** Acts, and gives the exit code. */
  readonly run: (call: Call) => Promise<number>;
}

/** Shards are named by `only`. */
export const NO_WORDS: Positionals = {
  kind: "none",
  suggest: (word) => ` Did you mean --only=${word}?`,
};
