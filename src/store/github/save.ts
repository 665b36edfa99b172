import { dirname, join } from "node:path";
import { formatEntryKey, idDigest, keyParts } from "../../core/cache-key.ts";
import { compareOrder, orderOf } from "../order.ts";
import { refusalOf } from "../refusal.ts";
import type { Finished, Saved, Unavailable } from "../store.ts";
import { olderInList, prefixFor } from "./find.ts";
import { revokeKey } from "./revoke.ts";
import { unavailable, type Parcel, type Put, type Service } from "./service.ts";
import { readEntryKey, remember, versionHere, writeTrouble, type Site } from "./site.ts";
import { isUntouched, layOut, lookAt, roomTrouble, withFolders } from "./stage.ts";
import { toolTrouble } from "./tools.ts";

/**
 * Saves a finished shard under a key of its own, unless an entry of its match that is not older is there: a look-up
 * costs a hundredth of packing a checkpoint. @throws system errors.
 */
export async function saveEntry(site: Site, finished: Finished): Promise<Saved> {
  const { disk, service } = site;
  const refusal = refusalOf(finished) ?? toolTrouble(site.env);
  if (refusal !== undefined) return unavailable(refusal);
  const closed = writeTrouble(site);
  if (closed !== undefined || service === undefined)
    return closed ?? unavailable("no cache service");
  remember(site, finished.wanted, idDigest(finished.wanted.shard));
  const looked = lookAt(disk, finished);
  if (looked.kind === "refused") return unavailable(looked.why);
  const there = await lookForSame(site, service, finished);
  if (there !== undefined) return there;
  const saved = await packAndPut(site, service, finished);
  if (saved.kind !== "saved") return saved;
  if (!isUntouched(disk, finished, looked.measure)) {
    await revokeKey(site, saved.key);
    return unavailable(`${finished.checkpoint} was changed while it was saved`);
  }
  site.entries?.add(saved.key, site.own, versionHere(site));
  if (site.prunes) await prune(site, saved.key);
  await site.quota.note(finished.marker.checkpoint.sizeBytes);
  return saved;
}

/**
 * The answer where nothing need be saved, or nothing can be. What the plan knew is asked again: a look-up answers with
 * the entry made last, so an older attempt's entry must not be made after a newer one's.
 */
async function lookForSame(
  site: Site,
  service: Service,
  { wanted, marker }: Finished,
): Promise<Saved | undefined> {
  // Under cache-mode write-only nothing can be looked up.
  if (!site.surroundings.modes.reads) return undefined;
  const prefix = prefixFor(site, wanted);
  const looked = await service.lookUp(prefix);
  if (looked.kind === "unavailable") return looked;
  if (looked.kind === "miss" || !looked.key.startsWith(prefix)) return undefined;
  const parsed = readEntryKey(site, looked.key);
  if (parsed === undefined) return undefined;
  return compareOrder(parsed, orderOf(marker)) >= 0
    ? { kind: "exists", key: looked.key }
    : undefined;
}

async function packAndPut(
  site: Site,
  service: Service,
  finished: Finished,
): Promise<Extract<Saved, { readonly kind: "saved" }> | Unavailable> {
  const { sizeBytes } = finished.marker.checkpoint;
  return withFolders(site, dirname(finished.checkpoint), async (folders) => {
    const crowded = await roomTrouble(site, folders, sizeBytes);
    if (crowded !== undefined) return unavailable(crowded);
    await layOut(site, finished, folders.folder);
    return putUnderNewKey(site, service, {
      ...folders,
      sizeBytes,
      newKey: () => keyFor(site, finished),
    });
  });
}

export interface NewParcel extends Omit<Parcel, "key"> {
  readonly sizeBytes: number;
  /** Gives another key at every call. */
  readonly newKey: () => string;
}

/** A key can be locked for a day by an upload that was killed: then another one is tried, once. */
export async function putUnderNewKey(
  { disk }: Site,
  service: Service,
  { folder, scratch, sizeBytes, newKey }: NewParcel,
): Promise<Extract<Saved, { readonly kind: "saved" }> | Unavailable> {
  const tryOnce = async (name: string): Promise<{ readonly key: string; readonly put: Put }> => {
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

function keyFor(site: Site, { wanted, marker }: Finished): string {
  const { seconds, checkpoint, fingerprint } = marker;
  const prefix = prefixFor(site, wanted);
  const facts = {
    ...orderOf(marker),
    parts: keyParts(fingerprint),
    milliseconds: Math.round(seconds * 1000),
    sizeBytes: checkpoint.sizeBytes,
    unique: site.randomHex(3),
  };
  const seal = site.markers.seal?.(formatEntryKey(prefix, facts));
  return formatEntryKey(prefix, { ...facts, ...(seal !== undefined && { seal }) });
}

/** Older entries of this shard and match in the job's own scope go, as far as the token may: each try costs a request. */
async function prune(site: Site, key: string): Promise<void> {
  const { rest, memory } = site;
  for (const { id, key: older } of olderInList(site, key)) {
    if (rest === undefined || !memory.mayDelete) return;
    if (id === undefined) continue;
    const removed = await rest.remove(id);
    if (removed.kind === "refused") memory.mayDelete = false;
    if (removed.kind === "unavailable") return;
    if (removed.kind === "removed" || removed.kind === "miss") site.entries?.drop(older);
  }
}
