import { isRecord } from "../../core/text/text.ts";
import type { FieldNames, Findings } from "../inspection.ts";

/** Values by the name of their field in the file; it holds only the two fields that `FieldNames` names. */
export type Fields = Map<string, string>;

/** The value of a field that holds a list, a dict, an array or an object. */
export const OBJECT = "[object]";
/** The value of a field that is present and cannot be read. No status has this word, so it never counts as complete. */
export const UNREAD = "[unread]";

const LONGEST_VALUE = 200;

/** Sets the field if it is one of the two, so memory stays small whatever the file holds. The last value wins. */
export function setField(
  fields: Fields,
  names: FieldNames,
  entry: readonly [string, string],
): void {
  const [name, value] = entry;
  if (name === names.statusField || name === names.versionField) fields.set(name, clip(value));
}

/** The fields of a parsed JSON object; none where the value is no object. */
export function fieldsOfRecord(value: unknown, names: FieldNames): Fields {
  const fields: Fields = new Map();
  for (const [name, entry] of Object.entries(isRecord(value) ? value : {}))
    setField(fields, names, [
      name,
      typeof entry === "object" && entry !== null ? OBJECT : String(entry),
    ]);
  return fields;
}

/** The fields under the names that findings give them: `status` and `version`, each absent where the file has none. */
export function fieldsByRole(
  fields: Fields,
  names: FieldNames,
): Pick<Findings, "status" | "version"> {
  const status = fields.get(names.statusField);
  const version = fields.get(names.versionField);
  return {
    ...(status === undefined ? {} : { status }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Cuts a text at 200 characters: no status or version is longer. */
export function clip(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
