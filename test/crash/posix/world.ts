import { PLAIN_FORM } from "../../../src/core/model/marker-form.ts";
import { bring } from "../../../src/job/reconcile/bring.ts";
import { reconcileFolders } from "../../../src/job/reconcile/folders.ts";
import type { Invocation } from "../../../src/job/invocation.ts";
import type { Definition } from "../../../src/core/definition/fields.ts";
import { parseMarker, type Marker } from "../../../src/core/model/marker.ts";
import type { StartRecord } from "../../../src/core/model/start-record.ts";
import type { Disk } from "../../../src/files/disk.ts";
import { openHistory, type History } from "../../../src/files/history.ts";
import { openProvenance } from "../../../src/checkpoint/provenance.ts";
import { bringBack } from "../../../src/protocol/bring-back.ts";
import { finish } from "../../../src/protocol/finish.ts";
import type { Writer } from "../../../src/protocol/writer.ts";
import type { Reporter } from "../../../src/core/text/reporter.ts";
import type { RunEvent } from "../../../src/run/events.ts";
import type { Started } from "../../../src/run/parts.ts";
import { startShard, type Starting } from "../../../src/run/start-shard.ts";
import { noStore } from "../../../src/store/none.ts";
import type { Saved, Store } from "../../../src/store/store.ts";
import { survey, type Verdict } from "../../../src/checkpoint/survey.ts";
import type { Task } from "../../../src/checkpoint/tasks.ts";
import { invocationIn } from "../../job/invocation.ts";
import { lookedAt } from "../../helpers/looked.ts";
import { defineAs } from "../../checkpoint/scene.ts";
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
  readonly writer: Writer;
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
  readonly keep?: number;
  readonly machine?: Machine;
  readonly refuse?: Refuse;
  /** Makes the names of temporary files this process's own. */
  readonly process: string;
}

/** Each world of a campaign has one of these two. */
const DEFINITIONS: Readonly<Record<Layout, Definition>> = {
  file: defineAs({ checkpoint: "out/{id}.json", work: "out/work" }),
  directory: defineAs({ checkpoint: "out/{id}" }),
};

export function openWorld(opening: Opening): World {
  const { layout, machine = new Machine(), refuse, process } = opening;
  const { storeKind = "none", keep = 0 } = opening;
  const memory = memoryDisk(machine, refuse);
  const { disk } = memory;
  let serial = 0;
  const token = (): string => {
    serial += 1;
    return `${process}-${serial}`;
  };
  const parts: StoreParts = { ...memory, token };
  const store = openStore(storeKind, parts, opening.scope);
  return {
    ...memory,
    layout,
    storeKind,
    writer: {
      disk,
      token,
      markers: PLAIN_FORM,
      keep,
      history: historyOf(disk),
      warn: (text) => {
        if (!text.includes("It is kept as")) throw new Error(text);
      },
    },
    store,
    shared: openStore(storeKind, parts, undefined),
    definition: DEFINITIONS[layout],
    task: (generation) => taskOf(generation, layout, store),
  };
}

/** The history as a process opens it that has no home: the copy in the caches may always be lost. */
export function historyOf(disk: Disk): History {
  const makeDirectory: Disk["makeDirectory"] = async (path) => {
    if (path.startsWith(NO_HOME)) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    return disk.makeDirectory(path);
  };
  return openHistory({
    disk: { ...disk, makeDirectory },
    workspace: WORKSPACE,
    env: { DONEMARK_CACHE_DIR: NO_HOME },
    now: () => NOW_MS,
  });
}

const NO_HOME = "/nobody";

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
  const { home } = quietInvocation(world);
  const task = world.task(generation);
  const provenanceOf = openProvenance({
    disk,
    markers: PLAIN_FORM,
    history: historyOf(disk),
    markerPaths: [task.paths.marker],
  });
  const context = { disk, store, definition, markers: PLAIN_FORM, home, provenanceOf };
  const [verdict] = await survey({ ...context, forced: new Set(forced) }, [task]);
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

const STARTING = {
  now: () => NOW_MS,
  fenceNow: () => Promise.resolve(NOW_MS),
  identity: {
    runTag: "0123456789abcdef",
    owner: { pid: 1, startTime: "1", boot: "another" },
    by: { run: "100", attempt: 1 },
    // After a power cut the machine has another boot, and nobody's heart was seen to beat for three minutes.
    untilKnown: async () => "gone" as const,
  },
  emit: (event: RunEvent): void => {
    if (event.kind === "warning") throw new Error(event.text);
  },
};

/** The durable start of a shard that is to run, as a run makes it. */
export async function start(world: World, verdict: Verdict): Promise<Started> {
  const { writer, store, definition } = world;
  const previous = verdict.facts.startRecord;
  const identity = { ...STARTING.identity, newToken: writer.token };
  const starting: Starting = { ...STARTING, identity, writer, store, definition };
  const started = await startShard(starting, verdict, previous);
  world.mark(`begun ${generationOf(started.record.fingerprint.text)}`);
  return started;
}

/** The end of a command with exit code 0. */
export async function end(
  world: World,
  generation: Generation,
  record: StartRecord,
): Promise<Saved | undefined> {
  const { writer, store } = world;
  const task = world.task(generation);
  const marker = await finish(writer, task, {
    looked: lookedAt(world.disk, task.paths.checkpoint, "json"),
    start: record,
    seconds: 1,
    finishedAt: "2026-01-01T11:00:00.000Z",
    by: STARTING.identity.by,
    onUntidy: (why) => {
      throw new Error(`untidy: ${why}`);
    },
  });
  world.mark(`done ${generation}`);
  if (task.wanted === undefined) return undefined;
  const { checkpoint } = task.paths;
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
  await reconcileFolders(world.writer, [verdict]);
  const { task, entry, kind, reason, setAside } = verdict;
  if (reason === "done-in-store" && entry !== undefined) {
    const brought = await bring(world.writer, world.store, task, entry);
    if (brought.kind === "unavailable") throw new Error(brought.cause);
    if (brought.kind === "brought") return world.mark(`done ${generation}`);
    return run(world, generation);
  }
  if (setAside !== undefined) {
    const { home } = quietInvocation(world);
    const back = await bringBack(world.writer, home, { paths: task.paths, setAside });
    if (back.kind !== "brought") throw new Error(`the result is ${back.kind}`);
    return world.mark(`done ${generation}`);
  }
  if (kind === "skip") return undefined;
  const { record } = await start(world, verdict);
  await command(world.by("command"), task, { of: generation, resume: record.resumed });
  await end(world, generation, record);
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
  const parsed = parseMarker(disk.readText(task("B").paths.marker, 100_000) ?? "");
  if (parsed.kind !== "full") throw new Error("there is a full marker");
  return parsed.marker;
}

/** A workspace in which other shards have run before, unless it is a new one. */
export async function makeWorkspace({ disk, storeKind }: World, isNew = false): Promise<void> {
  await disk.makeDirectory(WORKSPACE);
  await makePlaces(storeKind, disk);
  if (!isNew) await historyOf(disk).note([`${WORKSPACE}/out/other`]);
}
