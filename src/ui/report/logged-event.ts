import { isRecord } from "../../core/text/text.ts";

/** An event as a line of an event log holds it (docs/events.md). A log may come from another version: nothing else is sure. */
export interface LoggedEvent extends Readonly<Record<string, unknown>> {
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** `undefined` for what is no event: the last line of a run that was killed may be cut. */
export function parseEventLine(line: string): LoggedEvent | undefined {
  try {
    return asLoggedEvent(JSON.parse(line));
  } catch {
    return undefined;
  }
}

export function asLoggedEvent(value: unknown): LoggedEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, atMs } = value;
  if (typeof kind !== "string" || typeof atMs !== "number") return undefined;
  return { ...value, kind, atMs };
}

/** A field of a record where it is a text. */
export function textOf(
  record: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined {
  const value = record[name];
  return typeof value === "string" ? value : undefined;
}

/** A field of a record where it is a finite number. */
export function numberOf(
  record: Readonly<Record<string, unknown>>,
  name: string,
): number | undefined {
  const value = record[name];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A field of a record where it is a record; else one without fields. */
export function recordOf(
  record: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const value = record[name];
  return isRecord(value) ? value : {};
}
