import { plural } from "../../core/text/text.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { fieldsByRole, type Fields } from "./fields.ts";

export const SOUND: Findings = { structure: "sound" };

export function unknown(why: string): Findings {
  return { structure: "unknown", why };
}

export function truncated(why: string): Findings {
  return { structure: "truncated", why };
}

export function damaged(why: string): Findings {
  return { structure: "damaged", why };
}

/** A reading that ends in findings, because the bytes are not what the format asks for. */
export interface Fault {
  readonly kind: "fault";
  readonly findings: Findings;
}

export function fault(findings: Findings): Fault {
  return { kind: "fault", findings };
}

/** Adds the status and the version, but not to a file that is truncated or damaged: its fields prove nothing. */
export function withFields(findings: Findings, fields: Fields, names: FieldNames): Findings {
  const isCredible = findings.structure === "sound" || findings.structure === "unknown";
  return isCredible ? { ...findings, ...fieldsByRole(fields, names) } : findings;
}

/** Compares a size in bytes with the one that the file itself asks for; `undefined` where they are equal. */
export function faultOfSize(actual: number, expected: number): Findings | undefined {
  if (actual < expected) return truncated(`it is ${plural(expected - actual, "byte")} short`);
  return actual === expected ? undefined : bytesAfterEnd(actual - expected);
}

/** The findings on a file whose end is followed by so many bytes. */
export function bytesAfterEnd(excess: number): Findings {
  return damaged(`after its end there is more: ${plural(excess, "byte")}`);
}
