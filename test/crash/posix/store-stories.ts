import { sha256 } from "../../../src/core/model/digest.ts";
import type { Entry, Wanted } from "../../../src/store/store.ts";
import type { Claims } from "./claims.ts";
import { ALL_STORES, over, type Story } from "./story.ts";
import { LOG, partOf, WORKSPACE } from "./shard.ts";
import { cutOff, markerIn, run, start, verdictOn, withoutStore, type World } from "./world.ts";

const SCOPE = "refs/pull/1/merge";

/** A directory store that saves, forgets, and keeps work. */
export const STORE_STORIES: readonly Story[] = [
  {
    title: "saved to a store that is not there yet",
    stores: ALL_STORES,
    before: (world) => run(withoutStore(world), "B"),
    act: async (world) => {
      const { checkpoint } = world.task("B").paths;
      const finished = { wanted: wantedOf(world), checkpoint, marker: markerIn(world) };
      answered(await world.store.save(finished));
      world.mark("saved");
    },
    claims: (said) => ({ done: "B", ...(said.has("saved") && { stored: "B" }) }),
  },
  {
    title: "saved by a newer attempt",
    stores: ALL_STORES,
    before: (world) => run(world, "B"),
    act: async (world) => {
      const marker = markerIn(world);
      const newer = { ...marker, by: { ...marker.by, attempt: 2 } };
      const { checkpoint } = world.task("B").paths;
      const wanted = wantedOf(world);
      answered(await world.store.save({ wanted, checkpoint, marker: newer }));
      world.mark("newer");
    },
    claims: (said) => ({ stored: "B", done: "B", ...(said.has("newer") && { attempt: 2 }) }),
  },
  {
    title: "revoked",
    stores: ALL_STORES,
    before: stored,
    act: async (world) => {
      answered(await world.store.revoke(await entryOf(world)));
      world.mark("gone");
    },
    claims: goneOnceSaid,
  },
  {
    title: "removed",
    stores: ["file"],
    before: stored,
    act: async (world) => {
      answered(await world.store.remove(await entryOf(world)));
      world.mark("gone");
    },
    claims: goneOnceSaid,
  },
  {
    title: "revoked under a scope",
    stores: ["file"],
    scope: SCOPE,
    before: (world) => stored({ ...world, store: world.shared }),
    act: async (world) => {
      answered(await world.store.revoke(await entryOf(world)));
      world.mark("gone");
    },
    claims: goneOnceSaid,
  },
  {
    title: "whose work is saved",
    only: "file",
    stores: ALL_STORES,
    before: (world) => cutOff(world, "B", "part"),
    act: async (world) => {
      const { work } = world.task("B").paths;
      answered(await world.store.saveWork(wantedOf(world), work));
      world.mark("saved");
    },
    claims: (said) => ({ work: said.has("saved") ? [partOf("B")] : [{}, partOf("B")] }),
    gone: /^$/,
  },
  {
    title: "whose work is saved again and again",
    only: "directory",
    stores: ALL_STORES,
    before: async (world) => {
      await cutOff(world, "B", "part");
      for (const place of [1, 2, 3]) await saveWork(world, place);
      await writeLog(world, 4);
    },
    act: async (world) => {
      answered(await world.store.saveWork(wantedOf(world), world.task("B").paths.work));
      world.mark("work 4");
    },
    claims: (said) => workOnceSaid(said, 3),
    gone: new RegExp(`^manifest-0000000[12]|^${sha256("snapshot 2")}`),
  },
  {
    title: "whose work is dropped",
    stores: ALL_STORES,
    before: async (world) => {
      await cutOff(world, "B", "part");
      await saveWork(world, 1);
    },
    act: async (world) => {
      answered(await world.store.dropWork(wantedOf(world)));
      world.mark("dropped");
    },
    claims: (said) => ({ work: said.has("dropped") ? [{}] : [{}, workAt(1)] }),
    gone: /^manifest-/,
  },
  {
    title: "on from work that the store has",
    stores: ALL_STORES,
    before: async (world) => {
      await cutOff(world, "B", "part");
      await world.store.saveWork(wantedOf(world), world.task("B").paths.work);
      await world.disk.removeTree(`${WORKSPACE}/out`);
    },
    act: async (world) => start(world, await verdictOn(world, "B")),
    claims: over({ resumed: true }),
    gone: /^$/,
  },
];

async function stored(world: World): Promise<void> {
  await run(world, "B");
  await world.disk.removeTree(`${WORKSPACE}/out`);
}

function goneOnceSaid(said: ReadonlySet<string>): Partial<Claims> {
  return said.has("gone") ? { gone: "B" } : {};
}

/** The work as the snapshot of this number has it: the part, and a log that says the number. */
function workAt(place: number): Readonly<Record<string, string>> {
  return { ...partOf("B"), [LOG]: `snapshot ${place}` };
}

function workOnceSaid(said: ReadonlySet<string>, before: number): Partial<Claims> {
  const [older, newer] = [workAt(before), workAt(before + 1)];
  return { work: said.has(`work ${before + 1}`) ? [newer] : [older, newer] };
}

async function saveWork(world: World, place: number): Promise<void> {
  await writeLog(world, place);
  answered(await world.store.saveWork(wantedOf(world), world.task("B").paths.work));
}

async function writeLog({ disk, task }: World, place: number): Promise<void> {
  const log = task("B").paths.work + LOG;
  await disk.unlink(log);
  await disk.create(log, workAt(place)[LOG] ?? "");
}

/** @throws the cause of a trouble. */
function answered(answer: { readonly kind: string; readonly cause?: string }): void {
  if (answer.kind === "unavailable") throw new Error(answer.cause);
}

function wantedOf({ task }: World): Wanted {
  const { wanted } = task("B");
  if (wanted === undefined) throw new Error("there is a store");
  return wanted;
}

async function entryOf(world: World): Promise<Entry> {
  const [found] = await world.store.find([wantedOf(world)]);
  if (found?.kind !== "hit") throw new Error("there is an entry");
  return found.entry;
}
