import { resolve } from "node:path";
import { expect, test } from "vitest";
import {
  earlierPath,
  generationPaths,
  keptMarkerPath,
  keptPath,
  leavingsPath,
  namesOfAside,
} from "../../../src/core/model/aside.ts";
import { isSetAside } from "../../../src/core/model/shard-paths.ts";

/** Every name that something of a path may be set aside under. */
function allOf(path: string): readonly string[] {
  return [
    earlierPath(path),
    leavingsPath(path),
    leavingsPath(path, 2),
    keptPath(path),
    keptPath(path, 12),
    keptMarkerPath(path, 1),
    keptMarkerPath(path, 12),
    ...generationPaths(path).flatMap((one) => [one.checkpoint, one.marker, one.revoked]),
  ];
}

test("what is set aside lies in the same folder, each under a hidden name of its own", () => {
  const all = allOf(resolve("/ws/out/a.pt"));
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((path) => path.startsWith(resolve("/ws/out/.a.pt.")))).toBe(true);
  expect(all.every(isSetAside)).toBe(true);
  expect(all[0]).toBe(resolve("/ws/out/.a.pt.stale"));
});

test("each of these names tells whose it is", () => {
  for (const path of allOf("/ws/out/a.pt"))
    expect(namesOfAside(path.slice("/ws/out/".length))).toContain("a.pt");
  for (const name of ["a.pt", ".a.pt", "a.stale", ".stale", "..stale"])
    expect(namesOfAside(name).filter((one) => one !== ".")).toEqual([]);
});

test("a name that is nearly as long as a name may be is set aside under a short one", () => {
  const name = "é".repeat(124);
  for (const path of allOf(`/ws/${name}`).slice(1)) {
    expect(Buffer.byteLength(path.slice("/ws/".length))).toBeLessThan(256);
    expect(isSetAside(path)).toBe(true);
  }
});
