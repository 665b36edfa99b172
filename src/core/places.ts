import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { MARKER_SUFFIX, STARTED_SUFFIX } from "./marker.ts";
import type { Shard } from "./shard.ts";

/** Every path of one shard, absolute. */
export interface Places {
  readonly checkpoint: string;
  readonly marker: string;
  readonly started: string;
  /** Where the command keeps its progress; the checkpoint itself where the definition names no other place. */
  readonly work: string;
}

/** The places of a shard below a workspace. */
export function placesOf(workspace: string, shard: Pick<Shard, "checkpoint" | "work">): Places {
  const checkpoint = belowWorkspace(workspace, shard.checkpoint);
  return {
    checkpoint,
    marker: checkpoint + MARKER_SUFFIX,
    started: checkpoint + STARTED_SUFFIX,
    work: shard.work === undefined ? checkpoint : belowWorkspace(workspace, shard.work),
  };
}

/** The folder of Donemark's own files. */
export function ownFolder(workspace: string): string {
  return join(workspace, ".donemark");
}

/** A path as people are shown it: relative to the workspace where it lies below. */
export function shownPath(workspace: string, path: string): string {
  const below = relative(workspace, path);
  const isOutside = below === "" || below === ".." || below.startsWith(`..${sep}`);
  return isOutside || isAbsolute(below) ? path : below;
}

/** Where what lies at a path is set aside, one generation. */
export function staleOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.stale`);
}

/** An absolute path. Most are normalised already: resolving each anew would cost more than looking at it. */
export function belowWorkspace(workspace: string, path: string): string {
  const isPlain = sep === "/" && !/(?:^|\/)(?:\.|\/|$)/.test(path);
  return isPlain ? `${workspace}/${path}` : resolve(workspace, path);
}
