import { expect, test } from "vitest";
import { finishSaves } from "../../src/steps/finish-run.ts";
import { thisProcess } from "../../src/machine/processes.ts";
import { invocationIn } from "../job/invocation.ts";
import { temporaryFolder, write } from "../checkpoint/scene.ts";

test("what a run has left is given up when the time is over, also before all its shards are looked at", async () => {
  const workspace = temporaryFolder();
  write(workspace, { "in/a.txt": "a" });
  const values = { shards: "in/*.txt", checkpoint: "out/{id}.txt", command: "true" };
  const inputs = { label: (name: string) => name, values, others: [] };
  const invocation = invocationIn(workspace, { inputs });
  const run = { runTag: "00", owner: thisProcess(), stopGraceMs: 0, handsOver: false };
  const over = finishSaves(invocation, run, Date.now() - 1);
  await expect(over).rejects.toThrow("the time for it was over before all shards were looked at");
  const late = await finishSaves(invocation, run, Date.now() + 60_000);
  expect(late).toEqual({ saved: 0, work: 0, unsaved: [], unsavedWork: [] });
});
