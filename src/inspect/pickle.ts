import { byteAt, uint16, uint32, uint64 } from "./bytes.ts";
import { setField, type Fields } from "./fields.ts";
import type { FieldNames } from "./inspection.ts";
import { operationOf, STOP, type Argument } from "./pickle-operations.ts";
import { newStack, type PickleStack } from "./pickle-stack.ts";
import { findOperations } from "./pickle-sync.ts";
import { showValue, type PickledTuple, type PickledValue } from "./pickle-values.ts";

/** `newer`: of a protocol that is not known here. `broken`: these bytes are no whole pickle of protocol 2 to 5. */
export type PickleFault = "newer" | "broken";

/**
 * The fields of a pickled mapping; none where something else was pickled.
 * The bytes are walked, operation by operation: nothing is constructed, imported or called. Time and memory grow
 * with the number of bytes alone, since each operation adds at most one value.
 */
export function readWholePickle(bytes: Uint8Array, names: FieldNames): Fields | PickleFault {
  const fault = faultOf(bytes, bytes);
  if (fault !== undefined) return fault;
  const { ended, at, stack } = walk(bytes, 0, newStack(names));
  return ended === "stop" && at === bytes.length ? fieldsOf(stack.values.at(-1)) : "broken";
}

/**
 * The same for a pickle of which only the first and the last bytes are at hand: of its fields, those among the
 * first entries of the mapping and among its last ones are found.
 */
export function readPickleEnds(
  { head, tail }: { readonly head: Uint8Array; readonly tail: Uint8Array },
  names: FieldNames,
): Fields | PickleFault {
  const fault = faultOf(head, tail);
  if (fault !== undefined) return fault;
  const { ended, stack } = walk(head, 0, newStack(names));
  if (ended !== "cut") return "broken";
  return new Map([...firstFields(stack), ...lastFields(tail, stack)]);
}

/** One of several pickles that follow one another. */
export interface PickleInRow {
  readonly value: PickledValue | undefined;
  readonly references: readonly PickledTuple[];
  /** Place behind it. */
  readonly end: number;
}

/** The pickle that begins at `at`; `cut` where the bytes end before it does. */
export function readPickleAt(
  bytes: Uint8Array,
  at: number,
  names: FieldNames,
): PickleInRow | PickleFault | "cut" {
  if (at + 2 > bytes.length) return "cut";
  if (bytes[at] !== PROTOCOL) return "broken";
  if (byteAt(bytes, at + 1) > HIGHEST_PROTOCOL) return "newer";
  const { ended, at: end, stack } = walk(bytes, at, newStack(names));
  if (ended !== "stop") return ended;
  return { value: stack.values.at(-1), references: stack.references, end };
}

const PROTOCOL = 0x80;
const HIGHEST_PROTOCOL = 5;

function faultOf(head: Uint8Array, tail: Uint8Array): PickleFault | undefined {
  if (head[0] !== PROTOCOL) return "broken";
  if (byteAt(head, 1) > HIGHEST_PROTOCOL) return "newer";
  return tail.at(-1) === STOP ? undefined : "broken";
}

/** Entries already set, and those that wait for it: a waiting value is finished once the next key follows. */
function firstFields({ values, marks, names }: PickleStack): Fields {
  const fields: Fields = new Map(fieldsOf(values[0]));
  if (values[0]?.kind !== "mapping" || marks[0] !== 1) return fields;
  const waiting = values.slice(1, marks[1]);
  for (let place = 0; place + 2 < waiting.length; place += 2) {
    const [key, value, next] = waiting.slice(place, place + 3);
    if (key?.kind === "text" && value !== undefined && next?.kind === "text")
      setField(fields, names, [key.text, showValue(value)]);
  }
  return fields;
}

/** So many operations are walked in search of the last fields, so that a file made for it cannot cost seconds. */
const MOST_OPERATIONS = 200_000;

/**
 * A pickle cannot be read backwards. But a walk from any operation on that ends at the exact end has seen the last
 * items set, and in which value: the one that lies alone on the stack then is the pickled value. Items of inner
 * mappings went into those. A start inside of some argument runs into the true operations, or breaks.
 */
function lastFields(tail: Uint8Array, { names, memo }: PickleStack): Fields {
  let operations = 0;
  for (const start of findOperations(tail, memo)) {
    const { ended, at, stack, steps } = walk(tail, start, newStack(names, memo));
    operations += steps;
    const isAlone = stack.values.length === 1 && stack.marks.length === 0;
    if (ended === "stop" && at === tail.length && isAlone) return fieldsOf(stack.values[0]);
    if (operations > MOST_OPERATIONS) break;
  }
  return new Map();
}

/** Those of a mapping; none of anything else. */
export function fieldsOf(value: PickledValue | undefined): Fields {
  return value?.kind === "mapping" ? value.fields : new Map();
}

interface Walk {
  /** `cut`: the bytes end before the pickle does. */
  readonly ended: "stop" | "cut" | "broken";
  /** Behind the last operation. */
  readonly at: number;
  /** How many operations were walked. */
  readonly steps: number;
  readonly stack: PickleStack;
}

function walk(bytes: Uint8Array, start: number, stack: PickleStack): Walk {
  let at = start;
  let steps = 0;
  const end = (ended: Walk["ended"]): Walk => ({ ended, at, steps, stack });
  while (at < bytes.length) {
    const byte = byteAt(bytes, at);
    const operation = operationOf(byte);
    if (operation === undefined) return end("broken");
    const place = placeOf(operation.argument, bytes, at + 1);
    if (place.end > bytes.length) return end("cut");
    operation.apply(stack, bytes.subarray(place.start, place.end));
    if (stack.isBroken) return end("broken");
    steps += 1;
    at = place.end;
    if (byte === STOP) return end("stop");
  }
  return end("cut");
}

interface Place {
  readonly start: number;
  /** Infinite where the bytes end before it is known. */
  readonly end: number;
}

function placeOf(argument: Argument, bytes: Uint8Array, at: number): Place {
  switch (argument.kind) {
    case "fixed":
      return { start: at, end: at + argument.bytes };
    case "counted": {
      const start = at + argument.bytes;
      const end = start > bytes.length ? Infinity : start + countAt(bytes, at, argument.bytes);
      return { start, end };
    }
    case "lines":
      return { start: at, end: endOfLines(bytes, at, argument.lines) };
  }
}

function countAt(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return byteAt(bytes, at);
  if (size === 2) return uint16(bytes, at);
  return size === 4 ? uint32(bytes, at) : uint64(bytes, at);
}

function endOfLines(bytes: Uint8Array, start: number, lines: number): number {
  let at = start;
  for (let line = 0; line < lines; line += 1) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return Infinity;
    at = end + 1;
  }
  return at;
}
