import type { Limits } from "../parts.ts";
import type { Stop } from "./stop.ts";

/** The time at which a stopped run must end, even if saves go on: the markers are durable, and a later run saves the rest. */
export interface ExitDeadline {
  readonly must: Promise<void>;
  readonly release: () => void;
}

/** Time for the commands, which are killed or left just before. */
const MOMENT_MS = 1000;

/**
 * A moment after the second signal, and `leaveAfterMs` and a moment after the first one where the surface sets a time. After
 * an error that nothing has caught, whoever waits may wait for ever: a moment after the commands are ended.
 */
export function exitDeadline(
  stop: Stop,
  { leaveAfterMs, stopGraceMs }: Pick<Limits, "leaveAfterMs" | "stopGraceMs">,
): ExitDeadline {
  const timers: NodeJS.Timeout[] = [];
  let leave: () => void = () => undefined;
  const must = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const leaveIn = (ms: number): void => void timers.push(setTimeout(leave, ms + MOMENT_MS));
  const removeHurry = stop.onHurry(() => leaveIn(0));
  const removeRequest = stop.onRequest(({ kind }) => {
    if (kind === "signal" && leaveAfterMs !== undefined) leaveIn(leaveAfterMs);
    if (kind === "crash") leaveIn(stopGraceMs);
  });
  return {
    must,
    release: () => {
      removeHurry();
      removeRequest();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Settles at the first signal, or at an error that nothing has caught. */
export function signalled(stop: Stop): Promise<undefined> {
  return new Promise((settle) => {
    const { signal } = abortAtSignal(stop);
    if (signal.aborted) settle(undefined);
    signal.addEventListener("abort", () => settle(undefined));
  });
}

/** A signal for what a stop by signal, or after an error that nothing has caught, gives up. To be released when that is over. */
export function abortAtSignal(stop: Stop): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const control = new AbortController();
  const release = stop.onRequest(({ kind }) => {
    if (kind === "signal" || kind === "crash") control.abort();
  });
  return { signal: control.signal, release };
}
