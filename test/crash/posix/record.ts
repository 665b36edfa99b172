import { presentState } from "./crash-states.ts";
import { Machine } from "./machine.ts";
import type { Log, Refuse } from "./memory-disk.ts";
import type { Scenario } from "./scenarios.ts";
import { openWorld } from "./world.ts";

/** A scenario as the real code played it. */
export interface Recorded {
  readonly scenario: Scenario;
  readonly log: Log;
  /** The disk as it was before, all of it durable. */
  readonly machine: () => Machine;
}

export async function recordOf(scenario: Scenario): Promise<Recorded> {
  const earlier = openWorld({ ...scenario, process: "before" });
  await scenario.before(earlier);
  earlier.machine.settle();
  const { machine } = presentState(earlier.machine);
  return { scenario, machine, log: await play(scenario, machine()) };
}

/** Plays the recorded part on a disk. @throws what the code reports of an operation that is refused. */
export async function play(scenario: Scenario, machine: Machine, refuse?: Refuse): Promise<Log> {
  const world = openWorld({
    ...scenario,
    machine,
    process: "act",
    ...(refuse !== undefined && { refuse }),
  });
  await scenario.act(world);
  return world.log();
}
