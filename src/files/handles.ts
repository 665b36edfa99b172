import { closeSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { hasCode } from "../core/text/problem.ts";

/** This process, or the machine, has no file handle left. */
const NO_HANDLE = ["EMFILE", "ENFILE"];

const PAUSES_MS = [5, 20, 80, 300, 1000, 3000, 10_000];

/** Counts the file handles that are free, up to `most`. */
export function countFreeHandles(most: number): number {
  const open: number[] = [];
  try {
    while (open.length < most) open.push(openSync(devNull, "r"));
    return most;
  } catch (error) {
    return hasCode(error, ...NO_HANDLE) ? open.length : most;
  } finally {
    for (const handle of open) closeSync(handle);
  }
}

/** Acts, and tries again where no file handle is free: one comes free when a command or a flush ends. */
export async function withHandle<T>(act: () => T | Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      if (!hasCode(error, ...NO_HANDLE)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return act();
}
