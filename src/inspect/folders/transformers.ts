import type { DirectoryFormat } from "../format.ts";
import type { FieldNames, Findings } from "../inspection.ts";
import { SOUND, truncated } from "../shared/findings.ts";
import { faultOfMember, type Folder } from "./folder.ts";
import { findIndex, inspectIndex } from "./safetensors-index.ts";

const STATE = "trainer_state.json";
/** The file that a save leaves behind when a signal cuts it off. */
const INCOMPLETE = "checkpoint-is-incomplete.txt";
/** Files written before the state. Other programs use the same names for directories, but not for these files. */
const EARLIER = ["training_args.bin", "optimizer.pt", "scheduler.pt"];
const FOLDER_NAME = /^checkpoint-\d+$/;

/**
 * A checkpoint of the Trainer of Hugging Face Transformers: model, optimizer, …, and `trainer_state.json` last. Each
 * of its files must be whole by its own format.
 * Source: `_save_checkpoint` in transformers/trainer.py.
 */
export const transformers: DirectoryFormat = {
  kind: "directory",
  name: "transformers",
  signs: [
    { entry: STATE },
    { entry: INCOMPLETE },
    ...EARLIER.map((entry) => ({ folderName: FOLDER_NAME, entry })),
  ],
  inspect: inspectTransformers,
};

const MEMBER = /\.(?:safetensors|bin|pt|pth)$/;
const MOST_MEMBERS = 256;

async function inspectTransformers(folder: Folder, names: FieldNames): Promise<Findings> {
  if (folder.has(INCOMPLETE)) return truncated(`it holds ${INCOMPLETE}`);
  if (!folder.has(STATE)) return truncated(`its ${STATE} is missing, which is written last`);
  const members = folder.names.filter((name) => MEMBER.test(name)).sort();
  for (const name of [STATE, ...members.slice(0, MOST_MEMBERS)]) {
    const fault = await faultOfMember(folder, name);
    if (fault !== undefined) return fault;
  }
  const index = findIndex(folder);
  return index === undefined ? SOUND : inspectIndex(folder, index, names);
}
