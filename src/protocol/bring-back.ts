import { dirname } from "node:path";
import { spareUnreadable, type ProvenGeneration } from "../checkpoint/generations.ts";
import { digestInThread } from "../checkpoint/digest-thread.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { unreadableClause } from "../core/model/unreadable.ts";
import { compareWithMarker, findDigestDifference, ignoredBy } from "../files/compare.ts";
import { writeDurably } from "../files/durable.ts";
import { digestOf, measure, type Measure } from "../files/measure.ts";
import { tidyUp } from "./aside/tidy.ts";
import { clearWork, setCheckpointAside } from "./clear.ts";
import type { Writer } from "./writer.ts";

export type BroughtBack =
  | { readonly kind: "brought" }
  /** Somebody has brought it back or removed it since it was found. */
  | { readonly kind: "gone" }
  /** The system does not let it be read, and it stays as it is. */
  | { readonly kind: "unreadable"; readonly why: string }
  /** It is not what its marker says, and it is not tried again; `why` completes "it …". */
  | { readonly kind: "bad"; readonly why: string };

/** Up to this size the digest is computed here; above it, in a thread. */
const INLINE_BYTES = 4 * 1024 * 1024;

/**
 * Brings back a finished result that was set aside, once every byte of it is compared with its marker's digest; its
 * signature was checked when it was found.
 *
 * Whatever lies at the checkpoint's path is set aside first, a finished result with its marker. The start record goes
 * before the marker comes, since it would vouch for another result; the marker is durable before the checkpoint is there,
 * and its copy goes last. A crash at any point leaves the result with one of the two.
 * @throws {CannotClear} and system errors; the result is whole then, here or there.
 */
export async function bringBack(
  writer: Writer,
  home: URL,
  { paths, setAside }: { readonly paths: ShardPaths; readonly setAside: ProvenGeneration },
): Promise<BroughtBack> {
  const { disk, markers } = writer;
  const { checkpoint } = paths;
  const checked = await checkEveryByte(writer, home, setAside).catch((error: unknown) =>
    asUnreadable(writer, setAside, error),
  );
  if (checked.kind === "bad") await disk.rename(setAside.marker, setAside.revoked);
  if (checked.kind !== "good") return checked;
  await setCheckpointAside(writer, paths);
  if (disk.exists(paths.started)) await clearWork(writer, paths);
  await disk.unlink(paths.started);
  const { proof } = setAside;
  const here = { ...proof, checkpoint: { ...proof.checkpoint, ...checked.measure } };
  await writeDurably(disk, paths.marker, markers.format(here), writer.token());
  await disk.rename(setAside.checkpoint, checkpoint);
  await disk.syncDirectory(dirname(checkpoint));
  await disk.unlink(setAside.marker);
  await tidyUp(writer, paths);
  return { kind: "brought" };
}

type Checked =
  | { readonly kind: "good"; readonly measure: Measure }
  | Exclude<BroughtBack, { readonly kind: "brought" }>;

async function checkEveryByte(
  { disk }: Writer,
  home: URL,
  { checkpoint, marker, proof }: ProvenGeneration,
): Promise<Checked> {
  const members = ignoredBy(proof.checkpoint);
  const found = measure(disk, checkpoint, members);
  if (found.kind === "absent" || !disk.exists(marker)) return { kind: "gone" };
  if (found.kind === "refused") return { kind: "bad", why: found.why };
  const marked = proof.checkpoint;
  const compared = { marked, found: found.measure };
  const comparison = compareWithMarker(disk, checkpoint, compared, BY_SAMPLE);
  if (comparison.kind === "differs")
    return { kind: "bad", why: `is not what its marker says: ${comparison.how}` };
  if (marked.sha256 === undefined) return { kind: "good", measure: found.measure };
  const digest =
    marked.sizeBytes <= INLINE_BYTES
      ? digestOf(disk, checkpoint, members)
      : await digestInThread(home, checkpoint, { urgency: "awaited", members });
  const difference = findDigestDifference(marked, digest);
  if (difference === undefined) return { kind: "good", measure: found.measure };
  return { kind: "bad", why: `is not what its marker says: ${difference}` };
}

/** @throws any other error. */
function asUnreadable({ disk }: Writer, { checkpoint }: ProvenGeneration, error: unknown): Checked {
  const unreadable = spareUnreadable(disk, error, checkpoint);
  if (unreadable === undefined) throw error;
  return { kind: "unreadable", why: unreadableClause(unreadable) };
}

const BY_SAMPLE = { trustsTimes: false, readsSample: true };
