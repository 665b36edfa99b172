import { truncated } from "./verdicts.ts";
import { faultOfFile, type Folder, type FolderFormat } from "./folder.ts";
import type { FieldNames, Findings } from "./inspection.ts";
import { findIndex, inspectIndex } from "./safetensors-index.ts";

/**
 * A checkpoint of the Trainer of Hugging Face Transformers: model, optimizer, …, and `trainer_state.json` last. Each
 * of the files that it consists of must be whole by its own format.
 * Source: `_save_checkpoint` in transformers/trainer.py.
 */
export const trainer: FolderFormat = { name: "transformers", fits, inspect };

const STATE = "trainer_state.json";
/** Left behind where a save on a signal was cut off. */
const INCOMPLETE = "checkpoint-is-incomplete.txt";
/** Written before the state. Other programs name their directories alike, but not these files. */
const EARLIER = ["training_args.bin", "optimizer.pt", "scheduler.pt"];
const MEMBER = /\.(?:safetensors|bin|pt|pth)$/;
const MOST_MEMBERS = 256;

function fits({ name, has }: Folder): boolean {
  if (has(STATE) || has(INCOMPLETE)) return true;
  return /^checkpoint-\d+$/.test(name) && EARLIER.some(has);
}

async function inspect(folder: Folder, names: FieldNames): Promise<Findings> {
  if (folder.has(INCOMPLETE)) return truncated(`it holds ${INCOMPLETE}`);
  if (!folder.has(STATE)) return truncated(`its ${STATE} is missing, which is written last`);
  const members = folder.names.filter((name) => MEMBER.test(name)).sort();
  for (const name of [STATE, ...members.slice(0, MOST_MEMBERS)]) {
    const fault = await faultOfFile(folder, name);
    if (fault !== undefined) return fault;
  }
  const index = findIndex(folder);
  return index === undefined ? { structure: "sound" } : inspectIndex(folder, index, names);
}
