import type { Reader } from "../files/disk.ts";
import { textOf } from "./bytes.ts";
import { newCursor, WalkEnd, findingsOfWalk, type Cursor } from "./cursor.ts";
import { setField, type Fields } from "./fields.ts";
import type { Beginning, FieldNames, Findings, Format } from "./inspection.ts";
import { passField, readTag, readVarint, WIRE } from "./protobuf.ts";
import { damaged, unknown, withFields } from "./verdicts.ts";

/**
 * One protobuf message, whose fields are walked from the first to the last: each says its length, and the last must
 * end with the file. The graph, which holds the weights, is passed over. The fields stand in `metadata_props`.
 * ONNX has no magic, so that it is told by its name alone.
 * Source: `ModelProto` in onnx/onnx.proto of ONNX 1.23.
 */
export const onnx: Format = { name: "onnx", fits, inspect };

function fits({ fileName }: Beginning): boolean {
  return fileName.toLowerCase().endsWith(".onnx");
}

const GRAPH = 7;
/** `opset_import`, which stands behind the graph. */
const OPERATORS = 8;
const METADATA = 14;
/** Stands for all numbers that are no field of a model. */
const STRANGE = 0;
const WIRE_TYPES = new Map<number, number>([
  [1, WIRE.varint],
  [2, WIRE.bytes],
  [3, WIRE.bytes],
  [4, WIRE.bytes],
  [5, WIRE.varint],
  [6, WIRE.bytes],
  [GRAPH, WIRE.bytes],
  [OPERATORS, WIRE.bytes],
  [METADATA, WIRE.bytes],
  [20, WIRE.bytes],
  [25, WIRE.bytes],
  [26, WIRE.bytes],
]);

/** Some 500 fields that are far apart, of which 1 KB each is read. */
const MOST_READ = 512 * 1024;

function inspect(reader: Reader, names: FieldNames): Findings {
  const fields: Fields = new Map();
  const found = findingsOfWalk(() => walkModel(reader, names, fields));
  return withFields(found, fields, names);
}

function walkModel(reader: Reader, names: FieldNames, fields: Fields): Findings {
  const cursor = newCursor(reader, 0, MOST_READ);
  const present = new Set<number>();
  while (cursor.at() < reader.sizeBytes) {
    const { number, wire } = readTag(cursor);
    const expected = WIRE_TYPES.get(number);
    if (expected !== undefined && expected !== wire)
      throw new WalkEnd(damaged(`its field ${number} is of another type`));
    present.add(expected === undefined ? STRANGE : number);
    if (number === METADATA) readProperty(cursor, fields, names);
    else passField(cursor, wire);
  }
  if (present.has(STRANGE)) return unknown("it holds fields that no model has today");
  if (present.has(GRAPH) && present.has(OPERATORS)) return { structure: "sound" };
  return unknown("it holds no graph, or names no set of operators");
}

const LONGEST_PROPERTY = 4096;
const KEY = 1;
const VALUE = 2;

/** One entry of `metadata_props`, a message of key and value; a longer one is no field and is passed over. */
function readProperty(cursor: Cursor, fields: Fields, names: FieldNames): void {
  const length = readVarint(cursor);
  if (length > LONGEST_PROPERTY) return cursor.skip(length);
  const end = cursor.at() + length;
  let key = "";
  let value = "";
  while (cursor.at() < end) {
    const { number, wire } = readTag(cursor);
    if (wire !== WIRE.bytes) {
      passField(cursor, wire);
      continue;
    }
    const text = textOf(cursor.take(readVarint(cursor)));
    if (number === KEY) key = text;
    if (number === VALUE) value = text;
  }
  if (cursor.at() !== end) throw new WalkEnd(damaged("its metadata does not end where it says"));
  setField(fields, names, [key, value]);
}
