import { setTimeout as sleep } from "node:timers/promises";
import { countFreeHandles } from "../files/handles.ts";

/** A command's pipes, and what its start and its commit need for a moment. */
const NEEDED = 12;
/** Beside others, which commit and start meanwhile. */
const NEEDED_BESIDE = 24;
/** A command's pipes, its log and its input. */
const NEEDED_BY_SLOT = 8;

const ASK_AGAIN_MS = 50;
const TELL_AFTER_MS = 5000;
const PATIENCE_MS = 60_000;

/** Lets commands start only while file handles are free. */
export interface Handles {
  /**
   * Waits until a command can be started; it must be started at once then. `false` where the time was in vain: the run
   * has been stopped, or for a minute no command of it ran that could free any.
   */
  readonly free: (isStopped: () => boolean) => Promise<boolean>;
  /** Counts a command that runs. Gives the function that says that it has ended. */
  readonly inUse: () => () => void;
}

/** `warn` hears once that commands wait. */
export function openHandles(warn: (text: string) => void): Handles {
  let running = 0;
  let isTold = false;
  const tell = (): void => {
    if (!isTold) warn(`commands wait for free file handles: ${REMEDY}`);
    isTold = true;
  };
  return {
    free: async (isStopped) => {
      const beganMs = performance.now();
      let idleSinceMs = beganMs;
      while (isShort(running)) {
        await sleep(ASK_AGAIN_MS);
        const nowMs = performance.now();
        if (running > 0) idleSinceMs = nowMs;
        if (isStopped() || nowMs - idleSinceMs > PATIENCE_MS) return false;
        if (nowMs - beganMs > TELL_AFTER_MS) tell();
      }
      return true;
    },
    inUse: () => {
      running += 1;
      return () => {
        running -= 1;
      };
    },
  };
}

/** The number of slots, of `wanted`, for whose commands file handles are free: at least one. */
export function affordedSlots(wanted: number): number {
  const free = countFreeHandles(NEEDED_BESIDE + wanted * NEEDED_BY_SLOT);
  return Math.min(wanted, Math.max(1, Math.floor((free - NEEDED_BESIDE) / NEEDED_BY_SLOT)));
}

function isShort(running: number): boolean {
  const needed = running === 0 ? NEEDED : NEEDED_BESIDE;
  return countFreeHandles(needed) < needed;
}

/** What helps where handles are short. */
export const REMEDY = "raise the limit (`ulimit -n 4096`), then run again";

/** Why a run stops that finds no handles. */
export const NO_HANDLES = `no file handles are free to start a command: ${REMEDY}`;
