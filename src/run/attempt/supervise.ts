import type { Group } from "../../machine/group.ts";
import { isAlive } from "../../machine/processes.ts";
import { startTimer } from "../../machine/timer.ts";
import type { Limits } from "../parts.ts";
import type { Stop } from "../schedule/stop.ts";
import { watchForStall } from "./stall.ts";

/** The end of a command in a run. */
export type Ended =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "not-started"; readonly why: string }
  | { readonly kind: "unguarded" }
  | { readonly kind: "timeout" }
  /** It gave no sign of life for `stall-timeout`. */
  | { readonly kind: "stalled" }
  /** It ended with exit code 0 and left processes that may still change the shard's files. */
  | { readonly kind: "still-running"; readonly why: string }
  /** The run is being stopped: the command's exit code proves nothing. */
  | { readonly kind: "stopped" }
  /** It still runs, and is left to the post step. */
  | { readonly kind: "left" };

export interface Supervision {
  /** Settles when the group is left to the post step. */
  readonly left: Promise<{ readonly kind: "left" }>;
  /** Why Donemark ended the group; `undefined` where it did not. */
  readonly cause: () => Ended | undefined;
  /** Restarts the time limit. */
  readonly renew: () => void;
  /** Ends the time limit and the watch for a stall, and gives what was left of it in milliseconds; `undefined` where there is none. */
  readonly stopTimer: () => number | undefined;
  readonly release: () => void;
}

/** What is asked and done for a command beside its time limit. */
export interface Care {
  /** Another text whenever there was output, or a checkpoint or work has changed. */
  readonly signs: () => string;
  /** Called when the command is about to be ended. */
  readonly onStop: () => void;
}

export interface SupervisionRules {
  readonly stop: Stop;
  readonly limits: Limits;
  /** `undefined` for no time limit. */
  readonly timeoutMs: number | undefined;
  readonly care?: Care;
  /** Is a marker there that nobody has seen yet? Its shard is not late. */
  readonly isThrough?: () => boolean;
}

/** Ties a group to the run's stop and to a time limit: it is signalled, signalled again, and killed. */
export function supervise(
  group: Group,
  { stop, limits, timeoutMs, care, isThrough }: SupervisionRules,
): Supervision {
  const ending = endingOf(group, limits.stopGraceMs, care?.onStop);
  const removeRequest = obey(stop, ending, limits);
  const removeHurry = stop.onHurry(() => group.kill());
  let isReleased = false;
  const unlessOver = (act: () => void): (() => void) =>
    afterLook(() => isReleased || hasEnded(group), act);
  const late = unlessOver(() => {
    if (isThrough?.() === true) limit.renew();
    else ending.end({ kind: "timeout" }, "SIGTERM");
  });
  const limit = timeLimit(timeoutMs, late);
  const stallMs = care === undefined ? undefined : limits.stallTimeoutMs;
  const endWatch = watchForStall(
    stallMs,
    () => care?.signs() ?? "",
    unlessOver(() => ending.end({ kind: "stalled" }, "SIGTERM")),
  );
  return {
    left: ending.left,
    cause: ending.cause,
    renew: limit.renew,
    stopTimer: () => {
      endWatch();
      return limit.stop();
    },
    release: () => {
      removeRequest();
      removeHurry();
      isReleased = true;
      limit.stop();
      endWatch();
      ending.release();
    },
  };
}

/** Ends the group when the run is stopped. Gives a function that ends this. */
function obey(stop: Stop, ending: Ending, { leaveAfterMs }: Limits): () => void {
  return stop.onRequest((cause) => {
    if (cause.kind === "max-failures" || cause.kind === "fault") return;
    ending.end({ kind: "stopped" }, cause.kind === "signal" ? cause.signal : "SIGTERM");
    if (cause.kind === "signal") ending.leaveAfter(leaveAfterMs);
  });
}

/** A timer fires first after this thread was busy: what has happened meanwhile is taken in before it is judged. */
function afterLook(isOver: () => boolean, act: () => void): () => void {
  return () => {
    setImmediate(() => {
      if (!isOver()) act();
    });
  };
}

/** Its exit is about to be handed over. */
function hasEnded({ process: leader }: Group): boolean {
  return leader !== undefined && !isAlive(leader);
}

/** `stop` gives what was left, in milliseconds; after it nothing begins the time anew. */
function timeLimit(
  ms: number | undefined,
  onOver: () => void,
): { readonly renew: () => void; readonly stop: () => number | undefined } {
  const timer = startTimer(ms, onOver);
  let beganTick = performance.now();
  let isStopped = false;
  return {
    renew: () => {
      if (isStopped) return;
      beganTick = performance.now();
      timer.renew();
    },
    stop: () => {
      isStopped = true;
      timer.stop();
      return ms === undefined ? undefined : Math.max(0, ms - (performance.now() - beganTick));
    },
  };
}

interface Ending extends Pick<Supervision, "left" | "cause" | "release"> {
  /** Signals the group, signals it again after half the grace, and kills it after all of it. */
  readonly end: (why: Ended, signal: "SIGINT" | "SIGTERM") => void;
  /** Leaves a group that still runs then to the post step, where that is before its grace is over. */
  readonly leaveAfter: (ms: number | undefined) => void;
}

function endingOf(group: Group, stopGraceMs: number, onStop?: () => void): Ending {
  let cause: Ended | undefined;
  const left = latch();
  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number, act: () => void): void => void timers.push(setTimeout(act, ms));
  return {
    left: left.settled,
    cause: () => cause,
    end: (why, signal) => {
      if (cause !== undefined) return;
      cause = why;
      group.signal(signal);
      onStop?.();
      after(stopGraceMs / 2, () => group.signal("SIGTERM"));
      after(stopGraceMs, () => group.kill());
    },
    leaveAfter: (ms) => {
      if (ms === undefined || ms >= stopGraceMs) return;
      after(ms, () => {
        cause = { kind: "left" };
        void group.leave((stopGraceMs - ms) / 1000).then(left.settle, left.settle);
      });
    },
    release: () => {
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
