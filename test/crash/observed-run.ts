import { randomUUID } from "node:crypto";
import { start, terminalEnv, type Ended } from "../helpers/program.ts";
import { killTree, TAG } from "./tree.ts";

/** One event of a shard: its kind, and the shard's id. */
export interface Step {
  readonly phase: string;
  readonly id: string;
}

/** A run of the program that is watched line by line, and that can be taken away with all that it started. */
export interface ObservedRun {
  readonly tag: string;
  /** Settles when the program has ended and every line of it was read. */
  readonly ended: Promise<Ended>;
  /** Every step said so far. */
  readonly steps: readonly Step[];
  readonly kill: () => void;
  readonly isKilled: () => boolean;
}

export interface RunSetting {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  /** Called with each step the moment it is read. */
  readonly onStep?: (step: Step, run: ObservedRun) => void;
  /** Called with each line that is not a step. */
  readonly onLine?: (line: string, run: ObservedRun) => void;
}

/** Starts the program in a folder, with a tag that all of its processes inherit. */
export function observeRun({ folder, args, env = {}, onStep, onLine }: RunSetting): ObservedRun {
  const tag = randomUUID();
  const all = { ...env, [TAG]: tag, DONEMARK_DEBUG: "1" };
  const { child, ended } = start(folder, args, { env: terminalEnv(folder, all) });
  const steps: Step[] = [];
  let killed = false;
  const run: ObservedRun = {
    tag,
    ended,
    steps,
    kill: () => {
      if (killed) return;
      killed = true;
      killTree(tag, child.exitCode === null ? child.pid : undefined);
    },
    isKilled: () => killed,
  };
  const take = (line: string): void => {
    const step = stepIn(line);
    if (step === undefined) return onLine?.(line, run);
    steps.push(step);
    onStep?.(step, run);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", byLine(take));
  }
  return run;
}

/** The last step of each shard of a run. */
export function lastSteps(steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map(steps.map(({ phase, id }) => [id, phase]));
}

function byLine(take: (line: string) => void): (chunk: string) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  };
}

/** The event that a debug line holds as JSON, where it is one of a shard. */
function stepIn(line: string): Step | undefined {
  const [, json] = /^(?:debug \S+ |::debug::)(\{.*\})$/.exec(line) ?? [];
  if (json === undefined) return undefined;
  const event: unknown = JSON.parse(json);
  const isEvent = typeof event === "object" && event !== null && "kind" in event;
  if (!isEvent || !("shard" in event)) return undefined;
  return { phase: String(event.kind), id: String(event.shard) };
}
