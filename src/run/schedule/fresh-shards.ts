import { setImmediate as nextTurn } from "node:timers/promises";
import type { Claims } from "./claims.ts";
import type { NotKnown, Steps } from "./steps.ts";

/** Shards that this run has not attempted yet, made ready one at a time. */
export interface FreshShards<R> {
  readonly next: (end: ListEnd) => Promise<Fresh<R>>;
  /** Claims one more shard while others run, and makes its start durable where that sets nothing aside. */
  readonly lookAhead: () => void;
  /** Was the shard taken from the small end? */
  readonly isSmall: (id: string) => boolean;
  /** Are there some of which nobody knows yet whether this run may have them? */
  readonly isWaiting: () => boolean;
  /** There is none left. */
  readonly areOver: () => boolean;
  /** Takes back the starts of shards that were made ready and are not going to run. */
  readonly close: () => Promise<void>;
}

/** The end of the list from which the next shard comes. */
type ListEnd = "first" | "small";

type Fresh<R> =
  | { readonly kind: "ready"; readonly ready: R }
  /** The shard has its result already. */
  | { readonly kind: "not-started"; readonly id: string }
  /** There is none. */
  | { readonly kind: "none" }
  /** Of all that are left nobody knows yet whether this run may have them. */
  | ({ readonly kind: "not-known" } & NotKnown)
  /** The run starts no more shards. */
  | { readonly kind: "stopped" };

type NotTaken = Extract<Fresh<never>, { readonly kind: "none" | "not-known" }>;

/** A claimed shard, with its start where that was made ahead: of a blank shard only. */
interface Taken<S, R> {
  readonly shard: S;
  readonly ready?: R;
}

export function createFreshShards<S, R, F>(
  steps: Steps<S, R, F>,
  claims: Claims<S>,
): FreshShards<R> {
  const ahead: Promise<Taken<S, R> | undefined>[] = [];
  const unused: Taken<S, R>[] = [];
  const small = new Set<string>();
  let areOver = false;
  return {
    next: async (end) => {
      const chosen = end === "small" ? await takeSmall(steps, claims, small) : undefined;
      const taken = chosen ?? (await takeFirst(ahead, claims));
      areOver = "kind" in taken && taken.kind === "none";
      if ("kind" in taken) return taken;
      const made = await makeReady(steps, taken);
      if (made.kind === "stopped" && made.isKept) unused.push({ ...taken, ...made });
      return made;
    },
    lookAhead: () => {
      // The shards that run now come first.
      ahead.push(nextTurn().then(() => takeAhead(steps, claims)));
    },
    isSmall: (id) => small.has(id),
    areOver: () => areOver,
    isWaiting: claims.isWaiting,
    close: async () => {
      const rest = await Promise.all(ahead);
      for (const taken of [...unused, ...rest])
        if (taken?.ready !== undefined) await steps.withdraw(taken.ready);
    },
  };
}

async function takeSmall<S, R, F>(
  steps: Steps<S, R, F>,
  claims: Claims<S>,
  small: Set<string>,
): Promise<Taken<S, R> | undefined> {
  const next = await claims.nextSmall();
  if (next.kind !== "claimed") return undefined;
  const { shard } = next;
  small.add(steps.idOf(shard));
  return { shard };
}

/** Those that were made ready ahead come first. */
async function takeFirst<S, R>(
  ahead: Promise<Taken<S, R> | undefined>[],
  claims: Claims<S>,
): Promise<Taken<S, R> | NotTaken> {
  while (ahead.length > 0) {
    const taken = await ahead.shift();
    if (taken !== undefined) return taken;
  }
  return takeNext(claims);
}

type Made<R> =
  | Exclude<Fresh<R>, { readonly kind: "stopped" } | NotTaken>
  /** With a start that is to be taken back, or without one. */
  | { readonly kind: "stopped"; readonly isKept: boolean; readonly ready?: R };

async function makeReady<S, R, F>(
  steps: Steps<S, R, F>,
  { shard, ready }: Taken<S, R>,
): Promise<Made<R>> {
  if (!(await steps.mayStart(shard))) return { kind: "stopped", isKept: true };
  const isBlank = ready !== undefined || steps.isBlank(shard);
  const made = ready === undefined ? await steps.start(shard) : await steps.begin(ready);
  if (made === undefined) return { kind: "not-started", id: steps.idOf(shard) };
  if (!steps.isStopped()) return { kind: "ready", ready: made };
  // The stop came while the start was made durable.
  return { kind: "stopped", isKept: isBlank, ready: made };
}

async function takeNext<S, R>(claims: Claims<S>): Promise<Taken<S, R> | NotTaken> {
  const next = await claims.next();
  return next.kind === "claimed" ? { shard: next.shard } : next;
}

/**
 * Where a checkpoint, a marker, a start record or work exists, a start sets something aside. That waits for the shard's
 * turn, so that a run that is stopped takes nothing from shards that it did not reach.
 */
async function takeAhead<S, R, F>(
  steps: Steps<S, R, F>,
  claims: Claims<S>,
): Promise<Taken<S, R> | undefined> {
  for (;;) {
    const taken = await takeNext<S, R>(claims);
    if ("kind" in taken) return undefined;
    if (!steps.isBlank(taken.shard)) return taken;
    const ready = await steps.start(taken.shard);
    if (ready !== undefined) return { ...taken, ready };
  }
}
