import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { placesOf, staleOf } from "../../src/core/places.ts";

const WORKSPACE = resolve("/ws");

describe("the places of a shard", () => {
  test("lie beside its checkpoint, which is below the workspace", () => {
    expect(placesOf(WORKSPACE, { checkpoint: "out/a.pt" })).toEqual({
      checkpoint: resolve("/ws/out/a.pt"),
      marker: resolve("/ws/out/a.pt.done"),
      started: resolve("/ws/out/a.pt.started"),
      work: resolve("/ws/out/a.pt"),
    });
  });

  test("are those that the definition names outside of the workspace", () => {
    const places = placesOf(WORKSPACE, { checkpoint: "/data/a", work: "../scratch/a" });
    expect(places).toMatchObject({ checkpoint: resolve("/data/a"), work: resolve("/scratch/a") });
  });

  test.each(["a", ".hidden/a", "..a/b", "c:d", "a b/ü"])("are absolute for %s", (checkpoint) => {
    const { checkpoint: path, work } = placesOf(WORKSPACE, { checkpoint, work: checkpoint });
    expect(path).toBe(resolve(WORKSPACE, checkpoint));
    expect(work).toBe(path);
  });
});

test("what is set aside lies in the same folder under a hidden name", () => {
  expect(staleOf(resolve("/ws/out/a.pt"))).toBe(resolve("/ws/out/.a.pt.stale"));
});
