import { posix } from "node:path";
import { MISS, REMOVED, unavailable } from "../answers.ts";
import { checkReadable, listAll, type BucketObject } from "../bucket.ts";
import { MARKER } from "../entry-names.ts";
import type { Entry, Removed } from "../store.ts";
import { describeStore, type EntriesContext } from "./context.ts";
import { folderOf, isRevoked, revocationOf, type Place } from "./entry.ts";
import { locate } from "./find.ts";

/** Removes an entry, or names it in a revocation where it cannot be removed or is not this store's to remove. */
export async function revokeEntry(context: EntriesContext, entry: Entry): Promise<Removed> {
  const visible = await visibleObjects(context, entry);
  if (visible === undefined) return MISS;
  if (visible.place.area !== context.areas[0]) return putRevocation(context, visible.place);
  try {
    return await removeObjects(context, visible);
  } catch {
    return putRevocation(context, visible.place);
  }
}

/** Removes an entry of the area that this store writes. @throws whatever the bucket throws. */
export async function removeEntry(context: EntriesContext, entry: Entry): Promise<Removed> {
  const visible = await visibleObjects(context, entry);
  if (visible === undefined) return MISS;
  checkReadable(visible.objects);
  if (visible.place.area === context.areas[0]) return removeObjects(context, visible);
  const why = `${entry.key} is shared; a scope removes only entries of its own`;
  return unavailable(why, describeStore(context));
}

/** An entry's objects, whether it counts or not: one whose data is damaged must be removable too. */
interface Visible {
  readonly place: Place;
  readonly objects: readonly BucketObject[];
}

async function visibleObjects(context: EntriesContext, entry: Entry): Promise<Visible | undefined> {
  const place = locate(context, entry);
  if (place === undefined || (await isRevoked(context, place))) return undefined;
  const objects = await listAll(context.bucket, `${folderOf(context, place)}/`);
  return objects.length === 0 ? undefined : { place, objects };
}

/** The marker first, without which an entry counts no longer. A miss where another process was faster. */
async function removeObjects(
  context: EntriesContext,
  { place, objects }: Visible,
): Promise<Removed> {
  const { bucket } = context;
  checkReadable(objects);
  const marker = posix.join(folderOf(context, place), MARKER);
  const isMarked = objects.some(({ key }) => key === marker);
  const isOurs = !isMarked || (await bucket.delete([marker])) > 0;
  await bucket.delete(objects.map(({ key }) => key));
  return isOurs ? REMOVED : MISS;
}

async function putRevocation(context: EntriesContext, place: Place): Promise<Removed> {
  await context.bucket.putIfAbsent(revocationOf(context, place), { kind: "text", text: "" });
  return REMOVED;
}
