import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  CheckpointRefused,
  hasMarker,
  info,
  isDone,
  mark,
  save,
  summary,
  unmark,
} from "../../src/library/library.ts";
import { formatStartRecord } from "../../src/core/model/start-record.ts";
import { temporaryFolder } from "../helpers/program.ts";

const COMPLETE = '{"version":"1.0","status":"complete"}';

function place(name = "a.json"): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  return { folder, path: join(folder, "out", name) };
}

const names = (path: string): readonly string[] => readdirSync(join(path, "..")).toSorted();

test("what is saved is whole, marked and alone", async () => {
  const { path } = place();
  await save(path, COMPLETE);
  expect(readFileSync(path, "utf8")).toBe(COMPLETE);
  expect(names(path)).toEqual(["a.json", "a.json.done"]);
  expect(await hasMarker(path)).toBe(true);
  expect(await info(path)).toMatchObject({
    ...{ isDone: true, reason: "done", marker: "full", format: "json" },
    ...{ status: "complete", version: "1.0", sizeBytes: COMPLETE.length, bytesRead: 0 },
  });
});

test("a later save takes the place of the earlier result", async () => {
  const { path } = place();
  await save(path, COMPLETE);
  await save(path, "[1]");
  expect(readFileSync(path, "utf8")).toBe("[1]");
  expect(names(path)).toEqual(["a.json", "a.json.done"]);
  expect(await isDone(path)).toBe(true);
});

test.each([
  ["cut off", '{"rows":[1', "truncated"],
  ["empty", "", "empty"],
  ["said to have failed", '{"status":"failed"}', "status-failed"],
])("content that is %s is refused, and the earlier result stays", async (_, content, word) => {
  const { path } = place();
  await save(path, COMPLETE);
  const refused = save(path, content);
  await expect(refused).rejects.toThrow(CheckpointRefused);
  await expect(refused).rejects.toThrow(`${path}: ${word}`);
  expect(readFileSync(path, "utf8")).toBe(COMPLETE);
  expect(names(path)).toEqual(["a.json", "a.json.done"]);
  expect(await isDone(path)).toBe(true);
});

test("a function that fails leaves nothing, and its error is given on", async () => {
  const { path } = place();
  const failing = save(path, (staged) => {
    writeFileSync(staged, "half");
    throw new RangeError("no");
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(names(path)).toEqual([]);
});

test("a function may write a folder", async () => {
  const { path } = place("a");
  await save(path, (staged) => {
    mkdirSync(staged);
    writeFileSync(join(staged, "x"), "1");
  });
  expect(await isDone(path)).toBe(true);
  expect(readFileSync(join(path, "x"), "utf8")).toBe("1");
});

test("the options decide how closely it is looked at, and what is accepted", async () => {
  const { path } = place();
  await save(path, '{"rows":[1', { validate: "size" });
  await save(path, "", { allowEmpty: true });
  expect(await isDone(path, { allowEmpty: true })).toBe(true);
  await expect(save(path, '{"version":"2.0"}', { highestVersion: "1.9" })).rejects.toThrow(
    "incompatible",
  );
});

test("a changed checkpoint is not done, and its marker is there", async () => {
  const { path } = place();
  await save(path, COMPLETE);
  writeFileSync(path, "[1,2,3]");
  expect(await hasMarker(path)).toBe(true);
  expect(await info(path)).toMatchObject({ isDone: false, reason: "changed-since-marker" });
});

test("what was never marked is kept beside a saved one, and named", async () => {
  const { path } = place();
  mkdirSync(join(path, ".."));
  writeFileSync(path, "mine");
  const told: string[] = [];
  await save(path, COMPLETE, { onWarning: (text) => void told.push(text) });
  expect(readFileSync(join(path, "../.a.json.kept.stale"), "utf8")).toBe("mine");
  expect(told).toEqual([expect.stringContaining("It is kept as")]);
});

test("unmark takes marker and status away, and mark brings them back", async () => {
  const { path } = place();
  await unmark(path);
  await save(path, COMPLETE);
  await unmark(path);
  expect(await hasMarker(path)).toBe(false);
  expect(await isDone(path)).toBe(false);
  await mark(path);
  expect(names(path)).toEqual(["a.json", "a.json.done"]);
  expect(await isDone(path)).toBe(true);
});

test("mark refuses what is not there, and what is not whole", async () => {
  const { path } = place();
  await expect(mark(path)).rejects.toThrow("absent");
  mkdirSync(join(path, ".."));
  writeFileSync(path, '{"rows":[1');
  await expect(mark(path)).rejects.toThrow("truncated");
  expect(existsSync(`${path}.done`)).toBe(false);
});

test("what a run has started is left to it", async () => {
  const { path } = place();
  await save(path, COMPLETE);
  const start = formatStartRecord({
    ...{ shard: "a", fingerprint: {}, startedAt: "2026-01-01T00:00:00.000Z", attempt: 1 },
    ...{ resumed: false, runTag: "r", token: "t", by: {} },
    owner: { pid: 1, startTime: "1", boot: "b" },
  });
  for (const [text, why] of [
    [start, "a run of Donemark (pid 1) has started it"],
    ["of a later version", "cannot be read"],
  ] as const) {
    writeFileSync(`${path}.started`, text);
    await expect(save(path, "[1]")).rejects.toThrow(why);
    await expect(mark(path)).rejects.toThrow(why);
  }
  expect(readFileSync(path, "utf8")).toBe(COMPLETE);
});

test("a summary counts what is done by marker and by status, and lists the rest", async () => {
  const { path } = place();
  const at = (name: string): string => join(path, "..", name);
  await save(path, COMPLETE);
  writeFileSync(at("b.json"), COMPLETE);
  writeFileSync(at("c.json"), "[1]");
  writeFileSync(at("c.json.done"), "");
  writeFileSync(at("d.json"), '{"status":"in_progress"}');
  const paths = ["a", "b", "c", "d", "e"].map((name) => at(`${name}.json`));
  const { remaining, ...counts } = await summary(paths);
  expect(counts).toEqual({ total: 5, done: 3, byMarker: 2, byStatus: 1 });
  expect(remaining.map(({ reason }) => reason)).toEqual(["status-in-progress", "new"]);
});
