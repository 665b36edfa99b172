import { readParts } from "../checkpoint/parts.ts";
import { workOf, type Task } from "../checkpoint/tasks.ts";
import type { Definition } from "../core/definition/fields.ts";
import type { Failure } from "../core/model/start-record.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";
import type { Saved, Store } from "../store/store.ts";

/** Where the work of shards lies, and where it is kept. */
export interface WorkKeeping {
  readonly disk: Disk;
  readonly store: Store;
  readonly definition: Pick<Definition, "status">;
}

/**
 * Saves a snapshot of a shard's work. `undefined` where there is nothing to keep: no store, no folder, or no whole part
 * in it, without which no command is told to go on. `failure` is the shard's last one: on a runner without this disk nothing
 * else tells of it. Never throws.
 */
export async function keepWork(
  { disk, store, definition }: WorkKeeping,
  task: Task,
  failure?: Failure,
): Promise<Saved | undefined> {
  const wanted = workOf(task);
  if (wanted === undefined) return undefined;
  const { work } = task.paths;
  try {
    const { whole } = await readParts(disk, work, definition.status);
    return whole.length === 0 ? undefined : await store.saveWork(wanted, work, failure);
  } catch (error) {
    return { kind: "unavailable", cause: messageOf(error) };
  }
}
