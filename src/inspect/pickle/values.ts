import { UNREAD, OBJECT, type Fields } from "../shared/fields.ts";

/**
 * A pickled value as far as a walk knows it. Nothing is ever built from it: an object is only known to be one, and of
 * a mapping only the fields asked for are kept.
 */
export type PickledValue =
  | { readonly kind: "text"; readonly text: string }
  /** Its text is made only where it is asked for: a pickle may be full of numbers. */
  | { readonly kind: "scalar"; readonly show: () => string }
  | { readonly kind: "mapping"; readonly fields: Fields }
  | PickledTuple
  /** A class or a function, by its name without its module. */
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "object" | "unread" };

/** A tuple of more than three values; a shorter one is an object like any other. */
export interface PickledTuple {
  readonly kind: "tuple";
  readonly items: readonly PickledValue[];
}

export type PickledMapping = Extract<PickledValue, { kind: "mapping" }>;

export const SOME_OBJECT: PickledValue = { kind: "object" };
export const UNREAD_VALUE: PickledValue = { kind: "unread" };

export function newMapping(): PickledMapping {
  return { kind: "mapping", fields: new Map() };
}

/** The fields of a mapping; none of any other value. */
export function fieldsOf(value: PickledValue | undefined): Fields {
  return value?.kind === "mapping" ? value.fields : new Map();
}

/** The text of a value as a field. */
export function valueText(value: PickledValue): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "scalar") return value.show();
  return value.kind === "unread" ? UNREAD : OBJECT;
}
