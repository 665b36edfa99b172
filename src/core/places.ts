import { basename, dirname, join, resolve } from "node:path";
import { MARKER_SUFFIX, STARTED_SUFFIX } from "./marker.ts";
import type { Shard } from "./shard.ts";

/** Every path of one shard, absolute. */
export interface Places {
  readonly checkpoint: string;
  readonly marker: string;
  readonly started: string;
  /** Where what lay at the checkpoint's path is set aside, one generation. */
  readonly stale: string;
  /** Where the command keeps its progress; the checkpoint itself where the definition names no other place. */
  readonly work: string;
  readonly staleWork: string;
}

/** The places of a shard below a workspace. */
export function placesOf(workspace: string, shard: Pick<Shard, "checkpoint" | "work">): Places {
  const checkpoint = resolve(workspace, shard.checkpoint);
  const work = resolve(workspace, shard.work ?? shard.checkpoint);
  return {
    checkpoint,
    marker: checkpoint + MARKER_SUFFIX,
    started: checkpoint + STARTED_SUFFIX,
    stale: staleName(checkpoint),
    work,
    staleWork: staleName(work),
  };
}

function staleName(path: string): string {
  return join(dirname(path), `.${basename(path)}.stale`);
}
