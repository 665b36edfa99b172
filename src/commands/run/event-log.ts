import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file that grows by a line with each event, so that a run that is killed leaves what it has told. */
export interface EventLog {
  readonly path: string;
  /** Never throws: after the first failure nothing more is written. */
  readonly append: (line: string) => void;
  /** Gives why the log is not whole; `undefined` where it is. */
  readonly close: () => unknown;
}

/** Replaces what an earlier run has written there. */
export function openEventLog(path: string): EventLog {
  let failure: unknown;
  let file: number | undefined;
  const trying = (act: () => void): void => {
    if (failure !== undefined) return;
    try {
      act();
    } catch (error) {
      failure = error;
    }
  };
  trying(() => {
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, "w");
  });
  return {
    path,
    append: (line) => trying(() => file !== undefined && writeAll(file, Buffer.from(`${line}\n`))),
    close: () => {
      trying(() => file !== undefined && closeSync(file));
      return failure;
    },
  };
}

/** One write may take a part of it alone. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
