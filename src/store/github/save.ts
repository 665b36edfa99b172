import { dirname, join } from "node:path";
import { formatEntryKey, idDigest, keyParts } from "../../core/keys/cache-key.ts";
import { compareOrder, orderOf } from "../order.ts";
import { checkFinished, isUntouched, refusalOf } from "../finished.ts";
import type { Finished, Saved, Unavailable } from "../store.ts";
import { olderInList, prefixFor } from "./find.ts";
import { revokeKey } from "./revoke.ts";
import { unavailable } from "../answers.ts";
import { type Transfer, type SaveAnswer, type Service } from "./service/service.ts";
import { readEntryKey, remember, versionHere, writeTrouble, type StoreContext } from "./context.ts";
import { layOut, roomTrouble, withFolders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";

/**
 * Saves a finished shard under a key of its own, unless an entry of its match that is not older is there: a look-up
 * costs a hundredth of packing a checkpoint. @throws system errors.
 */
export async function saveEntry(context: StoreContext, finished: Finished): Promise<Saved> {
  const { disk, service } = context;
  const refusal = refusalOf(finished) ?? toolTrouble(context.env);
  if (refusal !== undefined) return unavailable(refusal);
  const closed = writeTrouble(context);
  if (closed !== undefined || service === undefined)
    return closed ?? unavailable("no cache service");
  remember(context, finished.wanted, idDigest(finished.wanted.shard));
  const checked = checkFinished(disk, finished);
  if (checked.kind === "refused") return unavailable(checked.why);
  const there = await lookForSame(context, service, finished);
  if (there !== undefined) return there;
  const saved = await packAndPut(context, service, checked.finished);
  if (saved.kind !== "saved") return saved;
  if (!isUntouched(disk, finished, checked.measure)) {
    await revokeKey(context, saved.key);
    return unavailable(`${finished.checkpoint} was changed while it was saved`);
  }
  context.entries?.add(saved.key, context.own, versionHere(context));
  if (context.prunes) await prune(context, saved.key);
  await context.space.note(finished.marker.checkpoint.sizeBytes);
  return saved;
}

/**
 * Looks the match up again before a save; `undefined` where the save goes on. A look-up answers with the entry made last,
 * so an older attempt's entry must not be made after a newer one's.
 */
async function lookForSame(
  context: StoreContext,
  service: Service,
  { wanted, marker }: Finished,
): Promise<Saved | undefined> {
  // Under cache-mode write-only nothing can be looked up.
  if (!context.surroundings.modes.reads) return undefined;
  const prefix = prefixFor(context, wanted);
  const looked = await service.lookUp(prefix);
  if (looked.kind === "unavailable") return looked;
  if (looked.kind === "miss" || !looked.key.startsWith(prefix)) return undefined;
  const parsed = readEntryKey(context, looked.key);
  if (parsed === undefined) return undefined;
  return compareOrder(parsed, orderOf(marker)) >= 0
    ? { kind: "exists", key: looked.key }
    : undefined;
}

async function packAndPut(
  context: StoreContext,
  service: Service,
  finished: Finished,
): Promise<Extract<Saved, { readonly kind: "saved" }> | Unavailable> {
  const { sizeBytes } = finished.marker.checkpoint;
  return withFolders(context, dirname(finished.checkpoint), async (folders) => {
    const crowded = await roomTrouble(context, folders, sizeBytes);
    if (crowded !== undefined) return unavailable(crowded);
    await layOut(context, finished, folders.folder);
    return putUnderNewKey(context, service, {
      ...folders,
      sizeBytes,
      newKey: () => keyFor(context, finished),
    });
  });
}

export interface NewTransfer extends Omit<Transfer, "key"> {
  readonly sizeBytes: number;
  /** Gives another key at every call. */
  readonly newKey: () => string;
}

/** Saves under a new key, and once more under another: an upload that was killed locks its key for a day. */
export async function putUnderNewKey(
  { disk }: StoreContext,
  service: Service,
  { folder, scratch, sizeBytes, newKey }: NewTransfer,
): Promise<Extract<Saved, { readonly kind: "saved" }> | Unavailable> {
  const tryOnce = async (
    name: string,
  ): Promise<{ readonly key: string; readonly put: SaveAnswer }> => {
    const key = newKey();
    const own = join(scratch, name);
    await disk.makeDirectory(own);
    return { key, put: await service.put({ key, folder, scratch: own }, sizeBytes) };
  };
  const first = await tryOnce("1");
  const { key, put } = first.put.kind === "taken" ? await tryOnce("2") : first;
  if (put.kind === "saved") return { kind: "saved", key };
  return unavailable(put.cause);
}

function keyFor(context: StoreContext, { wanted, marker }: Finished): string {
  const { seconds, checkpoint, fingerprint } = marker;
  const prefix = prefixFor(context, wanted);
  const facts = {
    ...orderOf(marker),
    parts: keyParts(fingerprint),
    milliseconds: Math.round(seconds * 1000),
    sizeBytes: checkpoint.sizeBytes,
    unique: context.randomHex(3),
  };
  const seal = context.markers.seal?.(formatEntryKey(prefix, facts));
  return formatEntryKey(prefix, { ...facts, ...(seal !== undefined && { seal }) });
}

/** Removes older entries of this shard and match in the job's own scope, as far as the token may. */
async function prune(context: StoreContext, key: string): Promise<void> {
  const { rest, memory } = context;
  for (const { id, key: older } of olderInList(context, key)) {
    if (rest === undefined || !memory.mayDelete) return;
    if (id === undefined) continue;
    const removed = await rest.remove(id);
    if (removed.kind === "refused") memory.mayDelete = false;
    if (removed.kind === "unavailable") return;
    if (removed.kind === "removed" || removed.kind === "miss") context.entries?.drop(older);
  }
}
