import type { Group } from "./group.ts";
import type { Session } from "./session.ts";
import { startTimer } from "./timer.ts";

/** How a command ended. */
export type Ended =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "not-started"; readonly why: string }
  | { readonly kind: "timeout" }
  /** The run is being stopped: what the command did then proves nothing. */
  | { readonly kind: "stopped" }
  /** Left to the post step, still running. */
  | { readonly kind: "left" };

export interface Reins {
  /** Settles when the group is left to the post step. */
  readonly left: Promise<{ readonly kind: "left" }>;
  /** Why Donemark ended the group; `undefined` where it did not. */
  readonly cause: () => Ended | undefined;
  /** Starts the time limit anew. */
  readonly renew: () => void;
  readonly release: () => void;
}

/** Ties a group to the run's stop and to a time limit: it is signalled, signalled again, and killed. */
export function hold(session: Session, group: Group, timeoutMs: number | undefined): Reins {
  let cause: Ended | undefined;
  const { stopGraceMs } = session.definition;
  const left = latch();
  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number, act: () => void): void => void timers.push(setTimeout(act, ms));
  const end = (why: Ended, signal: "SIGINT" | "SIGTERM"): void => {
    if (cause !== undefined) return;
    cause = why;
    group.signal(signal);
    after(stopGraceMs / 2, () => group.signal("SIGTERM"));
    after(stopGraceMs, () => group.kill());
  };
  const leaveAfter = (ms: number): void => {
    after(ms, () => {
      cause = { kind: "left" };
      void group.leave((stopGraceMs - ms) / 1000).then(left.settle);
    });
  };
  const untie = session.stop.onRequest((stop) => {
    if (stop.kind === "max-failures" || stop.kind === "fault") return;
    end({ kind: "stopped" }, stop.kind === "signal" ? stop.signal : "SIGTERM");
    const ms = session.leaveAfterMs;
    if (stop.kind === "signal" && ms !== undefined && ms < stopGraceMs) leaveAfter(ms);
  });
  const unhurry = session.stop.onHurry(() => group.kill());
  const limit = startTimer(timeoutMs, () => end({ kind: "timeout" }, "SIGTERM"));
  return {
    left: left.settled,
    cause: () => cause,
    renew: limit.renew,
    release: () => {
      untie();
      unhurry();
      limit.stop();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function latch(): {
  readonly settled: Promise<{ readonly kind: "left" }>;
  readonly settle: () => void;
} {
  let settle: () => void = () => undefined;
  const settled = new Promise<{ readonly kind: "left" }>((done) => {
    settle = () => done({ kind: "left" });
  });
  return { settled, settle: () => settle() };
}
