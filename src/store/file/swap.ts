import type { Source } from "../bucket.ts";
import { linkName, withObject } from "./place.ts";
import type { TemporariesOptions } from "./temporaries.ts";
import { currentOf, versionAt, versionPath, versionsOf, type Folder } from "./versions.ts";

/** A version is kept as long as it is one of the last, and for this time at the least. */
const KEPT_VERSIONS = 16;
const KEPT_MS = 60_000;

export interface Swap {
  readonly source: Source;
  /** The tag that the file must have. */
  readonly tag: string;
}

/**
 * Puts the version after the one that has the tag. Its name is taken by a hard link, so that one of all who try it at once
 * gets it. A name that was removed could be taken again; that needs a pause, between the look and the link, that is longer
 * than any version is kept. @throws where the file system has no hard links.
 */
export async function putIfMatch(
  options: TemporariesOptions & Folder,
  key: string,
  { source, tag }: Swap,
): Promise<"stored" | "changed"> {
  const lookedAt = performance.now();
  const seen = versionAt(options, key, tag);
  if (seen === undefined || currentOf(options, key)?.tag !== tag) return "changed";
  const own = { ...seen, version: seen.version + 1 };
  const path = versionPath(options, key, own);
  const taken = await withObject(options, source, (made) => linkName(options, made, path));
  if (taken === "exists") return "changed";
  const wasLong = performance.now() - lookedAt >= KEPT_MS;
  const newest = currentOf(options, key)?.version ?? 0;
  const isStale = wasLong && newest - own.version >= KEPT_VERSIONS;
  // Deleted or put anew meanwhile: nobody finds what was just put.
  if (isStale || versionAt(options, key, tag) === undefined) {
    await options.disk.unlink(path);
    return "changed";
  }
  await removeOld(options, key, own);
  return "stored";
}

type Version = Parameters<typeof versionPath>[2];

async function removeOld(
  options: TemporariesOptions & Folder,
  key: string,
  { first, version: own }: Version,
): Promise<void> {
  const { disk } = options;
  const pathOf = (version: number): string => versionPath(options, key, { first, version });
  const timeOf = (version: number): number =>
    Number(BigInt(disk.stat(pathOf(version))?.mtimeNs ?? 0) / 1_000_000n);
  const oldest = timeOf(own) - KEPT_MS;
  for (const version of versionsOf(options, key, first)) {
    if (version > own - KEPT_VERSIONS || timeOf(version) >= oldest) continue;
    await disk.unlink(pathOf(version));
  }
}
