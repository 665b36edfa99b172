import type { CheckpointFacts, MarkerReading, Unmarked } from "../core/decide/facts.ts";
import { MARKER_SUFFIX, RECORD_LIMIT_BYTES, STARTED_SUFFIX } from "../core/model/marker.ts";
import type { MarkerForm } from "../core/model/marker-form.ts";
import {
  parseStartRecord,
  readUnmarkedNote,
  type UnmarkedNote,
} from "../core/model/start-record.ts";
import type { Unreadable } from "../core/model/unreadable.ts";
import { messageOf } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";
import { accessOf } from "../files/refused.ts";
import { checkNotLooped, unreadableBy, type Reading } from "../files/unreadable.ts";
import { askedPresence, type Presence } from "./presence.ts";

/** A checkpoint, and the shard that it is of, where that is known. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly shard?: string;
}

/** Reads a checkpoint's marker. What is no text of a marker is corrupt. Never throws. */
export function readMarker(
  disk: Disk,
  { path, shard }: Target,
  markers: MarkerForm,
  isThere: Presence,
): MarkerReading {
  const place = path + MARKER_SUFFIX;
  if (!isThere(place)) return { kind: "none" };
  const read = readSmall(disk, { path: place, what: "the marker" });
  if (typeof read !== "string") return { kind: "unreadable", unreadable: read };
  const parsed = markers.parse(read);
  if (parsed.kind !== "full") return parsed;
  const isForeign = shard !== undefined && parsed.marker.shard !== shard;
  return { kind: isForeign ? "foreign" : "full", marker: parsed.marker };
}

export type Start = Pick<CheckpointFacts, "started" | "startRecord" | "unmarked" | "unreadable">;

/** Reads a checkpoint's start record. Never throws. */
export function readStart(
  disk: Disk,
  path: string,
  isThere: Presence = askedPresence(disk),
): Start {
  const place = path + STARTED_SUFFIX;
  if (!isThere(place)) return { started: false };
  const read = readSmall(disk, { path: place, what: "the start record" });
  if (typeof read !== "string") return { started: true, unreadable: read };
  const startRecord = parseStartRecord(read);
  if (startRecord !== undefined) return { started: true, startRecord };
  const note = readUnmarkedNote(read);
  return note === undefined
    ? { started: true }
    : { started: true, unmarked: unmarkedBy(disk, place, note) };
}

function unmarkedBy(disk: Disk, place: string, { at }: UnmarkedNote): Unmarked {
  const access = accessOf(disk, place);
  return { ...(at !== undefined && { at }), ...(access !== undefined && { access }) };
}

/** A text that no record has, where what lies there is no file. */
function readSmall(disk: Disk, reading: Reading): string | Unreadable {
  const { path } = reading;
  try {
    const text = disk.readText(path, RECORD_LIMIT_BYTES);
    if (text === undefined) checkNotLooped(disk, path);
    return text ?? "{";
  } catch (error) {
    return unreadableBy(disk, error, reading) ?? `unreadable: ${messageOf(error)}`;
  }
}
