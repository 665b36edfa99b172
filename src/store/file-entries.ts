import { join, posix } from "node:path";
import { RECORD_LIMIT_BYTES, type Marker } from "../core/marker.ts";
import type { Disk } from "../files/disk.ts";
import { readTree } from "../files/tree.ts";
import {
  DATA,
  isMatchFolder,
  isShardFolder,
  MARKER,
  parseEntryName,
  REVOKED_SUFFIX,
  shardFolder,
} from "./file-names.ts";
import { unavailable, type Site } from "./file-site.ts";
import { compareOrder, type EntryOrder } from "./order.ts";
import type { Entry, Found, Unavailable, Wanted } from "./store.ts";

/** Where an entry lies. */
export interface Place {
  readonly area: string;
  readonly shardFolder: string;
  readonly match: string;
  /** The entry's own name. */
  readonly name: string;
  readonly order: EntryOrder;
}

/** An entry that counts. */
export interface Kept {
  readonly kind: "kept";
  readonly entry: Entry;
  readonly marker: Marker;
  readonly place: Place;
}

type Asked = Pick<Wanted, "shard" | "match">;

const MISS = { kind: "miss" } as const;

/** With more questions than this, one look at the list of all shards is cheaper than a look for each. */
const FEW = 16;

/** One answer for each question, in order; a trouble with one shard's folder is the answer for that shard alone. */
export function findEntries(site: Site, wanted: readonly Wanted[]): readonly Found[] {
  const isThere = shardPresence(site, wanted.length);
  return wanted.map((asked): Found => {
    if (!isThere(asked.shard)) return MISS;
    const found = lookUp(site, asked);
    return found.kind === "kept" ? { kind: "hit", entry: found.entry } : found;
  });
}

/** Does the shard have a folder in any area? May say yes for one that has none. */
export function shardPresence(site: Site, questions: number): (shard: string) => boolean {
  if (questions <= FEW) return () => true;
  const { disk, home, areas } = site;
  const names = new Set(areas.flatMap((area) => disk.names(join(home, area))));
  return (shard) => names.has(shardFolder(shard));
}

/** The newest entry that counts, of the first area that has one. What cannot be read is passed over if another counts. */
export function lookUp(
  site: Site,
  asked: Asked,
  areas: readonly string[] = site.areas,
): Kept | { readonly kind: "miss" } | Unavailable {
  const { shard, match } = asked;
  const troubles: Unavailable[] = [];
  const unlessTrouble = <T>(look: () => T, otherwise: T): T => {
    try {
      return look();
    } catch (error) {
      troubles.push(unavailable(site, error));
      return otherwise;
    }
  };
  for (const area of areas) {
    const at = { area, shardFolder: shardFolder(shard), match };
    for (const place of unlessTrouble(() => placesOf(site, at), [])) {
      const kept = unlessTrouble(() => readKept(site, place), undefined);
      if (kept?.entry.shard === shard) return kept;
    }
  }
  return troubles[0] ?? MISS;
}

/** Every entry that counts. */
export function listEntries(site: Site): readonly Entry[] {
  const { disk, home, areas } = site;
  return areas.flatMap((area) =>
    foldersIn(disk, join(home, area), isShardFolder).flatMap((folder) =>
      foldersIn(disk, join(home, area, folder), isMatchFolder).flatMap((match) =>
        placesOf(site, { area, shardFolder: folder, match }).flatMap((place) => {
          const kept = readKept(site, place);
          return kept === undefined ? [] : [kept.entry];
        }),
      ),
    ),
  );
}

/** Where the store has what calls itself this entry; `undefined` for a key that this store does not read. */
export function locate(site: Site, { key, shard, match }: Entry): Place | undefined {
  if (!isMatchFolder(match)) return undefined;
  const folder = shardFolder(shard);
  const name = posix.basename(key);
  const order = parseEntryName(name);
  const area = site.areas.find((one) => posix.join(one, folder, match, name) === key);
  if (area === undefined || order === undefined) return undefined;
  return { area, shardFolder: folder, match, name, order };
}

/** The entry's folder. */
export function folderOf(site: Site, place: Place): string {
  return join(matchFolder(site, place.area, place), place.name);
}

/** The folder of all entries of one match in one area. */
function matchFolder(
  site: Site,
  area: string,
  { shardFolder: folder, match }: Pick<Place, "shardFolder" | "match">,
): string {
  return join(site.home, area, folder, match);
}

/** The revocation lies in the area that this store writes, whoever wrote the entry. */
export function revocationOf(site: Site, place: Place): string {
  return join(matchFolder(site, site.areas[0], place), `${place.name}${REVOKED_SUFFIX}`);
}

export function isRevoked(site: Site, place: Place): boolean {
  const beside = `${folderOf(site, place)}${REVOKED_SUFFIX}`;
  return site.disk.exists(beside) || site.disk.exists(revocationOf(site, place));
}

/** An entry in the place where it belongs; `undefined` where it does not count. */
export function readKept(site: Site, place: Place): Kept | undefined {
  const marker = readEntry(site, folderOf(site, place));
  if (marker === undefined || shardFolder(marker.shard) !== place.shardFolder) return undefined;
  if (isRevoked(site, place)) return undefined;
  const { shard, seconds, checkpoint, by } = marker;
  const entry = {
    shard,
    match: place.match,
    key: posix.join(place.area, place.shardFolder, place.match, place.name),
    seconds,
    sizeBytes: checkpoint.sizeBytes,
    ...(by.run !== undefined && { run: by.run }),
    ...(by.attempt !== undefined && { attempt: by.attempt }),
  };
  return { kind: "kept", entry, marker, place };
}

/**
 * The marker of an entry's folder if it is a full one with a digest and the data has its size. No data is read.
 * Both must be plain files or folders: a link could lead anywhere.
 */
export function readEntry(
  { disk, markers }: Pick<Site, "disk" | "markers">,
  folder: string,
): Marker | undefined {
  const kinds = new Map((disk.list(folder) ?? []).map(({ name, kind }) => [name, kind]));
  if (kinds.get(MARKER) !== "file") return undefined;
  const parsed = markers.parse(disk.readText(join(folder, MARKER), RECORD_LIMIT_BYTES) ?? "");
  if (parsed.kind !== "full") return undefined;
  const { checkpoint } = parsed.marker;
  if (checkpoint.sha256 === undefined || kinds.get(DATA) !== checkpoint.kind) return undefined;
  return hasSize(disk, join(folder, DATA), parsed.marker) ? parsed.marker : undefined;
}

function hasSize(disk: Disk, data: string, { checkpoint }: Marker): boolean {
  const { kind, sizeBytes, files } = checkpoint;
  if (kind === "file") return disk.stat(data)?.sizeBytes === sizeBytes;
  const tree = readTree(disk, data);
  if ("refused" in tree) return false;
  const bytes = tree.files.reduce((sum, { stat }) => sum + stat.sizeBytes, 0);
  return bytes === sizeBytes && (files === undefined || tree.files.length === files);
}

/** Entries of one match by name alone, newest first. */
function placesOf(site: Site, at: Omit<Place, "name" | "order">): readonly Place[] {
  if (!isMatchFolder(at.match)) return [];
  return foldersIn(site.disk, matchFolder(site, at.area, at), () => true)
    .flatMap((name) => {
      const order = parseEntryName(name);
      return order === undefined ? [] : [{ ...at, name, order }];
    })
    .toSorted((a, b) => compareOrder(b.order, a.order));
}

function foldersIn(
  disk: Disk,
  folder: string,
  isWanted: (name: string) => boolean,
): readonly string[] {
  return (disk.list(folder) ?? [])
    .filter(({ name, kind }) => kind === "directory" && isWanted(name))
    .map(({ name }) => name);
}
