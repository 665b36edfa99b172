import { byteAt, textOf, uint32, uint64 } from "./bytes.ts";
import { WalkEnd, type Cursor } from "./cursor.ts";
import { clip, OBJECT } from "./fields.ts";
import { showNumber, type NumberKind } from "./numbers.ts";
import { damaged, unknown } from "./verdicts.ts";

type Kind = NumberKind | "bool";

/** The types of fixed size, by their code. Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const FIXED = new Map<number, readonly [bytes: number, kind: Kind]>([
  [0, [1, "unsigned"]],
  [1, [1, "signed"]],
  [2, [2, "unsigned"]],
  [3, [2, "signed"]],
  [4, [4, "unsigned"]],
  [5, [4, "signed"]],
  [6, [4, "float"]],
  [7, [1, "bool"]],
  [10, [8, "unsigned"]],
  [11, [8, "signed"]],
  [12, [8, "float"]],
]);
const TEXT = 8;
const ARRAY = 9;

/** Longer texts (templates of a chat) are passed over; no field is as long. */
const LONGEST_TEXT = 1024;
const DEEPEST_ARRAY = 4;

export function readUint32(cursor: Cursor): number {
  return uint32(cursor.take(4), 0);
}

export function readUint64(cursor: Cursor): number {
  return uint64(cursor.take(8), 0);
}

/** A text; of a long one its beginning. */
export function readText(cursor: Cursor): string {
  const length = readUint64(cursor);
  const text = textOf(cursor.take(Math.min(length, LONGEST_TEXT)));
  if (length <= LONGEST_TEXT) return text;
  cursor.skip(length - LONGEST_TEXT);
  return clip(text);
}

/** A value of this type, as a field shows it. @throws WalkEnd where the type is not known. */
export function readValue(cursor: Cursor, type: number): string {
  if (type === TEXT) return readText(cursor);
  if (type === ARRAY) {
    passArray(cursor, 0);
    return OBJECT;
  }
  const [bytes, kind] = fixedType(type);
  const data = cursor.take(bytes);
  if (kind === "bool") return byteAt(data, 0) === 0 ? "false" : "true";
  return showNumber(data, kind) ?? OBJECT;
}

function fixedType(type: number): readonly [number, Kind] {
  const fixed = FIXED.get(type);
  if (fixed === undefined)
    throw new WalkEnd(damaged(`its metadata holds a value of the type ${type}, which is none`));
  return fixed;
}

/** Numbers are passed over at once; texts have to be read one after the other. */
function passArray(cursor: Cursor, depth: number): void {
  if (depth === DEEPEST_ARRAY) throw new WalkEnd(unknown("its metadata is nested too deeply"));
  const type = readUint32(cursor);
  const length = readUint64(cursor);
  if (type !== TEXT && type !== ARRAY) return cursor.skip(length * fixedType(type)[0]);
  for (let place = 0; place < length; place += 1) {
    if (type === TEXT) cursor.skip(readUint64(cursor));
    else passArray(cursor, depth + 1);
  }
}
