import { byteAt, textOf, uint32, uint64 } from "../shared/bytes.ts";
import { WalkEnd, type Cursor } from "../shared/cursor.ts";
import { clip, OBJECT } from "../shared/fields.ts";
import { numberText, type NumberKind } from "../shared/numbers.ts";
import { damaged, unknown } from "../shared/findings.ts";

type Kind = NumberKind | "bool";

/** The types of fixed size, by their code: bytes and kind. Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
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

/** The rest of a longer text (a chat template) is skipped; no field is as long. */
const LONGEST_TEXT = 1024;
const DEEPEST_ARRAY = 4;

export function readUint32(cursor: Cursor): number {
  return uint32(cursor.take(4), 0);
}

export function readUint64(cursor: Cursor): number {
  return uint64(cursor.take(8), 0);
}

/** Reads a text; of a long one its beginning. */
export function readText(cursor: Cursor): string {
  const length = readUint64(cursor);
  const text = textOf(cursor.take(Math.min(length, LONGEST_TEXT)));
  if (length <= LONGEST_TEXT) return text;
  cursor.skip(length - LONGEST_TEXT);
  return clip(text);
}

/** Reads a value of this type, as the text of a field. @throws WalkEnd where the type is unknown. */
export function readValue(cursor: Cursor, type: number): string {
  if (type === TEXT) return readText(cursor);
  if (type === ARRAY) {
    skipArray(cursor, 0);
    return OBJECT;
  }
  const [bytes, kind] = fixedType(type);
  const data = cursor.take(bytes);
  if (kind === "bool") return byteAt(data, 0) === 0 ? "false" : "true";
  return numberText(data, kind) ?? OBJECT;
}

function fixedType(type: number): readonly [number, Kind] {
  const fixed = FIXED.get(type);
  if (fixed === undefined)
    throw new WalkEnd(damaged(`its metadata holds a value of the type ${type}, which is none`));
  return fixed;
}

/** Skips numbers at once, and texts one after the other. */
function skipArray(cursor: Cursor, depth: number): void {
  if (depth === DEEPEST_ARRAY) throw new WalkEnd(unknown("its metadata is nested too deeply"));
  const type = readUint32(cursor);
  const length = readUint64(cursor);
  if (type !== TEXT && type !== ARRAY) return cursor.skip(length * fixedType(type)[0]);
  for (let place = 0; place < length; place += 1) {
    if (type === TEXT) cursor.skip(readUint64(cursor));
    else skipArray(cursor, depth + 1);
  }
}
