import { MISS, unavailable } from "../answers.ts";
import type { Entry, Fetched } from "../store.ts";
import { describeStore, type EntriesContext } from "./context.ts";
import { bringData } from "./data.ts";
import { isRevoked, readKept, type Kept } from "./entry.ts";
import { locate } from "./find.ts";

/** Copies the data to `staging`; takes back what it staged where that fails. @throws whatever keeps it from that. */
export async function fetchEntry(
  context: EntriesContext,
  entry: Entry,
  staging: string,
): Promise<Fetched> {
  const { disk } = context;
  const kept = await readVisible(context, entry);
  if (kept === undefined) return MISS;
  if (disk.exists(staging)) {
    return unavailable(`${staging}: something is there already`, describeStore(context));
  }
  try {
    await bringData(context, kept.stored, staging);
  } catch (error) {
    await disk.removeTree(staging).catch(() => undefined);
    if ((await readVisible(context, entry)) === undefined) return MISS;
    throw error;
  }
  return { kind: "hit", marker: kept.marker };
}

async function readVisible(context: EntriesContext, entry: Entry): Promise<Kept | undefined> {
  const place = locate(context, entry);
  if (place === undefined || (await isRevoked(context, place))) return undefined;
  return readKept(context, place);
}
