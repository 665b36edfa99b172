import { once } from "node:events";
import { hasCode } from "../core/problem.ts";

const STREAMS = ["stdout", "stderr"] as const;

/** A reader that is stuck must not keep a finished run from ending. */
const LONGEST_WAIT_MS = 5000;

/** So much may wait to be read; above it, commands wait with what they print. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** Lets a run go on when nobody reads its output any more (`donemark run | head`): what it does is on the disk. */
export function outliveReaders(): void {
  for (const name of STREAMS) {
    process[name].on("error", (error) => {
      if (!hasCode(error, "EPIPE")) throw error;
    });
  }
}

/** Settles when everything said so far has been taken: the rest is lost when the process exits. */
export async function outputTaken(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, LONGEST_WAIT_MS);
  });
  await Promise.race([Promise.all(STREAMS.map(taken)), patience]);
  clearTimeout(timer);
}

/** Where too much waits to be read, settles when it is read; else `undefined`. */
export function outputReady(): Promise<void> | undefined {
  const full = STREAMS.map((name) => process[name]).find(
    (stream) => stream.writable && stream.writableLength > MOST_WAITING_BYTES,
  );
  if (full === undefined) return undefined;
  const gone = new AbortController();
  const events = ["drain", "close"].map((event) => once(full, event, { signal: gone.signal }));
  return Promise.race(events).then(
    () => gone.abort(),
    () => gone.abort(),
  );
}

function taken(name: (typeof STREAMS)[number]): Promise<void> {
  return new Promise((done) => {
    process[name].write("", () => done());
  });
}
