import { byteAt, uint32 } from "../shared/bytes.ts";
import type { Fields } from "../shared/fields.ts";
import { newStack, type PickleStack } from "./stack.ts";
import { fieldsOf, type PickledValue } from "./values.ts";
import { walkPickle } from "./walk.ts";

/** The most operations of the search, but for its last walk, so that no crafted file costs seconds. */
export const MOST_OPERATIONS = 200_000;

export interface LastFields {
  /** The fields of the pickled mapping that were set last; none where the search found nothing. */
  readonly fields: Fields;
  /** The number of operations of all walks together. */
  readonly operations: number;
}

/**
 * Finds the fields that the last bytes of a pickle set. `stack`: the stack behind its first bytes, whose memo later
 * bytes refer to.
 *
 * A pickle cannot be read backwards. But a walk from the start of any operation to the exact end has seen the last
 * items set, and in which value: the pickled value is the one that lies alone on the stack in the end. Items of inner
 * mappings went into those. A walk from inside an argument either meets the true operations or breaks.
 */
export function findLastFields(tail: Uint8Array, { names, memo }: PickleStack): LastFields {
  let operations = 0;
  for (const start of likelyOperations(tail, memo)) {
    const walk = walkPickle(tail, start, newStack(names, memo));
    const { values, marks } = walk.stack;
    operations += walk.operations;
    const isAlone = values.length === 1 && marks.length === 0;
    if (walk.ended === "stop" && walk.at === tail.length && isAlone)
      return { fields: fieldsOf(values[0]), operations };
    if (operations > MOST_OPERATIONS) break;
  }
  return { fields: new Map(), operations };
}

/** The most places from which a walk is tried, for the same reason. */
const MOST_TRIES = 256;

/**
 * Places where an operation seems to begin, first ones first: texts, recognised by their length and their letters, and
 * references to texts in the memo.
 */
function* likelyOperations(
  bytes: Uint8Array,
  memo: ReadonlyMap<number, PickledValue>,
): Generator<number> {
  let tries = 0;
  for (let at = 0; at < bytes.length && tries < MOST_TRIES; at += 1) {
    if (!isText(bytes, at) && !isReference(bytes, at, memo)) continue;
    tries += 1;
    yield at;
  }
}

const BINUNICODE = 0x58;
const SHORT_BINUNICODE = 0x8c;
const BINGET = 0x68;
const LONG_BINGET = 0x6a;

/** Keys are short. Numbers hardly ever contain bytes that look like a length and as many letters. */
const LONGEST_TEXT = 200;

function isText(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === BINUNICODE) return areLetters(bytes, at + 5, uint32(bytes, at + 1));
  return bytes[at] === SHORT_BINUNICODE && areLetters(bytes, at + 2, byteAt(bytes, at + 1));
}

function areLetters(bytes: Uint8Array, start: number, length: number): boolean {
  if (length === 0 || length > LONGEST_TEXT || start + length > bytes.length) return false;
  return bytes.subarray(start, start + length).every((byte) => byte >= 0x20 && byte !== 0x7f);
}

function isReference(
  bytes: Uint8Array,
  at: number,
  memo: ReadonlyMap<number, PickledValue>,
): boolean {
  if (bytes[at] === BINGET) return memo.get(byteAt(bytes, at + 1))?.kind === "text";
  return bytes[at] === LONG_BINGET && memo.get(uint32(bytes, at + 1))?.kind === "text";
}
