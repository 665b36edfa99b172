import type { Disk } from "../files/disk.ts";
import { unknown } from "./verdicts.ts";
import { openFolder, type Folder, type FolderFormat } from "./folder.ts";
import type { FieldNames, Findings, Inspection } from "./inspection.ts";
import { orbax } from "./orbax.ts";
import { shardedSafetensors } from "./safetensors-index.ts";
import { torchDistributed } from "./torch-distributed.ts";
import { trainer } from "./trainer.ts";

/** Of which nothing is known: a directory of the user's own. It fits every directory. */
const plainDirectory: FolderFormat = {
  name: "directory",
  fits: () => true,
  inspect: () => unknown("a directory without known structure"),
};

/** The first that fits is taken. */
const LAYOUTS: readonly FolderFormat[] = [orbax, torchDistributed, trainer, shardedSafetensors];

/**
 * What the directory at `path` says about itself: by the file that its writer leaves last, and by the structure of the
 * files that this one vouches for. Of each file at most 1 MiB is read, as by `inspect`.
 * @throws the system error where something in it cannot be opened or read.
 */
export async function inspectDirectory(
  disk: Disk,
  path: string,
  names: FieldNames,
): Promise<Inspection> {
  const folder = openFolder(disk, path, names);
  const layout = LAYOUTS.find(({ fits }) => fits(folder)) ?? plainDirectory;
  const findings = await look(layout, folder, names);
  return { format: layout.name, ...findings, bytesRead: folder.bytesRead() };
}

async function look(layout: FolderFormat, folder: Folder, names: FieldNames): Promise<Findings> {
  if (folder.names.length === 0) return { structure: "empty", why: "it holds no files" };
  return layout.inspect(folder, names);
}
