import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { array, assert, asyncProperty, double, maxSafeInteger, oneof, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { openHistory, type History } from "../../src/files/history.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fuzzed } from "../helpers/campaign.ts";
import { temporaryFolder } from "../helpers/program.ts";
import { systemError, tappedDisk } from "../store/disks.ts";

function opened(workspace: string, disk: Disk = realDisk, now = 1000): History {
  const env = { DONEMARK_CACHE_DIR: path.join(workspace, ".cache") };
  return openHistory({ disk, workspace, env, now: () => now });
}

describe("the history", () => {
  test("knows what was noted, relative to the workspace where it lies below it", async () => {
    const folder = temporaryFolder();
    const history = opened(folder);
    expect(history.sinceMs()).toBe(Number.POSITIVE_INFINITY);
    const odd = path.join(folder, "out/a\nb \u{1f600}'\".pt");
    await history.note([odd, "/elsewhere/c.pt"]);
    const again = opened(folder, realDisk, 5000);
    expect([again.knows(odd), again.knows("/elsewhere/c.pt")]).toEqual([true, true]);
    expect(again.knows(path.join(folder, "out/d.pt"))).toBe(false);
    expect(again.sinceMs()).toBe(1000);
  });

  test("reads what it has written, whatever the names and the clock", async () => {
    const names = array(string({ unit: "binary", maxLength: 40 }), { minLength: 1 });
    const clock = oneof(maxSafeInteger(), double({ noNaN: true, noDefaultInfinity: true }));
    await assert(
      asyncProperty(names, clock, async (ends, now) => {
        const folder = mkdtempSync(path.join(tmpdir(), "donemark-history-"));
        const places = ends.map((end) => `${folder}/out/x${end.replaceAll(/[/\0]/g, "")}`);
        await opened(folder, realDisk, now).note(places);
        const again = opened(folder, realDisk, 0);
        const unknown = places.filter((place) => !again.knows(place));
        const since = again.sinceMs();
        rmSync(folder, { recursive: true });
        expect([unknown, since]).toEqual([[], now === 0 ? 0 : now]);
      }),
      fuzzed(10, 300),
    );
  });

  test("adds each checkpoint once", async () => {
    const folder = temporaryFolder();
    const one = path.join(folder, "out/a");
    await opened(folder).note([one]);
    await opened(folder).note([one]);
    const names = readdirSync(path.join(folder, ".donemark"));
    const name = names.find((each) => each.startsWith("history-")) ?? "";
    const text = readFileSync(path.join(folder, ".donemark", name), "utf8");
    expect(text.match(/out\/a/g)).toHaveLength(1);
  });

  test("flushes what a killed run has noted, and the folders of it, once", async () => {
    const folder = temporaryFolder();
    const one = path.join(folder, "out/a");
    await opened(folder).note([one]);
    const flushed: string[] = [];
    const disk = tappedDisk((operation, place) => {
      if (operation.startsWith("sync")) flushed.push(path.relative(folder, place));
    });
    const again = opened(folder, disk);
    expect(await again.note([one])).toBe(false);
    await again.flush();
    await again.flush();
    const file = readdirSync(path.join(folder, ".donemark")).find((name) =>
      name.startsWith("history-"),
    );
    expect(flushed).toEqual([`.donemark/${file}`, ".donemark", ""]);
  });

  test("comes back from no flush before the one under way is over", async () => {
    const folder = temporaryFolder();
    let release = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const disk: Disk = { ...realDisk, syncFile: () => waiting };
    const history = opened(folder, disk);
    await history.note([path.join(folder, "out/a")]);
    const order: string[] = [];
    const both = [1, 2].map((number) =>
      history.flush().then(() => void order.push(`flush ${number}`)),
    );
    await new Promise(setImmediate);
    order.push("released");
    release();
    await Promise.all(both);
    expect(order).toEqual(["released", "flush 1", "flush 2"]);
  });

  test("goes on behind a line that a crash has cut off, and reads what other machines have noted", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, ".donemark"));
    writeFileSync(
      path.join(folder, ".donemark/history-00000000.jsonl"),
      '{"since":9}\n"out/x"\n"ou',
    );
    const history = opened(folder);
    await history.note([path.join(folder, "out/a")]);
    const again = opened(folder);
    expect(again.knows(path.join(folder, "out/x"))).toBe(true);
    expect(again.knows(path.join(folder, "out/a"))).toBe(true);
    expect(again.sinceMs()).toBe(9);
  });

  test.each(["append", "makeDirectory", "names", "readText", "syncFile"] as const)(
    "fails nothing where %s is refused",
    async (refused) => {
      const folder = temporaryFolder();
      const disk = tappedDisk((operation, place) => {
        if (operation === refused) throw systemError("EACCES", operation, place);
      });
      const history = opened(folder, disk);
      await history.note([path.join(folder, "out/a")]);
      await history.flush();
      expect(history.knows(path.join(folder, "out/a"))).toBe(true);
    },
  );
});
