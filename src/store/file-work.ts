import { dirname, join } from "node:path";
import { hasCode } from "../core/problem.ts";
import { makeFolders } from "../files/durable.ts";
import { shardPresence } from "./file-entries.ts";
import { REVOKED_SUFFIX, shardFolder, workFolder } from "./file-names.ts";
import { discard, newTemporary, removeAtOnce, unavailable, type Site } from "./file-site.ts";
import type { FetchedWork, Removed, Saved, Unavailable, Wanted } from "./store.ts";
import {
  formatManifest,
  isSameContent,
  MANIFEST_LIMIT_BYTES,
  manifestName,
  manifestSequence,
  parseManifest,
  type WorkManifest,
} from "./work-manifest.ts";
import { restoreSnapshot } from "./work-restore.ts";
import { isOnShelf, openShelf, type Shelf } from "./work-shelf.ts";
import { takeSnapshot } from "./work-snapshot.ts";

/** `<shard>/work-<whole>/` with the contents under `objects` and one manifest for each snapshot. */
interface WorkPlace {
  readonly folder: string;
  readonly objects: string;
  /** Says that what other areas hold of this work no longer counts. */
  readonly note: string;
}

interface Numbered {
  readonly sequence: number;
  readonly manifest: WorkManifest;
}

const MISS = { kind: "miss" } as const;
const HIT = { kind: "hit" } as const;
const REMOVED = { kind: "removed" } as const;

/** The newest manifest and the one before it, in case a content of the newest is damaged. */
const KEPT_MANIFESTS = 2;

/** One answer for each question, in order: a hit where all contents of a snapshot are there in their size. */
export function findWork(site: Site, wanted: readonly Wanted[]): readonly FetchedWork[] {
  const isThere = shardPresence(site, wanted.length);
  return wanted.map((asked) => {
    if (!isThere(asked.shard)) return MISS;
    try {
      return snapshotsOf(site, asked).next().done === true ? MISS : HIT;
    } catch (error) {
      return unavailable(site, error);
    }
  });
}

/** Contents first, each flushed; then, when all are there, the manifest that names them. @throws system errors. */
export async function saveWork(site: Site, wanted: Wanted, work: string): Promise<Saved> {
  const { disk } = site;
  if (disk.stat(work)?.kind !== "directory") {
    return unavailable(site, `there is no work directory ${work}`);
  }
  const place = placeIn(site, site.areas[0], wanted);
  await makeFolders(disk, place.objects);
  const shelf = openShelf(site, place.objects);
  const [newest] = manifestsOf(site, place, wanted);
  const takenAtMs = site.now();
  const snapshot = await takeSnapshot({ shelf, work, previous: newest?.manifest });
  const manifest = { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs };
  if (newest && isSameContent(newest.manifest, manifest)) {
    return { kind: "exists", key: manifestName(newest.sequence) };
  }
  await disk.syncDirectory(place.objects);
  if (!isComplete(openShelf(site, place.objects), manifest)) {
    return unavailable(site, "another process removed what this one was saving");
  }
  const sequence = nextSequence(site, place);
  await writeManifest(site, join(place.folder, manifestName(sequence)), manifest);
  await tidy(site, place, wanted).catch(() => undefined);
  return { kind: "saved", key: manifestName(sequence) };
}

async function writeManifest(site: Site, path: string, manifest: WorkManifest): Promise<void> {
  const { disk } = site;
  const temporary = await newTemporary(site);
  try {
    await disk.create(temporary, formatManifest(manifest));
    await disk.syncFile(temporary);
    await disk.rename(temporary, path);
    await disk.syncDirectory(dirname(path));
  } finally {
    await discard(site, temporary);
  }
}

/** Removes the manifests before the last ones, and the contents that those do not name. */
async function tidy(site: Site, place: WorkPlace, wanted: Wanted): Promise<void> {
  const { disk } = site;
  const kept = sequencesOf(site, place).slice(0, KEPT_MANIFESTS);
  const oldest = kept.at(-1) ?? 0;
  const named = new Set<string>();
  for (const { sequence, manifest } of manifestsOf(site, place, wanted)) {
    if (sequence < oldest) break;
    for (const { sha256 } of manifest.files) named.add(sha256);
  }
  for (const sequence of sequencesOf(site, place)) {
    if (sequence < oldest) await disk.unlink(join(place.folder, manifestName(sequence)));
  }
  for (const name of openShelf(site, place.objects).names) {
    if (!named.has(name)) await disk.unlink(join(place.objects, name));
  }
}

/** The newest snapshot whose contents are all there and true. @throws system errors. */
export async function fetchWork(site: Site, wanted: Wanted, staging: string): Promise<FetchedWork> {
  if (site.disk.exists(staging)) {
    return unavailable(site, `${staging}: something is there already`);
  }
  let trouble: Unavailable | undefined;
  for (const { shelf, manifest } of snapshotsOf(site, wanted)) {
    try {
      if (await restoreSnapshot(shelf, manifest, staging)) return HIT;
    } catch (error) {
      trouble ??= unavailable(site, error);
    }
    await discard(site, staging);
  }
  return trouble ?? MISS;
}

/** Removes this area's snapshots; those of an area that is only read no longer count after it. @throws system errors. */
export async function dropWork(site: Site, wanted: Wanted): Promise<Removed> {
  const { disk } = site;
  const places = readablePlaces(site, wanted).filter(({ folder }) => disk.exists(folder));
  const own = placeIn(site, site.areas[0], wanted);
  for (const { folder } of places) {
    if (folder !== own.folder) await noteDrop(site, own);
    else await removeAtOnce(site, folder).catch(unlessGone);
  }
  return places.length === 0 ? MISS : REMOVED;
}

function unlessGone(error: unknown): void {
  if (!hasCode(error, "ENOENT")) throw error;
}

async function noteDrop({ disk }: Site, { note }: WorkPlace): Promise<void> {
  await makeFolders(disk, dirname(note));
  if (!disk.exists(note)) await disk.create(note, "");
  await disk.syncDirectory(dirname(note));
}

/** Every snapshot whose contents are all there in their size, newest first, each looked at when it is asked for. */
function* snapshotsOf(
  site: Site,
  wanted: Wanted,
): Generator<{ readonly shelf: Shelf; readonly manifest: WorkManifest }> {
  for (const place of readablePlaces(site, wanted)) {
    const shelf = openShelf(site, place.objects);
    for (const { manifest } of manifestsOf(site, place, wanted)) {
      if (isComplete(shelf, manifest)) yield { shelf, manifest };
    }
  }
}

function readablePlaces(site: Site, wanted: Wanted): readonly WorkPlace[] {
  const own = placeIn(site, site.areas[0], wanted);
  if (site.disk.exists(own.note)) return [own];
  return site.areas.map((area) => placeIn(site, area, wanted));
}

function placeIn({ home }: Site, area: string, { shard, whole }: Wanted): WorkPlace {
  const folder = join(home, area, shardFolder(shard), workFolder(whole));
  return { folder, objects: join(folder, "objects"), note: `${folder}${REVOKED_SUFFIX}` };
}

/** The readable manifests of a place, newest first, each read when it is asked for. */
function* manifestsOf(site: Site, place: WorkPlace, wanted: Wanted): Generator<Numbered> {
  for (const sequence of sequencesOf(site, place)) {
    const path = join(place.folder, manifestName(sequence));
    const manifest = parseManifest(site.disk.readText(path, MANIFEST_LIMIT_BYTES) ?? "", wanted);
    if (manifest !== undefined) yield { sequence, manifest };
  }
}

/** Newest first. */
function sequencesOf({ disk }: Site, { folder }: WorkPlace): readonly number[] {
  return (disk.list(folder) ?? [])
    .flatMap(({ name, kind }) => (kind === "file" ? (manifestSequence(name) ?? []) : []))
    .toSorted((a, b) => b - a);
}

function nextSequence(site: Site, place: WorkPlace): number {
  return (sequencesOf(site, place)[0] ?? 0) + 1;
}

function isComplete(shelf: Shelf, { files }: WorkManifest): boolean {
  return files.every(({ sha256, sizeBytes }) => isOnShelf(shelf, sha256, sizeBytes));
}
