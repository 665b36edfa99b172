import { byteAt, uint16, uint32, uint64 } from "../shared/bytes.ts";
import { operationOf, STOP, type Argument } from "./operations.ts";
import type { PickleStack } from "./stack.ts";

/** The state in which a walk over a pickle ended. */
export interface PickleWalk {
  /** `cut` means that the bytes end before the pickle does. */
  readonly ended: "stop" | "cut" | "broken";
  /** The place behind the last operation. */
  readonly at: number;
  /** The number of operations, which measures the work. */
  readonly operations: number;
  readonly stack: PickleStack;
}

/**
 * Walks over the operations from `start` on, and changes `stack` as they say. Nothing is constructed, imported or
 * called. Each operation takes at least one byte and adds at most one value, so time and memory grow with the number
 * of bytes alone.
 */
export function walkPickle(bytes: Uint8Array, start: number, stack: PickleStack): PickleWalk {
  let at = start;
  let operations = 0;
  const end = (ended: PickleWalk["ended"]): PickleWalk => ({ ended, at, operations, stack });
  while (at < bytes.length) {
    const byte = byteAt(bytes, at);
    const operation = operationOf(byte);
    if (operation === undefined) return end("broken");
    const argument = placeOfArgument(operation.argument, bytes, at + 1);
    if (argument.end > bytes.length) return end("cut");
    operation.apply(stack, bytes.subarray(argument.start, argument.end));
    if (stack.isBroken) return end("broken");
    operations += 1;
    at = argument.end;
    if (byte === STOP) return end("stop");
  }
  return end("cut");
}

interface ArgumentPlace {
  readonly start: number;
  /** Infinite where the bytes end before it is known. */
  readonly end: number;
}

function placeOfArgument(argument: Argument, bytes: Uint8Array, at: number): ArgumentPlace {
  switch (argument.kind) {
    case "fixed":
      return { start: at, end: at + argument.bytes };
    case "counted": {
      const start = at + argument.bytes;
      const end = start > bytes.length ? Infinity : start + countAt(bytes, at, argument.bytes);
      return { start, end };
    }
    case "lines":
      return { start: at, end: endOfLines(bytes, at, argument.lines) };
  }
}

function countAt(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return byteAt(bytes, at);
  if (size === 2) return uint16(bytes, at);
  return size === 4 ? uint32(bytes, at) : uint64(bytes, at);
}

function endOfLines(bytes: Uint8Array, start: number, lines: number): number {
  let at = start;
  for (let line = 0; line < lines; line += 1) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return Infinity;
    at = end + 1;
  }
  return at;
}
