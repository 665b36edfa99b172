import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseEventLine } from "../../src/ui/report/logged-event.ts";
import { cancel, createRunner, eventually } from "./runner.ts";

const INPUTS = {
  ...{ shards: "in/*.txt", checkpoint: "out/{id}.txt", store: "none", parallel: "1" },
  report: "r/a.html\nr/a.tsv\nr/a.md\nr/a.jsonl",
};
const TWO = { "in/a.txt": "aa\n", "in/b.txt": "bb\n" };

test("a step whose shards fail writes every report, and the events that it has told", async () => {
  const { main, workspace } = createRunner(TWO);
  const command = '[ "$SHARD_ID" = a ] && exit 3; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
  const { code } = await main({ inputs: { ...INPUTS, command } }).ended;
  expect(code).toBe(1);
  const read = (name: string): string => readFileSync(join(workspace, "r", name), "utf8");
  expect(read("a.html")).toContain("1 of 2 shards done, 1 failed");
  expect(read("a.md")).toContain("1 of 2 shards complete");
  expect(read("a.tsv").split("\n")).toHaveLength(4);
  const kinds = read("a.jsonl")
    .split("\n")
    .flatMap((line) => parseEventLine(line)?.kind ?? []);
  expect(kinds).toEqual(expect.arrayContaining(["opened", "planned", "executed", "ended"]));
});

test("a step that is cancelled writes its reports in the time that it has", async () => {
  const { main, workspace, post } = createRunner(TWO);
  const command = '[ "$SHARD_ID" = a ] || exec sleep 600; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
  const step = main({ inputs: { ...INPUTS, command } });
  const log = join(workspace, "r", "a.jsonl");
  const text = (): string => (existsSync(log) ? readFileSync(log, "utf8") : "");
  await eventually(() => text().split('"executing"').length > 2, "the second shard runs");
  await cancel(step);
  await step.ended;
  expect(readFileSync(join(workspace, "r", "a.html"), "utf8")).toContain(
    "1 of 2 shards done, 1 stopped",
  );
  expect(text()).toContain('"ended"');
  await post().ended;
});
