/** Node's timers hold no longer than this (2^31 ms, 24.8 days): a longer one would go off at once. */
export const LONGEST_TIMER_MS = 2_147_483_647;

export interface Timer {
  /** Starts the time anew. */
  readonly renew: () => void;
  readonly stop: () => void;
}

/** Calls once after this time, however long it is; never where none is given. */
export function startTimer(ms: number | undefined, act: () => void): Timer {
  if (ms === undefined) return { renew: () => undefined, stop: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  const wait = (left: number): void => {
    const step = Math.min(left, LONGEST_TIMER_MS);
    timer = setTimeout(() => (left > step ? wait(left - step) : act()), step);
  };
  wait(ms);
  return {
    renew: () => {
      clearTimeout(timer);
      wait(ms);
    },
    stop: () => clearTimeout(timer),
  };
}
