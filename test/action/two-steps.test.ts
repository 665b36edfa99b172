import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

test.each(["main", "collect", "restore"] as const)(
  "two steps at once, with one definition and no name of their own, have results of their own: %s",
  async (kind) => {
    const runner = createRunner({ "one/keep": "" });
    const store = `file:${join(runner.workspace, "store")}`;
    const inputs = { ...INPUTS, checkpoint: "one/{id}", store };
    const steps = ["a", "b"].map((only) => {
      const options = { inputs: { ...inputs, only }, env: { GITHUB_ACTION: "" } };
      return kind === "main" ? runner.main(options) : runner.step(kind, options);
    });
    const ends = await Promise.all(steps.map(({ ended }) => ended));
    const files = ends.map(({ outputs }) => outputs["results"] ?? "");
    expect(new Set(files).size).toBe(2);
    const ids = files.map((file) => JSON.parse(readFileSync(file, "utf8")).shards[0].id);
    expect(ids).toEqual(["a", "b"]);
    const last = `${kind === "main" ? "results" : kind}.json`;
    const shared = JSON.parse(readFileSync(join(runner.workspace, ".donemark", last), "utf8"));
    expect(ids).toContain(shared.shards[0].id);
  },
);

test("two restore steps of one job start shards of their own, and one save marks what both have started", async () => {
  const runner = createRunner({ "one/keep": "" });
  const inputs = { ...INPUTS, checkpoint: "one/{id}", finished: "sound" };
  const lists: string[] = [];
  for (const only of ["a", "b"]) {
    const { outputs } = await runner.step("restore", { inputs: { ...inputs, only } }).ended;
    lists.push(outputs["shards-file"] ?? "");
  }
  const started = lists.map((file): unknown => JSON.parse(readFileSync(file, "utf8")).id);
  expect(started).toEqual(["a", "b"]);
  for (const id of ["a", "b"]) writeFileSync(join(runner.workspace, "one", id), id);
  expect(await runner.step("save", { inputs }).ended).toMatchObject({
    code: 0,
    outputs: { remaining: "0" },
  });
});
