import { resolve } from "node:path";
import { LEAVINGS } from "../core/model/ignore.ts";
import { isUri, type Shard } from "../core/model/shard.ts";
import type { Disk } from "../files/disk.ts";
import { readTree, type Members } from "../files/tree.ts";

/** A folder that is an input, by its absolute path, and what counts in it. */
export type MembersOf = (folder: string) => Members;

/** The members that were there when their folder was first read; all, where that is not known. */
export function asFirstRead(
  members: Members,
  namesOf: (folder: string) => readonly string[] | undefined,
): MembersOf {
  return (folder) => {
    const only = namesOf(folder);
    return only === undefined ? members : { ...members, only };
  };
}

/** Without what well-known programs leave in a folder that they read. */
export function withoutLeavings({ ignore = [], ...rest }: Members): Members {
  return { ...rest, ignore: [...ignore, ...LEAVINGS] };
}

/** Paths of the files that came into a shard's input folders since those were first read. */
export function findAdded(
  { disk, workspace }: { readonly disk: Disk; readonly workspace: string },
  { inputs }: Shard,
  { members, first }: { readonly members: Members; readonly first: MembersOf },
): readonly string[] {
  return inputs.flatMap(({ path }) => {
    if (path === "" || isUri(path)) return [];
    const folder = resolve(workspace, path);
    const { only } = first(folder);
    if (only === undefined || disk.stat(folder)?.kind !== "directory") return [];
    const tree = readTree(disk, folder, members);
    if ("refused" in tree) return [];
    const known = new Set(only);
    const names = [...tree.files, ...tree.links].map((one) => one.path);
    return names.filter((name) => !known.has(name)).map((name) => `${path}/${name}`);
  });
}
