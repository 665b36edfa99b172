import { damaged, truncated } from "./verdicts.ts";
import type { Folder, FolderFormat } from "./folder.ts";
import type { Findings } from "./inspection.ts";

/**
 * What `torch.distributed.checkpoint` saves: files of each rank, and last `.metadata`, a pickle that is written under
 * another name first. What it says about the others is not read.
 * Source: `FileSystemWriter` in torch/distributed/checkpoint/filesystem.py.
 */
export const torchDistributed: FolderFormat = { name: "torch-distributed", fits, inspect };

const METADATA = ".metadata";
const BEING_WRITTEN = ".metadata.tmp";

function fits({ has, names }: Folder): boolean {
  return has(METADATA) || has(BEING_WRITTEN) || names.some((name) => name.endsWith(".distcp"));
}

function inspect(folder: Folder): Findings {
  if (folder.has(BEING_WRITTEN)) return truncated(`its ${METADATA} is still being written`);
  const size = folder.sizeOf(METADATA);
  if (size === undefined) return truncated(`its ${METADATA} is missing, which is written last`);
  if (size === 0) return truncated(`its ${METADATA} is empty`);
  return isPickle(folder, size)
    ? { structure: "sound" }
    : damaged(`its ${METADATA} is no whole pickle`);
}

const FIRST_BYTE = 0x80;
const LAST_BYTE = 0x2e;

function isPickle(folder: Folder, size: number): boolean {
  const [first] = folder.read(METADATA, 0, 1);
  const [last] = folder.read(METADATA, size - 1, 1);
  return first === FIRST_BYTE && last === LAST_BYTE;
}
