/** The longest time of a Node timer (2^31 - 1 ms, 24.8 days). A longer one fires at once. */
export const LONGEST_TIMER_MS = 2_147_483_647;

export interface Timer {
  /** Restarts the time. */
  readonly renew: () => void;
  readonly stop: () => void;
}

/** Calls `act` once after `ms`, however long that is; never where `ms` is `undefined`. */
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
