import { posix } from "node:path";
import { RECORD_LIMIT_BYTES, type Marker } from "../../core/model/marker.ts";
import { fenceIn } from "../../core/keys/entry-stamp.ts";
import { checkLink } from "../../files/tree.ts";
import { checkReadable, listAll, readText, type BucketObject } from "../bucket.ts";
import { DATA, MARKER } from "../entry-names.ts";
import { isInnerPath } from "../inner-path.ts";
import { compareOrder, type EntryOrder } from "../order.ts";
import type { Entry } from "../store.ts";
import { keyIn, type EntriesContext } from "./context.ts";
import { isMatchFolder, parseEntryName, REVOKED_SUFFIX, shardFolder } from "./layout.ts";

/** The folder of the entries of one shard and match in one area. */
export interface MatchFolder {
  readonly area: string;
  readonly shardFolder: string;
  readonly match: string;
}

/** The address of an entry. */
export interface Place extends MatchFolder {
  /** The entry's own name. */
  readonly name: string;
  readonly order: EntryOrder;
}

/** The names in the folder of a match. */
export interface MatchNames {
  readonly area: string;
  /** Newest first. */
  readonly places: readonly Place[];
  /** Names of entries that a revocation names. */
  readonly revoked: ReadonlySet<string>;
}

/** An entry with its marker; whether it counts is not yet known. */
export interface Stored {
  readonly place: Place;
  /** The data of a file checkpoint. */
  readonly file: BucketObject | undefined;
  /** The data of a directory checkpoint. */
  readonly parts: readonly DataPart[];
}

/** One object of a directory checkpoint. */
export interface DataPart {
  /** Below the checkpoint, with `/`; empty for the checkpoint's own folder. */
  readonly path: string;
  readonly object: BucketObject;
}

/** An entry that counts, as long as no revocation names it. */
export interface Kept {
  readonly kind: "kept";
  readonly entry: Entry;
  readonly marker: Marker;
  readonly stored: Stored;
}

/** Lists the names in the folder of a match. No entry is looked at. */
export async function readMatch(context: EntriesContext, at: MatchFolder): Promise<MatchNames> {
  const { area, match } = at;
  if (!isMatchFolder(match)) return { area, places: [], revoked: new Set() };
  const prefix = `${keyIn(context, area, at.shardFolder, match)}/`;
  const places: Place[] = [];
  const revoked = new Set<string>();
  for (const { key, kind } of await listAll(context.bucket, prefix, "one")) {
    const name = posix.basename(key);
    const order = parseEntryName(name);
    if (name.endsWith(REVOKED_SUFFIX)) revoked.add(name.slice(0, -REVOKED_SUFFIX.length));
    if (kind === "folder" && order !== undefined) places.push({ ...at, name, order });
  }
  return { area, places: places.toSorted((a, b) => compareOrder(b.order, a.order)), revoked };
}

/** Does a revocation name the entry, in its own area or in the one that this store writes? */
export function isRevokedIn(
  context: EntriesContext,
  { area, name }: Place,
  areas: readonly MatchNames[],
): boolean {
  const own = context.areas[0];
  return areas.some((one) => (one.area === area || one.area === own) && one.revoked.has(name));
}

/** The same, asked of the bucket. */
export async function isRevoked(context: EntriesContext, place: Place): Promise<boolean> {
  const beside = folderOf(context, place) + REVOKED_SUFFIX;
  for (const key of new Set([beside, revocationOf(context, place)])) {
    if ((await context.bucket.head(key)) !== undefined) return true;
  }
  return false;
}

/** The key of an entry's folder. */
export function folderOf(context: EntriesContext, place: Place): string {
  return keyIn(context, place.area, place.shardFolder, place.match, place.name);
}

/** The key of a revocation: it lies in the area that this store writes, whoever wrote the entry. */
export function revocationOf(context: EntriesContext, place: Place): string {
  const { shardFolder: folder, match, name } = place;
  return keyIn(context, context.areas[0], folder, match, name + REVOKED_SUFFIX);
}

/**
 * Lists an entry's objects; `undefined` without a marker. The data are listed only once the marker is seen: before that, a
 * client of a network file system could remember a half list.
 */
async function readStored(context: EntriesContext, place: Place): Promise<Stored | undefined> {
  const folder = folderOf(context, place);
  const top = await listAll(context.bucket, `${folder}/`, "one");
  checkReadable(top);
  const objects = new Map(top.map((object) => [object.key, object]));
  if (objects.get(posix.join(folder, MARKER))?.kind !== "file") return undefined;
  const data = posix.join(folder, DATA);
  const own = objects.get(`${data}/`);
  const parts = own === undefined ? [] : await partsBelow(context, own);
  return { place, file: objects.get(data), parts };
}

async function partsBelow(
  { bucket }: EntriesContext,
  folder: BucketObject,
): Promise<readonly DataPart[]> {
  const found = await listAll(bucket, folder.key);
  checkReadable(found);
  if (found.length === 0) return [{ path: "", object: folder }];
  return found.map((object) => ({
    path: object.key.slice(folder.key.length).replace(/\/$/, ""),
    object,
  }));
}

/**
 * The entry, if its marker is a full one of this shard with a digest and the data has its kind and size; `undefined` for
 * one that does not count. No data is read. Revocations are the caller's to ask.
 */
export async function readKept(context: EntriesContext, place: Place): Promise<Kept | undefined> {
  const stored = await readStored(context, place);
  if (stored === undefined) return undefined;
  const key = posix.join(folderOf(context, place), MARKER);
  const text = await readText(context.bucket, key, RECORD_LIMIT_BYTES);
  const parsed = context.markers.parse(text ?? "");
  if (parsed.kind !== "full" || !holds(stored, parsed.marker)) return undefined;
  const { marker } = parsed;
  if (shardFolder(marker.shard) !== place.shardFolder) return undefined;
  return { kind: "kept", marker, stored, entry: entryOf(place, marker) };
}

function entryOf(place: Place, { shard, seconds, checkpoint, by }: Marker): Entry {
  const fence = fenceIn(place.order.stamp);
  return {
    shard,
    match: place.match,
    key: posix.join(place.area, place.shardFolder, place.match, place.name),
    seconds,
    sizeBytes: checkpoint.sizeBytes,
    ...(by.run !== undefined && { run: by.run }),
    ...(by.attempt !== undefined && { attempt: by.attempt }),
    ...(fence !== undefined && { fence }),
  };
}

/** Has the data the kind, the size and the number of files that the marker names? */
function holds({ file, parts }: Stored, { checkpoint }: Marker): boolean {
  const { kind, sizeBytes, files, sha256 } = checkpoint;
  if (sha256 === undefined) return false;
  if (kind === "file") return file?.kind === "file" && file.sizeBytes === sizeBytes;
  if (file !== undefined || parts.length === 0 || !parts.every(isSafe)) return false;
  const own = parts.filter(({ object }) => object.kind === "file");
  const bytes = own.reduce((sum, { object }) => sum + object.sizeBytes, 0);
  return bytes === sizeBytes && (files === undefined || own.length === files);
}

/** Stays below the checkpoint, whoever put it there. */
function isSafe({ path, object }: DataPart): boolean {
  if (object.kind === "other" || (path !== "" && !isInnerPath(path))) return false;
  return object.kind !== "link" || checkLink(path, object.target ?? "/") === undefined;
}
