import { expect, test } from "vitest";
import { plan } from "../../src/commands/plan.ts";
import { mark, tasksIn, temporaryFolder, write } from "../checkpoint/scene.ts";
import { countingDisk } from "../helpers/counting-disk.ts";
import { invocationIn } from "./invocation.ts";

/** A result is known by its proof once it is two seconds old. */
const LATER_MS = 60_000;

/** The operations of a plan of so many finished shards of which proofs are there. */
async function operationsOf(shards: number, list: boolean): Promise<Record<string, number>> {
  const workspace = temporaryFolder();
  const names = Array.from({ length: shards }, (_, place) => String(place).padStart(6, "0"));
  write(workspace, Object.fromEntries(names.map((name) => [`in/${name}.txt`, "x"])));
  write(workspace, Object.fromEntries(names.map((name) => [`out/${name}.json`, '{"a":1}'])));
  const entries = names.map((id) => ({ id, inputs: [`in/${id}.txt`] }));
  const given = list ? JSON.stringify(entries) : "in/*.txt";
  const values = { shards: given, checkpoint: "out/{id}.json", command: "predict" };
  for (const task of await tasksIn({ workspace, values })) mark(task);
  const inputs = { label: (name: string) => name, values };
  const now = (): number => Date.now() + LATER_MS;
  await plan(invocationIn(workspace, { inputs, now }));
  const { disk, calls } = countingDisk();
  const { answer } = await plan(invocationIn(workspace, { inputs, now, disk }));
  expect(answer).toMatchObject({ total: shards, done: shards });
  return calls();
}

test.each([
  ["a glob", false],
  ["a list", true],
])(
  "a plan of finished shards of %s looks once at each file: marker, checkpoint and input",
  async (_, list) => {
    const [few, many] = [await operationsOf(20, list), await operationsOf(320, list)];
    expect(many).toEqual({ ...few, stamp: (few["stamp"] ?? 0) + 300 * 3 });
  },
);
