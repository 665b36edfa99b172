import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { FAILED_SUFFIX, MARKER_SUFFIX, STARTED_SUFFIX } from "./marker.ts";

/** Every path of one shard, absolute. */
export interface ShardPaths {
  readonly checkpoint: string;
  readonly marker: string;
  readonly started: string;
  /** A command writes it to say that this shard has failed, and why. */
  readonly failed: string;
  /** The directory where the command keeps its progress; the checkpoint itself where the definition names no other path. */
  readonly work: string;
}

/** The paths of a shard below a workspace. */
export function shardPaths(
  workspace: string,
  shard: { readonly checkpoint: string; readonly work?: string },
): ShardPaths {
  const checkpoint = belowWorkspace(workspace, shard.checkpoint);
  return {
    checkpoint,
    marker: checkpoint + MARKER_SUFFIX,
    started: checkpoint + STARTED_SUFFIX,
    failed: checkpoint + FAILED_SUFFIX,
    work: shard.work === undefined ? checkpoint : belowWorkspace(workspace, shard.work),
  };
}

/** The folder of Donemark's own files. */
export function ownFolder(workspace: string): string {
  return join(workspace, ".donemark");
}

/** The folder of the logs of shards. */
export function logFolder(workspace: string): string {
  return join(ownFolder(workspace), "logs");
}

/** A path for people: relative to the workspace where it lies below it, else as it is. */
export function shownPath(workspace: string, path: string): string {
  const below = relative(workspace, path);
  const isOutside = below === "" || below === ".." || below.startsWith(`..${sep}`);
  return isOutside || isAbsolute(below) ? path : below;
}

const SET_ASIDE = /(?:^|[\\/])\.[^\\/]+\.stale(?=[\\/]|$)/;

/**
 * Is it a path that something of a shard was set aside under, or one below such a path? No glob and no stage may take it
 * for an input or a checkpoint.
 */
export function isSetAside(path: string): boolean {
  return SET_ASIDE.test(path);
}

/** The absolute path. Most paths are normalised already, and `resolve` costs more than a look at the file. */
export function belowWorkspace(workspace: string, path: string): string {
  const isPlain = sep === "/" && !/(?:^|\/)(?:\.|\/|$)/.test(path);
  return isPlain ? `${workspace}/${path}` : resolve(workspace, path);
}

/** May a file of this name be a temporary one of a checkpoint beside it? */
export function isNamedAfter(name: string, checkpoint: string): boolean {
  return name !== checkpoint && name.includes(checkpoint);
}
