import { clearPlace } from "../../../src/job/reconcile/stored.ts";
import type { Claims } from "./claims.ts";
import { ALL_STORES, WITHOUT_WORK, type Story } from "./story.ts";
import { WORKSPACE } from "./shard.ts";
import { cutOff, quietInvocation, run, verdictOn, withoutStore, type World } from "./world.ts";

/** What may lie where a checkpoint is brought to. */
const OVER: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  "over nothing": async () => undefined,
  "over a finished shard of another fingerprint": (world) => run(withoutStore(world), "A"),
  "over a run of another fingerprint that was cut off before its marker": (world) =>
    cutOff(withoutStore(world), "A"),
  "over parts of another fingerprint": (world) => cutOff(withoutStore(world), "A", "part"),
  "over a set-aside generation": async (world) => {
    await run(withoutStore(world), "A");
    await cutOff(withoutStore(world), "B", "part");
  },
};

/** Shards that are done in the store: brought from it, or their place cleared for those who do not want them. */
export const BRING_STORIES: readonly Story[] = Object.entries(OVER).flatMap(([over, lay]) => {
  const before = async (world: World): Promise<void> => {
    await run(world, "B");
    await world.disk.removeTree(`${WORKSPACE}/out`);
    await lay(world);
  };
  const isFinished = /finished|set-aside/.test(over);
  const claims = (said: ReadonlySet<string>): Partial<Claims> => {
    const isBrought = said.has("done B");
    return { ...(isFinished && !isBrought && { finished: ["A"] }), ...isStored(said) };
  };
  const told = { stores: ALL_STORES, before, claims } as const;
  return [
    {
      ...told,
      title: `brought ${over}`,
      gone: WITHOUT_WORK,
      act: (world: World) => run(world, "B"),
      isRun: true,
    },
    { ...told, title: `left in the store, its place cleared, ${over}`, act: clear, gone: /^$/ },
  ];
});

function isStored(said: ReadonlySet<string>): Partial<Claims> {
  if (said.has("done B")) return { stored: "B", done: "B" };
  return said.has("cleared") ? { stored: "B", cleared: true } : { stored: "B" };
}

async function clear(world: World): Promise<void> {
  await clearPlace(quietInvocation(world), world.writer, await verdictOn(world, "B"));
  world.mark("cleared");
}
