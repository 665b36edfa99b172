import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/core/model/marker.ts";
import { isRecord } from "../../src/core/text/text.ts";
import type { Disk } from "../../src/files/disk.ts";
import { TEMPORARY_PREFIX } from "../../src/files/durable.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import type { Store } from "../../src/store/store.ts";
import { fetchWorkContent, workOf } from "./contract.ts";
import { countingDisk, tappedDisk, unflushedDisk } from "./disks.ts";
import { fileOptions, namesBelow, read, temporaryFolder, wantedOf, write } from "./setting.ts";

const MISS = { kind: "miss" };
const HOUR_S = 60 * 60;
const wanted = wantedOf("protein-1");

/** Gives every file below a folder a time of an hour ago: nothing is fresh. */
function settle(work: string): void {
  setTimes(work, wholeSecond() - HOUR_S);
}

/** A time that comes back the same however it is written: files know parts of a second that a number does not. */
function wholeSecond(): number {
  return Math.floor(Date.now() / 1000);
}

function setTimes(work: string, seconds: number): void {
  for (const name of namesBelow(work)) {
    const place = path.join(work, name);
    if (statSync(place).isFile()) utimesSync(place, seconds, seconds);
  }
}

function keepTime(place: string, change: () => void): void {
  const { atime, mtime } = statSync(place);
  change();
  utimesSync(place, atime, mtime);
}

describe("a snapshot that an earlier version saved without a whole part", () => {
  it.each([
    ["state alone", { state: "1" }],
    ["a marker without its part", { state: "1", "a.done": "" }],
    ["nothing", {}],
  ])("makes no plan say that a shard goes on: %s", async (_, content) => {
    const store = fileStore(fileOptions(temporaryFolder()));
    await store.saveWork(wanted, workOf(content));
    expect(await store.findWork([wanted])).toEqual([MISS]);
    // A command may still be given it: the newest snapshot decides, whatever it holds.
    expect(await fetchWorkContent(store, wanted)).toEqual(content);
    await store.saveWork(wanted, workOf({ ...content, a: "1", "a.done": "" }));
    expect(await store.findWork([wanted])).toEqual([{ kind: "hit" }]);
  });
});

describe("what the writer of a snapshot makes, its reader takes", () => {
  it.each([-1_000_000_000.5, -1, 0, 1e10, 253_402_300_800])(
    "parts whose time is %d seconds from 1970",
    async (seconds) => {
      const store = fileStore(fileOptions(temporaryFolder()));
      const content = { a: "1", "a.done": "", state: "s" };
      const work = workOf(content);
      setTimes(work, seconds);
      expect((await store.saveWork(wanted, work)).kind).toBe("saved");
      expect(await store.findWork([wanted])).toEqual([{ kind: "hit" }]);
      expect(await fetchWorkContent(store, wanted)).toEqual(content);
      expect((await store.saveWork(wanted, work)).kind).toBe("exists");
    },
  );
});

/** The folder of the one work that a store holds. */
function workFolderIn(root: string): string {
  const name = namesBelow(root).find((one) => /^work-[0-9a-f]{16}$/.test(path.basename(one)));
  return path.join(root, name ?? "missing");
}

function manifestsIn(root: string): readonly string[] {
  return readdirSync(workFolderIn(root))
    .filter((name) => name.startsWith("manifest-"))
    .toSorted();
}

function objectsIn(root: string): readonly string[] {
  const folder = path.join(workFolderIn(root), "objects");
  return readdirSync(folder).map((name) => path.join(folder, name));
}

function objectOf(root: string, content: string): string {
  const name = createHash("sha256").update(content).digest("hex");
  return path.join(workFolderIn(root), "objects", name);
}

describe("snapshots of work: what is copied", () => {
  it("is little more than the directory in five saves of one that grows", async () => {
    const root = temporaryFolder();
    const { disk, copied } = countingDisk();
    const store = fileStore(fileOptions(root, { disk }));
    const work = workOf({});
    for (let part = 1; part <= 5; part += 1) {
      write(work, { [`part-${part}.pt`]: `${part}`.repeat(200_000), [`part-${part}.pt.done`]: "" });
      write(work, { "state.json": `{"done":${part}}` });
      expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    }
    const size = namesBelow(work).reduce(
      (sum, name) => sum + statSync(path.join(work, name)).size,
      0,
    );
    expect(copied()).toBeLessThanOrEqual(1.1 * size);
    expect(copied()).toBeGreaterThanOrEqual(size);
    expect(await fetchWorkContent(store, wanted)).toEqual(read(work));
  });

  it("is only what is new where a restored directory is gone on with", async () => {
    const root = temporaryFolder();
    const before = workOf({ "part-1": "1".repeat(100_000), "part-1.done": "", state: "1" });
    await fileStore(fileOptions(root)).saveWork(wanted, before);
    const work = path.join(temporaryFolder(), "work");
    const { disk, copied } = countingDisk();
    const store = fileStore(fileOptions(root, { disk }));
    await store.fetchWork(wanted, work);
    const restored = copied();
    write(work, { "part-2": "2".repeat(1000), "part-2.done": "" });
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(copied() - restored).toBe(1000);
  });

  it("is not even read again where size, time and inode are the same and no change was fresh", async () => {
    const root = temporaryFolder();
    const work = workOf({ state: "1", "part-1": "one", "part-1.done": "", deep: { log: "x" } });
    settle(work);
    await fileStore(fileOptions(root)).saveWork(wanted, work);
    const opened: string[] = [];
    const disk = tappedDisk((operation, place) => {
      const isRead = operation === "open" || operation === "copyFile";
      if (isRead && place.startsWith(work)) opened.push(path.basename(place));
    });
    const store = fileStore(fileOptions(root, { disk }));
    expect((await store.saveWork(wanted, work)).kind).toBe("exists");
    expect(opened).toEqual([]);
    write(work, { state: "22" });
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(opened).toEqual(["state"]);
  });

  it("holds a change that kept size, time and inode, if it came soon after the last one", async () => {
    const time = wholeSecond();
    const store = fileStore(fileOptions(temporaryFolder(), { now: () => time * 1000 }));
    const work = workOf({ state: "part 4" });
    setTimes(work, time);
    await store.saveWork(wanted, work);
    const state = path.join(work, "state");
    keepTime(state, () => writeFileSync(state, "part 5"));
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "part 5" });
  });

  it("holds a part as it is at its marker, also if it was written through memory with an old time", async () => {
    const store = fileStore(fileOptions(temporaryFolder()));
    const work = workOf({ "part-1": "half....", state: "0" });
    settle(work);
    await store.saveWork(wanted, work);
    const part = path.join(work, "part-1");
    keepTime(part, () => writeFileSync(part, "complete"));
    write(work, { "part-1.done": "" });
    await store.saveWork(wanted, work);
    expect(await fetchWorkContent(store, wanted)).toEqual({
      "part-1": "complete",
      "part-1.done": "",
      state: "0",
    });
  });

  it("is flushed before the manifest that names it is there", async () => {
    const steps: string[] = [];
    const disk = tappedDisk((operation, place) => {
      if (/^(?:sync|rename|create|hardLink)/.test(operation))
        steps.push(`${operation} ${asStep(place)}`);
    });
    const store = fileStore(fileOptions(temporaryFolder(), { disk }));
    await store.saveWork(wanted, workOf({ state: "1" }));
    const named = steps.indexOf("rename T");
    expect(steps.slice(0, named)).toContain("syncFile T");
    expect(steps.slice(named)).toEqual([
      "rename T",
      "syncDirectory objects",
      "create T",
      "syncFile T",
      "hardLink manifest-00000001.json",
      "syncDirectory work",
    ]);
  });

  it("leaves out temporaries of Donemark and everything that is no plain file", async () => {
    const store = fileStore(fileOptions(temporaryFolder()));
    const work = workOf({ state: "1", [`${TEMPORARY_PREFIX}1`]: "half", deep: {} });
    symlinkSync("/etc/passwd", path.join(work, "deep", "link"));
    symlinkSync("../..", path.join(work, "deep", "up"));
    await store.saveWork(wanted, work);
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "1", deep: {} });
  });
});

function asStep(place: string): string {
  const name = path.basename(place);
  return name.startsWith(TEMPORARY_PREFIX) ? "T" : name.replace(/^work-.*/, "work");
}

describe("snapshots of work: a directory that changes under the reader", () => {
  it("is read in the order state, then each marker before its part", async () => {
    const order: string[] = [];
    const work = workOf({
      "b.done": "",
      b: "part b",
      "a.json": "state",
      "z.json": "state",
      folder: { c: "1", d: "2" },
      "folder.done": "",
    });
    const disk = tappedDisk((operation, place) => {
      if (operation === "copyFile") order.push(path.relative(work, place));
    });
    await fileStore(fileOptions(temporaryFolder(), { disk })).saveWork(wanted, work);
    expect(order).toEqual([
      "a.json",
      "z.json",
      "b.done",
      "b",
      "folder.done",
      "folder/c",
      "folder/d",
    ]);
  });

  it("never yields a state that claims a part that is not whole, nor a marker of half a part", async () => {
    const schedule = fc.array(fc.nat({ max: 12 }), { minLength: 60, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(schedule, async (pauses) => {
        const root = temporaryFolder();
        const work = workOf({});
        const program = writingProgram(work);
        let operations = 0;
        let next = pauses[0] ?? 0;
        let step = 0;
        const disk = tappedDisk((_, place) => {
          operations += 1;
          // The program goes on between any two looks at its directory.
          if (!place.startsWith(work) || operations < next) return;
          step += 1;
          next = operations + (pauses[step % pauses.length] ?? 0);
          program.next();
        }, unflushedDisk);
        const store = fileStore(fileOptions(root, { disk }));
        for (let snapshot = 0; snapshot < 4; snapshot += 1) {
          program.next();
          const saved = await store.saveWork(wanted, work);
          expect(saved.kind).not.toBe("unavailable");
          expectTrue(await fetchWorkContent(fileStore(fileOptions(root)), wanted));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("leaves out a part that is made anew while it is read, and takes it once it is whole", async () => {
    const work = workOf({ part: "first", "part.done": "" });
    const root = temporaryFolder();
    let isRemaking = true;
    const disk = tappedDisk((operation, place) => {
      if (!isRemaking || operation !== "copyFile" || path.basename(place) !== "part") return;
      rmSync(path.join(work, "part.done"));
      write(work, { part: "half" });
      write(work, { "part.done": "" });
    });
    const store = fileStore(fileOptions(root, { disk }));
    await store.saveWork(wanted, work);
    expect(await fetchWorkContent(store, wanted)).toEqual({});
    isRemaking = false;
    write(work, { part: "second" });
    await store.saveWork(wanted, work);
    expect(await fetchWorkContent(store, wanted)).toEqual({ part: "second", "part.done": "" });
  });

  it.each<[string, (file: string) => void]>([
    ["is rewritten", (file) => writeFileSync(file, `${Math.random()}`.padEnd(30, "0"))],
    ["grows", (file) => appendFileSync(file, "more")],
    ["shrinks", (file) => writeFileSync(file, readFileSync(file).subarray(1))],
    ["is replaced", (file) => replace(file, "another")],
  ])(
    "stores each content under its own digest where a file %s while it is copied",
    async (_, change) => {
      const root = temporaryFolder();
      const work = workOf({ log: "the beginning of a log" });
      const disk: Disk = {
        ...realDisk,
        copyFile: async (from, to) => {
          await realDisk.copyFile(from, to);
          if (from.startsWith(work)) change(from);
        },
      };
      const store = fileStore(fileOptions(root, { disk }));
      expect((await store.saveWork(wanted, work)).kind).toBe("saved");
      for (const object of objectsIn(root)) {
        const digest = createHash("sha256").update(readFileSync(object)).digest("hex");
        expect(path.basename(object)).toBe(digest);
      }
      expect((await fileStore(fileOptions(root)).saveWork(wanted, work)).kind).not.toBe(
        "unavailable",
      );
      expect(await fetchWorkContent(store, wanted)).toEqual(read(work));
    },
  );

  it("goes on where a file vanishes before it is read", async () => {
    const work = workOf({ "state.tmp": "soon gone", state: "1", part: "1", "part.done": "" });
    const disk = tappedDisk((operation, place) => {
      if (operation === "copyFile" && /state\.tmp$|part$/.test(place))
        rmSync(place, { force: true });
    });
    const store = fileStore(fileOptions(temporaryFolder(), { disk }));
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(await fetchWorkContent(store, wanted)).toEqual({ state: "1", "part.done": "" });
  });

  function replace(file: string, content: string): void {
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
  }
});

/** A program that writes part after part in halves, marks each, and then says so in its state file. */
function* writingProgram(work: string): Generator<undefined> {
  for (let part = 1; ; part += 1) {
    const file = path.join(work, `part-${part}`);
    writeFileSync(file, "half");
    yield;
    writeFileSync(file, `whole part ${part}`);
    yield;
    writeFileSync(`${file}.done`, "");
    yield;
    writeFileSync(path.join(work, "state.json.new"), `{"done":${part}}`);
    yield;
    renameSync(path.join(work, "state.json.new"), path.join(work, "state.json"));
    yield;
  }
}

/** What the restored state and markers say is so. */
function expectTrue(content: unknown): void {
  if (!isRecord(content)) throw new Error("no directory was restored");
  const whole = (part: number | string): void => {
    expect({ part, text: content[`part-${part}`] }).toEqual({ part, text: `whole part ${part}` });
  };
  const text = content["state.json"];
  const state = parseJson(typeof text === "string" ? text : '{"done":0}');
  const claimed = isRecord(state) ? Number(state["done"]) : Number.NaN;
  for (let part = 1; part <= claimed; part += 1) {
    whole(part);
    expect(content).toHaveProperty([`part-${part}.done`]);
  }
  for (const name of Object.keys(content)) {
    const part = /^part-(\d+)\.done$/.exec(name)?.[1];
    if (part !== undefined) whole(part);
  }
}

describe("snapshots of work: what is restored", () => {
  async function twoSnapshots(): Promise<{
    readonly root: string;
    readonly store: Store;
    readonly work: string;
  }> {
    const root = temporaryFolder();
    const store = fileStore(fileOptions(root));
    const work = workOf({ state: "old state", part: "1", "part.done": "" });
    await store.saveWork(wanted, work);
    write(work, { state: "new state" });
    await store.saveWork(wanted, work);
    return { root, store, work };
  }

  it.each<[string, (root: string) => void]>([
    ["content is gone", (root) => unlinkSync(objectOf(root, "new state"))],
    ["content is cut off", (root) => writeFileSync(objectOf(root, "new state"), "new")],
    [
      "content is another of the same size",
      (root) => writeFileSync(objectOf(root, "new state"), "NEW STATE"),
    ],
    ["manifest is cut off", (root) => writeFileSync(manifest(root, 2), '{"donemark":1,')],
    ["manifest is empty", (root) => writeFileSync(manifest(root, 2), "")],
    ["manifest is of another shard", (root) => edit(root, "protein-1", "protein-2")],
    [
      "manifest is of another fingerprint",
      (root) => edit(root, wanted.whole, wantedOf("x", "b").whole),
    ],
    ["manifest is of another form", (root) => edit(root, '"donemark":1', '"donemark":2')],
    ["manifest leads out", (root) => edit(root, '"path":"state"', '"path":"../state"')],
    [
      "manifest leads out by a detour",
      (root) => edit(root, '"path":"state"', '"path":"a/../../state"'),
    ],
    [
      "manifest leads to an absolute path",
      (root) => edit(root, '"path":"state"', '"path":"/tmp/state"'),
    ],
    [
      "manifest has a folder that leads out",
      (root) => edit(root, '"folders":[]', '"folders":["../out"]'),
    ],
    [
      "manifest names a content that is no digest",
      (root) => edit(root, /"sha256":"[^"]+"/, '"sha256":"../../x"'),
    ],
    ["manifest names a file twice", (root) => edit(root, '"path":"state"', '"path":"part"')],
    ["manifest is a link", (root) => linkInstead(manifest(root, 2))],
  ])("is the snapshot before where the newest's %s", async (_, damage) => {
    const { root, store } = await twoSnapshots();
    damage(root);
    expect(await store.findWork([wanted])).toEqual([{ kind: "hit" }]);
    const folder = temporaryFolder();
    const staging = path.join(folder, "work");
    expect(await store.fetchWork(wanted, staging)).toEqual({ kind: "hit" });
    expect(read(staging)).toMatchObject({ state: "old state", part: "1", "part.done": "" });
    expect(readdirSync(folder)).toEqual(["work"]);
  });

  it("is nothing, and nothing is staged, where no snapshot is whole", async () => {
    const { root, store } = await twoSnapshots();
    unlinkSync(objectOf(root, "1"));
    const staging = path.join(temporaryFolder(), "work");
    expect(await store.findWork([wanted])).toEqual([MISS]);
    expect(await store.fetchWork(wanted, staging)).toEqual(MISS);
    expect(existsSync(staging)).toBe(false);
  });

  it("is whole again after a save that follows a damage", async () => {
    const { root, store, work } = await twoSnapshots();
    writeFileSync(objectOf(root, "1"), "X");
    const staging = path.join(temporaryFolder(), "work");
    expect(await store.fetchWork(wanted, staging)).toEqual(MISS);
    expect((await store.saveWork(wanted, work)).kind).not.toBe("unavailable");
    expect(await fetchWorkContent(store, wanted)).toEqual(read(work));
  });

  it.each<[string, (place: string) => void]>([
    ["a link", (place) => symlinkSync("/nowhere", place)],
    ["a folder", (place) => mkdirSync(place)],
  ])("is saved under another number where %s has the next name", async (_, take) => {
    const { root, store, work } = await twoSnapshots();
    take(manifest(root, 3));
    write(work, { state: "third state" });
    expect((await store.saveWork(wanted, work)).kind).toBe("saved");
    expect(await fetchWorkContent(store, wanted)).toMatchObject({ state: "third state" });
  });

  it("has its files in the order of their old times", async () => {
    const root = temporaryFolder();
    const work = workOf({ "a-newest": "3", "b-oldest": "1", "c-middle": "2" });
    const hour = (name: string, hours: number): void =>
      utimesSync(path.join(work, name), 0, Date.now() / 1000 - hours * HOUR_S);
    hour("b-oldest", 3);
    hour("c-middle", 2);
    hour("a-newest", 1);
    await fileStore(fileOptions(root)).saveWork(wanted, work);
    const made: string[] = [];
    const disk = {
      ...realDisk,
      copyFile: (from: string, to: string) => {
        made.push(path.basename(to));
        return realDisk.copyFile(from, to);
      },
    };
    const store = fileStore(fileOptions(root, { disk }));
    await store.fetchWork(wanted, path.join(temporaryFolder(), "work"));
    expect(made).toEqual(["b-oldest", "c-middle", "a-newest"]);
  });

  it("keeps two manifests and only the contents that they name", async () => {
    const root = temporaryFolder();
    const store = fileStore(fileOptions(root));
    const work = workOf({ part: "kept", "part.done": "" });
    for (const state of ["1", "2", "3", "4"]) {
      write(work, { state });
      await store.saveWork(wanted, work);
    }
    expect(manifestsIn(root)).toEqual(["manifest-00000003.json", "manifest-00000004.json"]);
    const contents = objectsIn(root).map((object) => readFileSync(object, "utf8"));
    expect(contents.toSorted()).toEqual(["", "3", "4", "kept"]);
  });

  function manifest(root: string, sequence: number): string {
    return path.join(workFolderIn(root), `manifest-0000000${sequence}.json`);
  }

  function edit(root: string, from: string | RegExp, to: string): void {
    const file = manifest(root, 2);
    const text = readFileSync(file, "utf8");
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(file, text.replace(from, to));
  }

  function linkInstead(place: string): void {
    const moved = path.join(temporaryFolder(), "moved");
    renameSync(place, moved);
    symlinkSync(moved, place);
  }
});
