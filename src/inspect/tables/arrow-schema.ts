import { setField, type Fields } from "../shared/fields.ts";
import { entriesOf, follow, referredAt, textAt, type FlatBuffer } from "../shared/flatbuffer.ts";
import type { FieldNames } from "../inspection.ts";

/** Indexes of a field of the table `Schema`, and of the fields of `KeyValue`. */
const CUSTOM_METADATA = 2;
const KEY = 0;
const VALUE = 1;

/** Reads the fields among the key-value metadata of a schema. Source: `Schema.fbs` of Apache Arrow. */
export function fieldsOfSchema(
  buffer: FlatBuffer,
  schema: number | undefined,
  names: FieldNames,
): Fields {
  const fields: Fields = new Map();
  if (schema === undefined) return fields;
  for (const entry of entriesOf(buffer, referredAt(buffer, schema, CUSTOM_METADATA), 4)) {
    const pair = follow(buffer, entry);
    const key = referredAt(buffer, pair, KEY);
    const value = referredAt(buffer, pair, VALUE);
    if (key !== undefined && value !== undefined)
      setField(fields, names, [textAt(buffer, key), textAt(buffer, value)]);
  }
  return fields;
}
