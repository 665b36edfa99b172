import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { awaitedFiles, watchFolders } from "../../src/machine/watch.ts";

/** Files of which some are there, and how often they were looked at. */
function files() {
  const there = new Set<string>();
  const looked: string[] = [];
  const awaited = awaitedFiles((path) => {
    looked.push(path);
    return there.has(path);
  });
  const found: string[] = [];
  const add = (path: string): (() => void) => awaited.add(path, () => found.push(path));
  return { ...awaited, add, there, looked, found };
}

function namesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => `out/${place}.done`);
}

describe("awaited files", () => {
  test("are looked at 64 times in a round at most, however many there are", () => {
    const looks = [300, 3000, 30_000].map((count) => {
      const { add, looked, round } = files();
      for (const name of namesOf(count)) add(name);
      looked.length = 0;
      for (let rounds = 0; rounds < 20; rounds += 1) round();
      return looked.length;
    });
    expect(Math.max(...looks)).toBeLessThanOrEqual(20 * 64);
  });

  test("are found in the next round where they come in order, however many come at once", () => {
    const { add, found, round, there } = files();
    const names = namesOf(3000);
    for (const name of names) add(name);
    for (const name of names.slice(0, 500)) there.add(name);
    round();
    expect(found).toEqual(names.slice(0, 500));
    round();
    expect(found).toHaveLength(500);
  });

  test("are all found after some rounds, in whatever order they come and whatever is forgotten meanwhile", () => {
    const { add, found, round, there } = files();
    const names = namesOf(3000);
    const forgets = names.map((name) => ({ name, forget: add(name) }));
    for (const { name, forget } of forgets) if (name.includes("7")) forget();
    const wanted = names.filter((name) => !name.includes("7"));
    for (const name of names.toReversed()) {
      there.add(name);
      if (there.size % 500 === 0) round();
    }
    for (let rounds = 0; rounds < 3000 / 32; rounds += 1) round();
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test("that are there already are found at once", () => {
    const { add, found, there } = files();
    there.add("a.done");
    add("a.done");
    expect(found).toEqual(["a.done"]);
  });
});

test("files of real folders are reported when they appear, in one that is made later too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "donemark-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const watch = watchFolders();
  onTestFinished(watch.close);
  const names = ["a.done", "later/b.done"].map((name) => join(folder, name));
  const seen = names.map(
    (name) => new Promise<void>((resolve) => void watch.whenThere(name, resolve)),
  );
  mkdirSync(join(folder, "later"));
  // The timer of the watch keeps no process alive.
  const alive = setInterval(() => undefined, 1000);
  onTestFinished(() => clearInterval(alive));
  for (const name of names) writeFileSync(name, "");
  await Promise.all(seen);
});
