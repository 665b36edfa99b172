import { dirname } from "node:path";
import { adopt, settleFolders } from "../../../src/commands/prepare.ts";
import { formatMarker, type Marker } from "../../../src/core/marker.ts";
import { recordFailure, renewMarker, withdraw } from "../../../src/run/commit.ts";
import type { Started } from "../../../src/run/start.ts";
import type { Claims } from "./claims.ts";
import { onceSaid, over, type Story } from "./story.ts";
import { command, FALSE_MARKER, writeComplete } from "./shard.ts";
import { cutOff, markerIn, quietInvocation, run, start, verdictOn, type World } from "./world.ts";

const OTHERS = "O";

/** Shards that are started, finished, failed, resumed, marked and adopted on one disk. */
export const RUN_STORIES: readonly Story[] = [
  {
    title: "a fresh shard",
    before: nothing,
    act: (world) => run(world, "B"),
  },
  {
    title: "a fresh shard in a folder that another made a moment ago",
    before: nothing,
    act: async (world) => {
      await world.by("command").makeDirectory(dirname(world.task("B").places.checkpoint));
      await run(world, "B");
    },
  },
  {
    title: "over a finished shard of another fingerprint",
    before: (world) => run(world, "A"),
    act: (world) => run(world, "B"),
    claims: over({ was: "A" }),
  },
  {
    title: "over a checkpoint of another's making that calls itself complete",
    only: "file",
    before: (world) => writeComplete(world.disk, world.layout, OTHERS),
    act: (world) => run(world, "B", ["a"]),
    claims: adoptableUntilBegun,
  },
  {
    title: "over a checkpoint of another's making with an empty marker",
    before: writeMarked,
    act: (world) => run(world, "B", ["a"]),
    claims: adoptableUntilBegun,
  },
  {
    title: "over a run of another fingerprint that was cut off before its marker",
    before: (world) => cutOff(world, "A"),
    act: (world) => run(world, "B"),
    claims: over({ started: true, was: "A" }),
  },
  {
    title: "over parts of another fingerprint",
    before: (world) => cutOff(world, "A", "part"),
    act: (world) => run(world, "B"),
    claims: over({ started: true }),
  },
  {
    title: "on from parts",
    before: withParts,
    act: (world) => run(world, "B"),
    claims: over({ started: true, resumed: true }),
  },
  {
    title: "that fails early",
    before: nothing,
    act: async (world) => {
      await failed(world, await cutOff(world, "B", "part"));
    },
    claims: failedOnceSaid,
    gone: /^$/,
  },
  {
    title: "that fails with a checkpoint and a marker of its own",
    before: (world) => run(world, "A"),
    act: async (world) => {
      const started = await start(world, await verdictOn(world, "B"));
      world.mark("at work");
      await claim({ ...world, disk: world.by("command") });
      await failed(world, started);
    },
    claims: failedOnceSaid,
    gone: /^$/,
  },
  {
    title: "withdrawn",
    before: nothing,
    act: async (world) => {
      await start(world, await verdictOn(world, "B"));
      world.mark("given up");
      await withdraw(world.hand, world.task("B").places);
    },
    claims: (said) => (said.has("given up") ? {} : onceSaid(said)),
  },
  {
    title: "marked again with its full digest",
    before: async (world) => {
      await run(world, "B");
      await replaceMarker(world, withoutDigest(markerIn(world)));
    },
    act: (world) => {
      const marker = markerIn(world);
      const sha256 = "0".repeat(64);
      return renewMarker(world.hand, world.task("B").places, {
        ...marker,
        checkpoint: { ...marker.checkpoint, sha256 },
      });
    },
    claims: () => ({ done: "B" }),
  },
  {
    title: "adopted by its status as soon as it was written",
    only: "file",
    before: nothing,
    act: async (world) => {
      await writeComplete(world.by("command"), world.layout, OTHERS);
      await adoptIt(world);
    },
    claims: adoptable,
  },
  {
    title: "adopted by its empty marker",
    before: writeMarked,
    act: adoptIt,
    claims: adoptable,
  },
];

async function nothing(): Promise<void> {
  // Nothing lies there.
}

function adoptableUntilBegun(said: ReadonlySet<string>): Partial<Claims> {
  const isBegun = said.has("begun B");
  return { ...over({ was: OTHERS })(said), ...(!isBegun && { adoptable: OTHERS }) };
}

/** A command at work may leave what it likes until its failure is recorded. */
function failedOnceSaid(said: ReadonlySet<string>): Partial<Claims> {
  if (said.has("failed")) return { failed: true };
  return said.has("at work") ? { started: true } : onceSaid(said);
}

function adoptable(said: ReadonlySet<string>): Partial<Claims> {
  return said.has("done B") ? { adoptable: OTHERS, done: "B" } : { adoptable: OTHERS };
}

async function writeMarked(world: World): Promise<void> {
  await writeComplete(world.disk, world.layout, OTHERS);
  await world.disk.create(world.task("B").places.marker, "");
}

/** Besides the part that is whole, a marker that vouches for nothing. */
async function withParts(world: World): Promise<void> {
  await cutOff(world, "B", "part");
  await world.disk.create(world.task("B").places.work + FALSE_MARKER, "");
}

async function failed(world: World, { record }: Started): Promise<void> {
  const failure = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "", at: "" };
  await recordFailure(world.hand, world.task("B").places, { record, failure });
  world.mark("failed");
}

/** What a command leaves that says more than is true. */
async function claim({ disk, task }: World): Promise<void> {
  await command(disk, task("B"), { of: "B", resume: false, claims: "X" });
  if (task("B").places.work !== task("B").places.checkpoint)
    await disk.create(task("B").places.marker, "");
}

async function adoptIt(world: World): Promise<void> {
  const rules = world.definition.status;
  const about = { task: world.task("B"), by: {}, rules };
  await settleFolders(world.hand, [await verdictOn(world, "B")]);
  await adopt(quietInvocation(world), world.hand, about);
  world.mark("done B");
}

function withoutDigest(marker: Marker): Marker {
  const { sha256: _, ...checkpoint } = marker.checkpoint;
  return { ...marker, checkpoint };
}

async function replaceMarker({ disk, task }: World, marker: Marker): Promise<void> {
  await disk.unlink(task("B").places.marker);
  await disk.create(task("B").places.marker, formatMarker(marker));
}
