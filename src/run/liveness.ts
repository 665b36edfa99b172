import type { Liveness } from "../core/ownership/liveness.ts";
import type { Owner, OwnerWatch } from "../machine/owner-watch.ts";
import type { Holder } from "../protocol/claims.ts";
import type { Emit } from "./events.ts";
import { pause } from "./schedule/pause.ts";
import type { NotKnown } from "./schedule/steps.ts";
import type { Stop } from "./schedule/stop.ts";

/** Since when this run asks for other ones of which nobody knows whether they live. */
export interface Unknowns {
  /**
   * Asks once more later. What holds up this run for a few seconds is said, once for each of the other ones.
   */
  readonly askAgain: (shard: string, holder: Pick<Holder, "owner" | "host">) => NotKnown;
}

const TELL_AFTER_MS = 3000;

export function createUnknowns(
  emit: Emit,
  { owners, stop }: { readonly owners: OwnerWatch; readonly stop: Stop },
): Unknowns {
  const asked = new Map<string, { readonly tick: number; isTold: boolean }>();
  return {
    askAgain: (shard, { owner, host }) => {
      const key = JSON.stringify(owner);
      const before = asked.get(key) ?? { tick: performance.now(), isTold: false };
      asked.set(key, before);
      const watching = { owners, stop };
      if (before.isTold) return { again: nextLook(watching) };
      const leftMs = TELL_AFTER_MS - (performance.now() - before.tick);
      if (leftMs > 0) return { again: Promise.race([nextLook(watching), pause(stop, leftMs)]) };
      before.isTold = true;
      const who = owners.nameOf(owner, host);
      emit({ kind: "owner-unknown", shard, who, knownInMs: Math.round(owners.knownInMs(owner)) });
      return { again: nextLook(watching) };
    },
  };
}

interface Watching {
  readonly owners: Pick<OwnerWatch, "livenessOf" | "nextLook">;
  /** Ends each wait; absent where nothing does. */
  readonly stop?: Pick<Stop, "cause" | "onRequest">;
}

/** Waits for the next look at the heartbeats of other runs, or for the stop. */
async function nextLook({ owners, stop }: Watching): Promise<void> {
  const control = new AbortController();
  const untie = stop?.onRequest(() => control.abort());
  await owners.nextLook(control.signal);
  untie?.();
}

/** Tells whether the run of an owner lives, as soon as that is known; `unknown` only after the stop. */
export async function untilKnown(watching: Watching, owner: Owner): Promise<Liveness> {
  for (;;) {
    const liveness = watching.owners.livenessOf(owner);
    if (liveness !== "unknown" || watching.stop?.cause() !== undefined) return liveness;
    await nextLook(watching);
  }
}
