/** Why a run ends before its shards do. */
export type StopCause =
  | { readonly kind: "signal"; readonly signal: "SIGINT" | "SIGTERM" }
  | { readonly kind: "max-runtime" }
  | { readonly kind: "max-failures"; readonly failures: number }
  | { readonly kind: "fault"; readonly why: string }
  /** An error that nothing has caught. */
  | { readonly kind: "crash"; readonly why: string };

/** Ends a run in good order. */
export interface Stop {
  readonly cause: () => StopCause | undefined;
  /** The first cause counts, unless a stronger one follows: a signal is obeyed even if the run is ending already. */
  readonly request: (cause: StopCause) => void;
  /** A second signal: running commands are killed at once. */
  readonly hurry: () => void;
  readonly isHurried: () => boolean;
  /** Calls the listener, at once if the run is stopped already, and again for a stronger cause. Gives a function that removes it. */
  readonly onRequest: (listener: (cause: StopCause) => void) => () => void;
  readonly onHurry: (listener: () => void) => () => void;
}

/** Weak causes let running commands end by themselves; stronger ones end them. */
const STRENGTH = { "max-failures": 0, fault: 0, "max-runtime": 1, crash: 2, signal: 3 } as const;

export function createStop(): Stop {
  let cause: StopCause | undefined;
  let hurried = false;
  const listeners = new Set<(cause: StopCause) => void>();
  const hurrying = new Set<() => void>();
  return {
    cause: () => cause,
    request: (given) => {
      if (cause !== undefined && STRENGTH[given.kind] <= STRENGTH[cause.kind]) return;
      cause = given;
      for (const listener of [...listeners]) listener(given);
    },
    hurry: () => {
      hurried = true;
      for (const listener of [...hurrying]) listener();
    },
    isHurried: () => hurried,
    onRequest: (listener) => {
      if (cause !== undefined) listener(cause);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onHurry: (listener) => {
      if (hurried) listener();
      else hurrying.add(listener);
      return () => void hurrying.delete(listener);
    },
  };
}
