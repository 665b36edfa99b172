import { staleOf } from "../../../src/core/places.ts";
import type { Observed } from "../../../src/survey/observe.ts";
import type { Claims } from "./claims.ts";
import { contentAt, FALSE_MARKER, generationOf, isComplete, partOf } from "./shard.ts";
import { verdictOn, type World } from "./world.ts";

/** What a step of a start, a finish or a failure has made durable before the next one came. */
export async function stepFault(world: World, claims: Claims): Promise<string | undefined> {
  const { observed, kind, reason } = await verdictOn(world, "B");
  if (claims.cleared && (observed.checkpoint !== "absent" || observed.marker !== "none"))
    return "step: the place was cleared, and something lies there";
  if (kind === "skip" && reason === "done") return undefined;
  return (
    startFault(world, observed, claims) ??
    failureFault(world, observed, claims) ??
    (await lossFault(world, observed, claims))
  );
}

/** Under a start that was reported there is its record, its work directory and no marker but a true one. */
function startFault(
  world: World,
  { startRecord, marker }: Observed,
  { begun, started, resumed }: Claims,
): string | undefined {
  if (started && startRecord === undefined) return "step: the start record is gone or torn";
  if (begun === undefined) return undefined;
  if (generationOf(startRecord?.fingerprint.text) !== begun)
    return `step: the start of ${begun} was made, and its record is not there`;
  const handed = resumed === true ? handedFault(world, startRecord?.resumed === true) : undefined;
  if (handed !== undefined) return handed;
  const { work, checkpoint } = world.task(begun).places;
  if (work !== checkpoint && !world.disk.exists(work))
    return "step: the start was made, and the work directory is not there";
  return marker === "none"
    ? undefined
    : `step: the start was made, and a ${marker} marker is there`;
}

/** Is the work that was handed on whole, less the markers that vouch for nothing? */
function handedFault({ disk, task }: World, isSaid: boolean): string | undefined {
  if (!isSaid) return "step: work was handed on, and the start record does not say so";
  const found = contentAt(disk, task("B").places.work);
  const isWhole = Object.entries(partOf("B")).every(([name, text]) => found[name] === text);
  if (!isWhole) return "step: work was handed on, and it is not there";
  return FALSE_MARKER in found
    ? "step: a marker that vouches for nothing is still there"
    : undefined;
}

function failureFault(
  { task, layout }: World,
  { startRecord, marker, checkpoint }: Observed,
  { failed }: Claims,
): string | undefined {
  if (failed === undefined) return undefined;
  if (startRecord?.ended !== true)
    return "step: the failure is recorded, and its record is not there";
  if (marker !== "none") return "step: the failure is recorded, and a marker is there";
  if (layout === "directory" || checkpoint === "absent") return undefined;
  return `step: the failure is recorded, and ${task("B").places.checkpoint} is there`;
}

/** What was there is there until B is done, and counts as before until its start record says otherwise. */
async function lossFault(
  world: World,
  { startRecord }: Observed,
  { was, layout }: Claims,
): Promise<string | undefined> {
  if (was === undefined) return undefined;
  const { checkpoint } = world.task("B").places;
  const places = [checkpoint, staleOf(checkpoint)];
  if (!places.some((place) => isComplete(world.disk, place, was, layout)))
    return `step: the checkpoint of ${was} is gone, and B is not done`;
  // Where the checkpoint is the work it goes aside before there is a record.
  if (layout === "directory" || startRecord !== undefined) return undefined;
  const { kind } = await verdictOn(world, was === "A" ? "A" : "B");
  return kind === "skip"
    ? undefined
    : `step: ${was} no longer counts, and no start record says why`;
}

/** What only a kill can leave: as long as the start record is there, so may be what was set aside, and no longer. */
export function killFault({ disk, task }: World): string | undefined {
  const { started, checkpoint, work } = task("B").places;
  if (disk.exists(started)) return undefined;
  const isAside = disk.exists(staleOf(checkpoint)) || disk.exists(staleOf(work));
  return isAside && disk.exists(task("B").places.marker)
    ? "step: the start record went before what was set aside"
    : undefined;
}
