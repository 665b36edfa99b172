import { crashStates, presentState, WIDE, type Bounds } from "./crash-states.ts";
import type { Claims } from "./claims.ts";
import { killFault } from "./judge-steps.ts";
import { faultOf } from "./judge.ts";
import type { Machine, Step } from "./machine.ts";
import { removal, type Log, type Operation } from "./memory-disk.ts";
import { openWorld } from "./world.ts";
import { untidiness, type Scenario } from "./scenarios.ts";
import { OWN_FOLDER } from "./shard.ts";

/** The outcome for one log. */
export interface Explored {
  readonly prefixes: number;
  /** Keys of all states together with what was claimed of them. */
  readonly states: ReadonlySet<string>;
  /** The first thing that is wrong with a state. */
  readonly fault?: string;
  /** The operation that the file system refused, with the error's code: nothing comes after it. */
  readonly refused?: { readonly operation: Operation; readonly code: string };
}

/** Verdicts on disks that were judged before. */
export type Known = Map<string, string | undefined>;

export interface Exploration {
  readonly scenario: Scenario;
  readonly machine: Machine;
  readonly log: Log;
  readonly known: Known;
  /** Where in the log to begin to look. */
  readonly from?: number;
  /** Of what is tried of each moment; wide without it. */
  readonly bounds?: Bounds;
  /**
   * A process was killed on this disk before, and what it has left for a moment is swept up by name. Only the moments before
   * a flush or a word are looked at: what may be lost between two of them may be lost at the later one as well.
   */
  readonly isKilled?: boolean;
}

/**
 * Makes a log again on the disk that was there before it, and judges every disk that a crash after any of its steps may
 * leave. The first fault ends it, and so does an operation that the file system refuses.
 */
export async function explore(exploration: Exploration): Promise<Explored> {
  const { scenario, machine, log, from = 0, isKilled = false } = exploration;
  const said = new Set<string>();
  const states = new Set<string>();
  let prefixes = 0;
  const look = async (place: number): Promise<string | undefined> => {
    if (place < from) return undefined;
    prefixes += 1;
    const world = openWorld({ ...scenario, machine, process: "look" });
    const killed = said.has("begun B") ? killFault(world) : undefined;
    return killed ?? judgeAll(exploration, scenario.claims(said), states);
  };
  let fault = await look(0);
  for (const [place, item] of log.entries()) {
    if (item.kind === "mark") said.add(item.says);
    for (const step of item.kind === "mark" ? [undefined] : stepsOf(item, machine)) {
      const code = step === undefined ? undefined : codeOf(() => machine.apply(step));
      if (code !== undefined && item.kind === "operation") {
        if (isQuiet(item, code)) break;
        return { prefixes, states, refused: { operation: item, code } };
      }
      if (isKilled && !isBeforeFlush(log[place + 1])) continue;
      fault = await look(place);
      if (fault !== undefined) return { prefixes, states, fault };
    }
  }
  const left = isKilled ? undefined : untidiness(machine, scenario);
  fault ??= left === undefined ? undefined : `untidy: ${left}`;
  return fault === undefined ? { prefixes, states } : { prefixes, states, fault };
}

function isBeforeFlush(next: Log[number] | undefined): boolean {
  if (next?.kind !== "operation") return true;
  return next.steps.some(({ op }) => /^sync|^upload$/.test(op));
}

/** What a whole tree is depends on what came before. */
function stepsOf({ name, path, steps }: Operation, machine: Machine): readonly Step[] {
  return name === "removeTree" ? removal(machine, path) : steps;
}

function codeOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

/**
 * What the file layer takes for an answer and not for an error, the bucket of a folder that is gone, and all that befalls
 * Donemark's own notes: a run goes on without them.
 */
function isQuiet({ name, path }: Operation, code: string): boolean {
  if (path === OWN_FOLDER || path.startsWith(`${OWN_FOLDER}/`)) return true;
  if (name === "syncDirectory") return code === "ENOENT" && path.startsWith("/store/");
  if (name === "removeFolder") return code === "ENOENT" || code === "ENOTEMPTY";
  if (name === "unlink" || name === "removeTree") return code === "ENOENT";
  return name === "makeDirectory" && code === "EEXIST";
}

async function judgeAll(
  { machine, known, bounds = WIDE }: Exploration,
  claims: Claims,
  states: Set<string>,
): Promise<string | undefined> {
  const claimed = JSON.stringify(claims);
  for (const state of [presentState(machine), ...crashStates(machine, bounds)]) {
    const key = `${claimed}\n${state.key}`;
    states.add(key);
    if (!known.has(key)) known.set(key, await faultOf(state, claims));
    const fault = known.get(key);
    if (fault !== undefined) return `${fault}\n${state.key}`;
  }
  return undefined;
}
