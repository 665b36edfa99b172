import type { Reader } from "../../files/disk.ts";
import type { Findings } from "../inspection.ts";
import { truncated, unknown } from "./findings.ts";

/** Ends a walk over a file early, with the findings that follow from where it ended. */
export class WalkEnd extends Error {
  override readonly name = "WalkEnd";
  readonly findings: Findings;

  constructor(findings: Findings) {
    super(findings.why);
    this.findings = findings;
  }
}

/** The findings of `walk`, or of the `WalkEnd` that ended it. @throws any other error of `walk`. */
export function findingsOfWalk(walk: () => Findings): Findings {
  try {
    return walk();
  } catch (error) {
    if (error instanceof WalkEnd) return error.findings;
    throw error;
  }
}

/** Reads a file in order, from one place on. */
export interface Cursor {
  /** The place of the next byte. */
  readonly at: () => number;
  /** Reads exactly `length` bytes. @throws WalkEnd where the file or the limit of the cursor ends before. */
  readonly take: (length: number) => Uint8Array;
  /** Moves over bytes without reading them. @throws WalkEnd where the file ends before. */
  readonly skip: (length: number) => void;
}

const WINDOW_BYTES = 1024;

/** Opens a cursor at `start`. `mostBytes`: the most that it reads in all; skipped bytes do not count. */
export function newCursor(reader: Reader, start: number, mostBytes: number): Cursor {
  let at = start;
  let window: Uint8Array = new Uint8Array();
  let windowAt = start;
  let left = mostBytes;

  const load = (length: number): void => {
    const wanted = Math.min(Math.max(length, WINDOW_BYTES), reader.sizeBytes - at);
    if (wanted > left) throw new WalkEnd(unknown("what describes it is too long to be read"));
    left -= wanted;
    window = reader.read(at, wanted);
    windowAt = at;
  };
  const demand = (length: number): void => {
    if (!(at + length <= reader.sizeBytes)) throw new WalkEnd(truncated("it ends too early"));
  };
  const take = (length: number): Uint8Array => {
    demand(length);
    if (at + length > windowAt + window.length) load(length);
    const from = at - windowAt;
    at += length;
    return window.subarray(from, from + length);
  };
  const skip = (length: number): void => {
    demand(length);
    at += length;
  };
  return { at: () => at, take, skip };
}
