import { expect, test } from "vitest";
import { planLines } from "../../src/ui/render/lines.ts";
import { countingDisk } from "../helpers/counting-disk.ts";
import { surveyOf, tasksIn, mark, temporaryFolder, write } from "./scene.ts";

/** The operations that a decision about so many finished shards takes. */
async function operationsOf(shards: number): Promise<Record<string, number>> {
  const workspace = temporaryFolder();
  const names = Array.from({ length: shards }, (_, place) => String(place).padStart(6, "0"));
  write(workspace, Object.fromEntries(names.map((name) => [`in/${name}.txt`, "x"])));
  write(workspace, Object.fromEntries(names.map((name) => [`out/${name}.json`, '{"a":1}'])));
  for (const task of await tasksIn({ workspace })) mark(task);
  const { disk, calls } = countingDisk();
  const verdicts = await surveyOf({ workspace, disk });
  expect(verdicts.filter(({ reason }) => reason === "done")).toHaveLength(shards);
  return calls();
}

test("a decision takes as many operations for a shard, however many shards there are", async () => {
  const [few, more, most] = [
    await operationsOf(20),
    await operationsOf(40),
    await operationsOf(320),
  ];
  for (const [name, amount] of Object.entries(most)) {
    const perShard = ((more[name] ?? 0) - (few[name] ?? 0)) / 20;
    expect([name, amount]).toEqual([name, (few[name] ?? 0) + 300 * perShard]);
  }
});

test("a plan of 300,000 shards is printed in full where that is asked for", async () => {
  const workspace = temporaryFolder();
  const [verdict] = await surveyOf({ workspace, values: { shards: 1 } });
  if (verdict === undefined) throw new Error("one shard is expected");
  const verdicts = Array.from({ length: 300_000 }, () => verdict);
  const lines = planLines(verdicts, { verbose: true, paint: (_, text) => text });
  expect(lines.length).toBeGreaterThan(300_000);
});
