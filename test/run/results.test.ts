import { expect, test } from "vitest";
import { createResults, type Result } from "../../src/run/results.ts";

function result(id: string, changes: Partial<Result> = {}): Result {
  const base = { id, decision: "run", reason: "new", outcome: "done" } as const;
  return { ...base, exitCode: 0, seconds: 1, attempts: 1, ...changes };
}

test("counts and the largest checkpoint are right for more results than an argument list may hold", () => {
  const results = createResults(() => undefined);
  for (let place = 0; place < 150_000; place += 1) {
    results.sawCheckpoint(place === 75_000 ? 99 : 7);
    results.add(result(`s${place}`));
  }
  results.add(result("x", { outcome: "failed" }));
  expect(results.largestBytes()).toBe(99);
  expect(results.count("done")).toBe(150_000);
  expect(results.count("failed")).toBe(1);
  expect(results.all()).toHaveLength(150_001);
});

test("a result that replaces another one is counted once", () => {
  const results = createResults(() => undefined);
  results.add(result("a", { outcome: "stopped" }));
  results.add(result("a"));
  expect([results.count("stopped"), results.count("done")]).toEqual([0, 1]);
});

test("a shard is settled with its result, and a done one once its save was attempted", async () => {
  const results = createResults(() => undefined);
  const settled: string[] = [];
  for (const id of ["failed", "done"]) void results.settled(id).then(() => settled.push(id));
  results.add(result("failed", { outcome: "failed" }));
  results.add(result("done"));
  await Promise.resolve();
  expect(settled).toEqual(["failed"]);
  results.addSaveAttempt("done");
  await Promise.resolve();
  expect(settled).toEqual(["failed", "done"]);
});
