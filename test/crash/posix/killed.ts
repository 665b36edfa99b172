import type { Claims } from "./claims.ts";
import { NARROW } from "./crash-states.ts";
import { explore, type Explored, type Known } from "./explore.ts";
import type { Machine } from "./machine.ts";
import type { Log } from "./memory-disk.ts";
import { recordOf, type Recorded } from "./record.ts";
import type { Scenario } from "./scenarios.ts";
import type { Generation } from "./shard.ts";
import { openWorld, run, verdictOn, withoutStore } from "./world.ts";

/** What became of a scenario that was killed at each of its moments and run again. */
export interface Killed {
  readonly title: string;
  readonly kills: number;
  readonly prefixes: number;
  readonly states: number;
  readonly fault: string | undefined;
}

/**
 * Plays a scenario up to each of the moments, and the next run after it, on a disk to which nothing was flushed between
 * the two; judges every disk that a power cut during that run may leave. What a killed process has done is there for the
 * next one, which must not take it for durable.
 */
export async function killedCampaignOf(
  scenario: Scenario,
  moments: Iterable<number>,
): Promise<Killed> {
  const recorded = await recordOf(scenario);
  const { log } = recorded;
  const known: Known = new Map();
  const states = new Set<string>();
  const sums = { title: scenario.title, kills: 0, prefixes: 0 };
  for (const place of moments) {
    if (place > log.length) break;
    for (const generation of ["B", "A"] as const) {
      sums.kills += 1;
      const explored = await afterKill(recorded, { place, generation, known });
      sums.prefixes += explored.prefixes;
      for (const state of explored.states) states.add(state);
      if (explored.fault === undefined) continue;
      const last = JSON.stringify(log.slice(0, place).at(-1), plainly);
      const fault = `killed after step ${place}, ${generation} run again: ${explored.fault}\n${last}`;
      return { ...sums, states: states.size, fault };
    }
  }
  return { ...sums, states: states.size, fault: undefined };
}

interface Kill {
  readonly place: number;
  readonly generation: Generation;
  readonly known: Known;
}

async function afterKill(
  { scenario, log, machine }: Recorded,
  { place, generation, known }: Kill,
): Promise<Explored> {
  const before = log.slice(0, place);
  const left = (): Machine => replayed(machine(), before);
  const next = await nextRun(scenario, left(), {
    generation,
    forced: isStillForced(scenario, before, generation) ? ["a"] : [],
  });
  const isDone = await isDoneOn(scenario, left());
  const claims = claimsAfter(scenario, before, { generation, isDone });
  const explored = await explore({
    scenario: { ...scenario, claims },
    machine: left(),
    log: next.log,
    known,
    isKilled: true,
    bounds: NARROW,
  });
  return next.fault === undefined ? explored : { ...explored, fault: next.fault };
}

function plainly(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** The disk as programs see it after these steps, of which some may not be durable. */
function replayed(machine: Machine, log: Log): Machine {
  for (const item of log) {
    if (item.kind === "operation") for (const step of item.steps) machine.apply(step);
  }
  return machine;
}

/** Has B its marker already, so that what it supersedes may go? */
async function isDoneOn(scenario: Scenario, machine: Machine): Promise<boolean> {
  const world = openWorld({ ...scenario, machine, process: "look" });
  return (await verdictOn(withoutStore(world), "B")).kind === "skip";
}

/** A note says so until the start is made: src/job/forced.ts. */
function isStillForced({ isForced }: Scenario, before: Log, generation: Generation): boolean {
  const isBegun = before.some((item) => item.kind === "mark" && item.says === "begun B");
  return isForced && generation === "B" && !isBegun;
}

async function nextRun(
  scenario: Scenario,
  machine: Machine,
  { generation, forced }: { readonly generation: Generation; readonly forced: readonly string[] },
): Promise<{ readonly log: Log; readonly fault?: string }> {
  const world = openWorld({ ...scenario, machine, process: `again-${generation}` });
  try {
    await run(world, generation, forced);
    return { log: world.log() };
  } catch (error) {
    return { log: world.log(), fault: `stuck: the next run fails: ${String(error)}` };
  }
}

interface Next {
  readonly generation: Generation;
  /** B has its marker when the run begins. */
  readonly isDone: boolean;
}

/** What holds while the next run is under way: what lasts beyond its start, and what the run itself says. */
function claimsAfter(
  scenario: Scenario,
  before: Log,
  { generation, isDone }: Next,
): Scenario["claims"] {
  const saidBefore = before.flatMap((item) => (item.kind === "mark" ? [item.says] : []));
  return (saidSince) => {
    const said = new Set([...saidBefore, ...saidSince]);
    const all = lastingOf(scenario.claims(said));
    const lasting = saidBefore.includes("begun B") ? withoutLeavings(all) : all;
    const claims = saidSince.has("begun B") ? lasting : withoutStart(lasting);
    if (generation === "B") return claims.done === "A" ? withoutB(claims) : claims;
    const onlyA = withoutB(claims);
    return {
      ...(isDone ? withoutOlder(onlyA) : onlyA),
      ...(saidSince.has("done A") && { done: "A" as const }),
    };
  };
}

/** Where nothing superseded is kept, a result stays until the next one is done. */
function lastingOf({ failed: _failed, cleared: _cleared, ...rest }: Claims): Claims {
  const { kept, ...others } = rest;
  if (kept === undefined || rest.keep > 0) return rest;
  return { ...others, finished: [...(others.finished ?? []), ...kept] };
}

/** A second attempt removes what the first one left. */
function withoutLeavings({ was: _was, ...rest }: Claims): Claims {
  return rest;
}

/** The next start takes the place of the one that was killed. */
function withoutStart({ begun: _b, resumed: _r, attempts: _a, ...rest }: Claims): Claims {
  return rest;
}

/** Of a result that the other generation supersedes nothing is claimed any more. */
function withoutB({ started: _s, done: _d, was: _w, ...rest }: Claims): Claims {
  return rest;
}

/** What a B that is done supersedes may go, and that B itself may come back. */
function withoutOlder({ finished: _f, revoked: _r, ...rest }: Claims): Claims {
  return rest;
}
