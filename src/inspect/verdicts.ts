import { count } from "../core/text.ts";
import { named, type Fields } from "./fields.ts";
import type { FieldNames, Findings } from "./inspection.ts";

export function unknown(why: string): Findings {
  return { structure: "unknown", why };
}

export function truncated(why: string): Findings {
  return { structure: "truncated", why };
}

export function damaged(why: string): Findings {
  return { structure: "damaged", why };
}

/** Adds the fields, which count only where nothing speaks against the file. */
export function withFields(found: Findings, fields: Fields, names: FieldNames): Findings {
  const counts = found.structure === "sound" || found.structure === "unknown";
  return counts ? { ...found, ...named(fields, names) } : found;
}

/** What a size of `present` bytes says against a file that has to be `expected` bytes long. */
export function faultOfSize(present: number, expected: number): Findings | undefined {
  if (present < expected) return truncated(`it is ${count(expected - present, "byte")} short`);
  if (present === expected) return undefined;
  return damaged(`after its end there is more: ${count(present - expected, "byte")}`);
}
