import type { Liveness } from "../core/ownership/liveness.ts";
import type { Owner, OwnerWatch } from "../machine/owner-watch.ts";
import type { Stop } from "./schedule/stop.ts";

interface Watching {
  readonly owners: Pick<OwnerWatch, "livenessOf" | "nextLook">;
  /** Ends each wait; absent where nothing does. */
  readonly stop?: Pick<Stop, "cause" | "onRequest">;
}

/** Waits for the next look at the heartbeats of other runs, or for the stop. */
export async function nextLook({ owners, stop }: Watching): Promise<void> {
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
