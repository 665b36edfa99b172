import { join } from "node:path";
import type { Failure } from "../../core/model/start-record.ts";
import { TEMPORARY_PREFIX } from "../../files/durable.ts";
import { unavailable } from "../answers.ts";
import type { Saved, Wanted } from "../store.ts";
import {
  formatManifest,
  isSameContent,
  manifestName,
  type WorkManifest,
} from "../work/manifest.ts";
import { addCopy, type Shelf } from "../work/shelf.ts";
import { takeSnapshot } from "../work/snapshot.ts";
import { describeStore, type EntriesContext } from "./context.ts";
import {
  contentKey,
  isComplete,
  manifestKey,
  readWork,
  snapshotsIn,
  workPlaceIn,
  type Snapshot,
  type WorkContents,
  type WorkPlace,
} from "./work-place.ts";

/** Limit of tries to find a manifest's number that nobody has. */
const MOST_TRIES = 100;

/** The newest manifest and the one before it, in case a content of the newest is damaged. */
const KEPT_MANIFESTS = 2;

/** Contents first; then, when all are there, the manifest that names them. @throws whatever the bucket throws. */
export async function saveWork(
  context: EntriesContext,
  wanted: Wanted,
  work: string,
  failure?: Failure,
): Promise<Saved> {
  const { disk, now } = context;
  if (disk.stat(work)?.kind !== "directory") {
    return unavailable(`there is no work directory ${work}`, describeStore(context));
  }
  const place = workPlaceIn(context, context.areas[0], wanted);
  const before = await readWork(context, place);
  const newest = await newestIn(context, before, wanted);
  const takenAtMs = now();
  const shelf = openShelf(context, { before, work });
  const snapshot = await takeSnapshot({ disk, shelf, work, previous: newest?.manifest });
  const { shard, whole } = wanted;
  const manifest = { ...snapshot, shard, whole, takenAtMs, ...(failure && { failure }) };
  if (newest && isSameContent(newest.manifest, manifest)) {
    return { kind: "exists", key: manifestName(newest.sequence) };
  }
  const contents = await readWork(context, place);
  if (!isComplete(contents, manifest)) {
    throw new Error("another process removed what this one was saving");
  }
  const sequence = await putManifest(context, contents, manifest);
  await tidy(context, place, wanted).catch(() => undefined);
  return { kind: "saved", key: manifestName(sequence) };
}

async function newestIn(
  context: EntriesContext,
  contents: WorkContents,
  wanted: Wanted,
): Promise<Snapshot | undefined> {
  for await (const snapshot of snapshotsIn(context, contents, wanted)) return snapshot;
  return undefined;
}

/** A shelf in the bucket: each content is one object. */
function openShelf(
  { bucket, disk, token }: EntriesContext,
  { before, work }: { readonly before: WorkContents; readonly work: string },
): Shelf {
  const sizes = new Map(before.sizes);
  const newTemporary =
    bucket.newTemporary ??
    (() => Promise.resolve(join(work, "..", `${TEMPORARY_PREFIX}${token()}`)));
  return {
    holds: ({ sha256, sizeBytes }) => sizes.get(sha256) === sizeBytes,
    add: async (path) => {
      const copy = await newTemporary();
      return addCopy(disk, { path, copy }, async ({ sha256, sizeBytes }) => {
        if (sizes.get(sha256) === sizeBytes) return;
        const key = contentKey(before.place, sha256);
        await bucket.put(key, { kind: "file", path: copy, isOurs: true });
        sizes.set(sha256, sizeBytes);
      });
    },
  };
}

/** Puts the manifest under the first number after the highest one that nothing has. */
async function putManifest(
  { bucket }: EntriesContext,
  { place, sequences: [highest = 0] }: WorkContents,
  manifest: WorkManifest,
): Promise<number> {
  const source = { kind: "text", text: formatManifest(manifest) } as const;
  for (let sequence = highest + 1; sequence <= highest + MOST_TRIES; sequence += 1) {
    const put = await bucket.putIfAbsent(manifestKey(place, sequence), source);
    if (put === "stored") return sequence;
  }
  throw new Error(`no manifest could be put below ${place.folder} in ${MOST_TRIES} tries`);
}

/** Removes the manifests before the last ones, and the contents that those do not name. */
async function tidy(context: EntriesContext, place: WorkPlace, wanted: Wanted): Promise<void> {
  const { bucket } = context;
  const contents = await readWork(context, place);
  const oldest = contents.sequences.slice(0, KEPT_MANIFESTS).at(-1) ?? 0;
  const named = new Set<string>();
  for await (const { sequence, manifest } of snapshotsIn(context, contents, wanted)) {
    if (sequence < oldest) break;
    for (const { sha256 } of manifest.files) named.add(sha256);
  }
  const manifests = contents.sequences.filter((sequence) => sequence < oldest);
  const unnamed = [...contents.sizes.keys()].filter((sha256) => !named.has(sha256));
  await bucket.delete([
    ...manifests.map((sequence) => manifestKey(place, sequence)),
    ...unnamed.map((sha256) => contentKey(place, sha256)),
  ]);
}
