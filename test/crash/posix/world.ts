import { PLAIN_FORM } from "../../../src/core/marker-form.ts";
import { bring } from "../../../src/commands/fetch.ts";
import { settleFolders } from "../../../src/commands/prepare.ts";
import type { Invocation } from "../../../src/commands/invocation.ts";
import type { Definition } from "../../../src/core/definition.ts";
import { parseMarker, type Marker } from "../../../src/core/marker.ts";
import type { Disk } from "../../../src/files/disk.ts";
import { finish, type Hand } from "../../../src/run/commit.ts";
import type { Reporter } from "../../../src/run/session.ts";
import { startShard, type Started, type Starter } from "../../../src/run/start.ts";
import { noStore } from "../../../src/store/none.ts";
import type { Saved, Store } from "../../../src/store/store.ts";
import { survey, type Task, type Verdict } from "../../../src/survey/survey.ts";
import { invocationIn } from "../../commands/invocation.ts";
import { defineAs } from "../../survey/scene.ts";
import { Machine } from "./machine.ts";
import { memoryDisk, type MemoryDisk, type Refuse } from "./memory-disk.ts";
import {
  command,
  generationOf,
  taskOf,
  WORKSPACE,
  type Generation,
  type Layout,
  type StoreKind,
} from "./shard.ts";
import { makePlaces, NOW_MS, openStore, type StoreParts } from "./stores.ts";

/** The real code on a machine in memory. */
export interface World extends Omit<MemoryDisk, "disk"> {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly storeKind: StoreKind;
  readonly hand: Hand;
  readonly store: Store;
  /** Where all scopes read. */
  readonly shared: Store;
  readonly definition: Definition;
  readonly task: (generation: Generation) => Task;
}

export interface Opening {
  readonly layout: Layout;
  readonly storeKind?: StoreKind;
  /** The store's scope. */
  readonly scope?: string | undefined;
  readonly machine?: Machine;
  readonly refuse?: Refuse;
  /** Makes the names of temporary files this process's own. */
  readonly process: string;
}

export function openWorld(opening: Opening): World {
  const { layout, machine = new Machine(), refuse, process, storeKind = "none" } = opening;
  const memory = memoryDisk(machine, refuse);
  const { disk } = memory;
  let serial = 0;
  const token = (): string => {
    serial += 1;
    return `${process}-${serial}`;
  };
  const parts: StoreParts = { ...memory, token };
  const store = openStore(storeKind, parts, opening.scope);
  const work = layout === "file" ? { checkpoint: "out/{id}.json", work: "out/work" } : {};
  return {
    ...memory,
    layout,
    storeKind,
    hand: { disk, token, markers: PLAIN_FORM },
    store,
    shared: openStore(storeKind, parts, undefined),
    definition: defineAs({ checkpoint: "out/{id}", ...work }),
    task: (generation) => taskOf(generation, layout, store),
  };
}

/** The same disk for one who cannot reach the store. */
export function withoutStore(world: World): World {
  return { ...world, store: noStore, task: (one) => taskOf(one, world.layout, noStore) };
}

export async function verdictOn(
  world: World,
  generation: Generation,
  forced: readonly string[] = [],
): Promise<Verdict> {
  const { disk, store, definition } = world;
  const context = { disk, store, definition, markers: PLAIN_FORM, forced: new Set(forced) };
  const [verdict] = await survey(context, [world.task(generation)]);
  if (verdict === undefined) throw new Error("there is one shard");
  return verdict;
}

const nothing = (): void => undefined;

/** Nobody hears anything, and a warning is the end of it: nothing here may be passed over. */
const REPORTER: Reporter = {
  info: nothing,
  warn: (line) => {
    throw new Error(line);
  },
  error: nothing,
  debug: nothing,
  output: nothing,
  mask: nothing,
};

export function quietInvocation({ disk }: World): Invocation {
  return invocationIn(WORKSPACE, { disk, reporter: REPORTER });
}

const STARTER: Omit<Starter, "hand" | "store" | "definition"> = {
  reporter: REPORTER,
  now: () => NOW_MS,
  runTag: "0123456789abcdef",
  owner: { pid: 1, startTime: "1", boot: "another" },
  by: { run: "100", attempt: 1 },
};

/** The durable start of a shard that is to run, as a run makes it. */
export async function start(world: World, verdict: Verdict): Promise<Started> {
  const { hand, store, definition } = world;
  const previous = verdict.observed.startRecord;
  const started = await startShard({ ...STARTER, hand, store, definition }, verdict, previous);
  world.mark(`begun ${generationOf(started.record.fingerprint.text)}`);
  return started;
}

/** The end of a command with exit code 0. */
async function end(world: World, generation: Generation): Promise<Saved | undefined> {
  const { hand, store } = world;
  const task = world.task(generation);
  const marker = await finish(hand, task, {
    said: { format: "json" },
    seconds: 1,
    finishedAt: "2026-01-01T11:00:00.000Z",
    by: STARTER.by,
    onUntidy: (why) => {
      throw new Error(`untidy: ${why}`);
    },
  });
  world.mark(`done ${generation}`);
  if (task.wanted === undefined) return undefined;
  const { checkpoint } = task.places;
  const saved = await store.save({ wanted: task.wanted, checkpoint, marker });
  if (saved.kind === "unavailable") throw new Error(saved.cause);
  world.mark(`stored ${generation}`);
  return saved;
}

/** Decides, and does what follows: nothing, bringing it, or start, command and finish. */
export async function run(
  world: World,
  generation: Generation,
  forced: readonly string[] = [],
): Promise<void> {
  const verdict = await verdictOn(world, generation, forced);
  await settleFolders(world.hand, [verdict]);
  const { task, entry, kind, reason } = verdict;
  if (reason === "done-in-store" && entry !== undefined) {
    const brought = await bring(world.hand, world.store, task, entry);
    if (brought.kind === "unavailable") throw new Error(brought.cause);
    if (brought.kind === "brought") return world.mark(`done ${generation}`);
    return run(world, generation);
  }
  if (kind === "skip") return undefined;
  const { record } = await start(world, verdict);
  await command(world.by("command"), task, { of: generation, resume: record.resumed });
  await end(world, generation);
  return undefined;
}

/** A run that ends without a word while its command is at work, or right after it. */
export async function cutOff(
  world: World,
  generation: Generation,
  until?: "part",
): Promise<Started> {
  const started = await start(world, await verdictOn(world, generation));
  const { resumed: resume } = started.record;
  const task = world.task(generation);
  const how = { of: generation, resume, ...(until !== undefined && { until }) };
  await command(world.by("command"), task, how);
  return started;
}

/** The full marker of the shard. */
export function markerIn({ disk, task }: World): Marker {
  const parsed = parseMarker(disk.readText(task("B").places.marker, 100_000) ?? "");
  if (parsed.kind !== "full") throw new Error("there is a full marker");
  return parsed.marker;
}

export async function makeWorkspace({ disk, storeKind }: World): Promise<void> {
  await disk.makeDirectory(WORKSPACE);
  await makePlaces(storeKind, disk);
}
