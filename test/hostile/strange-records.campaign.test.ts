import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_FENCE } from "../../src/core/ownership/fence.ts";
import { timesFor } from "../../src/core/ownership/heartbeat.ts";
import { recordFailed, readLastFailed } from "../../src/files/bad-checkpoint-record.ts";
import type { Disk, Stat } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { openHeart } from "../../src/machine/heartbeat.ts";
import { acquireLease } from "../../src/machine/lease.ts";
import { lookAtOwner } from "../../src/machine/owner-watch.ts";
import { openHashCache } from "../../src/shards/hash-cache.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { fuzzed } from "../helpers/campaign.ts";
import { DIST } from "../helpers/program.ts";
import { entryOf } from "../store/contract.ts";
import { fileOptions, finish, read, wantedOf, write } from "../store/setting.ts";
import { markerOf } from "../store/told.ts";

/** A name that Linux allows: any bytes of UTF-8 but `/` and NUL, 255 of them at most. */
const NAME = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
    fc.constantFrom("\n", "a\r\nb", "'\"\\", " ", "-rf", "*", "ä", "a\u0308", "\u{1f600}"),
    fc.constant("x".repeat(255)),
    fc.constant("漢".repeat(85)),
  )
  .map((text) => text.replaceAll(/[/\0]/g, "_"))
  .filter((text) => text !== "." && text !== ".." && !text.startsWith(".donemark"));

const TEXT = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("~", "%", "a~1,2~", "\n", ""));

/** Of what a file's name can hold, whatever it is made of. */
const SHORT = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("~", "%", "a~1,2~"),
);

/** Seconds since 1970 of any time that a file can be given here. */
const SECONDS = fc.integer({ min: -(2 ** 31), max: 2 ** 34 });

/** Milliseconds of a clock, whether it stands before 1970, after 2262, or now. */
const CLOCK = fc.integer({ min: -8.64e15, max: 8.64e15 });

const FENCE = fc.option(fc.nat({ max: MOST_FENCE }), { nil: undefined });

function fail(): never {
  throw new Error("nothing was to be asked or told");
}

function statOf(path: string): Stat {
  const stat = realDisk.stat(path);
  if (stat === undefined) throw new Error(`${path} is not there`);
  return stat;
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "donemark-strange-"));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("what the writer makes, its reader takes", () => {
  test("heartbeats, whatever the host, the run and the time", async () => {
    const home = pathToFileURL(`${DIST}/`);
    const owner = { pid: 1, startTime: "1", boot: "another" };
    await fc.assert(
      fc.asyncProperty(TEXT, TEXT, SECONDS, (host, run, seconds) =>
        inFolder(async (folder) => {
          const path = join(folder, "made", ".alive");
          const place = { path, text: { host, run }, isFolderShared: false };
          const beating = openHeart(home, timesFor(30_000)).begin(place);
          utimesSync(path, seconds, seconds);
          const look = lookAtOwner({ process: owner, heartbeat: path });
          await beating.stop();
          expect(look).toMatchObject({ liveness: "unknown", ...(host !== "" && { host }) });
          expect(look.ageMs).toBeGreaterThanOrEqual(0);
        }),
      ),
      fuzzed(10, 100),
    );
  });

  test("leases: the holder and the noted process, whatever names their boot", async () => {
    await fc.assert(
      fc.asyncProperty(SHORT, SHORT, fc.nat(), (boot, startTime, pid) =>
        inFolder(async (folder) => {
          const holder = { boot, startTime, pid };
          const taker = {
            folder,
            holder,
            owners: { livenessOf: () => "unknown" as const },
            spares: [],
          };
          const lease = await acquireLease(taker, "gpu 0");
          expect(lease.kind).toBe("lease");
          expect(await acquireLease(taker, "gpu 0")).toMatchObject({ kind: "held", by: holder });
        }),
      ),
      fuzzed(50, 500),
    );
  });

  test("records of bad checkpoints, whatever the names, the reasons and the clock", async () => {
    const found = fc.record({ path: NAME, reason: TEXT });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(found, { minLength: 1, maxLength: 5, selector: ({ path }) => path }),
        CLOCK,
        (all, now) =>
          inFolder(async (folder) => {
            const place = { disk: realDisk, workspace: folder, now: () => now };
            const paths = all.map(({ path, reason }) => ({ path: join(folder, path), reason }));
            await recordFailed({ ...place, reporter: { debug: fail } }, paths);
            const time = new Date(now).toISOString();
            expect(readLastFailed(place)).toEqual(all.map((one) => ({ ...one, time })));
          }),
      ),
      fuzzed(50, 500),
    );
  });

  test("hashes of inputs, whatever their names and times: each is read once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(NAME, { minLength: 1, maxLength: 5 }),
        SECONDS,
        (names, seconds) =>
          inFolder(async (folder) => {
            const cache = { folder: join(folder, "cache"), workspace: folder };
            mkdirSync(join(folder, "in"));
            const paths = names.map((name) => join(folder, "in", name));
            for (const [place, path] of paths.entries()) {
              writeFileSync(path, `${place}`);
              utimesSync(path, seconds, seconds);
            }
            const asked = [...paths, join(folder, "in")];
            const first = openHashCache(realDisk, cache);
            const digests = asked.map((path) => first.hash(path, statOf(path)));
            await first.save(Date.now() + 60_000);
            const unread: Disk = { ...realDisk, open: fail };
            const again = openHashCache(unread, cache);
            expect(asked.map((path) => again.hash(path, statOf(path)))).toEqual(digests);
          }),
      ),
      fuzzed(20, 200),
    );
  });

  test("snapshots of work in a store, whatever the names, the times and the clock", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(NAME, { maxLength: 4 }),
        SECONDS,
        CLOCK,
        TEXT,
        (names, seconds, now, shard) =>
          inFolder(async (folder) => {
            const work = join(folder, "work");
            write(work, {
              part: "1",
              "part.done": "",
              deep: Object.fromEntries(names.map((name) => [name, name])),
            });
            for (const name of ["part", "part.done"])
              utimesSync(join(work, name), seconds, seconds);
            const store = fileStore(fileOptions(join(folder, "store"), { now: () => now }));
            const wanted = wantedOf(shard);
            expect((await store.saveWork(wanted, work)).kind).toBe("saved");
            const later = fileStore(fileOptions(join(folder, "store"), { now: () => now - 1000 }));
            expect(await later.findWork([wanted])).toEqual([{ kind: "hit" }]);
            expect(await later.fetchWork(wanted, join(folder, "staging"))).toEqual({ kind: "hit" });
            expect(read(join(folder, "staging"))).toEqual(read(work));
            expect((await later.saveWork(wanted, work)).kind).not.toBe("unavailable");
          }),
      ),
      fuzzed(20, 200),
    );
  });

  test("entries of a store, whatever the shard, its run, its times and the names in its checkpoint", async () => {
    const attempt = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
    const author = fc.record({ run: TEXT, attempt, host: TEXT }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(
        TEXT,
        fc.uniqueArray(NAME, { maxLength: 4 }),
        author,
        CLOCK,
        FENCE,
        SECONDS,
        (shard, names, by, finished, fenced, seconds) =>
          inFolder(async (folder) => {
            const content = Object.fromEntries(names.map((name) => [name, name]));
            const done = finish({ shard, content: { "a.bin": "1", deep: content } });
            utimesSync(join(done.checkpoint, "a.bin"), seconds, seconds);
            const finishedAt = new Date(finished).toISOString();
            const fence = fenced === undefined ? {} : { fence: fenced };
            const marker = markerOf(done.checkpoint, { shard, by, finishedAt, ...fence });
            const store = fileStore(fileOptions(join(folder, "store"), { now: () => finished }));
            expect(await store.save({ ...done, marker })).toMatchObject({ kind: "saved" });
            const entry = await entryOf(store, done.wanted);
            const fetched = await store.fetch(entry, join(folder, "staging"));
            expect(fetched).toEqual({ kind: "hit", marker });
            expect(read(join(folder, "staging"))).toEqual(read(done.checkpoint));
          }),
      ),
      fuzzed(20, 200),
    );
  });
});

test.skipIf(process.platform === "win32")(
  "a folder of leases in which others have put pipes, folders, links and huge files under the names of heartbeats holds nobody up",
  async () => {
    const here = workspace();
    here.define({ shards: 1, checkpoint: "out/{id}", command: 'echo a > "$SHARD_CHECKPOINT"' });
    here.write(".leases/.alive-huge", "");
    truncateSync(here.path(".leases/.alive-huge"), 3 * 2 ** 30);
    here.write(".leases/.alive-folder/x", "");
    execFileSync("mkfifo", [here.path(".leases/.alive-pipe")]);
    symlinkSync(".alive-loop", here.path(".leases/.alive-loop"));
    symlinkSync("/dev/zero", here.path(".leases/.alive-device"));
    const strange = here.names(".leases");
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.names(".leases")).toEqual(strange);
  },
);

test.skipIf(process.platform !== "linux")(
  "a part with a file whose name is not UTF-8 is not taken for whole elsewhere (Linux)",
  async () => {
    await inFolder(async (folder) => {
      const work = join(folder, "work");
      write(work, { state: "1", one: { a: "1" }, "one.done": "", two: { b: "2" }, "two.done": "" });
      writeFileSync(Buffer.concat([Buffer.from(`${work}/two/`), Buffer.from([0x61, 0xff])]), "3");
      mkdirSync(Buffer.concat([Buffer.from(`${work}/`), Buffer.from([0xfe])]));
      const store = fileStore(fileOptions(join(folder, "store")));
      expect((await store.saveWork(wantedOf("s"), work)).kind).toBe("saved");
      await store.fetchWork(wantedOf("s"), join(folder, "staging"));
      expect(read(join(folder, "staging"))).toEqual({
        state: "1",
        one: { a: "1" },
        "one.done": "",
        two: {},
      });
    });
  },
);

test.skipIf(process.platform === "win32")(
  "no beat is written through a link, nor into what others put in its place",
  async () => {
    await inFolder(async (folder) => {
      const [path, victim] = [join(folder, ".alive"), join(folder, "victim")];
      const heart = openHeart(pathToFileURL(`${DIST}/`), timesFor(30_000));
      const place = { path, text: { host: "h" }, isFolderShared: false };
      writeFileSync(victim, "theirs");
      symlinkSync(victim, path);
      expect(() => heart.begin(place)).toThrow(/ELOOP/);
      rmSync(path);
      symlinkSync(join(folder, "nowhere"), path);
      expect(() => heart.begin(place)).toThrow(/ELOOP/);
      expect(readFileSync(victim, "utf8")).toBe("theirs");
      expect(readdirSync(folder).toSorted()).toEqual([".alive", "victim"]);
    });
  },
);
