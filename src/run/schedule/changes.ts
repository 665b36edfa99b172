/** Lets several wait for the next change. */
export interface Changes {
  /** The number of changes so far. */
  readonly count: () => number;
  /** Settles at the next change after the first `seen` ones, at once where there was one. */
  readonly after: (seen: number) => Promise<void>;
  readonly tell: () => void;
  /** The number of those who wait. */
  readonly waiting: () => number;
}

export function createChanges(): Changes {
  let listeners: (() => void)[] = [];
  let count = 0;
  return {
    count: () => count,
    after: (seen) =>
      seen === count ? new Promise((resolve) => void listeners.push(resolve)) : Promise.resolve(),
    waiting: () => listeners.length,
    tell: () => {
      const told = listeners;
      listeners = [];
      count += 1;
      for (const listener of told) listener();
    },
  };
}
