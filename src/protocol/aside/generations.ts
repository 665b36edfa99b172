import { dirname } from "node:path";
import { readGenerations, type Generation } from "../../checkpoint/generations.ts";
import { generationPaths } from "../../core/model/aside.ts";
import type { RecordedFingerprint } from "../../core/model/fingerprint.ts";
import { unreadableClause } from "../../core/model/unreadable.ts";
import { writeDurably } from "../../files/durable.ts";
import type { Writer } from "../writer.ts";
import { moveAside } from "./cannot-clear.ts";
import { keepAside } from "./kept.ts";
import { removeLeavings, setLeavingsAside } from "./leavings.ts";
import { whyRefused } from "../../files/refused.ts";
import { isSameBytes, type Proof } from "./whose.ts";

/**
 * Sets a finished result aside with its marker. The copy of its marker is durable before the result moves, and the marker
 * itself is left to the caller: at no moment does a finished result lie anywhere without a marker.
 * @throws {CannotClear}
 */
export async function setGenerationAside(
  writer: Writer,
  path: string,
  { proof, isRevoked }: { readonly proof: Proof; readonly isRevoked: boolean },
): Promise<void> {
  const { disk } = writer;
  const place = generationPaths(path).find(({ checkpoint }) => !disk.exists(checkpoint));
  if (place === undefined)
    return keepAside(writer, path, { why: "is a finished result for which no place is left" });
  // A copy that a crash has left there speaks of another result, which a power cut may bring back to this name.
  if (disk.exists(place.marker) || disk.exists(place.revoked))
    await disk.syncDirectory(dirname(path));
  await disk.unlink(isRevoked ? place.marker : place.revoked);
  const copy = isRevoked ? place.revoked : place.marker;
  await writeDurably(disk, copy, proof.text, writer.token());
  try {
    await moveAside(disk, path, place.checkpoint);
  } catch (error) {
    await disk.unlink(copy).catch(() => false);
    throw error;
  }
  await disk.syncDirectory(dirname(path));
}

/** The finished results that are not to be brought back: all, or those whose fingerprint fits. */
export type Revoked = "all" | ((fingerprint: RecordedFingerprint) => boolean);

/**
 * Keeps results that are set aside from being brought back. They stay where they are.
 * @throws where the marker of one cannot be read that may fit.
 */
export async function revokeGenerations(
  writer: Writer,
  path: string,
  which: Revoked,
): Promise<void> {
  const { disk, markers } = writer;
  let isChanged = false;
  for (const generation of readGenerations(disk, path, markers)) {
    if (generation.isRevoked || !isMeant(generation, which)) continue;
    const { marker, revoked } = generation;
    await disk.rename(marker, revoked);
    isChanged = true;
  }
  if (isChanged) await disk.syncDirectory(dirname(path));
}

function isMeant({ checkpoint, proof, unreadable }: Generation, which: Revoked): boolean {
  if (which === "all") return proof !== undefined || unreadable !== undefined;
  if (unreadable !== undefined)
    throw new Error(
      `nobody knows whether ${checkpoint} may be brought back: ${unreadableClause(unreadable)}`,
    );
  return proof !== undefined && which(proof.fingerprint);
}

/**
 * Removes the oldest finished results that are set aside beyond as many as `keep` says. What Donemark did not make, or
 * what was changed since, is kept and named instead.
 */
export async function pruneGenerations(writer: Writer, path: string, keep: number): Promise<void> {
  const { disk, markers } = writer;
  const near = generationPaths(path).slice(0, keep + 1);
  if (!near.some(({ checkpoint }) => disk.exists(checkpoint))) return;
  const superseded = readGenerations(disk, path, markers).slice(keep);
  for (const generation of superseded.toReversed())
    await removeGeneration(writer, path, generation);
}

/**
 * Removes one, in steps of which each leaves the whole result with its marker, or leavings. `false` where it is not
 * Donemark's to remove: it is kept and named. What cannot be read is named and stays, and can be brought back later.
 */
export async function removeGeneration(
  writer: Writer,
  path: string,
  generation: Generation,
): Promise<boolean> {
  const { disk } = writer;
  const { checkpoint, marker, revoked, isRevoked } = generation;
  const fate = fateOf(writer, generation);
  if (fate.kind === "keep") {
    const about = { from: checkpoint, why: fate.why, marker: isRevoked ? revoked : marker };
    await keepAside(writer, path, about);
  }
  if (fate.kind === "leave") writer.warn(`${checkpoint}, an older result, stays: ${fate.why}`);
  if (fate.kind !== "remove") return false;
  await setLeavingsAside(writer, path, checkpoint);
  await removeLeavings(writer, path);
  await disk.unlink(marker);
  await disk.unlink(revoked);
  return true;
}

type Fate =
  | { readonly kind: "remove" }
  /** It is not Donemark's to remove. */
  | { readonly kind: "keep"; readonly why: string }
  /** Nobody knows whose it is: the system refuses to let it be read. */
  | { readonly kind: "leave"; readonly why: string };

function fateOf({ disk }: Writer, { checkpoint, proof, unreadable }: Generation): Fate {
  if (unreadable !== undefined) return { kind: "leave", why: unreadableClause(unreadable) };
  if (proof === undefined)
    return { kind: "keep", why: "was set aside, and its marker proves nothing" };
  if (proof.adopted === true)
    return { kind: "keep", why: "is an older result that Donemark did not see being made" };
  try {
    return isSameBytes(disk, checkpoint, proof)
      ? { kind: "remove" }
      : { kind: "keep", why: "was changed after it was set aside" };
  } catch (error) {
    return { kind: "leave", why: whyRefused(disk, error) };
  }
}
