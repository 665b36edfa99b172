import {
  earlierPath,
  generationPaths,
  keptPath,
  leavingsPath,
} from "../../../src/core/model/aside.ts";
import { readGenerations } from "../../../src/checkpoint/generations.ts";
import type { CheckpointFacts } from "../../../src/core/decide/facts.ts";
import type { Claims } from "./claims.ts";
import {
  contentAt,
  FALSE_MARKER,
  generationOf,
  isComplete,
  partOf,
  type Generation,
} from "./shard.ts";
import { historyOf, verdictOn, type World } from "./world.ts";

/** What a step of a start, a finish or a failure has made durable before the next one came. */
export async function stepFault(world: World, claims: Claims): Promise<string | undefined> {
  const { facts, kind, reason } = await verdictOn(world, "B");
  const removed = foreignFault(world, claims);
  if (removed !== undefined) return removed;
  const lost = asideFault(world) ?? (await finishedFault(world, claims.kept));
  if (lost !== undefined) return lost;
  if (claims.cleared && (facts.checkpoint !== "absent" || facts.marker.kind !== "none"))
    return "step: the place was cleared, and something lies there";
  if (kind === "skip" && reason === "done") return undefined;
  for (const generation of claims.revoked ?? []) {
    if ((await verdictOn(world, generation)).reason === "restored")
      return `step: a new result is to be made, and an old one of ${generation} is brought back`;
  }
  return (
    startFault(world, facts, claims) ??
    failureFault(world, facts, claims) ??
    (await finishedFault(world, claims.finished)) ??
    lossFault(world, claims)
  );
}

/** Under a start that was reported there is its record, its work directory and no marker but a true one. */
function startFault(
  world: World,
  { startRecord, marker }: CheckpointFacts,
  { begun, started, resumed, attempts = 0 }: Claims,
): string | undefined {
  if ((startRecord?.attempt ?? 0) < attempts)
    return `step: ${attempts} starts were made, and the record counts fewer`;
  if (started && startRecord === undefined) return "step: the start record is gone or torn";
  if (begun === undefined) return undefined;
  if (generationOf(startRecord?.fingerprint.text) !== begun)
    return `step: the start of ${begun} was made, and its record is not there`;
  const handed = resumed === true ? handedFault(world, startRecord?.resumed === true) : undefined;
  if (handed !== undefined) return handed;
  const { work, checkpoint } = world.task(begun).paths;
  if (work !== checkpoint && !world.disk.exists(work))
    return "step: the start was made, and the work directory is not there";
  return marker.kind === "none"
    ? undefined
    : `step: the start was made, and a ${marker.kind} marker is there`;
}

/** Is the work that was handed on whole, less the markers that vouch for nothing? */
function handedFault({ disk, task }: World, isSaid: boolean): string | undefined {
  if (!isSaid) return "step: work was handed on, and the start record does not say so";
  const found = contentAt(disk, task("B").paths.work);
  const isWhole = Object.entries(partOf("B")).every(([name, text]) => found[name] === text);
  if (!isWhole) return "step: work was handed on, and it is not there";
  return FALSE_MARKER in found
    ? "step: a marker that vouches for nothing is still there"
    : undefined;
}

function failureFault(
  { task, layout }: World,
  { startRecord, marker, checkpoint }: CheckpointFacts,
  { failed }: Claims,
): string | undefined {
  if (failed === undefined) return undefined;
  if (startRecord?.ended !== true)
    return "step: the failure is recorded, and its record is not there";
  if (marker.kind !== "none") return "step: the failure is recorded, and a marker is there";
  if (layout === "directory" || checkpoint === "absent") return undefined;
  return `step: the failure is recorded, and ${task("B").paths.checkpoint} is there`;
}

/** Every result that is set aside is whole and has its marker. */
function asideFault({ disk, writer, task, layout }: World): string | undefined {
  const all = readGenerations(disk, task("B").paths.checkpoint, writer.markers);
  const broken = all.find(({ checkpoint, proof }) => {
    const of = generationOf(proof?.fingerprint.text);
    return of === undefined || !isComplete(disk, checkpoint, of, layout);
  });
  return broken && `step: ${broken.checkpoint} is not whole, or has no marker`;
}

/** A finished result is done, or is brought back instead of made again, whatever was begun since. */
async function finishedFault(
  world: World,
  finished: readonly Generation[] = [],
): Promise<string | undefined> {
  for (const generation of finished) {
    const { kind, reason } = await verdictOn(world, generation);
    if (kind !== "skip") return `lost: ${generation} was finished and is ${kind} (${reason})`;
  }
  return undefined;
}

/** What was not made by Donemark is there, at its path or where it is kept. */
export function foreignFault(world: World, { foreign, layout }: Claims): string | undefined {
  if (foreign === undefined) return undefined;
  const { checkpoint } = world.task("B").paths;
  const places = [checkpoint, keptPath(checkpoint), earlierPath(checkpoint)];
  return places.some((place) => isComplete(world.disk, place, foreign, layout))
    ? undefined
    : `lost: what ${foreign} had put there is gone`;
}

/** What an attempt left is there until B is done. */
function lossFault(world: World, { was, layout }: Claims): string | undefined {
  if (was === undefined) return undefined;
  const { checkpoint } = world.task("B").paths;
  const aside = generationPaths(checkpoint).map((place) => place.checkpoint);
  const places = [checkpoint, leavingsPath(checkpoint), ...aside];
  return places.some((place) => isComplete(world.disk, place, was, layout))
    ? undefined
    : `step: what the attempt of ${was} left is gone, and B is not done`;
}

/** What only a kill can leave: a start is remembered; as long as the start record is there, so may be what is to be removed, and no longer. */
export function killFault({ disk, task, writer }: World): string | undefined {
  const { started, checkpoint, work, marker } = task("B").paths;
  if (!historyOf(disk).knows(checkpoint))
    return "step: the start was made, and nobody remembers it without its record";
  if (disk.exists(started) || !disk.exists(marker)) return undefined;
  const kept = generationPaths(checkpoint).filter((place) => disk.exists(place.checkpoint));
  const isLeft = [checkpoint, work].some((path) => disk.exists(leavingsPath(path)));
  return isLeft || kept.length > writer.keep
    ? "step: the start record went before what was set aside"
    : undefined;
}
