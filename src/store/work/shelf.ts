import { join } from "node:path";
import { TEMPORARY_PREFIX } from "../../files/durable.ts";
import type { Disk } from "../../files/disk.ts";
import { digestOfChunks } from "../digest-chunks.ts";

/** One content of a snapshot. */
export interface Content {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The contents of a shard's snapshots, each under its own digest. */
export interface Shelf {
  /** Is the content there, in its size? */
  readonly holds: (content: Content) => boolean;
  /** Copies a file to the shelf. The digest is the copy's, whatever happens to the file meanwhile. */
  readonly add: (path: string) => Promise<Content>;
}

/**
 * Copies a file to `copy`, a path where nothing is, and measures the copy; `keep` moves it to where it belongs.
 * Nothing is left of the copy afterwards.
 */
export async function addCopy(
  disk: Disk,
  { path, copy }: { readonly path: string; readonly copy: string },
  keep: (content: Content) => Promise<void>,
): Promise<Content> {
  try {
    await disk.copyFile(path, copy);
    const sha256 = await digestInSteps(disk, copy);
    const content = { sha256, sizeBytes: disk.stat(copy)?.sizeBytes ?? 0 };
    await keep(content);
    return content;
  } finally {
    await disk.unlink(copy).catch(() => false);
  }
}

/** A shelf in a folder of this machine, for what is packed into an archive. */
export interface FolderShelf extends Shelf {
  /** Sizes of the contents that were added, by digest. */
  readonly added: ReadonlyMap<string, number>;
}

export interface FolderShelfOptions {
  readonly disk: Disk;
  /** A folder that is there, and empty. */
  readonly folder: string;
  /** Sizes of contents that are kept elsewhere, by digest: they are not added. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

export function openFolderShelf({ disk, folder, elsewhere }: FolderShelfOptions): FolderShelf {
  const added = new Map<string, number>();
  const holds = ({ sha256, sizeBytes }: Content): boolean =>
    elsewhere.get(sha256) === sizeBytes || added.get(sha256) === sizeBytes;
  return {
    added,
    holds,
    add: (path) => {
      const copy = join(folder, `${TEMPORARY_PREFIX}copy`);
      return addCopy(disk, { path, copy }, async (content) => {
        if (holds(content)) return;
        await disk.rename(copy, join(folder, content.sha256));
        added.set(content.sha256, content.sizeBytes);
      });
    },
  };
}

/** SHA-256 of a file. @throws system errors. */
export async function digestInSteps(disk: Disk, path: string): Promise<string> {
  const reader = disk.open(path);
  try {
    return await digestOfChunks((offset, length) => reader.read(offset, length));
  } finally {
    reader.close();
  }
}
