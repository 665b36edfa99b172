import { join } from "node:path";
import { createRunner } from "../../action/runner.ts";
import { keepJson, keepTree } from "./keep.ts";

const FILES = {
  "in/a.txt": "input of a\n",
  "in/b.txt": "input of b\n",
  "in/c.txt": "input of c\n",
};

const INPUTS = {
  name: "halves",
  shards: "in/*.txt",
  checkpoint: "out/{id}.txt",
  command: "what the steps do",
  store: "file:store",
};

/** A job between its restore step and its save step. */
export async function halves(folder: string): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  const job = createRunner(FILES, (end) => void ends.push(end));
  const { code, log } = await job.step("restore", { inputs: INPUTS }).ended;
  if (code !== 0) throw new Error(`expected restore to end with 0, got ${code}: ${log}`);
  keepTree(job.workspace, join(folder, "halves"));
  keepJson(join(folder, "halves.inputs.json"), INPUTS);
  for (const end of ends) await end();
}
