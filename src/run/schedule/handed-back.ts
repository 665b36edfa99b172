import { startTimer, type Timer } from "../../machine/timer.ts";
import type { Blame, Place } from "./blame.ts";
import type { FailedShard, Steps } from "./steps.ts";

/** Shards whose attempt failed, until they are tried again or given up. */
export interface HandedBack<F> {
  readonly add: (failed: F, place: Place) => void;
  /** One that is to be tried at this place now. */
  readonly take: (place: Place) => F | undefined;
  /** Acts on what is known of the places by now. To be called after each end of an attempt. */
  readonly review: () => void;
  /** Some are to be tried again, now or later. */
  readonly isWaiting: () => boolean;
  /** Those whose attempts are used up, and which have no result yet. */
  readonly usedUp: () => number;
  /** Gives all of them up. */
  readonly close: () => void;
  /** Sets what is called when a delay is over. */
  readonly onDue: (listener: () => void) => void;
}

interface Waiting<F> {
  readonly failed: F;
  readonly place: Place;
}

type Giving = "giveUp" | "tryElsewhere" | "holdBack";

/**
 * A shard is tried again after its delay, as its attempts allow. One whose attempts are used up is held back while its
 * place may be to blame: where the place is doubted, it gets one more attempt elsewhere, which tells.
 */
export function createHandedBack<F extends FailedShard>(
  steps: Pick<Steps<never, never, F>, Giving>,
  blame: Blame,
): HandedBack<F> {
  return new FailedShards(steps, blame);
}

class FailedShards<F extends FailedShard> implements HandedBack<F> {
  readonly #steps: Pick<Steps<never, never, F>, Giving>;
  readonly #blame: Blame;
  readonly #delayed = new Map<Waiting<F>, Timer>();
  #due: Waiting<F>[] = [];
  readonly #held = new Set<Waiting<F>>();
  #tellDue: () => void = () => undefined;

  constructor(steps: Pick<Steps<never, never, F>, Giving>, blame: Blame) {
    this.#steps = steps;
    this.#blame = blame;
  }

  readonly onDue = (listener: () => void): void => {
    this.#tellDue = listener;
  };

  readonly add = (failed: F, place: Place): void => {
    const one = { failed, place };
    const { id, retryAfterMs } = failed;
    if (retryAfterMs === 0) this.#due.push(one);
    else if (retryAfterMs !== undefined) this.#delay(one, retryAfterMs);
    else if (this.#blame.suspects(place, id) && this.#blame.mayBeTriedElsewhere(id)) {
      this.#steps.holdBack(failed);
      this.#held.add(one);
    } else this.#steps.giveUp(failed);
  };

  readonly take = (place: Place): F | undefined => {
    const at = this.#due.findIndex(({ failed }) => this.#blame.mayTry(place, failed.id));
    return at === -1 ? undefined : this.#due.splice(at, 1)[0]?.failed;
  };

  readonly review = (): void => {
    for (const one of this.#held) this.#reviewHeld(one);
    const isPointless = (one: Waiting<F>): boolean =>
      isTest(one) && !this.#blame.mayBeTriedElsewhere(one.failed.id);
    const pointless = this.#due.filter(isPointless);
    this.#due = this.#due.filter((one) => !pointless.includes(one));
    for (const { failed } of pointless) this.#steps.giveUp(failed);
  };

  readonly isWaiting = (): boolean => this.#due.length > 0 || this.#delayed.size > 0;

  readonly usedUp = (): number => this.#held.size + this.#due.filter(isTest).length;

  readonly close = (): void => {
    for (const timer of this.#delayed.values()) timer.stop();
    const rest = [...this.#delayed.keys(), ...this.#due.splice(0), ...this.#held];
    this.#delayed.clear();
    this.#held.clear();
    for (const { failed } of rest) this.#steps.giveUp(failed);
  };

  #delay(one: Waiting<F>, ms: number): void {
    const wake = (): void => {
      this.#delayed.delete(one);
      this.#due.push(one);
      this.#tellDue();
    };
    this.#delayed.set(one, startTimer(ms, wake));
  }

  #reviewHeld(one: Waiting<F>): void {
    const { failed, place } = one;
    const isSuspect = this.#blame.suspects(place, failed.id);
    if (isSuspect && this.#blame.standingOf(place) === "trusted") return;
    this.#held.delete(one);
    if (isSuspect && this.#blame.mayBeTriedElsewhere(failed.id)) {
      this.#steps.tryElsewhere(failed);
      this.#due.push(one);
    } else this.#steps.giveUp(failed);
  }
}

/** Its attempts are used up: one more elsewhere tells whether its place is to blame. */
function isTest<F extends FailedShard>({ failed }: Waiting<F>): boolean {
  return failed.retryAfterMs === undefined;
}
