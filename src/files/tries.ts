import { hasCode } from "../core/text/problem.ts";

/** Errors that may pass: a server that restarted, a cable that was pulled, an interrupted call, no free file handle. */
const PASSING = ["ESTALE", "EIO", "EINTR", "EMFILE", "ENFILE"];

const PAUSES_MS = [20, 100, 400];

/** A disk that is broken for good would otherwise cost half a second for each of ten thousand shards. */
const MOST_PAUSED_MS = 3000;
const PERIOD_MS = 60_000;

let pausedMs = 0;
let sinceTick = Number.NEGATIVE_INFINITY;

/**
 * Reads, and tries again where the error may pass: a few times, with pauses that add up to at most three seconds in a
 * minute for the whole process. `prepare` comes before each further try.
 * @throws the last error.
 */
export function withTries<T>(read: () => T, prepare: () => void = () => undefined): T {
  for (const pauseMs of PAUSES_MS) {
    try {
      return read();
    } catch (error) {
      if (!hasCode(error, ...PASSING) || !mayPause(pauseMs)) throw error;
      pause(pauseMs);
    }
    tryTo(prepare);
  }
  return read();
}

function mayPause(milliseconds: number): boolean {
  const tick = performance.now();
  if (tick - sinceTick > PERIOD_MS) [sinceTick, pausedMs] = [tick, 0];
  return pausedMs + milliseconds <= MOST_PAUSED_MS;
}

const waiting = new Int32Array(new SharedArrayBuffer(4));

/** Reads are synchronous, so this is too. */
function pause(milliseconds: number): void {
  pausedMs += milliseconds;
  Atomics.wait(waiting, 0, 0, milliseconds);
}

/** The read itself says what is wrong. */
function tryTo(prepare: () => void): void {
  try {
    prepare();
  } catch {
    return;
  }
}
