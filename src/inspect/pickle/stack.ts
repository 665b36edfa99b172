import { setField } from "../shared/fields.ts";
import type { FieldNames } from "../inspection.ts";
import {
  newMapping,
  valueText,
  SOME_OBJECT,
  UNREAD_VALUE,
  type PickledMapping,
  type PickledTuple,
  type PickledValue,
} from "./values.ts";

/** The state of a walk over a pickle. */
export interface PickleStack {
  readonly names: FieldNames;
  readonly values: PickledValue[];
  /** For each mark on the stack, the number of values below it. */
  readonly marks: number[];
  readonly memo: Map<number, PickledValue>;
  /** The persistent ids: tuples that name content outside the pickle. */
  readonly references: PickledTuple[];
  /** The memo of an earlier piece; set where the walk is over a later piece. */
  readonly earlier: ReadonlyMap<number, PickledValue> | undefined;
  /** True once an operation has taken a value that does not exist: the bytes are no pickle. */
  isBroken: boolean;
}

/**
 * Makes an empty stack. With `earlier`, the walk begins in the middle of a pickle, above values and marks that it does
 * not know: taking from the empty stack then gives an unread value and breaks nothing.
 */
export function newStack(
  names: FieldNames,
  earlier?: ReadonlyMap<number, PickledValue>,
): PickleStack {
  return {
    names,
    values: [],
    marks: [],
    memo: new Map(),
    references: [],
    earlier,
    isBroken: false,
  };
}

export function pop(stack: PickleStack): PickledValue {
  const value = isKnown(stack) ? stack.values.pop() : undefined;
  return value ?? fromBelow(stack);
}

/** Takes the topmost mark and the values above it, lowest first. */
export function popToMark(stack: PickleStack): readonly PickledValue[] {
  const mark = stack.marks.pop();
  if (mark === undefined) fromBelow(stack);
  return stack.values.splice(mark ?? 0);
}

/** The topmost value, which stays on the stack. */
export function peek(stack: PickleStack): PickledValue {
  const value = isKnown(stack) ? stack.values.at(-1) : undefined;
  return value ?? fromBelow(stack);
}

/** Replaces the topmost value, a persistent id, by the content outside the pickle that it names. */
export function refer(stack: PickleStack): void {
  const id = pop(stack);
  if (id.kind === "tuple") stack.references.push(id);
  stack.values.push(SOME_OBJECT);
}

export function remember(stack: PickleStack, place: number): void {
  stack.memo.set(place, peek(stack));
}

/** In a later piece, the place of a `MEMOIZE` is unknown: it is the count of all memoized values before it. */
export function rememberNext(stack: PickleStack): void {
  if (stack.earlier === undefined) remember(stack, stack.memo.size);
}

export function recall(stack: PickleStack, place: number): void {
  const value = stack.memo.get(place) ?? stack.earlier?.get(place);
  if (value === undefined && stack.earlier === undefined) stack.isBroken = true;
  stack.values.push(value ?? UNREAD_VALUE);
}

/**
 * Sets pairs of key and value in the topmost value. A walk that begins in the middle may see only the value of the
 * first pair, so pairs are counted from the end.
 */
export function setItems(stack: PickleStack, items: readonly PickledValue[]): void {
  const odd = items.length % 2;
  if (odd === 1) fromBelow(stack);
  const { fields } = topMapping(stack);
  for (let place = odd; place < items.length; place += 2) {
    const key = items[place] ?? SOME_OBJECT;
    const value = items[place + 1] ?? SOME_OBJECT;
    if (key.kind === "text") setField(fields, stack.names, [key.text, valueText(value)]);
  }
}

/** The topmost value as a mapping: items are set in mappings only, whatever their class. One below all known values becomes known here. */
function topMapping(stack: PickleStack): PickledMapping {
  const top = peek(stack);
  if (top.kind === "mapping") return top;
  const mapping = newMapping();
  if (isKnown(stack)) stack.values.pop();
  stack.values.push(mapping);
  return mapping;
}

function isKnown(stack: PickleStack): boolean {
  return stack.values.length > (stack.marks.at(-1) ?? 0);
}

/** A value from below the first known one. Above a known mark, and in a walk from the start, there is none. */
function fromBelow(stack: PickleStack): PickledValue {
  if (stack.earlier === undefined || stack.marks.length > 0) stack.isBroken = true;
  return UNREAD_VALUE;
}
