/** Work in the background, a few tasks at a time. */
export interface BackgroundQueue {
  /** Starts the task as soon as fewer than `width` run. */
  readonly add: (task: Background) => void;
  /** Settles when no task of this owner waits: the bound of the queue. */
  readonly started: (owner: string) => Promise<void>;
  /** Settles when all is done. */
  readonly drained: () => Promise<void>;
  readonly waiting: () => number;
}

interface Background {
  /** The slot that starts no shard while this task waits. */
  readonly owner: string;
  /** Must not throw: the task reports its own faults. */
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
    void settled(task).finally(() => {
      running -= 1;
      next();
      tell();
    });
    tell();
  };
  const until = (isSo: () => boolean): Promise<void> => {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve) => {
      const listener = (): void => {
        if (!isSo()) return;
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

/** The queue goes on after a task that breaks its promise not to throw. */
async function settled(task: Background): Promise<void> {
  await task.run().catch(() => undefined);
}
