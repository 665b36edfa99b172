import type { Task } from "../../checkpoint/tasks.ts";
import { messageOf } from "../../core/text/problem.ts";
import { placeCheckpoint, withStaging, type StagedCheckpoint } from "../../protocol/place.ts";
import type { Writer } from "../../protocol/writer.ts";
import { checkStaged } from "../../store/staged.ts";
import type { Entry, Store } from "../../store/store.ts";

export type Brought =
  | { readonly kind: "brought" }
  /** The entry is gone or was not what its marker says (`isBad`); it is revoked then. */
  | { readonly kind: "lost"; readonly why: string; readonly isBad: boolean }
  | { readonly kind: "unavailable"; readonly cause: string };

/**
 * Brings a shard's checkpoint from a store: into staging beside its place, checked there against its marker, and only
 * then moved into place, with a marker of its own. Whatever lay there is replaced.
 */
export async function bring(
  writer: Writer,
  store: Store,
  task: Task,
  entry: Entry,
): Promise<Brought> {
  try {
    return await withStaging(writer, task.paths.checkpoint, async (staging) => {
      const fetched = await store.fetch(entry, staging);
      if (fetched.kind === "unavailable") return fetched;
      if (fetched.kind === "miss") return { kind: "lost", why: "the entry is gone", isBad: false };
      const staged = { staging, marker: fetched.marker };
      const fault = faultOf(writer, task, staged);
      if (fault !== undefined) return await revoke(store, entry, fault);
      await placeCheckpoint(writer, task.paths, staged);
      return { kind: "brought" };
    });
  } catch (error) {
    return { kind: "unavailable", cause: messageOf(error) };
  }
}

async function revoke(store: Store, entry: Entry, fault: string): Promise<Brought> {
  const revoked = await store.revoke(entry);
  const stays = revoked.kind === "unavailable" ? `, and its entry stays: ${revoked.cause}` : "";
  return { kind: "lost", why: fault + stays, isBad: true };
}

function faultOf(
  { disk }: Writer,
  task: Task,
  { staging, marker }: StagedCheckpoint,
): string | undefined {
  if (marker.shard !== task.shard.id)
    return `its marker is that of shard ${JSON.stringify(marker.shard)}`;
  const checked = checkStaged(disk, staging, marker);
  return checked.kind === "bad" ? checked.why : undefined;
}
