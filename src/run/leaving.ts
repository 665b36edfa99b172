import type { Stop } from "./stop.ts";

/** When a stopped run must end, whatever is still being saved: the marker is there, and a later run saves what is not. */
export interface Leaving {
  readonly must: Promise<void>;
  readonly release: () => void;
}

/** For the commands, which are killed or left just before. */
const MOMENT_MS = 1000;

/** A moment after the second signal, and `leaveAfterMs` and a moment after the first one where the surface sets a time. */
export function leavingOf(stop: Stop, leaveAfterMs: number | undefined): Leaving {
  const timers: NodeJS.Timeout[] = [];
  let leave: () => void = () => undefined;
  const must = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const leaveIn = (ms: number): void => void timers.push(setTimeout(leave, ms + MOMENT_MS));
  const unhurry = stop.onHurry(() => leaveIn(0));
  const untie = stop.onRequest(({ kind }) => {
    if (kind === "signal" && leaveAfterMs !== undefined) leaveIn(leaveAfterMs);
  });
  return {
    must,
    release: () => {
      unhurry();
      untie();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Settles at the first signal. */
export function signalled(stop: Stop): Promise<undefined> {
  return new Promise((settle) => {
    stop.onRequest(({ kind }) => {
      if (kind === "signal") settle(undefined);
    });
  });
}
