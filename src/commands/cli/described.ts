/** The switches that commands may have, each with its meaning. */
export const SWITCHES = {
  json: "print the answer as JSON on standard output, and everything else on standard error",
  "json-lines": "print every event of the run as one line of JSON on standard output",
  yes: "go on without a question",
  workflow: "write the workflow for GPU runners as well",
  quiet: "print only warnings, failures and the end",
  verbose: "print a line for every shard, and on a terminal what commands print",
  all: "act on every shard",
  accept: "write the present fingerprint into existing markers, and nothing else",
  deep: "read every byte",
  follow: "print on while the log grows, until the shard's command has ended",
  watch: "look again and again until nothing remains to run",
  help: "print this help",
} as const;

export type SwitchName = keyof typeof SWITCHES;

/** The words that a command takes besides its flags. */
export type Positionals =
  /** None. `suggest` names what was probably meant by one. */
  | { readonly kind: "none"; readonly suggest?: (word: string) => string }
  /** Any number of these. */
  | { readonly kind: "many"; readonly word: string }
  /** Exactly one; the command itself says so. */
  | { readonly kind: "one"; readonly word: string };

/** What is known of a command but how it acts. */
export interface Described {
  readonly name: string;
  /** Completes "donemark NAME: …" in the list of commands. */
  readonly about: string;
  readonly positionals: Positionals;
  /** Besides `help`, which every command has. */
  readonly switches: readonly SwitchName[];
  /** The inputs of a definition are flags of it. */
  readonly takesInputs: boolean;
  /** One command line, and what it does. */
  readonly example: readonly [line: string, meaning: string];
}
