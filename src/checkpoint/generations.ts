import { generationPaths, type GenerationPaths } from "../core/model/aside.ts";
import { changedParts, type RecordedFingerprint } from "../core/model/fingerprint.ts";
import type { MarkerForm } from "../core/model/marker-form.ts";
import { RECORD_LIMIT_BYTES, type Marker } from "../core/model/marker.ts";
import { isNewer } from "../core/model/status.ts";
import type { Unreadable } from "../core/model/unreadable.ts";
import type { Definition } from "../core/definition/fields.ts";
import { compareWithMarker, ignoredBy } from "../files/compare.ts";
import type { Disk } from "../files/disk.ts";
import { measure } from "../files/measure.ts";
import { unreadableBy } from "../files/unreadable.ts";
import type { Presence } from "./presence.ts";
import type { Task } from "./tasks.ts";

/** A finished result that was set aside. */
export interface Generation extends GenerationPaths {
  /** Absent where its marker is not there, or cannot be read, or is not signed as it must be. */
  readonly proof?: Marker;
  /** The system does not let its marker be read: nobody knows what it is. */
  readonly unreadable?: Unreadable;
  /** It is not to be brought back: `force` or `unmark` named it. */
  readonly isRevoked: boolean;
  /** When it was set aside, by the file system's clock, in nanoseconds since 1970. */
  readonly asideNs: bigint;
}

/** One that may be brought back. */
export interface ProvenGeneration extends Generation {
  readonly proof: Marker;
}

/** Every finished result that is set aside for a path, the one that was set aside last first. Throws only what `isThere` throws. */
export function readGenerations(
  disk: Disk,
  path: string,
  markers: MarkerForm,
  isThere: Presence = (place) => disk.exists(place),
): readonly Generation[] {
  const all = generationPaths(path).filter(({ checkpoint }) => isThere(checkpoint));
  const read = all.map((paths): Generation => {
    const isRevoked = isThere(paths.revoked);
    const { text, ...copy } = readCopy(disk, isRevoked ? paths.revoked : paths.marker);
    const parsed = markers.parse(text);
    const known = { ...paths, ...copy, isRevoked };
    return parsed.kind === "full" ? { ...known, proof: parsed.marker } : known;
  });
  return read.toSorted((a, b) => Number(b.asideNs - a.asideNs) || b.slot - a.slot);
}

/** What is found among the finished results that are set aside. */
export type Found =
  | { readonly kind: "fitting"; readonly setAside: ProvenGeneration }
  /** None that can be read fits, and one of those that cannot be may fit. */
  | { readonly kind: "unreadable"; readonly unreadable: Unreadable }
  | { readonly kind: "none" };

/**
 * The newest finished result that is set aside and is what is asked for now: the same shard, the same fingerprint in the
 * parts that `rerun-on` names, a version that is accepted. Its bytes are looked at by size and time alone.
 */
export function findFitting(
  disk: Disk,
  task: Pick<Task, "shard" | "paths" | "fingerprint">,
  definition: Pick<Definition, "rerunOn" | "status">,
  { markers, isThere }: { readonly markers: MarkerForm; readonly isThere?: Presence },
): Found {
  const { highestVersion } = definition.status;
  const fits = fittingRecord(task, definition);
  const mayFit = ({ proof, isRevoked }: Generation): boolean => {
    if (isRevoked) return false;
    if (proof === undefined) return true;
    const isTooNew =
      highestVersion !== undefined && isNewer(proof.checkpoint.version, highestVersion);
    return proof.shard === task.shard.id && fits(proof.fingerprint) && !isTooNew;
  };
  let closed: Unreadable | undefined;
  for (const generation of readGenerations(disk, task.paths.checkpoint, markers, isThere)) {
    if (!mayFit(generation)) continue;
    const held = isProven(generation) ? holds(disk, generation) : generation.unreadable;
    if (held === true && isProven(generation)) return { kind: "fitting", setAside: generation };
    if (typeof held === "object") closed ??= held;
  }
  return closed === undefined ? { kind: "none" } : { kind: "unreadable", unreadable: closed };
}

/** Does a recorded fingerprint fit what is asked for now, in the parts that `rerun-on` names? */
export function fittingRecord(
  { fingerprint }: Pick<Task, "fingerprint">,
  { rerunOn }: Pick<Definition, "rerunOn">,
): (recorded: RecordedFingerprint) => boolean {
  return (recorded) => changedParts(recorded, fingerprint, rerunOn).length === 0;
}

function isProven(generation: Generation): generation is ProvenGeneration {
  return generation.proof !== undefined;
}

/** Is it there as marked? What the system refuses is no answer. */
function holds(disk: Disk, { checkpoint, proof }: ProvenGeneration): boolean | Unreadable {
  const marked = proof.checkpoint;
  try {
    const found = measure(disk, checkpoint, ignoredBy(marked));
    if (found.kind !== "measured") return false;
    const compared = { marked, found: found.measure };
    const how = { trustsTimes: true, readsSample: true };
    return compareWithMarker(disk, checkpoint, compared, how).kind !== "differs";
  } catch (error) {
    return spareUnreadable(disk, error, checkpoint) ?? false;
  }
}

/** What the system refused of a finished result that is set aside; `undefined` where that is not what went wrong. */
export function spareUnreadable(disk: Disk, error: unknown, path: string): Unreadable | undefined {
  const what = "a finished result that was set aside";
  const unreadable = unreadableBy(disk, error, { path, what });
  return unreadable === undefined ? undefined : { ...unreadable, isSpare: true };
}

type Copy = Pick<Generation, "asideNs" | "unreadable"> & { readonly text: string };

/** The copy of a marker, which is written when its result is set aside; no full marker where it cannot be read. */
function readCopy(disk: Disk, path: string): Copy {
  try {
    const text = disk.readText(path, RECORD_LIMIT_BYTES) ?? "";
    return { text, asideNs: BigInt(disk.stat(path)?.mtimeNs ?? 0) };
  } catch (error) {
    const unreadable = spareUnreadable(disk, error, path);
    return { text: "", asideNs: 0n, ...(unreadable !== undefined && { unreadable }) };
  }
}
