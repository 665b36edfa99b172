import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRunner, type Runner, type Step } from "../action/runner.ts";
import { contentOf, fullMarkerOf, namesBelow } from "./disk-look.ts";
import type { Chance } from "../helpers/random.ts";
import { DEFINITION, FILES, IDS, predict, readStarts, startedIn } from "./soak-command.ts";
import type { RoundStore } from "./soak-store.ts";
import { TAG } from "./tree.ts";

export const PHASES = ["run", "save", "restore", "collect"] as const;
export type Phase = (typeof PHASES)[number];

/** Digests of checkpoints by the id of their shard. */
export type Contents = ReadonlyMap<string, string>;

/** What went against what Donemark promises. */
export interface Violation {
  readonly kind: "lost" | "wrongly skipped" | "left behind" | "did not go on";
  readonly what: string;
}

/** A kill: what it aimed at, and how many shards were done, here or in the store, when all processes were gone. */
export interface Kill {
  readonly aim: string;
  readonly done: number;
}

/** All that one round shares. */
export interface Scene {
  readonly folder: string;
  /** The file in which each command notes its start. */
  readonly starts: string;
  readonly store: RoundStore;
  readonly chance: Chance;
  /** Empty where nothing is known yet. */
  readonly expected: Contents;
  /** Milliseconds that a phase took where nobody disturbed it, by store and phase: moments are drawn from them. */
  readonly durations: Map<string, number>;
  readonly machines: Machine[];
  /** The tag of every step that was started. */
  readonly tags: string[];
  readonly kills: Kill[];
  readonly violations: Violation[];
  /** What each machine does at its end. */
  readonly removals: (() => Promise<void>)[];
}

/** A runner with a workspace of its own. */
export interface Machine {
  readonly runner: Runner;
  /** Each attempt of its job starts with `run`, `restore` or `collect`. */
  attempt: number;
}

export type Inputs = Readonly<Record<string, string>>;

export function newMachine(scene: Scene): Machine {
  const runner = createRunner(FILES, (end) => void scene.removals.push(end));
  const machine = { runner, attempt: 0 };
  scene.machines.push(machine);
  return machine;
}

export interface Begun {
  readonly step: Step;
  readonly tag: string;
}

/** Starts a phase on a machine, with a tag that all of its processes inherit. */
export function begin(scene: Scene, machine: Machine, phase: Phase, more: Inputs = {}): Begun {
  if (phase !== "save") machine.attempt += 1;
  const tag = randomUUID();
  scene.tags.push(tag);
  const inputs = { ...DEFINITION, ...scene.store.inputs, ...more };
  const env = {
    ...scene.store.env,
    [TAG]: tag,
    SOAK_STARTS: scene.starts,
    GITHUB_RUN_ID: String(7000 + scene.machines.indexOf(machine)),
    GITHUB_RUN_ATTEMPT: String(machine.attempt),
  };
  const step =
    phase === "run"
      ? machine.runner.main({ inputs: { ...inputs, parallel: "2" }, env })
      : machine.runner.step(phase, { inputs, env });
  return { step, tag };
}

/** Lets a phase come to its end, which must be a good one. Gives the step's outputs. */
export async function playToEnd(
  scene: Scene,
  machine: Machine,
  phase: Phase,
  more: Inputs = {},
): Promise<Inputs> {
  const startedAtMs = performance.now();
  const { outputs } = await watched(scene, phase, async () => {
    const ended = await begin(scene, machine, phase, more).step.ended;
    if (ended.code !== 0)
      scene.violations.push({
        kind: "did not go on",
        what: `${phase}: ${ended.code}\n${ended.log}`,
      });
    return {
      outputs: ended.outputs,
      file: phase === "restore" ? ended.outputs["shards-file"] : "",
    };
  });
  const timed = `${scene.store.kind} ${phase}`;
  // The first time is the undisturbed one; later ones have less to do.
  if (!scene.durations.has(timed)) scene.durations.set(timed, performance.now() - startedAtMs);
  return outputs;
}

/** Whatever happens in `act`: what was done before it is not started in it, and what is marked after it is true. */
export async function watched<T extends { readonly file?: string | undefined }>(
  scene: Scene,
  what: string,
  act: () => Promise<T>,
): Promise<T> {
  const before = doneIn(scene);
  const seen = readStarts(scene.starts).length;
  const answer = await act();
  const ran = readStarts(scene.starts).slice(seen);
  const handedOut = answer.file === undefined || answer.file === "" ? [] : startedIn(answer.file);
  for (const { id } of [...ran, ...handedOut])
    if (before.has(id))
      scene.violations.push({
        kind: "lost",
        what: `${id} was done before ${what}, which ran it again`,
      });
  for (const [number, machine] of scene.machines.entries())
    for (const [id, content] of markedOn(machine))
      if (scene.expected.size > 0 && content !== scene.expected.get(id))
        scene.violations.push({
          kind: "wrongly skipped",
          what: `after ${what} the marker of ${id} on machine ${number + 1} stands beside other content`,
        });
  return answer;
}

/** The user's own steps for what restore has started; where it may be, one of them is cut off. */
export function playSteps(
  scene: Scene,
  { runner }: Machine,
  shards: string | undefined,
  mayCut = false,
): void {
  const lines = startedIn(shards);
  const cut = mayCut ? scene.chance.below(lines.length * 2) : -1;
  for (const [place, line] of lines.entries())
    predict(runner.workspace, line, { starts: scene.starts, cut: place === cut });
}

/** Shards that are done, by a marker on any machine or by an entry of the store. */
export function doneIn({ machines, store }: Scene): ReadonlySet<string> {
  return new Set([...machines.flatMap((machine) => [...markedOn(machine).keys()]), ...store.ids()]);
}

/**
 * The content of every checkpoint that has a full marker. What is brought is marked a moment before it is moved into
 * place: a marker beside nothing vouches for nothing.
 */
export function markedOn({ runner }: Machine): Contents {
  const place = (id: string): string => join(runner.workspace, "out", id);
  const marked = IDS.filter((id) => existsSync(place(id)) && fullMarkerOf(place(id)) !== undefined);
  return new Map(marked.map((id) => [id, contentOf(place(id))]));
}

const LEFT_OVER = /^\.donemark-tmp-|\.stale$|\.started$/;

/** Files on a machine that are there for a while only. */
export function leftOn({ runner }: Machine): readonly string[] {
  const temporary = join(runner.workspace, "..", "..", "temp");
  const kept = readdirSync(temporary).filter((name) => name !== "donemark-bin");
  return [...namesBelow(runner.workspace, LEFT_OVER), ...kept.map((name) => join(temporary, name))];
}
