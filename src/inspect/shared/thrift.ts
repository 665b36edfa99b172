import { byteAt } from "./bytes.ts";
import { readVarint, unzigzag } from "./varint.ts";

/** Ends a walk over bytes that are no Thrift struct; it never leaves this file. */
class NoStruct extends Error {}

/**
 * Receives each number and each text with its path, the ids of the fields that lead to it: `/4/1/3` is field 3 of a
 * struct in field 1 of a struct in field 4. Lists add nothing to a path. Numbers are exact up to 2^53.
 */
export type Visit = (path: string, value: number | Uint8Array) => void;

interface Walk {
  readonly bytes: Uint8Array;
  readonly visit: Visit;
  at: number;
}

/** No format nests its structs as deeply. */
const DEEPEST = 32;

/**
 * Walks over the struct that begins `bytes`. It builds and keeps nothing, so no count in the bytes costs memory; and
 * every step takes at least one byte, so none costs time.
 * Returns the place behind the struct; `undefined` where the bytes are no struct.
 * Source: "Thrift compact protocol encoding" in the specification of Apache Thrift.
 */
export function walkThrift(bytes: Uint8Array, visit: Visit): number | undefined {
  const walk: Walk = { bytes, visit, at: 0 };
  try {
    walkStruct(walk, "", 0);
    return walk.at;
  } catch (error) {
    if (error instanceof NoStruct) return undefined;
    throw error;
  }
}

function walkStruct(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new NoStruct();
  let id = 0;
  for (;;) {
    const header = readByte(walk);
    if (header === 0) return;
    const step = header >> 4;
    id = step === 0 ? unzigzag(readNumber(walk)) : id + step;
    const kind = header & 0xf;
    // The type of a boolean field is its value; no bytes follow.
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
      return walk.visit(path, unzigzag(readNumber(walk)));
    case 7:
      return skip(walk, 8);
    case 8: {
      const length = readNumber(walk);
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
      throw new NoStruct();
  }
}

function walkList(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new NoStruct();
  const header = readByte(walk);
  const length = header >> 4 === 15 ? readNumber(walk) : header >> 4;
  for (let left = length; left > 0; left -= 1) walkValue(walk, header & 0xf, path, depth + 1);
}

function walkMap(walk: Walk, path: string, depth: number): void {
  if (depth > DEEPEST) throw new NoStruct();
  const length = readNumber(walk);
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

function readNumber(walk: Walk): number {
  const value = readVarint(() => readByte(walk));
  if (value === undefined) throw new NoStruct();
  return value;
}

function skip(walk: Walk, length: number): void {
  if (walk.at + length > walk.bytes.length) throw new NoStruct();
  walk.at += length;
}
