import { byteAt } from "./bytes.ts";

/** Thrown where bytes are no Thrift struct; it never leaves this file. */
class Broken extends Error {}

/**
 * Told of each number and each text, with the ids of the fields that lead to it (`/4/1/3` is field 3 of a struct in
 * field 1 of a struct in field 4; lists add nothing). Numbers are exact up to 2^53.
 */
export type Visit = (path: string, value: number | Uint8Array) => void;

interface Walk {
  readonly bytes: Uint8Array;
  readonly visit: Visit;
  at: number;
}

/** Deeper than anything that a format nests. */
const DEEPEST = 32;

/**
 * Walks over the struct that begins `bytes`. Nothing is built or kept, so that no count in the bytes costs memory, and
 * every step takes at least one byte, so that none costs time.
 * Gives the place behind it; `undefined` where the bytes are none.
 * Source: "Thrift compact protocol encoding" in the specification of Apache Thrift.
 */
export function walkThrift(bytes: Uint8Array, visit: Visit): number | undefined {
  const walk: Walk = { bytes, visit, at: 0 };
  try {
    walkStruct(walk, "", 0);
    return walk.at;
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

function walkStruct(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new Broken();
  let id = 0;
  for (;;) {
    const header = readByte(walk);
    if (header === 0) return;
    const step = header >> 4;
    id = step === 0 ? unzigzag(readVarint(walk)) : id + step;
    const kind = header & 0xf;
    // A truth value is told by its type alone.
    if (kind !== TRUE && kind !== FALSE) walkValue(walk, kind, `${path}/${id}`, depth);
  }
}

const TRUE = 1;
const FALSE = 2;

function walkValue(walk: Walk, kind: number, path: string, depth: number): void {
  switch (kind) {
    case TRUE:
    case FALSE:
    case 3:
      return skip(walk, 1);
    case 4:
    case 5:
    case 6:
      return walk.visit(path, unzigzag(readVarint(walk)));
    case 7:
      return skip(walk, 8);
    case 8: {
      const length = readVarint(walk);
      skip(walk, length);
      return walk.visit(path, walk.bytes.subarray(walk.at - length, walk.at));
    }
    case 9:
    case 10:
      return walkList(walk, path, depth);
    case 11:
      return walkMap(walk, path, depth);
    case 12:
      return walkStruct(walk, path, depth + 1);
    case 13:
      return skip(walk, 16);
    default:
      throw new Broken();
  }
}

function walkList(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new Broken();
  const header = readByte(walk);
  const length = header >> 4 === 15 ? readVarint(walk) : header >> 4;
  for (let left = length; left > 0; left -= 1) walkValue(walk, header & 0xf, path, depth + 1);
}

function walkMap(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new Broken();
  const length = readVarint(walk);
  const kinds = length === 0 ? 0 : readByte(walk);
  for (let left = length; left > 0; left -= 1) {
    walkValue(walk, kinds >> 4, path, depth + 1);
    walkValue(walk, kinds & 0xf, path, depth + 1);
  }
}

function readByte(walk: Walk): number {
  skip(walk, 1);
  return byteAt(walk.bytes, walk.at - 1);
}

const LONGEST_VARINT = 10;

function readVarint(walk: Walk): number {
  let value = 0;
  for (let place = 0; place < LONGEST_VARINT; place += 1) {
    const byte = readByte(walk);
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return value;
  }
  throw new Broken();
}

/** Signs are in the lowest bit: 0, -1, 1, -2, … */
function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function skip(walk: Walk, length: number): void {
  if (walk.at + length > walk.bytes.length) throw new Broken();
  walk.at += length;
}
