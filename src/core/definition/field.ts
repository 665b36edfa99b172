import type * as v from "valibot";

/** The actions that offer inputs. `main` is the root action. */
type ActionName = "main" | "plan" | "collect" | "restore" | "save";

/** The values that were given, by the names of their inputs, after they were read. */
type Given = Readonly<Record<string, unknown>>;

/** One input: everything that is known of it. */
export interface Field<K extends string, S extends v.GenericSchema, D> {
  /** Its name in a `Definition`. */
  readonly key: K;
  /** Makes the forms in which it may be given, and the value that it gives. */
  readonly schema: () => S;
  /** The value where it is not given. */
  readonly fallback: (given: Given) => D;
  /** The fallback in words; absent where there is none. */
  readonly default?: string;
  /** A config file's numbers and truth values are taken as they are written: 1.10 is not 1.1. */
  readonly isText?: true;
  /** Completes "must be …". */
  readonly expected: string;
  /** What was probably meant by a value that is refused, as a sentence behind a space; empty where nobody can tell. */
  readonly hint?: (value: unknown) => string;
  /** A value as a config file has it. */
  readonly example: string;
  readonly about: string;
  /** The default that an action states: only so is an input that a workflow leaves out told from one that came out blank. */
  readonly leftOut?: string;
  /** The actions that offer it; absent for all. On a terminal and in a config file every input may be given. */
  readonly actions?: readonly ActionName[];
  /**
   * A plan and its jobs must have the same value: with another one a job would name other shards, or run them all again.
   * `with-command`: only where the plan has a command.
   */
  readonly mustAgree?: "always" | "with-command";
}

/** A row, with its types as they stand. */
export function field<const K extends string, S extends v.GenericSchema, D>(
  row: Field<K, S, D>,
): Field<K, S, D> {
  return row;
}
