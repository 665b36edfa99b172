import type { Blame, Place } from "./blame.ts";
import { createChanges } from "./changes.ts";
import type { FreshShards } from "./fresh-shards.ts";
import type { HandedBack } from "./handed-back.ts";
import type { End, FailedShard, NotKnown, Steps } from "./steps.ts";

/** Shards that are ready to run, for whichever slot asks first: those that failed before, and those that did not run yet. */
export interface ReadyShards<R, F> {
  /** Waits as long as a shard may be handed back; `undefined` where this place gets no more. */
  readonly next: (place: Place) => Promise<R | undefined>;
  /** Takes the end of the attempt of a shard that `next` gave. */
  readonly ended: (place: Place, end: End<F>) => void;
  /** Gives up what waits. */
  readonly close: () => void;
}

interface Sources<R, F> {
  readonly fresh: FreshShards<R>;
  readonly back: HandedBack<F>;
  readonly blame: Blame;
  /** The number of those who ask. */
  readonly slots: number;
}

type Obtained<R> =
  | { readonly kind: "ready"; readonly ready: R }
  /** A shard could not be started: the next one may. */
  | { readonly kind: "look-again" }
  | { readonly kind: "none" | "stopped" }
  | ({ readonly kind: "not-known" } & NotKnown);

export function createReadyShards<S, R, F extends FailedShard>(
  steps: Steps<S, R, F>,
  sources: Sources<R, F>,
): ReadyShards<R, F> {
  return new Ready(steps, sources);
}

class Ready<S, R, F extends FailedShard> implements ReadyShards<R, F> {
  readonly #steps: Steps<S, R, F>;
  readonly #sources: Sources<R, F>;
  readonly #changes = createChanges();
  readonly #removeStop: () => void;
  #left = 0;
  #smallFailed = 0;

  constructor(steps: Steps<S, R, F>, sources: Sources<R, F>) {
    this.#steps = steps;
    this.#sources = sources;
    sources.back.onDue(this.#changes.tell);
    this.#removeStop = steps.onStop(() => {
      sources.back.close();
      this.#changes.tell();
    });
  }

  readonly next = async (place: Place): Promise<R | undefined> => {
    while (!this.#isOver(place)) {
      const seen = this.#changes.count();
      const obtained = await obtain(this.#steps, this.#sources, place);
      if (obtained.kind === "ready") return obtained.ready;
      if (obtained.kind === "stopped") break;
      if (obtained.kind === "not-known") void obtained.again.then(this.#changes.tell);
      if (obtained.kind === "look-again") this.#review();
      else if (seen === this.#changes.count() && this.#isIdle()) break;
      else await this.#changes.after(seen);
    }
    this.#left += 1;
    this.#changes.tell();
    return undefined;
  };

  readonly ended = (place: Place, end: End<F>): void => {
    const { fresh, back, blame } = this.#sources;
    if (end.kind === "done") blame.succeeded(place, end.id);
    if (end.kind === "failed") {
      const { id, belongsToInput } = end.failed;
      blame.failed(place, id, belongsToInput);
      if (fresh.isSmall(id)) this.#smallFailed += 1;
      back.add(end.failed, place);
    }
    this.#review();
  };

  readonly close = (): void => {
    this.#removeStop();
    this.#sources.back.close();
  };

  #isOver(place: Place): boolean {
    return this.#steps.isStopped() || this.#sources.blame.standingOf(place) === "retired";
  }

  /** Nothing comes any more: every other slot waits as well, or has left. */
  #isIdle(): boolean {
    const { slots, back, fresh } = this.#sources;
    if (back.isWaiting() || fresh.isWaiting()) return false;
    return this.#left + this.#changes.waiting() === slots - 1;
  }

  #review(): void {
    const { fresh, back, blame } = this.#sources;
    back.review();
    const small = { failed: this.#smallFailed, areOver: fresh.areOver() };
    const isHopeless = (failures: number): boolean => blame.isHopeless(failures, small);
    this.#steps.checkFailures(back.usedUp(), isHopeless);
    this.#changes.tell();
  }
}

async function obtain<S, R, F extends FailedShard>(
  steps: Steps<S, R, F>,
  { fresh, back, blame }: Sources<R, F>,
  place: Place,
): Promise<Obtained<R>> {
  if (blame.standingOf(place) === "doubted") return { kind: "none" };
  const failed = back.take(place);
  if (failed !== undefined) return readyAgain(steps, failed);
  const obtained = await fresh.next(blame.looksForSmall() ? "small" : "first");
  return obtained.kind === "not-started" ? { kind: "look-again" } : obtained;
}

async function readyAgain<S, R, F>(steps: Steps<S, R, F>, failed: F): Promise<Obtained<R>> {
  const ready = await steps.startAgain(failed);
  if (ready === undefined) return { kind: "look-again" };
  if (!steps.isStopped()) return { kind: "ready", ready };
  // The stop came while the start was made durable.
  steps.giveUp(failed);
  return { kind: "stopped" };
}
