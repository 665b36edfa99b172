import { posix } from "node:path";
import { unavailable } from "../answers.ts";
import { MARKER } from "../entry-names.ts";
import { checkFinished, isUntouched, refusalOf } from "../finished.ts";
import { compareOrder, orderOf } from "../order.ts";
import type { Finished, Saved } from "../store.ts";
import { describeStore, type EntriesContext } from "./context.ts";
import { putData } from "./data.ts";
import { folderOf, readKept, type Place } from "./entry.ts";
import { lookUp } from "./find.ts";
import { formatEntryName, shardFolder } from "./layout.ts";
import { makeNoted, sweepUnfinished } from "./unfinished.ts";

/**
 * Saves a finished shard: its data first, and its marker last, which makes the entry count. An entry of its match that is
 * not older makes that needless. @throws whatever the bucket throws.
 */
export async function saveEntry(context: EntriesContext, finished: Finished): Promise<Saved> {
  const { wanted, marker } = finished;
  const refusal = refusalOf(finished);
  if (refusal !== undefined) return unavailable(refusal, describeStore(context));
  const order = orderOf(marker);
  const newer = await lookUp(context, wanted, (place) => compareOrder(place.order, order) >= 0);
  if (newer.kind === "kept") return { kind: "exists", key: newer.entry.key };
  const checked = checkFinished(context.disk, finished);
  if (checked.kind === "refused") return unavailable(checked.why, describeStore(context));
  await sweepUnfinished(context);
  const place: Place = {
    area: context.areas[0],
    shardFolder: shardFolder(wanted.shard),
    match: wanted.match,
    name: formatEntryName(order, context.token()),
    order,
  };
  return makeNoted(context, place, async () => {
    await putData(context, checked.finished, folderOf(context, place));
    if (!isUntouched(context.disk, finished, checked.measure)) {
      throw new Error(`${finished.checkpoint} was changed while it was saved`);
    }
    return publish(context, place, finished);
  });
}

async function publish(
  context: EntriesContext,
  place: Place,
  { marker }: Finished,
): Promise<Saved> {
  const key = posix.join(folderOf(context, place), MARKER);
  await context.bucket.put(key, { kind: "text", text: context.markers.format(marker) });
  const kept = await readKept(context, place);
  if (kept === undefined) {
    throw new Error(`${folderOf(context, place)} was changed or removed while it was saved`);
  }
  return { kind: "saved", key: kept.entry.key };
}
