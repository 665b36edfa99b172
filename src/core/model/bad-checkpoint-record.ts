import { parseJson } from "./marker.ts";
import { isRecord } from "../text/text.ts";

/** A checkpoint that was found bad. */
export interface FailedCheckpoint {
  /** Relative to the workspace where it lies below it. */
  readonly path: string;
  /** A reason of the table of decisions, then its sentence. */
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

const LONGEST_REASON = 1000;

/** One line of JSON, with its end. */
export function formatFailed({ path, reason, time }: FailedCheckpoint): string {
  return `${JSON.stringify({ path, reason: reason.slice(0, LONGEST_REASON), time })}\n`;
}

/** Reads the records in a piece of the file, in its order, and leaves out every line that is no record. Never throws. */
export function parseFailed(text: string): readonly FailedCheckpoint[] {
  return text.split("\n").flatMap((line) => {
    const value = parseJson(line);
    if (!isRecord(value)) return [];
    const { path, reason, time } = value;
    const isText = typeof path === "string" && typeof reason === "string";
    return isText && typeof time === "string" ? [{ path, reason, time }] : [];
  });
}

/** The last `most` records. Of several with the same path and reason only the last one counts. */
export function lastFailed(
  records: readonly FailedCheckpoint[],
  most: number,
): readonly FailedCheckpoint[] {
  const latest = new Map<string, FailedCheckpoint>();
  for (const record of records) {
    const key = JSON.stringify([record.path, record.reason]);
    latest.delete(key);
    latest.set(key, record);
  }
  return [...latest.values()].slice(-most);
}
