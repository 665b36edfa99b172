import { posix } from "node:path";
import { sha256 } from "../../core/model/digest.ts";
import { inParallel } from "../../core/text/parallel.ts";
import { listAll } from "../bucket.ts";
import type { Failures, Wanted } from "../store.ts";
import { keyIn, type EntriesContext } from "./context.ts";
import { FAILED } from "./layout.ts";

const AT_ONCE = 32;

const PAUSE_MS = 2000;

/**
 * `<area>/failed/<shard>-<fingerprint>` says that a shard has failed: an empty object, whose name says it all. One list
 * answers for all shards; a shard whose fingerprint changes has another name.
 */
export function failuresIn(context: EntriesContext): Failures {
  return {
    find: async (wanted) => {
      const names = new Set<string>();
      for (const area of context.areas) {
        const found = await listAll(context.bucket, `${keyIn(context, area, FAILED)}/`, "one");
        for (const { key } of found) names.add(posix.basename(key));
      }
      const failed = wanted.filter((one) => names.has(nameOf(one)));
      return new Set(failed.map(({ shard }) => shard));
    },
    pauseMs: PAUSE_MS,
    update: async ({ failed, done }) => {
      await inParallel(failed, AT_ONCE, (one) =>
        context.bucket.putIfAbsent(keyOf(context, one), { kind: "text", text: "" }),
      );
      if (done.length > 0) await context.bucket.delete(done.map((one) => keyOf(context, one)));
    },
  };
}

function keyOf(context: EntriesContext, wanted: Wanted): string {
  return keyIn(context, context.areas[0], FAILED, nameOf(wanted));
}

function nameOf({ shard, whole }: Wanted): string {
  return `${sha256(shard).slice(0, 16)}-${sha256(whole).slice(0, 16)}`;
}
