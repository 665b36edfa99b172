import type { Unavailable } from "../../store.ts";

/** Keeps a job from waiting for the deadline of every request to a service that does not answer. */
export interface Breaker {
  /** A request begins, and says how it ended; `unavailable` where none is made now. */
  readonly begin: () => Attempt | Unavailable;
}

interface Attempt {
  readonly kind: "attempt";
  readonly answered: () => void;
  readonly failed: (cause: string) => void;
}

const MOST_FAILURES = 3;
const PAUSE_MINUTES = 5;
const PAUSE_MS = PAUSE_MINUTES * 60_000;

/** `now` gives milliseconds since 1970. */
export function openBreaker(now: () => number): Breaker {
  let failures = 0;
  let closedUntilMs = 0;
  let lastCause = "";
  return {
    begin: () => {
      if (now() < closedUntilMs) {
        const cause =
          `GitHub's cache has not answered ${failures} times; ` +
          `it is not asked again for ${PAUSE_MINUTES} minutes (${lastCause})`;
        return { kind: "unavailable", cause };
      }
      const before = failures;
      return {
        kind: "attempt",
        answered: () => {
          failures = 0;
          closedUntilMs = 0;
        },
        failed: (cause) => {
          // Requests that were under way together fail together: that counts once.
          failures = Math.max(failures, before + 1);
          lastCause = cause;
          if (failures >= MOST_FAILURES) closedUntilMs = now() + PAUSE_MS;
        },
      };
    },
  };
}
