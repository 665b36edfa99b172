import { join } from "node:path";
import { commandAnswers, stepAnswers } from "../sequence.ts";
import { keepJson } from "./keep.ts";

/** What the commands and the steps of this program give to other programs. */
export async function answers(folder: string): Promise<void> {
  keepJson(join(folder, "answers", "commands.json"), await commandAnswers());
  keepJson(join(folder, "answers", "steps.json"), await stepAnswers());
}
