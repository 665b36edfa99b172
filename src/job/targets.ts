import { resolve } from "node:path";
import type { Definition } from "../core/definition/fields.ts";
import { MARKER_SUFFIX, STARTED_SUFFIX } from "../core/model/marker.ts";
import type { Shard } from "../core/model/shard.ts";
import { shardPaths } from "../core/model/shard-paths.ts";
import { didYouMean } from "../core/text/nearest.ts";
import { EXIT, UserError } from "../core/text/problem.ts";
import { compareText, isBlank, quote } from "../core/text/text.ts";
import type { Disk } from "../files/disk.ts";
import type { Target } from "../checkpoint/records.ts";
import { expandShards } from "../shards/expand.ts";
import { matchPaths } from "../shards/globs.ts";
import { askedPresence, listedPresence } from "../checkpoint/presence.ts";
import { define } from "./define.ts";
import type { Invocation } from "./invocation.ts";
import { chooseShards } from "./open.ts";

/** Checkpoints that a command is about, and the rules that hold for them. */
export interface Chosen {
  readonly definition: Definition;
  readonly targets: readonly Target[];
}

/**
 * The checkpoints at paths and globs, each once, in order. A marker's or a start record's name stands for its
 * checkpoint, so that a shell may expand the glob. No definition is needed; where one is found, its rules for status
 * and version hold.
 * @throws {UserError} where a glob matches nothing.
 */
export async function checkpointsAt(
  invocation: Invocation,
  names: readonly string[],
): Promise<Chosen> {
  const { definition } = await define(invocation, NO_SHARDS);
  const paths = new Set<string>();
  for (const name of names) {
    for (const path of await pathsOf(invocation, name)) paths.add(path);
  }
  const targets = [...paths].sort(compareText).map((path) => ({ path }));
  return { definition, targets };
}

/** Values that a definition must have and that nothing here depends on. */
const NO_SHARDS = { shards: "1", checkpoint: "{id}" };

/** Of the whole job, or of the shards that `only` names: those whose checkpoint or marker is here. */
export async function checkpointsOfJob(invocation: Invocation): Promise<Chosen> {
  const { disk, workspace } = invocation;
  const { definition } = await define(invocation);
  const { shards: all } = await expandShards(disk, workspace, definition);
  const { shards } = await chooseShards(invocation, definition, all);
  const isThere = listedPresence(disk);
  const targets = shards
    .map((shard) => ({ shard: shard.id, ...shardPaths(workspace, shard) }))
    .filter(({ checkpoint, marker }) => isThere(checkpoint) || isThere(marker))
    .map(({ checkpoint, shard }) => ({ path: checkpoint, shard }));
  return { definition, targets };
}

/**
 * The checkpoint that a path or a shard's id names. What has a marker or a start record is named by its path; any other
 * path comes after the ids of the definition, where there is one.
 * @throws {UserError} where it is neither.
 */
export async function checkpointNamed(
  invocation: Invocation,
  name: string,
): Promise<{ readonly definition: Definition; readonly target: Target }> {
  const { disk, workspace } = invocation;
  const { definition, layers } = await define(invocation, NO_SHARDS);
  const path = checkpointOf(disk, resolve(workspace, name));
  const byPath = { definition, target: { path } };
  const hasShards = layers.some(({ values }) => !isBlank(values["shards"]));
  const isThere = askedPresence(disk);
  const isMarked = isThere(path + MARKER_SUFFIX) || isThere(path + STARTED_SUFFIX);
  if (!hasShards || isMarked) return byPath;
  const { shards } = await expandShards(disk, workspace, definition);
  const shard = shards.find(({ id }) => id === name);
  if (shard !== undefined)
    return { definition, target: { path: shardPaths(workspace, shard).checkpoint, shard: name } };
  if (isThere(path)) return byPath;
  const names = shards.flatMap(({ id, checkpoint }) => [id, checkpoint]);
  throw new UserError(
    [`No checkpoint is at ${quote(name)}, and no shard has that id.${didYouMean(name, names)}`],
    EXIT.checkpoint,
  );
}

/**
 * The shard that an id or the path of a checkpoint names.
 * @throws {UserError} where no shard of the definition is called so.
 */
export async function shardNamed(
  invocation: Invocation,
  name: string,
): Promise<{ readonly definition: Definition; readonly shard: Shard }> {
  const { disk, workspace } = invocation;
  const { definition } = await define(invocation);
  const { shards } = await expandShards(disk, workspace, definition);
  const path = checkpointOf(disk, resolve(workspace, name));
  const shard =
    shards.find(({ id }) => id === name) ??
    shards.find((one) => shardPaths(workspace, one).checkpoint === path);
  if (shard !== undefined) return { definition, shard };
  const names = shards.flatMap(({ id, checkpoint }) => [id, checkpoint]);
  throw new UserError([`No shard is called ${quote(name)}.${didYouMean(name, names)}`]);
}

async function pathsOf({ disk, workspace }: Invocation, name: string): Promise<readonly string[]> {
  const path = resolve(workspace, name);
  if (askedPresence(disk)(path)) return [checkpointOf(disk, path)];
  const matched = await matchPaths(workspace, name);
  if (matched === undefined) return [path];
  const checkpoints = matched.filter((one) => isCheckpoint(disk, one));
  if (checkpoints.length > 0) return checkpoints.map((one) => checkpointOf(disk, one));
  throw new UserError([`${quote(name)} matches no checkpoint.`]);
}

/** A folder that a glob matches is one where it has a marker or a start record of its own. */
function isCheckpoint(disk: Disk, path: string): boolean {
  if (disk.stat(path)?.kind !== "directory") return true;
  return disk.exists(path + MARKER_SUFFIX) || disk.exists(path + STARTED_SUFFIX);
}

/** The checkpoint that a path names, be it that of its marker or start record. */
function checkpointOf(disk: Disk, path: string): string {
  for (const suffix of [MARKER_SUFFIX, STARTED_SUFFIX]) {
    if (!path.endsWith(suffix) || disk.stat(path)?.kind === "directory") continue;
    return path.slice(0, -suffix.length);
  }
  return path;
}
