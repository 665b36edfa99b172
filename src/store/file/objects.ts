import { basename, dirname, join } from "node:path";
import { messageOf } from "../../core/text/problem.ts";
import type { Listed, Stat } from "../../files/disk.ts";
import type { BucketObject } from "../bucket.ts";
import { currentOf, VERSIONS, type Folder } from "./versions.ts";

/** The objects below a prefix, which is empty or ends with `/`. @throws where the prefix itself cannot be read. */
export function* objectsBelow(
  folder: Folder,
  prefix: string,
  levels: "all" | "one",
): Generator<BucketObject> {
  for (const { name, kind } of folder.disk.list(join(folder.root, prefix)) ?? []) {
    const key = prefix + name;
    if (key === VERSIONS) continue;
    if (kind !== "directory") yield* unlessUnreadable(key, () => objectAt(folder, key, kind));
    else if (levels === "one") yield { ...EMPTY, key: `${key}/` };
    else yield* unlessUnreadable(key, () => allBelow(folder, `${key}/`));
  }
}

/** A trouble with one object is its own: what lies beside it can be good. */
function unlessUnreadable(
  key: string,
  look: () => readonly BucketObject[],
): readonly BucketObject[] {
  try {
    return look();
  } catch (error) {
    const cause = messageOf(error);
    return [{ key, kind: "unreadable", sizeBytes: 0, modifiedMs: 0, tag: "", cause }];
  }
}

function allBelow(folder: Folder, prefix: string): readonly BucketObject[] {
  const below = [...objectsBelow(folder, prefix, "all")];
  return below.length === 0 ? [folderAt(folder, prefix)] : below;
}

/** The object under a key; `undefined` where there is none. */
export function lookAt(folder: Folder, key: string): BucketObject | undefined {
  const name = basename(key);
  const above = dirname(join(folder.root, key));
  const found = (folder.disk.list(above) ?? []).find((one) => one.name === name);
  if (found === undefined || (found.kind === "directory") !== key.endsWith("/")) return undefined;
  if (found.kind === "directory") return folderAt(folder, key);
  return objectAt(folder, key, found.kind)[0];
}

/** One object, or none where it vanished after it was listed. */
function objectAt(
  folder: Folder,
  key: string,
  kind: Exclude<Listed["kind"], "directory">,
): readonly BucketObject[] {
  if (kind === "file") return fileAt(folder, key);
  const path = join(folder.root, key);
  const stat = folder.disk.stat(dirname(path));
  if (stat === undefined) return [];
  const object = { key, kind, sizeBytes: 0, modifiedMs: timeOf(stat), tag: "" };
  return kind === "link" ? [{ ...object, target: folder.disk.readLink(path) }] : [object];
}

function fileAt(folder: Folder, key: string): readonly BucketObject[] {
  const current = currentOf(folder, key);
  if (current === undefined) return [];
  const { stat, tag } = current;
  return [{ key, kind: "file", sizeBytes: stat.sizeBytes, modifiedMs: timeOf(stat), tag }];
}

const EMPTY = { kind: "folder", sizeBytes: 0, modifiedMs: 0, tag: "" } as const;

function folderAt({ disk, root }: Folder, key: string): BucketObject {
  const stat = disk.stat(join(root, key));
  return { ...EMPTY, key, modifiedMs: stat === undefined ? 0 : timeOf(stat) };
}

function timeOf({ mtimeNs }: Stat): number {
  return Number(BigInt(mtimeNs) / 1_000_000n);
}
