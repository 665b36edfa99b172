import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isSetAside, shardPaths } from "../../../src/core/model/shard-paths.ts";

const WORKSPACE = resolve("/ws");

describe("the places of a shard", () => {
  test("lie beside its checkpoint, which is below the workspace", () => {
    expect(shardPaths(WORKSPACE, { checkpoint: "out/a.pt" })).toEqual({
      checkpoint: resolve("/ws/out/a.pt"),
      marker: resolve("/ws/out/a.pt.done"),
      started: resolve("/ws/out/a.pt.started"),
      failed: resolve("/ws/out/a.pt.failed"),
      work: resolve("/ws/out/a.pt"),
    });
  });

  test("are those that the definition names outside of the workspace", () => {
    const paths = shardPaths(WORKSPACE, { checkpoint: "/data/a", work: "../scratch/a" });
    expect(paths).toMatchObject({ checkpoint: resolve("/data/a"), work: resolve("/scratch/a") });
  });

  test.each(["a", ".hidden/a", "..a/b", "c:d", "a b/ü"])("are absolute for %s", (checkpoint) => {
    const { checkpoint: path, work } = shardPaths(WORKSPACE, { checkpoint, work: checkpoint });
    expect(path).toBe(resolve(WORKSPACE, checkpoint));
    expect(work).toBe(path);
  });
});

test.each([
  [".a.pt.stale", true],
  ["out/.a.pt.stale", true],
  ["out/.a.stale/part.json", true],
  ["out\\.a.stale\\part.json", true],
  ["out/a.stale", false],
  ["out/.a.stale.txt", false],
  ["out/.stale", false],
  ["out/.a/b.stale", false],
])("%s is set aside, or lies below what is: %s", (path, expected) => {
  expect(isSetAside(path)).toBe(expected);
});
