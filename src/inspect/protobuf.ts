import { byteAt } from "./bytes.ts";
import { WalkEnd, type Cursor } from "./cursor.ts";
import { damaged } from "./verdicts.ts";

/** How a field's value is laid out; groups, which are no longer written, are none of them. */
export const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 } as const;

export interface Tag {
  readonly number: number;
  readonly wire: number;
}

/**
 * The tag that a field begins with. @throws WalkEnd where the file ends, or these bytes are none.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export function readTag(cursor: Cursor): Tag {
  const tag = readVarint(cursor);
  const number = Math.floor(tag / 8);
  if (number === 0) throw new WalkEnd(damaged("it holds bytes that begin no field"));
  return { number, wire: tag % 8 };
}

const LONGEST_VARINT = 10;

/** Exact up to 2^53. @throws WalkEnd where the file ends, or after ten bytes. */
export function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let place = 0; place < LONGEST_VARINT; place += 1) {
    const byte = byteAt(cursor.take(1), 0);
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return value;
  }
  throw new WalkEnd(damaged("it holds a number without end"));
}

/** Passes over a field's value. @throws WalkEnd where the file ends, or its layout is none. */
export function passField(cursor: Cursor, wire: number): void {
  switch (wire) {
    case WIRE.varint:
      readVarint(cursor);
      return;
    case WIRE.eight:
      return cursor.skip(8);
    case WIRE.bytes:
      return cursor.skip(readVarint(cursor));
    case WIRE.four:
      return cursor.skip(4);
    default:
      throw new WalkEnd(damaged(`it holds a field of the layout ${wire}, which is none`));
  }
}
