/** Work in the background, a few tasks at a time. */
export interface BackgroundQueue {
  /** Starts the task as soon as there is room; settles when it has ended. */
  readonly add: (task: Background) => void;
  /** Settles when no task of this owner waits any more: the bound of the queue. */
  readonly started: (owner: string) => Promise<void>;
  /** Settles when all is done. */
  readonly drained: () => Promise<void>;
  readonly waiting: () => number;
}

interface Background {
  /** Who may not run ahead while this task waits. */
  readonly owner: string;
  /** Must not throw: what goes wrong is the task's own to report. */
  readonly run: () => Promise<void>;
}

/** A queue that runs at most `width` tasks at once, in order. */
export function backgroundQueue(width: number): BackgroundQueue {
  const waiting: Background[] = [];
  const listeners = new Set<() => void>();
  let running = 0;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const next = (): void => {
    if (running >= width) return;
    const task = waiting.shift();
    if (task === undefined) return;
    running += 1;
    void task.run().finally(() => {
      running -= 1;
      next();
      tell();
    });
    tell();
  };
  const until = (settled: () => boolean): Promise<void> => {
    if (settled()) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = (): void => {
        if (!settled()) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  };
  return {
    add: (task) => {
      waiting.push(task);
      next();
    },
    started: (owner) => until(() => !waiting.some((task) => task.owner === owner)),
    drained: () => until(() => running === 0 && waiting.length === 0),
    waiting: () => waiting.length,
  };
}
