import { staleOf } from "../core/places.ts";
import { dirname, join } from "node:path";
import { describe } from "../core/problem.ts";
import type { Marker } from "../core/marker.ts";
import { makeFolders, syncAll, TEMPORARY_PREFIX, writeDurably } from "../files/durable.ts";
import { measure } from "../files/measure.ts";
import { tidyUp, type Hand } from "../run/commit.ts";
import type { Entry, Store } from "../store/store.ts";
import { checkStaged } from "../store/staged.ts";
import type { Task } from "../survey/survey.ts";

export type Brought =
  | { readonly kind: "brought" }
  /** The entry is gone or was not what its marker says (`isBad`); it is revoked then. */
  | { readonly kind: "lost"; readonly why: string; readonly isBad: boolean }
  | { readonly kind: "unavailable"; readonly cause: string };

/**
 * Brings a shard's checkpoint from a store: into staging beside its place, checked there against its marker, and only
 * then moved into place, with a marker of its own. Whatever lay there is replaced.
 */
export async function bring(hand: Hand, store: Store, task: Task, entry: Entry): Promise<Brought> {
  const { disk } = hand;
  const { checkpoint } = task.places;
  const staging = join(dirname(checkpoint), `${TEMPORARY_PREFIX}${hand.token()}`);
  try {
    await makeFolders(disk, dirname(checkpoint));
    const fetched = await store.fetch(entry, staging);
    if (fetched.kind === "unavailable") return fetched;
    if (fetched.kind === "miss") return { kind: "lost", why: "the entry is gone", isBad: false };
    const checked = checkFetched(hand, task, { staging, marker: fetched.marker });
    if (checked !== undefined) {
      const revoked = await store.revoke(entry);
      const stays = revoked.kind === "unavailable" ? `, and its entry stays: ${revoked.cause}` : "";
      return { kind: "lost", why: checked + stays, isBad: true };
    }
    await place(hand, task, { staging, marker: fetched.marker });
    return { kind: "brought" };
  } catch (error) {
    return { kind: "unavailable", cause: describe(error) };
  } finally {
    // What cannot be removed now is swept up by the next run.
    await disk.removeTree(staging).catch(() => undefined);
  }
}

interface Staged {
  readonly staging: string;
  readonly marker: Marker;
}

function checkFetched({ disk }: Hand, task: Task, { staging, marker }: Staged): string | undefined {
  if (marker.shard !== task.shard.id)
    return `its marker is that of shard ${JSON.stringify(marker.shard)}`;
  const checked = checkStaged(disk, staging, marker);
  return checked.kind === "bad" ? checked.why : undefined;
}

/**
 * The old generation is durably set aside before its marker or start record goes, and the new one is marked before it
 * is there: at no moment does a checkpoint lie there without either, which could be adopted for any fingerprint. The
 * start record goes before the new one comes, by the marker's flush: it would vouch for a directory as for the work of
 * its own fingerprint.
 */
async function place(hand: Hand, { places }: Task, { staging, marker }: Staged): Promise<void> {
  const { disk } = hand;
  const folder = dirname(places.checkpoint);
  await syncAll(disk, staging);
  if (disk.exists(places.checkpoint)) {
    await disk.removeTree(staleOf(places.checkpoint));
    await disk.rename(places.checkpoint, staleOf(places.checkpoint));
    await disk.syncDirectory(folder);
  }
  await disk.unlink(places.started);
  const found = measure(disk, staging);
  if (found.kind !== "measured") throw new Error(`${staging} vanished after it was brought`);
  const here = { ...marker, checkpoint: { ...marker.checkpoint, ...found.measure } };
  await writeDurably(disk, places.marker, hand.markers.format(here), hand.token());
  await disk.rename(staging, places.checkpoint);
  await disk.syncDirectory(folder);
  await tidyUp(hand, places);
}
