import { dirname } from "node:path";
import { reconcileFolders } from "../../../src/job/reconcile/folders.ts";
import { adopt } from "../../../src/job/reconcile/skipped.ts";
import { formatMarker, type Marker } from "../../../src/core/model/marker.ts";
import { recordFailure } from "../../../src/protocol/fail.ts";
import { unmarkShard } from "../../../src/protocol/unmark.ts";
import { earlierPath } from "../../../src/core/model/aside.ts";
import { renewMarker, unlessTaken } from "../../../src/protocol/renew.ts";
import { withdraw } from "../../../src/protocol/withdraw.ts";
import type { Started } from "../../../src/run/parts.ts";
import type { Claims } from "./claims.ts";
import { onceSaid, over, type Story, WITHOUT_WORK } from "./story.ts";
import { command, FALSE_MARKER, writeComplete } from "./shard.ts";
import { cutOff, markerIn, quietInvocation, run, start, verdictOn, type World } from "./world.ts";

const OTHERS = "O";
/** Not of the size of a result. */
const SOMEBODY = "somebody else";

/** All that is gone when the shard is done: not its superseded results, where they are kept. */
const UNTIDY = /^work$|\.attempt\.stale$|\.started$/;

/** Finished results that were set aside and fit again. */
const BACK_STORIES: readonly Story[] = [
  {
    title: "brought back over a finished result, which is kept",
    keep: 1,
    before: async (world) => {
      await run(world, "A");
      await run(world, "B");
    },
    act: (world) => run(world, "A"),
    isRun: true,
    claims: (said) => ({ kept: ["A", "B"], ...backOnceSaid(said) }),
    gone: UNTIDY,
  },
  {
    title: "brought back after an attempt that failed",
    before: async (world) => {
      await run(world, "A");
      await failed(world, await cutOff(world, "B"));
    },
    act: (world) => run(world, "A"),
    isRun: true,
    claims: (said) => ({ kept: ["A"], ...backOnceSaid(said) }),
    gone: WITHOUT_WORK,
  },
  {
    title: "brought back over what a killed attempt has left",
    before: async (world) => {
      await run(world, "A");
      await cutOff(world, "B");
    },
    act: (world) => run(world, "A"),
    isRun: true,
    claims: (said) => ({ kept: ["A"], ...backOnceSaid(said) }),
    gone: WITHOUT_WORK,
  },
  {
    title: "brought back over a file of somebody else",
    only: "file",
    before: async (world) => {
      await run(world, "A");
      await failed(world, await cutOff(world, "B"));
      await writeComplete(world.disk, world.layout, OTHERS);
    },
    act: (world) => run(world, "A"),
    isRun: true,
    claims: (said) => ({ kept: ["A"], foreign: OTHERS, ...backOnceSaid(said) }),
    gone: WITHOUT_WORK,
  },
];

function backOnceSaid(said: ReadonlySet<string>): Partial<Claims> {
  return said.has("done A") ? { done: "A" } : {};
}

/** Shards that are started, finished, failed, resumed, marked and adopted on one disk. */
export const RUN_STORIES: readonly Story[] = [
  {
    title: "a fresh shard",
    isNew: true,
    before: nothing,
    act: (world) => run(world, "B"),
    isRun: true,
    gone: WITHOUT_WORK,
  },
  {
    title: "a fresh shard in a folder that another made a moment ago",
    before: nothing,
    act: async (world) => {
      await world.by("command").makeDirectory(dirname(world.task("B").paths.checkpoint));
      await run(world, "B");
    },
    gone: WITHOUT_WORK,
  },
  {
    title: "over a finished shard of another fingerprint",
    before: (world) => run(world, "A"),
    act: (world) => run(world, "B"),
    isRun: true,
    claims: over({ finished: ["A"] }),
    gone: WITHOUT_WORK,
  },
  {
    title: "over a finished shard of another fingerprint, which is kept",
    keep: 1,
    before: (world) => run(world, "A"),
    act: (world) => run(world, "B"),
    isRun: true,
    claims: (said) => ({ kept: ["A"], ...onceSaid(said) }),
    gone: UNTIDY,
  },
  {
    title: "over a checkpoint of another's making that calls itself complete",
    only: "file",
    before: (world) => writeComplete(world.disk, world.layout, OTHERS),
    act: (world) => run(world, "B", ["a"]),
    isRun: true,
    isForced: true,
    claims: adoptableUntilBegun,
  },
  {
    title: "over a checkpoint of another's making with an empty marker",
    before: writeMarked,
    act: (world) => run(world, "B", ["a"]),
    isRun: true,
    isForced: true,
    claims: adoptableUntilBegun,
  },
  {
    title: "over a result that was changed after it was marked",
    only: "file",
    before: changed,
    act: (world) => run(world, "B"),
    isRun: true,
    claims: (said) => ({ foreign: SOMEBODY, ...onceSaid(said) }),
  },
  {
    title: "beside what an earlier version has set aside",
    before: async (world) => {
      await cutOff(world, "A", "part");
      await world.disk.removeTree(world.task("A").paths.checkpoint);
      await writeComplete(world.disk, world.layout, OTHERS);
      const { checkpoint } = world.task("A").paths;
      await world.disk.rename(checkpoint, earlierPath(checkpoint));
    },
    act: (world) => run(world, "B"),
    isRun: true,
    claims: (said) => ({ foreign: OTHERS, ...over({ started: true })(said) }),
    gone: /^work$|^\.a(?:\.json)?\.stale$|\.attempt\.stale$|\.started$/,
  },
  {
    title: "forced over its own finished result",
    before: (world) => run(world, "B"),
    act: (world) => run(world, "B", ["a"]),
    isRun: true,
    isForced: true,
    claims: forced({ was: "B" }),
    gone: WITHOUT_WORK,
  },
  {
    title: "forced, with one older result to keep and one to remove",
    keep: 1,
    before: async (world) => {
      await run(world, "A");
      await run(world, "B");
    },
    act: (world) => run(world, "B", ["a"]),
    isRun: true,
    isForced: true,
    claims: forced({ was: "B" }),
    gone: UNTIDY,
  },
  {
    title: "over a result whose marker a user has removed",
    before: async (world) => {
      await run(world, "A");
      const revokes = (): boolean => true;
      const { paths } = world.task("A");
      await unmarkShard(world.writer, paths, { id: "a", hasCheckpoint: true, at: "", revokes });
    },
    act: (world) => run(world, "B"),
    isRun: true,
    claims: over({ was: "A" }),
    gone: WITHOUT_WORK,
  },
  ...BACK_STORIES,
  {
    title: "over a run of another fingerprint that was cut off before its marker",
    before: (world) => cutOff(world, "A"),
    act: (world) => run(world, "B"),
    isRun: true,
    claims: over({ started: true, was: "A" }),
    gone: WITHOUT_WORK,
  },
  {
    title: "over parts of another fingerprint",
    before: (world) => cutOff(world, "A", "part"),
    act: (world) => run(world, "B"),
    isRun: true,
    claims: over({ started: true }),
    gone: WITHOUT_WORK,
  },
  {
    title: "on from parts",
    before: withParts,
    act: (world) => run(world, "B"),
    isRun: true,
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
    claims: (said) => ({ kept: ["A"], ...failedOnceSaid(said) }),
    gone: /^$/,
  },
  {
    title: "that fails twice over a finished result",
    before: async (world) => {
      await run(world, "A");
      await failed(world, await cutOff(world, "B"));
    },
    act: async (world) => failed(world, await cutOff(world, "B", "part")),
    claims: (said) => ({
      kept: ["A"],
      attempts: 1,
      ...failedOnceSaid(said),
      ...secondOnceSaid(said),
    }),
    gone: /^$/,
  },
  {
    title: "withdrawn",
    before: nothing,
    act: async (world) => {
      const { record } = await start(world, await verdictOn(world, "B"));
      world.mark("given up");
      await withdraw(world.writer, world.task("B").paths, record);
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
      const { paths } = world.task("B");
      const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
      return renewMarker(world.writer, paths, full, unlessTaken(world.writer, paths, marker));
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
  return { foreign: OTHERS, ...onceSaid(said), ...(!isBegun && { adoptable: OTHERS }) };
}

function secondOnceSaid(said: ReadonlySet<string>): Partial<Claims> {
  return said.has("begun B") ? { attempts: 2 } : {};
}

/** A command at work may leave what it likes until its failure is recorded. */
function failedOnceSaid(said: ReadonlySet<string>): Partial<Claims> {
  if (said.has("failed")) return { failed: true };
  return said.has("at work") ? { started: true } : onceSaid(said);
}

function adoptable(said: ReadonlySet<string>): Partial<Claims> {
  return said.has("done B") ? { adoptable: OTHERS, done: "B" } : { adoptable: OTHERS };
}

/** Somebody has put other bytes in the place of a marked checkpoint. */
async function changed(world: World): Promise<void> {
  await run(world, "B");
  await world.disk.removeTree(world.task("B").paths.checkpoint);
  await writeComplete(world.disk, world.layout, SOMEBODY);
}

/** Once a forced shard is started, its old result is not brought back. */
function forced(before: Partial<Claims>): (said: ReadonlySet<string>) => Partial<Claims> {
  return (said) => ({ ...over(before)(said), ...(said.has("begun B") && { revoked: ["A", "B"] }) });
}

async function writeMarked(world: World): Promise<void> {
  await writeComplete(world.disk, world.layout, OTHERS);
  await world.disk.create(world.task("B").paths.marker, "");
}

/** Besides the part that is whole, a marker that vouches for nothing. */
async function withParts(world: World): Promise<void> {
  await cutOff(world, "B", "part");
  await world.disk.create(world.task("B").paths.work + FALSE_MARKER, "");
}

async function failed(world: World, { record }: Started): Promise<void> {
  const failure = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "", at: "" };
  await recordFailure(world.writer, world.task("B").paths, { record, failure });
  world.mark("failed");
}

/** What a command leaves that says more than is true. */
async function claim({ disk, task }: World): Promise<void> {
  await command(disk, task("B"), { of: "B", resume: false, claims: "X" });
  if (task("B").paths.work !== task("B").paths.checkpoint)
    await disk.create(task("B").paths.marker, "");
}

async function adoptIt(world: World): Promise<void> {
  const rules = world.definition.status;
  const about = { task: world.task("B"), by: {}, rules };
  await reconcileFolders(world.writer, [await verdictOn(world, "B")]);
  await adopt(quietInvocation(world), world.writer, about);
  world.mark("done B");
}

function withoutDigest(marker: Marker): Marker {
  const { sha256: _, ...checkpoint } = marker.checkpoint;
  return { ...marker, checkpoint };
}

async function replaceMarker({ disk, task }: World, marker: Marker): Promise<void> {
  await disk.unlink(task("B").paths.marker);
  await disk.create(task("B").paths.marker, formatMarker(marker));
}
