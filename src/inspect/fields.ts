import { isRecord } from "../core/text.ts";
import type { Findings, FieldNames } from "./inspection.ts";

/** The fields found, by their name in the file; only those that `FieldNames` names. */
export type Fields = Map<string, string>;

/** Stands for a list, a dict, an array or an object as the value of a field. */
export const OBJECT = "[object]";
/** Stands for a value that is there and could not be read: it is no word of any status, so it never counts as complete. */
export const UNREAD = "[unread]";

const LONGEST = 200;

/** Sets the field if it is one of the two, so that memory stays small whatever the file holds; the last value wins. */
export function setField(
  fields: Fields,
  names: FieldNames,
  entry: readonly [string, string],
): void {
  const [name, value] = entry;
  if (name === names.statusField || name === names.versionField) fields.set(name, clip(value));
}

/** The fields among the entries of a parsed JSON object; none where the value is no object. */
export function fieldsOfRecord(value: unknown, names: FieldNames): Fields {
  const fields: Fields = new Map();
  for (const [name, entry] of Object.entries(isRecord(value) ? value : {}))
    setField(fields, names, [
      name,
      typeof entry === "object" && entry !== null ? OBJECT : String(entry),
    ]);
  return fields;
}

/** `status` and `version` as an inspection holds them: absent where there is none. */
export function named(fields: Fields, names: FieldNames): Pick<Findings, "status" | "version"> {
  const status = fields.get(names.statusField);
  const version = fields.get(names.versionField);
  return {
    ...(status === undefined ? {} : { status }),
    ...(version === undefined ? {} : { version }),
  };
}

/** A text cut at 200 characters: no word that means anything is longer. */
export function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
