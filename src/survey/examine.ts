import type { Examined, Objection } from "../core/examined.ts";
import { MARKER_SUFFIX, type Marker, type ParsedMarker } from "../core/marker.ts";
import type { MarkerForm } from "../core/marker-form.ts";
import { describe } from "../core/problem.ts";
import { isNewer, readStatus, type StatusRules } from "../core/status.ts";
import type { Disk } from "../files/disk.ts";
import type { Measure } from "../files/measure.ts";
import type { Inspection } from "../inspect/inspection.ts";
import { countReads, holdAgainst, type DeepLook } from "./hold.ts";
import { inspect } from "./inspect-lazily.ts";
import { measureOrFault, readSmall } from "./observe.ts";

export interface ExamineRules {
  readonly status: StatusRules;
  readonly markers: MarkerForm;
  /** Absent where kilobytes are enough. */
  readonly deep?: DeepLook;
}

/** A checkpoint, and the shard that it is of, where that is known. */
export interface Target {
  readonly path: string;
  readonly shard?: string;
}

/**
 * Looks at one checkpoint: what it says about itself, its marker against its bytes (never trusting its times), its
 * status and version against the rules. Changes nothing. Whatever lies there makes an answer, never an error.
 */
export async function examine(disk: Disk, target: Target, rules: ExamineRules): Promise<Examined> {
  const { path } = target;
  const marker = readMarker(disk, path, rules.markers);
  const found = measureOrFault(disk, path);
  if (found.kind !== "measured") {
    const objection =
      found.kind === "absent" ? absent(marker) : against("damaged", `it is refused: ${found.why}`);
    const difference = marker.kind === "full" ? { difference: objection.why } : {};
    return { ...NOTHING, path, ...partsOf(marker), objection, ...difference };
  }
  const counted = countReads(disk);
  const said = await lookInside(counted.disk, path, { found: found.measure, rules });
  const known = { target, marker, said, rules };
  const held = await holdAgainst(counted.disk, path, {
    marked: marker.kind === "full" ? marker.marker.checkpoint : undefined,
    found: found.measure,
    deep: rules.deep,
  });
  const objection = firstOf([...objectionsOf(known), held.objection, objectionOfStatus(known)]);
  const { format, structure, status, version, why } = said;
  return {
    path,
    ...partsOf(marker),
    format,
    structure,
    ...(status !== undefined && { status }),
    ...(version !== undefined && { version }),
    sizeBytes: found.measure.sizeBytes,
    bytesRead: counted.bytesRead() + held.readElsewhere,
    ...(why !== undefined && { note: why }),
    ...(objection !== undefined && { objection }),
    ...(marker.kind === "full" && held.objection && { difference: held.objection.why }),
    isProven: held.isProven,
  };
}

const NOTHING = {
  format: "none",
  structure: "unknown",
  sizeBytes: 0,
  bytesRead: 0,
  isProven: false,
} as const;

type MarkerFound = ParsedMarker | { readonly kind: "none" };

function readMarker(disk: Disk, path: string, markers: MarkerForm): MarkerFound {
  const place = path + MARKER_SUFFIX;
  return disk.exists(place) ? markers.parse(readSmall(disk, place)) : { kind: "none" };
}

function partsOf(marker: MarkerFound): Pick<Examined, "marker" | "full"> {
  return marker.kind === "full" ? { marker: "full", full: marker.marker } : { marker: marker.kind };
}

function against(verdict: Objection["verdict"], why: string): Objection {
  return { verdict, why };
}

function absent({ kind }: MarkerFound): Objection {
  return kind === "none"
    ? against("absent", "there is no checkpoint")
    : against("marker-without-checkpoint", "its marker is there, and no checkpoint");
}

type Said = Omit<Inspection, "bytesRead">;

async function lookInside(
  disk: Disk,
  path: string,
  { found, rules }: { readonly found: Measure; readonly rules: ExamineRules },
): Promise<Said> {
  if (found.kind === "directory" && found.files === 0)
    return { format: "directory", structure: "empty", why: "it holds no file" };
  try {
    return await inspect(disk, path, rules.status);
  } catch (error) {
    return { format: "unread", structure: "damaged", why: describe(error) };
  }
}

interface Known {
  readonly target: Target;
  readonly marker: MarkerFound;
  readonly said: Said;
  readonly rules: ExamineRules;
}

/** In the order of the table of decisions. */
function objectionsOf({ target, marker, said, rules }: Known): readonly (Objection | undefined)[] {
  const { structure, version, why = "" } = said;
  const { highestVersion } = rules.status;
  const isFaulty = structure !== "sound" && structure !== "unknown";
  return [
    isNewer(version, highestVersion)
      ? against("incompatible", `its version is ${version}, at most ${highestVersion} is accepted`)
      : undefined,
    marker.kind === "corrupt"
      ? against("corrupt-marker", `the marker is corrupt: ${marker.why}`)
      : undefined,
    isForeign(marker, target)
      ? against(
          "foreign-marker",
          `the marker is that of shard ${JSON.stringify(marker.marker.shard)}`,
        )
      : undefined,
    isFaulty ? against(structure, why) : undefined,
  ];
}

function isForeign(
  marker: MarkerFound,
  { shard }: Target,
): marker is { readonly kind: "full"; readonly marker: Marker } {
  return marker.kind === "full" && shard !== undefined && marker.marker.shard !== shard;
}

/** A status of another word is no objection where a full marker vouches for the checkpoint: an exit code has spoken. */
function objectionOfStatus({ marker, said, rules }: Known): Objection | undefined {
  const word = readStatus(said.status, rules.status);
  const why = `its own status is ${JSON.stringify(said.status)}`;
  if (word === "in-progress") return against("status-in-progress", why);
  return word === "other" && marker.kind !== "full" ? against("status-other", why) : undefined;
}

function firstOf(objections: readonly (Objection | undefined)[]): Objection | undefined {
  return objections.find((objection) => objection !== undefined);
}
