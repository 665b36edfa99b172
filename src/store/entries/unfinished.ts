import { posix } from "node:path";
import { TEMPORARY_PREFIX } from "../../files/durable.ts";
import { listAll, readText } from "../bucket.ts";
import { MARKER } from "../entry-names.ts";
import { bucketTime } from "./clock.ts";
import { keyIn, type EntriesContext } from "./context.ts";
import { folderOf, type Place } from "./entry.ts";
import { INCOMING, isMatchFolder, isShardFolder, parseEntryName } from "./layout.ts";

/** A note of this age has no writer any more. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** `<area>/incoming/saving-<token>` holds the key of an entry in the making, as long as it is made. */
const NOTE = /^saving-(.+)$/;
const NOTE_LIMIT_BYTES = 4096;

/**
 * Makes an entry with a note of it beside. Where `act` throws, the entry is removed. Where this process is killed, or cannot
 * remove it, the note stays, and a later save of the definition removes the entry.
 */
export async function makeNoted<T>(
  context: EntriesContext,
  place: Place,
  act: () => Promise<T>,
): Promise<T> {
  const { bucket } = context;
  const folder = folderOf(context, place);
  const note = posix.join(incomingOf(context), `saving-${context.token()}`);
  const forget = (): Promise<number> => bucket.delete([note]).catch(() => 0);
  await bucket.put(note, { kind: "text", text: folder });
  try {
    const made = await act();
    await forget();
    return made;
  } catch (error) {
    await removeUnfinished(context, folder).then(forget, () => 0);
    throw error;
  }
}

/** Removes what killed writers left: that of this machine at once, anybody's after a day. Best effort. */
export async function sweepUnfinished(context: EntriesContext): Promise<void> {
  const { bucket, isOrphaned } = context;
  const notes = await listAll(bucket, `${incomingOf(context)}/`, "one").catch(() => []);
  for (const { key, modifiedMs } of notes) {
    const token = NOTE.exec(posix.basename(key))?.[1];
    if (token === undefined) continue;
    const isLeft = isOrphaned(TEMPORARY_PREFIX + token) || (await isAbandoned(context, modifiedMs));
    if (isLeft) await removeNoted(context, key).catch(() => undefined);
  }
}

/** By this machine's clock, which may be wrong, and by the bucket's: its writer may be another machine. */
async function isAbandoned(context: EntriesContext, modifiedMs: number): Promise<boolean> {
  if (context.now() - modifiedMs <= ABANDONED_MS) return false;
  const nowMs = await bucketTime(context).catch(() => 0);
  return nowMs - modifiedMs > ABANDONED_MS;
}

async function removeNoted(context: EntriesContext, note: string): Promise<void> {
  const { bucket } = context;
  const folder = (await readText(bucket, note, NOTE_LIMIT_BYTES)) ?? "";
  const isLeft =
    isEntry(context, folder) && (await bucket.head(posix.join(folder, MARKER))) === undefined;
  if (isLeft) await removeUnfinished(context, folder);
  await bucket.delete([note]);
}

/** Is it the key of an entry's folder in the area that this store writes? A note can hold anything. */
function isEntry(context: EntriesContext, folder: string): boolean {
  const area = `${keyIn(context, context.areas[0])}/`;
  const [shard = "", match = "", name = "", ...more] = folder.slice(area.length).split("/");
  const hasForm =
    isShardFolder(shard) && isMatchFolder(match) && parseEntryName(name) !== undefined;
  return folder.startsWith(area) && hasForm && more.length === 0;
}

/** The marker goes first, should it be there. */
async function removeUnfinished({ bucket }: EntriesContext, folder: string): Promise<void> {
  const objects = await listAll(bucket, `${folder}/`);
  await bucket.delete([posix.join(folder, MARKER)]);
  await bucket.delete(objects.map(({ key }) => key));
}

function incomingOf(context: EntriesContext): string {
  return keyIn(context, context.areas[0], INCOMING);
}
