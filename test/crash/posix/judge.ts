import { fullMarker, isAsMarked } from "../../../src/core/decide/facts.ts";
import type { Verdict } from "../../../src/checkpoint/survey.ts";
import type { Claims } from "./claims.ts";
import type { CrashState } from "./crash-states.ts";
import { foreignFault, stepFault } from "./judge-steps.ts";
import { neighbourFault } from "./neighbours.ts";
import { contentAt, generationOf, isComplete, isSame, type Generation } from "./shard.ts";
import { openWorld, run, verdictOn, withoutStore, type World } from "./world.ts";

const GENERATIONS: readonly Generation[] = ["B", "A"];

/** What is wrong with a disk; `undefined` where nothing is. The state is judged, and what the next runs make of it. */
export async function faultOf(state: CrashState, claims: Claims): Promise<string | undefined> {
  const open = (process: string): World =>
    openWorld({ ...claims, machine: state.machine(), process });
  const world = open("look");
  const robbed = neighbourFault(world.disk);
  if (robbed !== undefined) return robbed;
  for (const generation of GENERATIONS) {
    const fault =
      (await falseProof(withoutStore(world), generation, claims)) ??
      (claims.storeKind !== "none" ? await falseProof(world, generation, claims) : undefined) ??
      (await falseEntry(world, generation, claims));
    if (fault !== undefined) return fault;
  }
  const taken = await removedMarkerFault(open("user"));
  if (taken !== undefined) return taken;
  const broken = (await workFault(world, claims)) ?? (await stepFault(withoutStore(world), claims));
  if (broken !== undefined) return broken;
  if (claims.done !== undefined) {
    const { kind, reason } = await verdictOn(withoutStore(world), claims.done);
    if (reason !== "done") return `lost: ${claims.done} was done and is now ${kind} (${reason})`;
  }
  for (const generation of GENERATIONS) {
    const next = open("next");
    const fault =
      (await unfinished(next, generation, claims)) ??
      foreignFault(next, claims) ??
      neighbourFault(next.disk);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

async function falseProof(
  world: World,
  generation: Generation,
  claims: Claims,
): Promise<string | undefined> {
  const verdict = await verdictOn(world, generation);
  // Where only sizes are looked at, a marker must be true all the same.
  const definition = { ...world.definition, validate: "size" as const };
  const bySize =
    fullMarker(verdict.facts) && (await verdictOn({ ...world, definition }, generation));
  return (
    (bySize && falseMarker(world, bySize, claims)) ??
    falseMarker(world, verdict, claims) ??
    falseSkip(world, verdict, { generation, claims })
  );
}

/**
 * A user has taken the marker away, or put an empty one there: whatever the checkpoint says of itself, what Donemark has
 * marked is no other's to adopt.
 */
async function removedMarkerFault(world: World): Promise<string | undefined> {
  const alone = withoutStore(world);
  const { facts, task } = await verdictOn(alone, "B");
  if (!isAsMarked(facts) || fullMarker(facts) === undefined) return undefined;
  await world.disk.unlink(task.paths.marker);
  for (const put of [undefined, () => world.disk.create(task.paths.marker, "")]) {
    await put?.();
    for (const generation of GENERATIONS) {
      const { kind, reason } = await verdictOn(alone, generation);
      if (kind === "skip" && reason.startsWith("adopted"))
        return `marked: its marker was removed, and ${generation} is ${reason}`;
    }
  }
  return undefined;
}

/** Does a marker that holds stand for anything but the whole checkpoint of its own fingerprint? */
function falseMarker(
  world: World,
  { facts, task }: Verdict,
  { adoptable }: Claims,
): string | undefined {
  const marker = fullMarker(facts);
  if (!isAsMarked(facts) || marker === undefined) return undefined;
  const { adopted, fingerprint } = marker;
  const of = adopted === true ? adoptable : generationOf(fingerprint.text);
  const path = task.paths.checkpoint;
  if (of !== undefined && isComplete(world.disk, path, of, world.layout)) return undefined;
  return `marked: the marker of ${of} holds for what is not its checkpoint`;
}

function falseSkip(
  world: World,
  { kind, reason, task, setAside }: Verdict,
  { generation, claims }: { readonly generation: Generation; readonly claims: Claims },
): string | undefined {
  if (kind !== "skip" || reason === "done-in-store") return undefined;
  const allowed = [generation, ...(claims.adoptable === undefined ? [] : [claims.adoptable])];
  const { checkpoint } = setAside ?? task.paths;
  if (allowed.some((of) => isComplete(world.disk, checkpoint, of, world.layout))) return undefined;
  return `skipped: ${generation} is ${reason}, without its checkpoint`;
}

/** Is what the store shows whole, and does it show what it promised? */
async function falseEntry(
  world: World,
  generation: Generation,
  claims: Claims,
): Promise<string | undefined> {
  const { wanted } = world.task(generation);
  if (wanted === undefined) return undefined;
  const [found] = await world.store.find([wanted]);
  const isMissed = found?.kind === "miss" && claims.stored === generation;
  if (isMissed) return `lost: the entry of ${generation} was saved and is not found`;
  if (found?.kind === "unavailable") return `store: ${found.cause}`;
  if (found?.kind !== "hit") return undefined;
  if (claims.attempt !== undefined && claims.attempt !== found.entry.attempt)
    return `lost: the newer entry of ${generation} was saved and is not the one that is found`;
  if (claims.gone === generation) return `store: the entry of ${generation} is found again`;
  const fetched = await world.store.fetch(found.entry, "/staging");
  const isTrue =
    fetched.kind === "hit" && isComplete(world.disk, "/staging", generation, world.layout);
  await world.disk.removeTree("/staging");
  return isTrue ? undefined : `store: the visible entry of ${generation} is not what was saved`;
}

/** Is what the store shows of the work one of the snapshots that it may show? */
async function workFault(world: World, { work }: Claims): Promise<string | undefined> {
  const { wanted } = world.task("B");
  if (wanted === undefined || work === undefined) return undefined;
  const [said] = await world.store.findWork([wanted]);
  const fetched = await world.store.fetchWork(wanted, "/staging");
  if (fetched.kind === "unavailable") return `store: ${fetched.cause}`;
  const found = fetched.kind === "hit" ? contentAt(world.disk, "/staging") : {};
  await world.disk.removeTree("/staging");
  if (said?.kind !== fetched.kind) return `store: the work is said to be a ${said?.kind}`;
  if (work.some((one) => isSame(found, one))) return undefined;
  return `store: the work is ${JSON.stringify(found)}`;
}

/** The next run comes to its end, and then the shard is done. */
async function unfinished(
  world: World,
  generation: Generation,
  { adoptable }: Claims,
): Promise<string | undefined> {
  try {
    await run(world, generation);
  } catch (error) {
    return `stuck: the next run of ${generation} fails: ${String(error)}`;
  }
  const { kind, reason, task } = await verdictOn(withoutStore(world), generation);
  if (kind !== "skip") return `stuck: after the next run ${generation} is ${kind} (${reason})`;
  const { checkpoint } = task.paths;
  const allowed = [generation, ...(adoptable === undefined ? [] : [adoptable])];
  if (allowed.some((of) => isComplete(world.disk, checkpoint, of, world.layout))) return undefined;
  return `wrong: after the next run the checkpoint of ${generation} is another`;
}
