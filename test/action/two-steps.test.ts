import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRunner } from "./runner.ts";

const INPUTS = {
  shards: '["a","b"]',
  command: 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"',
  store: "none",
} as const;

test.each([
  ["with one definition", "one/{id}", "one/{id}"],
  ["with two definitions", "one/{id}", "two/{id}"],
])("two steps of one job %s have files of results of their own", async (_, first, second) => {
  const runner = createRunner();
  const step = (action: string, checkpoint: string, only: string) =>
    runner.main({ inputs: { ...INPUTS, checkpoint, only }, env: { GITHUB_ACTION: action } }).ended;
  const ends = [await step("__self", first, "a"), await step("__self_2", second, "b")];
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  const files = ends.map(({ outputs }) => outputs["results"] ?? "");
  expect(new Set(files).size).toBe(2);
  const ids = files.map((file) => JSON.parse(readFileSync(file, "utf8")).shards[0].id);
  expect(ids).toEqual(["a", "b"]);
});
