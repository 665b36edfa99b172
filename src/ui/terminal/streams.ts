import { once } from "node:events";
import { hasCode, messageOf } from "../../core/text/problem.ts";

const STREAMS = ["stdout", "stderr"] as const;

type Name = (typeof STREAMS)[number];

/** A reader that is stuck must not keep a finished run from ending. */
const LONGEST_WAIT_MS = 5000;

/** The most output that may wait to be read; above it, commands are held back. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** Nobody reads on (`donemark run | head`), or the terminal is gone: there is nobody to tell. */
const UNREAD = ["EPIPE", "EIO", "ECONNRESET"];

const lasting = new Set<Name>();

/**
 * A standard stream that no failed write breaks: what a command does lies on the disk and in its exit code. The first
 * line that a full disk takes is told on the other stream.
 */
export function lastingStream(name: Name): NodeJS.WriteStream {
  if (lasting.has(name)) return process[name];
  lasting.add(name);
  let isTold = false;
  return process[name].on("error", (error) => {
    if (isTold || hasCode(error, ...UNREAD)) return;
    isTold = true;
    const other = name === "stdout" ? "stderr" : "stdout";
    const where = name === "stdout" ? "standard output" : "standard error";
    lastingStream(other).write(
      `warning ${where} cannot be written, lines are lost: ${messageOf(error)}\n`,
    );
  });
}

/** Lets a run go on when its output can no longer be written. */
export function outliveReaders(): void {
  for (const name of STREAMS) lastingStream(name);
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

function taken(name: Name): Promise<void> {
  return new Promise((done) => {
    process[name].write("", () => done());
  });
}
