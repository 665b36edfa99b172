import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { timesFor } from "../../src/core/ownership/heartbeat.ts";
import { openHeart, type Heartbeat } from "../../src/machine/heartbeat.ts";
import { DIST } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, "donemark-heart-"));
  folders.push(folder);
  return folder;
}

/** Settles when the heartbeat has changed twice. */
async function beats({ path }: Heartbeat): Promise<void> {
  for (const round of [1, 2]) {
    const before = readFileSync(path, "utf8");
    await until(`beat ${round} of ${path}`, () => readFileSync(path, "utf8") !== before);
  }
}

/** One in memory and one on a disk, where the machine has both. */
const TWO_DEVICES = ["/dev/shm", "/var/tmp"].every((path) => existsSync(path))
  ? ["/dev/shm", "/var/tmp"]
  : [tmpdir(), tmpdir()];

const PLACES = [
  ["on one device", [tmpdir(), tmpdir()]],
  ["on two devices", TWO_DEVICES],
] as const;

test.each(PLACES)(
  "heartbeats %s beat until each is stopped, and are gone then",
  async (_, parents) => {
    const heart = openHeart(pathToFileURL(`${DIST}/`), timesFor(10));
    const all = parents.map((parent) => {
      const path = join(newFolder(parent), "alive");
      return heart.begin({ path, text: { pid: 1 }, isFolderShared: false });
    });
    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error("there are two");
    await Promise.all(all.map(beats));
    await first.stop();
    await beats(second);
    expect(existsSync(first.path)).toBe(false);
    // One that is removed by a cleaner is made anew, as long as its owner lives.
    rmSync(second.path);
    await until("the heartbeat is there again", () => existsSync(second.path));
    await second.stop();
    const third = heart.begin({ path: first.path, text: { pid: 1 }, isFolderShared: false });
    await beats(third);
    await third.stop();
    expect([first, second].filter(({ path }) => existsSync(path))).toEqual([]);
  },
);
