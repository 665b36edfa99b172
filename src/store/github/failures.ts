import {
  failureMark,
  failurePrefix,
  formatFailureKey,
  parseFailureKey,
  updatedMarks,
} from "../../core/keys/failure-key.ts";
import type { Failures } from "../store.ts";
import { writeTrouble, type StoreContext } from "./context.ts";
import { saveNote } from "./revoke.ts";

/** A record is an upload, of which GitHub takes two hundred in a minute from all jobs together. */
const PAUSE_MS = 120_000;

/** So many older records are removed after one was saved. */
const MOST_REMOVALS = 8;

/**
 * The newest record stands for all before it: whoever saves one takes over what the last one says. Of two jobs that save at
 * the same moment one is forgotten, and only the order of a later run suffers.
 */
export function failuresIn(context: StoreContext): Failures {
  return {
    pauseMs: PAUSE_MS,
    find: async (wanted) => {
      const marks = new Set(await newestMarks(context));
      return new Set(wanted.filter((one) => marks.has(failureMark(one))).map(({ shard }) => shard));
    },
    update: async ({ failed, done }) => {
      if (!context.keepsFailures || writeTrouble(context) !== undefined) return;
      const before = await newestMarks(context);
      const marks = updatedMarks(before, {
        failed: failed.map(failureMark),
        done: done.map(failureMark),
      });
      if (isSame(before, marks)) return;
      const key = formatFailureKey(
        context.name,
        { marks },
        { atMs: context.now(), unique: context.randomHex(3) },
      );
      const trouble = await saveNote(context, key, "Which shards have failed stands in the key.\n");
      if (trouble !== undefined) throw new Error(trouble.cause);
      if (context.prunes) await removeOlder(context, key);
    },
  };
}

async function newestMarks({
  name,
  service,
  surroundings,
}: StoreContext): Promise<readonly string[]> {
  if (service === undefined || !surroundings.modes.reads) return [];
  const prefix = failurePrefix(name);
  const looked = await service.lookUp(prefix);
  if (looked.kind === "unavailable") throw new Error(looked.cause);
  if (looked.kind === "miss" || !looked.key.startsWith(prefix)) return [];
  return parseFailureKey(looked.key)?.marks ?? [];
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  const known = new Set(before);
  return known.size === now.length && now.every((mark) => known.has(mark));
}

/** Older records of the job's own scope, as far as the token may. */
async function removeOlder({ rest, memory, own, name }: StoreContext, key: string): Promise<void> {
  if (rest === undefined || !memory.mayDelete) return;
  const listed = await rest.list(failurePrefix(name), 1);
  if (listed.kind !== "listed") return;
  const older = listed.caches.filter((one) => one.ref === own && one.key !== key);
  for (const { id } of older.slice(0, MOST_REMOVALS)) {
    const removed = await rest.remove(id);
    if (removed.kind === "refused") memory.mayDelete = false;
    if (removed.kind === "refused" || removed.kind === "unavailable") return;
  }
}
