/** Tells when a log has been quiet for so long that a reader wants a sign of life. All times in milliseconds. */
export interface Quiet {
  /** Something was written. */
  readonly wrote: (nowMs: number) => void;
  /** Is a sign of life due? Then it counts as given, and the next one takes twice as long. */
  readonly isDue: (nowMs: number) => boolean;
}

/** The first sign comes after this time, and later ones after twice the time of the one before, up to `MOST_MS`. */
const FIRST_MS = 30_000;
const MOST_MS = 600_000;

export function createQuiet(beganMs: number): Quiet {
  let sinceMs = beganMs;
  let afterMs = FIRST_MS;
  return {
    wrote: (nowMs) => {
      sinceMs = nowMs;
      afterMs = FIRST_MS;
    },
    isDue: (nowMs) => {
      if (nowMs - sinceMs < afterMs) return false;
      sinceMs = nowMs;
      afterMs = Math.min(MOST_MS, afterMs * 2);
      return true;
    },
  };
}
