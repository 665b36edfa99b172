import type * as v from "valibot";
import { DESCRIBING } from "./describing-fields.ts";
import { RUNNING } from "./running-fields.ts";

/** Every input of a definition, by its name on all surfaces. */
export const FIELDS = { ...DESCRIBING, ...RUNNING };

export type FieldName = keyof typeof FIELDS;

/** The value of each input, after reading. */
type FieldValue<N extends FieldName> = v.InferOutput<ReturnType<(typeof FIELDS)[N]["schema"]>>;

/** A whole definition: every input by its key, given or by default. Times are in milliseconds. */
export type Definition = {
  readonly [N in FieldName as (typeof FIELDS)[N]["key"]]:
    | FieldValue<N>
    | ReturnType<(typeof FIELDS)[N]["fallback"]>;
};

export const FIELD_NAMES: readonly FieldName[] = Object.keys(FIELDS).filter(isFieldName);

/** What an action's own default for an input says of it: it was left out. */
export function isLeftOut(name: string, value: unknown): boolean {
  return isFieldName(name) && FIELDS[name].leftOut !== undefined && FIELDS[name].leftOut === value;
}

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

/** An input that is no part of the definition. */
interface OtherInput {
  readonly name: string;
  readonly about: string;
  /** Absent where an action has no default of its own. */
  readonly actionDefault?: string;
  /** A secret is no flag: every process of the machine could read it. */
  readonly isSecret?: true;
}

/** Inputs that say where the definition comes from, and what a step may do. */
export const OTHER_INPUTS: readonly OtherInput[] = [
  {
    name: "config",
    about:
      "The config file that holds the definition; donemark.yml is read if it exists. An input that is given here wins over it.",
  },
  { name: "definition", about: "`plan`'s `definition` output." },
  {
    name: "github-token",
    about: "The token that lists what GitHub's cache holds, in a few requests.",
    actionDefault: "${{ github.token }}",
    isSecret: true,
  },
  {
    name: "marker-key",
    about:
      "A secret of at least 16 characters that signs markers: what is not signed with it is not skipped.",
    isSecret: true,
  },
];
