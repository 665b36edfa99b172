import { byteAt } from "../shared/bytes.ts";
import { setField, type Fields } from "../shared/fields.ts";
import type { FieldNames } from "../inspection.ts";
import { STOP } from "./operations.ts";
import { findLastFields } from "./last-fields.ts";
import { newStack, type PickleStack } from "./stack.ts";
import { fieldsOf, valueText, type PickledTuple, type PickledValue } from "./values.ts";
import { walkPickle } from "./walk.ts";

/** Bytes that are no pickle of protocol 2 to 5: `newer` means of a later protocol, `broken` anything else. */
export type PickleFault = { readonly kind: "newer" } | { readonly kind: "broken" };

/** The fields of a pickled mapping; none where something else was pickled. */
export interface PickledFields {
  readonly kind: "fields";
  readonly fields: Fields;
}

/** Reads the fields of a pickle that is exactly `bytes`. It is walked, never executed. */
export function readWholePickle(bytes: Uint8Array, names: FieldNames): PickledFields | PickleFault {
  const fault = faultOfEnds(bytes, bytes);
  if (fault !== undefined) return fault;
  const { ended, at, stack } = walkPickle(bytes, 0, newStack(names));
  return ended === "stop" && at === bytes.length
    ? { kind: "fields", fields: fieldsOf(stack.values.at(-1)) }
    : BROKEN;
}

/**
 * Reads the fields of a pickle from its first and its last bytes: those among the first entries of the mapping and
 * among its last ones. A field between them is not found.
 */
export function readPickleEnds(
  { head, tail }: { readonly head: Uint8Array; readonly tail: Uint8Array },
  names: FieldNames,
): PickledFields | PickleFault {
  const fault = faultOfEnds(head, tail);
  if (fault !== undefined) return fault;
  const { ended, stack } = walkPickle(head, 0, newStack(names));
  if (ended !== "cut") return BROKEN;
  const { fields } = findLastFields(tail, stack);
  return { kind: "fields", fields: new Map([...firstFields(stack), ...fields]) };
}

/** One of several pickles that follow one another. */
export interface PickleInRow {
  readonly kind: "pickle";
  readonly value: PickledValue | undefined;
  /** The persistent ids in it: tuples that name content outside the pickle. */
  readonly references: readonly PickledTuple[];
  /** The place behind it. */
  readonly end: number;
}

/** Reads the pickle that begins at `at`; `cut` where the bytes end before it does. */
export function readPickleAt(
  bytes: Uint8Array,
  at: number,
  names: FieldNames,
): PickleInRow | PickleFault | { readonly kind: "cut" } {
  if (at + 2 > bytes.length) return { kind: "cut" };
  if (bytes[at] !== PROTOCOL) return BROKEN;
  if (byteAt(bytes, at + 1) > HIGHEST_PROTOCOL) return NEWER;
  const { ended, at: end, stack } = walkPickle(bytes, at, newStack(names));
  if (ended !== "stop") return { kind: ended };
  return { kind: "pickle", value: stack.values.at(-1), references: stack.references, end };
}

/** The first byte of every pickle since protocol 2; the next one is the protocol's number. */
export const PROTOCOL = 0x80;
const HIGHEST_PROTOCOL = 5;
const BROKEN: PickleFault = { kind: "broken" };
const NEWER: PickleFault = { kind: "newer" };

function faultOfEnds(head: Uint8Array, tail: Uint8Array): PickleFault | undefined {
  if (head[0] !== PROTOCOL) return BROKEN;
  if (byteAt(head, 1) > HIGHEST_PROTOCOL) return NEWER;
  return tail.at(-1) === STOP ? undefined : BROKEN;
}

/**
 * The fields that a walk over the first bytes has met: entries that are set already, and entries that wait on the
 * stack to be set. A waiting value is complete once the next key follows it.
 */
function firstFields({ values, marks, names }: PickleStack): Fields {
  const fields: Fields = new Map(fieldsOf(values[0]));
  if (values[0]?.kind !== "mapping" || marks[0] !== 1) return fields;
  const waiting = values.slice(1, marks[1]);
  for (let place = 0; place + 2 < waiting.length; place += 2) {
    const [key, value, next] = waiting.slice(place, place + 3);
    if (key?.kind === "text" && value !== undefined && next?.kind === "text")
      setField(fields, names, [key.text, valueText(value)]);
  }
  return fields;
}
