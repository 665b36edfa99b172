import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDS, readStarts } from "./soak-command.ts";
import {
  begin,
  doneIn,
  leftOn,
  markedOn,
  newMachine,
  playSteps,
  playToEnd,
  watched,
  type Contents,
  type Kill,
  type Machine,
  type Phase,
  type Scene,
  type Violation,
} from "./soak-machine.ts";
import { killAt, momentOf } from "./soak-moment.ts";
import type { RoundStore } from "./soak-store.ts";
import { living } from "./tree.ts";

/** What one round has seen. */
export interface Seen {
  readonly kills: readonly Kill[];
  readonly violations: readonly Violation[];
  readonly starts: number;
  readonly resumed: number;
}

export interface RoundSetting extends Pick<Scene, "chance" | "expected" | "durations"> {
  readonly openStore: (folder: string) => RoundStore;
}

/** One round: fresh machines and a fresh store, a phase that is killed once or twice, and going on to the end. */
export async function playRound(phase: Phase, setting: RoundSetting): Promise<Seen> {
  return onScene(setting, async (scene) => {
    await SCRIPTS[phase](scene);
    await lookAtTheEnd(scene);
    const starts = readStarts(scene.starts);
    const resumed = starts.filter((start) => start.resumed).length;
    const { kills, violations } = scene;
    return { kills, violations, starts: starts.length, resumed };
  });
}

/** Every phase without a kill: gives the content of each shard, and notes how long the phases take. */
export async function playUndisturbed(setting: RoundSetting): Promise<Contents> {
  return onScene(setting, async (scene) => {
    const machine = newMachine(scene);
    const restored = await playToEnd(scene, machine, "restore");
    playSteps(scene, machine, restored["shards-file"]);
    await playToEnd(scene, machine, "save");
    await playToEnd(scene, newMachine(scene), "collect");
    const store = setting.openStore(join(scene.folder, "other"));
    const other = { ...scene, store, machines: [] };
    const runs = newMachine(other);
    await playToEnd(other, runs, "run");
    for (const { what } of scene.violations) throw new Error(what);
    return markedOn(runs);
  });
}

async function onScene<T>(
  { openStore, chance, expected, durations }: RoundSetting,
  act: (scene: Scene) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "donemark-soak-"));
  const removals: Scene["removals"] = [];
  const scene: Scene = {
    folder,
    starts: join(folder, "starts.txt"),
    store: openStore(folder),
    chance,
    expected,
    durations,
    machines: [],
    tags: [],
    kills: [],
    violations: [],
    removals,
  };
  try {
    return await act(scene);
  } finally {
    for (const remove of removals) await remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const SCRIPTS: Readonly<Record<Phase, (scene: Scene) => Promise<unknown>>> = {
  run: async (scene) => {
    const machine = newMachine(scene);
    await playKilled(scene, machine, "run");
    if (scene.chance.unit() < 0.3) await playPost(scene, machine);
    return playToEnd(scene, machine, "run");
  },
  save: async (scene) => {
    const machine = newMachine(scene);
    const restored = await playToEnd(scene, machine, "restore");
    playSteps(scene, machine, restored["shards-file"], true);
    await playKilled(scene, machine, "save");
    if (scene.chance.unit() < 0.5) await playToEnd(scene, machine, "save");
    return playToEnd(scene, machine, "run");
  },
  restore: async (scene) => {
    await playToEnd(scene, newMachine(scene), "run", { only: "a\nd" });
    const machine = newMachine(scene);
    await playKilled(scene, machine, "restore");
    const restored = await playToEnd(scene, machine, "restore");
    playSteps(scene, machine, restored["shards-file"]);
    return playToEnd(scene, machine, "save");
  },
  collect: async (scene) => {
    await playToEnd(scene, newMachine(scene), "run");
    const machine = newMachine(scene);
    await playKilled(scene, machine, "collect");
    return playToEnd(scene, machine, "collect");
  },
};

async function playPost(scene: Scene, { runner }: Machine): Promise<void> {
  await watched(scene, "post", async () => {
    const { code, log } = await runner.post().ended;
    if (code !== 0) scene.violations.push({ kind: "did not go on", what: `post: ${code}\n${log}` });
    return {};
  });
}

/** A step may end before its moment comes. */
const MOST_TRIES = 4;

/** A phase that is killed once or twice, each time at another moment. */
async function playKilled(scene: Scene, machine: Machine, phase: Phase): Promise<void> {
  const wanted = scene.kills.length + 1 + scene.chance.below(2);
  for (let tries = 0; tries < MOST_TRIES && scene.kills.length < wanted; tries += 1) {
    const usualMs = scene.durations.get(`${scene.store.kind} ${phase}`) ?? 1000;
    const moment = momentOf(phase, usualMs, scene.chance);
    const aim = `${phase} ${Object.values(moment).join(" ")}`;
    await watched(scene, `a kill in ${aim}`, async () => {
      const out = join(machine.runner.workspace, "out");
      const isKilled = await killAt(moment, begin(scene, machine, phase), out);
      if (isKilled) scene.kills.push({ aim, done: doneIn(scene).size });
      return {};
    });
  }
}

/** Everything is done, on the last machine and in the store; what is there is true; nothing is left behind. */
async function lookAtTheEnd(scene: Scene): Promise<void> {
  const { machines, tags, store, expected, violations } = scene;
  const violate = (kind: Violation["kind"], what: string): unknown =>
    violations.push({ kind, what });
  const last = machines.at(-1);
  const marked = last === undefined ? new Map<string, string>() : markedOn(last);
  const held = await store.held();
  for (const id of IDS) {
    if (!marked.has(id)) violate("lost", `${id} is not done at the end`);
    if (!held.some((entry) => entry.id === id)) violate("lost", `${id} is not in the store`);
  }
  for (const { id, content } of held)
    if (content !== expected.get(id)) violate("wrongly skipped", `an entry of ${id} is ${content}`);
  for (const machine of machines)
    for (const name of leftOn(machine)) violate("left behind", `the file ${name}`);
  for (const tag of tags)
    for (const pid of living(tag)) violate("left behind", `the process ${pid}`);
}
