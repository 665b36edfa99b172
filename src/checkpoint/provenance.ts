import type { CheckpointFacts } from "../core/decide/facts.ts";
import type { Provenance } from "../core/decide/evidence.ts";
import type { MarkerForm } from "../core/model/marker-form.ts";
import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import type { Disk } from "../files/disk.ts";
import type { History } from "../files/history.ts";

/** Tells whose an old sign of completeness is. */
export type ProvenanceOf = (
  paths: Pick<ShardPaths, "checkpoint" | "marker">,
  facts: Pick<CheckpointFacts, "marker">,
) => Provenance;

interface Sources {
  readonly disk: Disk;
  readonly markers: MarkerForm;
  readonly history: History;
  /** The markers of every shard of the definition, whatever a call is about. */
  readonly markerPaths: Iterable<string>;
}

/**
 * Opens what is known of Donemark's own work on a definition: the history, and where that does not reach back far enough,
 * the times in full markers. Markers are read only until they answer.
 */
export function openProvenance({ disk, markers, history, markerPaths }: Sources): ProvenanceOf {
  const own = ownTimes(disk, markers, markerPaths);
  return ({ checkpoint, marker }, facts) => {
    if (history.knows(checkpoint)) return "own";
    const signMs = timeOf(disk, facts.marker.kind === "empty" ? marker : checkpoint);
    // What lies there now may have been made while nobody took notes, or the notes are lost.
    const isUnnoted = signMs < history.sinceMs() && own.hasStartedBy(signMs);
    if (isUnnoted) return "own";
    return own.hasFinishedBy(signMs) ? "newer" : "others";
  };
}

interface OwnTimes {
  readonly hasStartedBy: (ms: number) => boolean;
  readonly hasFinishedBy: (ms: number) => boolean;
}

/** By the full markers of checkpoints that Donemark has seen being made; starts are those of which it took notes. */
function ownTimes(disk: Disk, markers: MarkerForm, paths: Iterable<string>): OwnTimes {
  const rest = paths[Symbol.iterator]();
  const earliest = { startedMs: Number.POSITIVE_INFINITY, finishedMs: Number.POSITIVE_INFINITY };
  const hasBy = (which: keyof typeof earliest, ms: number): boolean => {
    while (earliest[which] > ms) {
      const next = rest.next();
      if (next.done === true) return false;
      const read = readTimes(disk, markers, next.value);
      earliest.startedMs = Math.min(earliest.startedMs, read.startedMs);
      earliest.finishedMs = Math.min(earliest.finishedMs, read.finishedMs);
    }
    return true;
  };
  return {
    hasStartedBy: (ms) => hasBy("startedMs", ms),
    hasFinishedBy: (ms) => hasBy("finishedMs", ms),
  };
}

const NEVER = { startedMs: Number.POSITIVE_INFINITY, finishedMs: Number.POSITIVE_INFINITY };

function readTimes(disk: Disk, markers: MarkerForm, path: string): typeof NEVER {
  const parsed = markers.parse(unlessRefused(() => disk.readText(path, RECORD_LIMIT_BYTES)) ?? "");
  if (parsed.kind !== "full" || parsed.marker.adopted === true) return NEVER;
  const { finishedAt, seconds, noted } = parsed.marker;
  const finishedMs = Date.parse(finishedAt);
  if (Number.isNaN(finishedMs)) return NEVER;
  // Before there was a history, nothing can be lost of it.
  const startedMs = noted === true ? finishedMs - seconds * 1000 : NEVER.startedMs;
  return { startedMs, finishedMs };
}

/** In milliseconds since 1970, to the next one: a time that is not known is as new as can be. */
function timeOf(disk: Disk, path: string): number {
  const stat = unlessRefused(() => disk.stat(path));
  return stat === undefined ? Number.POSITIVE_INFINITY : Math.ceil(Number(stat.mtimeNs) / 1e6);
}

function unlessRefused<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
