import { workOf, type Task } from "../../checkpoint/tasks.ts";
import type { Failure } from "../../core/model/start-record.ts";
import { LONGEST_TIMER_MS } from "../../machine/timer.ts";
import { keepWork } from "../keep-work.ts";
import type { Writing } from "../parts.ts";

/** Keeps the work of a shard in the store while its command runs. */
export interface WorkSaver {
  /** No snapshot is begun after it. */
  readonly end: () => void;
  /** Takes one more snapshot, of a shard that is not finished, with its last failure. */
  readonly saveNow: (failure?: Failure) => Promise<void>;
}

/**
 * Saves a snapshot every `work-every`, one at a time; a snapshot that fails is a warning, once per shard. `before` is the
 * shard's last failure before this attempt.
 */
export function saveWorkRegularly(
  { store, writer, emit, definition }: Pick<Writing, "store" | "writer" | "emit" | "definition">,
  task: Task,
  before: Failure | undefined,
): WorkSaver {
  if (workOf(task) === undefined) {
    return { end: () => undefined, saveNow: () => Promise.resolve() };
  }
  let running: Promise<void> | undefined;
  let hasWarned = false;
  const warn = (cause: string): void => {
    const text = `its work was not saved to ${store.label}: ${cause}`;
    if (!hasWarned) emit({ kind: "warning", shard: task.shard.id, text });
    hasWarned = true;
  };
  const snapshot = async (failure: Failure | undefined): Promise<void> => {
    const saved = await keepWork({ disk: writer.disk, store, definition }, task, failure);
    if (saved?.kind === "unavailable") warn(saved.cause);
  };
  const begin = (): void => {
    running ??= snapshot(before).finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(begin, Math.min(definition.workEveryMs, LONGEST_TIMER_MS));
  return {
    end: () => clearInterval(timer),
    saveNow: async (failure = before) => {
      await running;
      await snapshot(failure);
    },
  };
}
