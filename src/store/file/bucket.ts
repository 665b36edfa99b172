import { dirname, join } from "node:path";
import { hasCode } from "../../core/text/problem.ts";
import type { Reader } from "../../files/disk.ts";
import { makeFolders } from "../../files/durable.ts";
import type { Bucket, BucketObject, Source } from "../bucket.ts";
import { lookAt, objectsBelow } from "./objects.ts";
import { checkRoot } from "./root.ts";
import { place, takeName, withObject } from "./place.ts";
import { putIfMatch } from "./swap.ts";
import { currentOf, VERSIONS } from "./versions.ts";
import { newTemporary, type TemporariesOptions } from "./temporaries.ts";

export interface FileBucketOptions extends TemporariesOptions {
  /** Absolute path of the directory, which need not be there yet. */
  readonly root: string;
}

/**
 * A directory as a bucket, also on a network file system that many machines share at once. `putIfMatch`
 * needs hard links, and throws where the file system has none; there `putIfAbsent` looks first and then puts, so that of two
 * who do so at the same moment both can be told `stored`.
 */
export function fileBucket(options: FileBucketOptions): Bucket {
  const { disk, root } = options;
  const checked = async <T>(act: () => T | Promise<T>): Promise<T> => {
    checkRoot(disk, root);
    return act();
  };
  // An object that is found shows that the root is there.
  const unlessNothing = <T>(found: T | undefined): T | undefined => {
    if (found === undefined) checkRoot(disk, root);
    return found;
  };
  return {
    label: root,
    list: async function* list(prefix, levels = "all") {
      let isEmpty = true;
      for (const page of pagesOf(objectsBelow(options, prefix, levels))) {
        isEmpty = false;
        yield page;
      }
      if (isEmpty) checkRoot(disk, root);
    },
    head: async (key) => unlessNothing(lookAt(options, key)),
    getRange: async (key, offset, length) =>
      unlessNothing(readRange(options, key, { offset, length })),
    put: (key, source) => checked(() => put(options, key, source)),
    putIfAbsent: (key, source) => checked(() => putIfAbsent(options, key, source)),
    putIfMatch: (key, source, tag) => checked(() => putIfMatch(options, key, { source, tag })),
    delete: (keys) => checked(() => remove(options, keys)),
    download: (key, path) =>
      checked(() => disk.copyFile(currentOf(options, key)?.path ?? join(root, key), path)),
    newTemporary: () => checked(() => newTemporary(options)),
  };
}

const PAGE = 1000;

function* pagesOf(objects: Iterable<BucketObject>): Generator<readonly BucketObject[]> {
  let page: BucketObject[] = [];
  for (const object of objects) {
    page.push(object);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Limit of tries to open a file that is replaced or removed between the look and the opening. */
const MOST_TRIES = 100;

interface Range {
  readonly offset: number;
  readonly length: number;
}

function readRange(
  options: FileBucketOptions,
  key: string,
  { offset, length }: Range,
): Uint8Array | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const current = currentOf(options, key);
    if (current === undefined) return undefined;
    const reader = openIfThere(options, current.path);
    // Without it, the file was replaced or removed since it was looked at.
    if (reader === undefined) continue;
    try {
      return reader.read(offset, Math.min(length, Math.max(0, reader.sizeBytes - offset)));
    } finally {
      reader.close();
    }
  }
  throw new Error(`${join(options.root, key)} is listed, and cannot be opened`);
}

function openIfThere({ disk }: FileBucketOptions, path: string): Reader | undefined {
  try {
    return disk.open(path);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

async function put(options: FileBucketOptions, key: string, source: Source): Promise<void> {
  const target = join(options.root, key);
  if (source.kind === "folder") return makeFolders(options.disk, target);
  await withObject(options, source, (made) => place(options, { made, target, by: "rename" }));
  await removeVersions(options, key);
}

async function putIfAbsent(
  options: FileBucketOptions,
  key: string,
  source: Source,
): Promise<"stored" | "exists"> {
  const target = join(options.root, key);
  if (lookAt(options, key) !== undefined) return "exists";
  if (source.kind === "folder") {
    await makeFolders(options.disk, target);
    return "stored";
  }
  return withObject(options, source, (made) => takeName(options, made, target));
}

async function remove(options: FileBucketOptions, keys: readonly string[]): Promise<number> {
  const { disk, root } = options;
  let removed = 0;
  for (const key of keys) if (await removeOne(options, key)) removed += 1;
  const folders = new Set(keys.map((key) => dirname(join(root, key))));
  for (const folder of folders) {
    await disk.syncDirectory(folder).catch(unlessGone);
    await removeEmptyFolders(options, folder);
  }
  return removed;
}

async function removeOne(options: FileBucketOptions, key: string): Promise<boolean> {
  const path = join(options.root, key);
  if (key.endsWith("/")) return removeEmptyFolders(options, path);
  const wasThere = await options.disk.unlink(path);
  if (wasThere) await removeVersions(options, key);
  return wasThere;
}

/** Another process has removed the folder with what was in it. */
function unlessGone(error: unknown): void {
  if (!hasCode(error, "ENOENT")) throw error;
}

/** Versions of a file that is not there any more: nobody finds them. */
async function removeVersions({ disk, root }: FileBucketOptions, key: string): Promise<void> {
  if (!disk.exists(join(root, VERSIONS))) return;
  await disk.removeTree(join(root, VERSIONS, key)).catch(() => undefined);
}

/** Removes a folder and those above it, as long as nothing is in them and that is allowed. `false` where the first one stays. */
async function removeEmptyFolders(
  { disk, root, incoming }: FileBucketOptions,
  folder: string,
): Promise<boolean> {
  let removed = 0;
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    // Another writer may just have made it, to put a temporary there.
    if (at === incoming) break;
    if (!(await disk.removeFolder(at).catch(() => false))) break;
    removed += 1;
  }
  return removed > 0;
}
