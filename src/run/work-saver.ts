import { describe } from "../core/problem.ts";
import { workOf, type Task } from "../survey/survey.ts";
import type { Session } from "./session.ts";
import { LONGEST_TIMER_MS } from "./timer.ts";

/** Keeps the work of a shard in the store while its command runs. */
export interface WorkSaver {
  /** No snapshot is begun after it. */
  readonly end: () => void;
  /** One more snapshot, of a shard that was not finished. */
  readonly saveNow: () => Promise<void>;
}

/** Saves a snapshot every `work-every`, one at a time; a snapshot that fails is a warning, once per shard. */
export function keepWorkSaved(session: Session, task: Task): WorkSaver {
  const { store, hand, reporter, definition } = session;
  const wanted = workOf(task);
  if (wanted === undefined) {
    return { end: () => undefined, saveNow: () => Promise.resolve() };
  }
  let running: Promise<void> | undefined;
  let warned = false;
  const warn = (cause: string): void => {
    if (!warned)
      reporter.warn(`[${task.shard.id}] its work was not saved to ${store.label}: ${cause}`);
    warned = true;
  };
  const snapshot = async (): Promise<void> => {
    if (hand.disk.stat(task.places.work)?.kind !== "directory") return;
    try {
      const saved = await store.saveWork(wanted, task.places.work);
      if (saved.kind === "unavailable") warn(saved.cause);
    } catch (error) {
      warn(describe(error));
    }
  };
  const begin = (): void => {
    running ??= snapshot().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(begin, Math.min(definition.workEveryMs, LONGEST_TIMER_MS));
  return {
    end: () => clearInterval(timer),
    saveNow: async () => {
      await running;
      await snapshot();
    },
  };
}
