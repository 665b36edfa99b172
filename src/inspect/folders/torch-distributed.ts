import type { DirectoryFormat } from "../format.ts";
import type { Findings } from "../inspection.ts";
import { STOP } from "../pickle/operations.ts";
import { PROTOCOL } from "../pickle/pickle.ts";
import { damaged, SOUND, truncated } from "../shared/findings.ts";
import type { Folder } from "./folder.ts";

const METADATA = ".metadata";
const METADATA_IN_PROGRESS = ".metadata.tmp";

/**
 * A checkpoint of `torch.distributed.checkpoint`: files of each rank, and `.metadata`, a pickle that is written last,
 * and under another name first. Its content is not read.
 * Source: `FileSystemWriter` in torch/distributed/checkpoint/filesystem.py.
 */
export const torchDistributed: DirectoryFormat = {
  kind: "directory",
  name: "torch-distributed",
  signs: [{ entry: METADATA }, { entry: METADATA_IN_PROGRESS }, { entryEnding: ".distcp" }],
  inspect: inspectTorchDistributed,
};

function inspectTorchDistributed(folder: Folder): Findings {
  if (folder.has(METADATA_IN_PROGRESS)) return truncated(`its ${METADATA} is still being written`);
  const size = folder.sizeOf(METADATA);
  if (size === undefined) return truncated(`its ${METADATA} is missing, which is written last`);
  if (size === 0) return truncated(`its ${METADATA} is empty`);
  return isPickle(folder, size) ? SOUND : damaged(`its ${METADATA} is no whole pickle`);
}

/** Does `.metadata` begin and end as every pickle since protocol 2 does? */
function isPickle(folder: Folder, size: number): boolean {
  const [first] = folder.read(METADATA, 0, 1);
  const [last] = folder.read(METADATA, size - 1, 1);
  return first === PROTOCOL && last === STOP;
}
