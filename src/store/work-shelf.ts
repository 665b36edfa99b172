import { createHash } from "node:crypto";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { isSha256 } from "../core/digest.ts";
import type { Disk } from "../files/disk.ts";
import { newTemporary, type Site } from "./file-site.ts";

/** The contents of a shard's snapshots, each under its own digest. */
export interface Shelf {
  readonly site: Site;
  readonly folder: string;
  /** Digests of what was there when the shelf was opened, and of what was put there since. */
  readonly names: Set<string>;
  /** Sizes of contents that are kept elsewhere, by digest: they need not be put here. */
  readonly elsewhere?: ReadonlyMap<string, number>;
}

const CHUNK_BYTES = 4 * 1024 * 1024;

export function openShelf(site: Site, folder: string): Shelf {
  const names = (site.disk.list(folder) ?? [])
    .filter(({ kind, name }) => kind === "file" && isSha256(name))
    .map(({ name }) => name);
  return { site, folder, names: new Set(names) };
}

/** Is the content there or elsewhere, in its size? */
export function isOnShelf(shelf: Shelf, sha256: string, sizeBytes: number): boolean {
  if (shelf.elsewhere?.get(sha256) === sizeBytes) return true;
  if (!shelf.names.has(sha256)) return false;
  return shelf.site.disk.stat(join(shelf.folder, sha256))?.sizeBytes === sizeBytes;
}

/**
 * Copies a file to the shelf. The digest is the copy's, not the file's: whatever happens to the file meanwhile, the
 * content under a digest has that digest. Flushed, but for the shelf's folder.
 */
export async function putOnShelf(
  shelf: Shelf,
  path: string,
): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
  const { site, folder, names } = shelf;
  const { disk } = site;
  const copy = await newTemporary(site);
  try {
    await disk.copyFile(path, copy);
    const sha256 = await digestInSteps(disk, copy);
    const sizeBytes = disk.stat(copy)?.sizeBytes ?? 0;
    if (!isOnShelf(shelf, sha256, sizeBytes)) {
      await disk.syncFile(copy);
      await disk.rename(copy, join(folder, sha256));
      names.add(sha256);
    }
    return { sha256, sizeBytes };
  } finally {
    await disk.unlink(copy).catch(() => false);
  }
}

/** SHA-256 of a file, read in blocks between which others have their turn. */
export async function digestInSteps(disk: Disk, path: string): Promise<string> {
  const hash = createHash("sha256");
  const reader = disk.open(path);
  try {
    for (let offset = 0; ; offset += CHUNK_BYTES) {
      const bytes = reader.read(offset, CHUNK_BYTES);
      hash.update(bytes);
      if (bytes.length < CHUNK_BYTES) return hash.digest("hex");
      await setImmediate();
    }
  } finally {
    reader.close();
  }
}
