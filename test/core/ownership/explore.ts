import {
  crash,
  isOver,
  keyOfWorld,
  newRun,
  openWorld,
  successors,
  type Mutant,
  type World,
} from "./world.ts";

export interface Exploration {
  readonly runs: readonly string[];
  readonly record: string | undefined;
  /** How often a run may sleep until others believe that it is gone. */
  readonly sleeps: number;
  readonly hasNoLinks?: boolean;
  readonly mutant?: Mutant;
  /** At most so many runs may crash. */
  readonly crashes: number;
}

export interface Explored {
  readonly worlds: number;
  /** The first world that breaks a rule, in words. */
  readonly fault: string | undefined;
}

/** Every world that any order of steps, crashes and judgements leads to, each one checked. */
export function explore(exploration: Exploration): Explored {
  const { runs, record, sleeps, mutant, crashes, hasNoLinks = false } = exploration;
  const seen = new Set<string>();
  const waiting: World[] = [openWorld(runs, { record, sleeps, hasNoLinks })];
  for (let world = waiting.pop(); world !== undefined; world = waiting.pop()) {
    const key = keyOfWorld(world);
    if (seen.has(key)) continue;
    seen.add(key);
    const fault = faultIn(world, exploration);
    if (fault !== undefined) return { worlds: seen.size, fault: `${fault}\n${key}` };
    const crashed = world.runs.filter(({ phase }) => phase.name === "crashed").length;
    for (const [place, run] of world.runs.entries()) {
      waiting.push(...successors(world, place, mutant));
      if (!isOver(run) && crashed < crashes) waiting.push(crash(world, place));
    }
  }
  return { worlds: seen.size, fault: undefined };
}

function faultIn(world: World, { sleeps, mutant }: Exploration): string | undefined {
  const { commits, fault, runs, files } = world;
  if (fault !== undefined) return fault;
  if (commits.length > 1) return `two owners committed: ${commits.join(", ")}`;
  const working = runs.filter(
    ({ phase }) => phase.name === "working" || phase.name === "committing",
  );
  if (sleeps === 0 && working.length > 1) return "two runs work on the shard at once";
  if (commits.length > 0 && !files.has("M")) return "the marker is gone";
  return isTakenInTheEnd(world, mutant) ? undefined : "nobody can take the shard any more";
}

/**
 * When every run of now has crashed, a new one either finds the marker or commits. It waits until it is known of each
 * whether it lives, so that the answer is the first one, `gone`.
 */
function isTakenInTheEnd(world: World, mutant: Mutant | undefined): boolean {
  const place = world.runs.length;
  const crashed = world.runs.map((run) => ({ ...run, phase: { name: "crashed" } as const }));
  let left: World = { ...world, sleeps: 0, runs: [...crashed, newRun("late")] };
  for (let steps = 0; steps < 60; steps += 1) {
    const run = left.runs[place];
    if (run === undefined || isOver(run)) break;
    const [next] = successors(left, place, mutant);
    if (next === undefined) break;
    left = next;
  }
  return left.files.has("M");
}
