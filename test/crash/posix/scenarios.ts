import { TEMPORARY_PREFIX } from "../../../src/files/durable.ts";
import type { Claims } from "./claims.ts";
import type { Machine } from "./machine.ts";
import { BRING_STORIES } from "./bring-stories.ts";
import { RUN_STORIES } from "./run-stories.ts";
import { STORE_STORIES } from "./store-stories.ts";
import { onceSaid, type Story } from "./story.ts";
import type { Layout } from "./shard.ts";
import { makeWorkspace } from "./world.ts";

/** A story of one shard, told by the real code. */
export interface Scenario extends Pick<Story, "title" | "before" | "act"> {
  readonly layout: Layout;
  readonly hasStore: boolean;
  readonly claims: (said: ReadonlySet<string>) => Claims;
  readonly gone: RegExp;
  readonly scope: string | undefined;
}

const TEMPORARIES = new RegExp(TEMPORARY_PREFIX.replaceAll(".", "\\."));
const UNFINISHED = /\.stale$|\.started$/;

export const SCENARIOS: readonly Scenario[] = (["file", "directory"] as const).flatMap((layout) =>
  [...RUN_STORIES, ...BRING_STORIES, ...STORE_STORIES]
    .filter(({ only = layout }) => only === layout)
    .map((story) => scenarioOf(layout, story)),
);

function scenarioOf(layout: Layout, story: Story): Scenario {
  const { title, before, act, hasStore = false, scope, gone = UNFINISHED } = story;
  const claims = story.claims ?? onceSaid;
  return {
    title: `${title}, a ${layout}`,
    layout,
    hasStore,
    scope,
    before: async (world) => {
      await makeWorkspace(world);
      await before(world);
    },
    act,
    claims: (said) => ({ layout, hasStore, scope, ...claims(said) }),
    gone,
  };
}

/** The first name that should no longer be there. */
export function leftOver(machine: Machine, { gone }: Scenario): string | undefined {
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
