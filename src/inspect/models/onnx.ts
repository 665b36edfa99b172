import type { Reader } from "../../files/disk.ts";
import type { FileFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { textOf } from "../shared/bytes.ts";
import { findingsOfWalk, newCursor, WalkEnd, type Cursor } from "../shared/cursor.ts";
import { setField, type Fields } from "../shared/fields.ts";
import { damaged, SOUND, unknown, withFields } from "../shared/findings.ts";
import { readNumber, readTag, skipField, WIRE } from "../shared/protobuf.ts";

/**
 * An ONNX model: one protobuf message, whose fields are walked from the first to the last. Each gives its length, and
 * the last must end with the file. The graph, which holds the weights, is skipped. Donemark's fields stand in
 * `metadata_props`. ONNX has no magic, so only the name tells it.
 * Source: `ModelProto` in onnx/onnx.proto of ONNX 1.23.
 */
export const onnx: FileFormat = {
  kind: "file",
  name: "onnx",
  signs: [{ endings: [".onnx"] }],
  inspect: inspectOnnx,
};

const GRAPH = 7;
/** The number of `opset_import`, which stands behind the graph. */
const OPERATORS = 8;
const METADATA = 14;
/** Stands for every number that is no field of a model. */
const UNKNOWN_FIELD = 0;
/** The wire types of the fields of a model, by their numbers. */
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

/** Enough for some 500 fields that are far apart, of which 1 KB each is read. */
const MOST_READ = 512 * 1024;

function inspectOnnx(reader: Reader, names: FieldNames): Findings {
  const fields: Fields = new Map();
  const findings = findingsOfWalk(() => walkModel(reader, names, fields));
  return withFields(findings, fields, names);
}

function walkModel(reader: Reader, names: FieldNames, fields: Fields): Findings {
  const cursor = newCursor(reader, 0, MOST_READ);
  const present = new Set<number>();
  while (cursor.at() < reader.sizeBytes) {
    const { number, wire } = readTag(cursor);
    const expected = WIRE_TYPES.get(number);
    if (expected !== undefined && expected !== wire)
      throw new WalkEnd(damaged(`its field ${number} is of another type`));
    present.add(expected === undefined ? UNKNOWN_FIELD : number);
    if (number === METADATA) readProperty(cursor, fields, names);
    else skipField(cursor, wire);
  }
  if (present.has(UNKNOWN_FIELD)) return unknown("it holds fields that no model has today");
  if (present.has(GRAPH) && present.has(OPERATORS)) return SOUND;
  return unknown("it holds no graph, or names no set of operators");
}

const LONGEST_PROPERTY = 4096;
const KEY = 1;
const VALUE = 2;

/** Reads one entry of `metadata_props`, a message of key and value. One longer than 4 KB is no field and is skipped. */
function readProperty(cursor: Cursor, fields: Fields, names: FieldNames): void {
  const length = readNumber(cursor);
  if (length > LONGEST_PROPERTY) return cursor.skip(length);
  const end = cursor.at() + length;
  let key = "";
  let value = "";
  while (cursor.at() < end) {
    const { number, wire } = readTag(cursor);
    if (wire !== WIRE.bytes) {
      skipField(cursor, wire);
      continue;
    }
    const text = textOf(cursor.take(readNumber(cursor)));
    if (number === KEY) key = text;
    if (number === VALUE) value = text;
  }
  if (cursor.at() !== end) throw new WalkEnd(damaged("its metadata does not end where it says"));
  setField(fields, names, [key, value]);
}
