import { UNREAD, OBJECT, type Fields } from "./fields.ts";

/**
 * What a walk knows of a pickled value. Nothing is ever built from it: an object stays a name for "something",
 * and of a mapping only the fields asked for are kept.
 */
export type PickledValue =
  | { readonly kind: "text"; readonly text: string }
  /** Shown only where it is asked for: a pickle may be full of numbers. */
  | { readonly kind: "scalar"; readonly show: () => string }
  | { readonly kind: "mapping"; readonly fields: Fields }
  | PickledTuple
  /** A class or function, by its name without its module. */
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "object" | "unread" };

/** Of more than three values; a shorter one is an object like any other. */
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

/** A value as a field shows it. */
export function showValue(value: PickledValue): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "scalar") return value.show();
  return value.kind === "unread" ? UNREAD : OBJECT;
}
