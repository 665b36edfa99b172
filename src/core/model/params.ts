import { isRecord, quote } from "../text/text.ts";

/** Values that a shard's command is given, by their names. A value is the text that was written. */
export type Params = Readonly<Record<string, string>>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const MOST = 100;
const MOST_BYTES = 32 * 1024;

/** Reads the `params` of a list's entry; `undefined` where none are given. Problems come back as text. */
export function readParams(value: unknown): Params | undefined | string {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value))
    return `must have an object of names and values as "params", got ${quote(value)}.`;
  const entries: [string, string][] = [];
  const variables = new Set<string>();
  for (const [name, given] of Object.entries(value)) {
    const read = scalarText(given);
    if (!NAME.test(name))
      return `must have params whose names are letters, digits and "_", got ${quote(name)}.`;
    if (read === undefined || read.trim() === "" || read.includes("\0"))
      return `must have params that are a text, a number or true or false and not blank; ${quote(name)} is ${quote(given)}. Leave it out where it is not given.`;
    if (variables.has(variableOf(name)))
      return `has two params whose names differ in case alone: ${quote(name)}.`;
    variables.add(variableOf(name));
    entries.push([name, read]);
  }
  const bytes = entries.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  if (entries.length > MOST || bytes > MOST_BYTES)
    return `has more than ${MOST} params or ${MOST_BYTES} characters of them. Write them to a file, and give it as an input.`;
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The variable in which a command gets a parameter. */
export function variableOf(name: string): string {
  return `SHARD_PARAM_${name.toUpperCase()}`;
}

/** Names and values, sorted by name: the order in which they were given does not count. */
export function sortedParams(params: Params): readonly (readonly [string, string])[] {
  return Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A text, or a number or a truth value as text. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
