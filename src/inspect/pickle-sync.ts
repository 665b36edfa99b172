import { byteAt, uint32 } from "./bytes.ts";
import type { PickledValue } from "./pickle-values.ts";

/** More places than this are not tried, so that a file made for it cannot cost seconds. */
const MOST_TRIES = 256;

/**
 * Places in the middle of a pickle where an operation seems to begin, first ones first: texts, which are told by their
 * length and their letters, and references to texts of an earlier piece.
 */
export function* findOperations(
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

/** Names are short; in numbers, bytes that look like a length and so many letters are all but impossible. */
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
