import { setField } from "./fields.ts";
import type { FieldNames } from "./inspection.ts";
import {
  newMapping,
  showValue,
  SOME_OBJECT,
  UNREAD_VALUE,
  type PickledMapping,
  type PickledTuple,
  type PickledValue,
} from "./pickle-values.ts";

/** The state of a walk. */
export interface PickleStack {
  readonly names: FieldNames;
  readonly values: PickledValue[];
  /** For each mark on the stack, how many values lie below it. */
  readonly marks: number[];
  readonly memo: Map<number, PickledValue>;
  /** The tuples that name what is stored outside of the pickle (persistent ids). */
  readonly references: PickledTuple[];
  /** The memo of an earlier piece, where this is a later one. */
  readonly earlier: ReadonlyMap<number, PickledValue> | undefined;
  /** An operation asked for what is not there: these bytes are no pickle. */
  isBroken: boolean;
}

/**
 * An empty stack. With `earlier` the walk begins in the middle of a pickle: below what it sees lie values and marks
 * that it does not know, so taking from an empty stack gives an unknown value in place of breaking.
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

/** The values above the topmost mark, lowest first; the mark goes as well. */
export function popToMark(stack: PickleStack): readonly PickledValue[] {
  const mark = stack.marks.pop();
  if (mark === undefined) fromBelow(stack);
  return stack.values.splice(mark ?? 0);
}

/** The topmost value, which stays. */
export function peek(stack: PickleStack): PickledValue {
  const value = isKnown(stack) ? stack.values.at(-1) : undefined;
  return value ?? fromBelow(stack);
}

/** The topmost value names something outside of the pickle, which takes its place. */
export function refer(stack: PickleStack): void {
  const id = pop(stack);
  if (id.kind === "tuple") stack.references.push(id);
  stack.values.push(SOME_OBJECT);
}

export function remember(stack: PickleStack, place: number): void {
  stack.memo.set(place, peek(stack));
}

/** Which place a `MEMOIZE` in a later piece means cannot be known: it is the count of all before it. */
export function rememberNext(stack: PickleStack): void {
  if (stack.earlier === undefined) remember(stack, stack.memo.size);
}

export function recall(stack: PickleStack, place: number): void {
  const value = stack.memo.get(place) ?? stack.earlier?.get(place);
  if (value === undefined && stack.earlier === undefined) stack.isBroken = true;
  stack.values.push(value ?? UNREAD_VALUE);
}

/**
 * Sets pairs of key and value in the topmost value. Below a mark that a walk has not seen there may be a first
 * half of a pair, so pairs are counted from the end.
 */
export function setItems(stack: PickleStack, items: readonly PickledValue[]): void {
  const odd = items.length % 2;
  if (odd === 1) fromBelow(stack);
  const { fields } = topMapping(stack);
  for (let place = odd; place < items.length; place += 2) {
    const key = items[place] ?? SOME_OBJECT;
    const value = items[place + 1] ?? SOME_OBJECT;
    if (key.kind === "text") setField(fields, stack.names, [key.text, showValue(value)]);
  }
}

/** What items are set in is a mapping, whatever its class; one that lies below all known values becomes known here. */
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

/** What lies below the first known value; above a known mark, and in a walk from the beginning, nothing can. */
function fromBelow(stack: PickleStack): PickledValue {
  if (stack.earlier === undefined || stack.marks.length > 0) stack.isBroken = true;
  return UNREAD_VALUE;
}
