import { inParallel } from "../../core/text/parallel.ts";
import { MISS, HIT, REMOVED, answer, broughtWork, unavailable } from "../answers.ts";
import { digestOfChunks } from "../digest-chunks.ts";
import type { FetchedWork, Removed, Unavailable, Wanted } from "../store.ts";
import { hasPart, type WorkManifest } from "../work/manifest.ts";
import { restoreSnapshot } from "../work/restore.ts";
import { describeStore, type EntriesContext } from "./context.ts";
import { shardPresence } from "./find.ts";
import {
  contentKey,
  isComplete,
  manifestKey,
  noteOf,
  readablePlaces,
  readWork,
  snapshotsIn,
  type WorkContents,
} from "./work-place.ts";

const LOOKS_AT_ONCE = 32;

const NOTHING = new Uint8Array();

/** One answer for each question, in order: a hit where the newest snapshot whose contents are all there has a whole part. */
export async function findWork(
  context: EntriesContext,
  wanted: readonly Wanted[],
): Promise<readonly FetchedWork[]> {
  const isThere = await shardPresence(context, wanted.length);
  return inParallel(wanted, LOOKS_AT_ONCE, (asked) =>
    answer(async () => {
      if (!isThere(asked.shard)) return MISS;
      const newest = await wholeSnapshots(context, asked).next();
      // An earlier version saved such without a whole part, too: nothing can go on from one.
      return newest.done !== true && hasPart(newest.value.manifest) ? HIT : MISS;
    }, describeStore(context)),
  );
}

/** The newest snapshot whose contents are all there and true. @throws whatever the bucket throws. */
export async function fetchWork(
  context: EntriesContext,
  wanted: Wanted,
  staging: string,
): Promise<FetchedWork> {
  const { disk } = context;
  if (disk.exists(staging)) {
    return unavailable(`${staging}: something is there already`, describeStore(context));
  }
  let trouble: Unavailable | undefined;
  for await (const whole of wholeSnapshots(context, wanted)) {
    try {
      if (await restore(context, whole, staging)) return broughtWork(whole.manifest);
    } catch (error) {
      trouble ??= unavailable(error, describeStore(context));
    }
    await disk.removeTree(staging).catch(() => undefined);
  }
  return trouble ?? MISS;
}

interface Whole {
  readonly contents: WorkContents;
  readonly manifest: WorkManifest;
}

/** Every snapshot whose contents are all there in their size, newest first, each looked at when it is asked for. */
async function* wholeSnapshots(context: EntriesContext, wanted: Wanted): AsyncGenerator<Whole> {
  for (const place of await readablePlaces(context, wanted)) {
    const contents = await readWork(context, place);
    for await (const { manifest } of snapshotsIn(context, contents, wanted)) {
      if (isComplete(contents, manifest)) yield { contents, manifest };
    }
  }
}

async function restore(
  { bucket, disk }: EntriesContext,
  { contents: { place, sizes }, manifest }: Whole,
  staging: string,
): Promise<boolean> {
  const bring = (sha256: string, path: string): Promise<void> =>
    bucket.download(contentKey(place, sha256), path);
  const restored = await restoreSnapshot({ disk, bring, staging }, manifest);
  if (restored.kind === "whole") return true;
  // A false content must not stay: the next snapshot would take it for what is there already.
  const key = contentKey(place, restored.sha256);
  const digest = await digestOfChunks(
    async (offset, length) => (await bucket.getRange(key, offset, length)) ?? NOTHING,
  );
  if (digest === restored.sha256) return false;
  sizes.delete(restored.sha256);
  await bucket.delete([key]).catch(() => 0);
  return false;
}

/** Removes this area's snapshots; those of an area that is only read no longer count after it. @throws whatever the bucket throws. */
export async function dropWork(context: EntriesContext, wanted: Wanted): Promise<Removed> {
  let found = false;
  for (const place of await readablePlaces(context, wanted)) {
    const { objects, sequences } = await readWork(context, place);
    if (objects.length === 0) continue;
    found = true;
    if (place.area !== context.areas[0]) {
      await context.bucket.putIfAbsent(noteOf(context, wanted), { kind: "text", text: "" });
      continue;
    }
    // Without its manifest a snapshot is none: what a kill leaves of the rest is no harm.
    const manifests = sequences.map((sequence) => manifestKey(place, sequence));
    await context.bucket.delete(manifests.toReversed());
    await context.bucket.delete(objects.map(({ key }) => key));
  }
  return found ? REMOVED : MISS;
}
