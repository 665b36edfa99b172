import { byteAt } from "./bytes.ts";
import { WalkEnd, type Cursor } from "./cursor.ts";
import { damaged } from "./findings.ts";
import { readVarint } from "./varint.ts";

/** The wire types of fields. Groups, which are no longer written, are left out. */
export const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 } as const;

export interface Tag {
  readonly number: number;
  readonly wire: number;
}

/**
 * Reads the tag of a field. @throws WalkEnd where the file ends, or the bytes are no tag.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export function readTag(cursor: Cursor): Tag {
  const tag = readNumber(cursor);
  const number = Math.floor(tag / 8);
  if (number === 0) throw new WalkEnd(damaged("it holds bytes that begin no field"));
  return { number, wire: tag % 8 };
}

/** Reads a varint, exact up to 2^53. @throws WalkEnd where the file ends, or after ten bytes. */
export function readNumber(cursor: Cursor): number {
  const value = readVarint(() => byteAt(cursor.take(1), 0));
  if (value === undefined) throw new WalkEnd(damaged("it holds a number without end"));
  return value;
}

/** Moves over a field's value. @throws WalkEnd where the file ends, or the wire type is none. */
export function skipField(cursor: Cursor, wire: number): void {
  switch (wire) {
    case WIRE.varint:
      readNumber(cursor);
      return;
    case WIRE.eight:
      return cursor.skip(8);
    case WIRE.bytes:
      return cursor.skip(readNumber(cursor));
    case WIRE.four:
      return cursor.skip(4);
    default:
      throw new WalkEnd(damaged(`it holds a field of the layout ${wire}, which is none`));
  }
}
