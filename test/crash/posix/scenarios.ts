import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import type { Claims } from "./claims.ts";
import type { Machine } from "./machine.ts";
import { BRING_STORIES } from "./bring-stories.ts";
import { layNeighbours } from "./neighbours.ts";
import { OWNER_STORIES } from "./owner-stories.ts";
import { RUN_STORIES } from "./run-stories.ts";
import { STORE_STORIES } from "./store-stories.ts";
import { onceSaid, type Story } from "./story.ts";
import { IGNORE_FILE, OWN_FOLDER, type Layout, type StoreKind } from "./shard.ts";
import { makeWorkspace } from "./world.ts";

/** A story of one shard, told by the real code. */
export interface Scenario extends Pick<Story, "title" | "before" | "act"> {
  readonly layout: Layout;
  readonly storeKind: StoreKind;
  readonly claims: (said: ReadonlySet<string>) => Claims;
  readonly gone: RegExp;
  readonly scope: string | undefined;
  readonly keep: number;
  /** A run is what is recorded, and not only a part of one. */
  readonly isRun: boolean;
  readonly isForced: boolean;
}

const TEMPORARIES = new RegExp(TEMPORARY_PREFIX.replaceAll(".", "\\."));
const UNFINISHED = /\.(?:attempt|done-\d+(?:\.marker|\.revoked)?)\.stale$|\.started$/;

const STORES: Readonly<Record<StoreKind, string>> = {
  none: "",
  file: ", with a directory store",
  github: ", with GitHub's cache",
};

export const SCENARIOS: readonly Scenario[] = (["file", "directory"] as const).flatMap((layout) =>
  [...RUN_STORIES, ...OWNER_STORIES, ...BRING_STORIES, ...STORE_STORIES]
    .filter(({ only = layout }) => only === layout)
    .flatMap((story) =>
      (story.stores ?? ["none" as const]).map((storeKind) => scenarioOf(layout, storeKind, story)),
    ),
);

function scenarioOf(layout: Layout, storeKind: StoreKind, story: Story): Scenario {
  const { title, before, act, scope, keep = 0, gone = UNFINISHED } = story;
  const claims = story.claims ?? onceSaid;
  return {
    title: `${title}, a ${layout}${STORES[storeKind]}`,
    keep,
    layout,
    storeKind,
    scope,
    before: async (world) => {
      await makeWorkspace(world, story.isNew);
      await before(world);
      await layNeighbours(world.disk);
    },
    act,
    claims: (said) => ({ layout, storeKind, scope, keep, ...claims(said) }),
    gone,
    isRun: story.isRun ?? false,
    isForced: story.isForced ?? false,
  };
}

/** What an undisturbed run leaves behind that it should not: the first name that is there, or is missing. */
export function untidiness(machine: Machine, scenario: Scenario): string | undefined {
  if (machine.find(OWN_FOLDER) !== undefined && machine.find(IGNORE_FILE) === undefined)
    return `${OWN_FOLDER} is not kept out of version control`;
  const left = leftOver(machine, scenario);
  return left === undefined ? undefined : `${left} is still there`;
}

function leftOver(machine: Machine, { gone }: Scenario): string | undefined {
  for (const entries of machine.current.values()) {
    for (const [name, inode] of entries) {
      if ((TEMPORARIES.test(name) || gone.test(name)) && isReachable(machine, inode)) return name;
    }
  }
  return undefined;
}

function isReachable(machine: Machine, inode: number): boolean {
  if (inode === 1) return true;
  for (const [directory, entries] of machine.current) {
    if ([...entries.values()].includes(inode)) return isReachable(machine, directory);
  }
  return false;
}
