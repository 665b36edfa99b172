import type { Steps } from "./steps.ts";

/** Hands out shards, each once, as long as the run may start new ones. */
export interface Claims<S> {
  /** The next shard that this run has claimed; `undefined` where there is none, or the run is stopped. */
  readonly next: () => Promise<S | undefined>;
  /** The same from the other end: the smallest shard that is left; of equal ones the last of the list. */
  readonly nextSmall: () => Promise<S | undefined>;
  /** Releases every claim. Each shard must have its result by then. */
  readonly close: () => Promise<void>;
}

export function createClaims<S, R, F>(
  {
    idOf,
    sizeOf,
    claim,
    settled,
    isStopped,
  }: Pick<Steps<S, R, F>, "idOf" | "sizeOf" | "claim" | "settled" | "isStopped">,
  shards: readonly S[],
): Claims<S> {
  const list = bothEnds(shards, sizeOf);
  const held = new Map<string, () => Promise<void>>();
  const release = async (id: string): Promise<void> => {
    const giveBack = held.get(id);
    held.delete(id);
    // A lease that cannot be given back ends with this process.
    await giveBack?.().catch(() => undefined);
  };
  const take = async (from: () => S | undefined): Promise<S | undefined> => {
    while (!isStopped()) {
      const next = from();
      if (next === undefined) return undefined;
      const claimed = await claim(next);
      if (claimed === undefined) continue;
      const id = idOf(claimed.shard);
      held.set(id, claimed.release);
      // Until the shard is marked and saved, no other process may take it for an unfinished one, or unmark it.
      void settled(id).then(() => release(id));
      return claimed.shard;
    }
    return undefined;
  };
  return {
    next: () => take(list.first),
    nextSmall: () => take(list.smallest),
    close: async () => void (await Promise.all([...held.keys()].map(release))),
  };
}

interface BothEnds<S> {
  readonly first: () => S | undefined;
  readonly smallest: () => S | undefined;
}

/** Takes each of a list once, from its beginning or by size. Sizes are asked for when the first of them counts. */
function bothEnds<S>(list: readonly S[], sizeOf: (one: S) => number): BothEnds<S> {
  const taken = new Set<number>();
  let front = 0;
  let bySize: number[] | undefined;
  const take = (place: number | undefined): S | undefined => {
    if (place === undefined) return undefined;
    taken.add(place);
    return list[place];
  };
  return {
    first: () => {
      while (taken.has(front)) taken.delete(front++);
      return front < list.length ? take(front) : undefined;
    },
    smallest: () => {
      bySize ??= placesBySize(list, sizeOf);
      for (let place = bySize.pop(); place !== undefined; place = bySize.pop())
        if (place >= front && !taken.has(place)) return take(place);
      return undefined;
    },
  };
}

/** Places in the list, the smallest last; of equal ones the last of the list. */
function placesBySize<S>(list: readonly S[], sizeOf: (one: S) => number): number[] {
  const sizes = list.map(sizeOf);
  const places = list.map((_, place) => place);
  return places.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}
