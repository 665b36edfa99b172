import type { Claim, NotKnown, Steps } from "./steps.ts";

/** A shard that this run has claimed; none where there is none or the run is stopped. */
type Next<S> =
  | { readonly kind: "claimed"; readonly shard: S }
  /** Of all that are left nobody knows yet whether this run may have them. */
  | ({ readonly kind: "not-known" } & NotKnown)
  | { readonly kind: "none" };

/** Hands out shards, each once, as long as the run may start new ones. Those of which nothing is known come last. */
export interface Claims<S> {
  readonly next: () => Promise<Next<S>>;
  /** The same from the other end: the smallest shard that is left; of equal ones the last of the list. */
  readonly nextSmall: () => Promise<Next<S>>;
  /** Are there some of which nothing is known yet? */
  readonly isWaiting: () => boolean;
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
  const hold = ({ shard, release: giveBack }: Claim<S>): Next<S> => {
    const id = idOf(shard);
    held.set(id, giveBack);
    // Until the shard is marked and saved, no other process may take it for an unfinished one, or unmark it.
    void settled(id).then(() => release(id));
    return { kind: "claimed", shard };
  };
  const later: S[] = [];
  const take = async (source: Source<S>): Promise<Next<S>> => {
    const claimed = await claimFrom({ claim, isStopped }, later, source);
    return "release" in claimed ? hold(claimed) : claimed;
  };
  return {
    next: () => take({ fresh: list.first, last: () => later.shift() }),
    nextSmall: () => take({ fresh: list.smallest, last: () => undefined }),
    isWaiting: () => later.length > 0,
    close: async () => void (await Promise.all([...held.keys()].map(release))),
  };
}

/** Where the next shard comes from: the list, and then those of which nothing was known before. */
interface Source<S> {
  readonly fresh: () => S | undefined;
  readonly last: () => S | undefined;
}

/** Claims the first one that can be claimed. Those of which nothing is known go to the end of `later`. */
async function claimFrom<S, R, F>(
  { claim, isStopped }: Pick<Steps<S, R, F>, "claim" | "isStopped">,
  later: S[],
  { fresh, last }: Source<S>,
): Promise<Claim<S> | Exclude<Next<S>, { readonly kind: "claimed" }>> {
  let again: Promise<void> | undefined;
  let asked = 0;
  while (!isStopped()) {
    const first = fresh();
    // Each of them was asked for.
    if (first === undefined && again !== undefined && asked >= later.length)
      return { kind: "not-known", again };
    const next = first ?? last();
    if (next === undefined) break;
    const claimed = await claim(next);
    if (claimed === undefined) continue;
    if (!("again" in claimed)) return claimed;
    later.push(next);
    asked += 1;
    ({ again } = claimed);
  }
  return { kind: "none" };
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
