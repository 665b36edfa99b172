/** Why a run ends before its shards do. */
type StopCause =
  | { readonly kind: "signal"; readonly signal: "SIGINT" | "SIGTERM" }
  | { readonly kind: "max-runtime" }
  | { readonly kind: "max-failures"; readonly failures: number }
  | { readonly kind: "fault"; readonly why: string };

/** The one switch that ends a run in good order. */
export interface Stop {
  readonly cause: () => StopCause | undefined;
  /** The first cause counts, unless a stronger one comes: a signal is obeyed however the run is already ending. */
  readonly request: (cause: StopCause) => void;
  /** A second signal: what still runs is killed at once. */
  readonly hurry: () => void;
  readonly isHurried: () => boolean;
  /** Calls back, at once if the run is stopped already, and again for a stronger cause. Gives what takes the call back. */
  readonly onRequest: (listener: (cause: StopCause) => void) => () => void;
  readonly onHurry: (listener: () => void) => () => void;
}

/** Some causes let the commands in flight end by themselves; a stronger one ends them. */
const STRENGTH = { "max-failures": 0, fault: 0, "max-runtime": 1, signal: 2 } as const;

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
