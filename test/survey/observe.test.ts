import {
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Task } from "../../src/survey/survey.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { listedPresence, observe, type Observed } from "../../src/survey/observe.ts";
import { countingDisk, defineAs, mark, start, tasksIn, temporaryFolder, write } from "./scene.ts";
import { PLAIN_FORM } from "../../src/core/marker-form.ts";

const COMPLETE = JSON.stringify({ status: "complete", version: "1.2", data: "x".repeat(3000) });

interface Scene {
  readonly workspace: string;
  readonly task: Task;
  readonly look: (values?: Readonly<Record<string, unknown>>, disk?: Disk) => Promise<Observed>;
}

/** One shard `a` with the checkpoint `out/a.json` of this content. */
async function scene(content?: string, checkpoint = "out/{id}.json"): Promise<Scene> {
  const workspace = temporaryFolder();
  write(workspace, { "in/a.txt": "A", "out/.keep": "" });
  const [task] = await tasksIn({ workspace, values: { checkpoint } });
  if (task === undefined) throw new Error("there is no shard");
  if (content !== undefined) writeFileSync(task.places.checkpoint, content);
  const look: Scene["look"] = (values = {}, disk = realDisk) =>
    observe(
      disk,
      { id: "a", places: task.places },
      { ...defineAs(values), markers: PLAIN_FORM },
      listedPresence(disk),
    );
  return { workspace, task, look };
}

describe("where nothing lies", () => {
  test("nothing is found", async () => {
    const { look } = await scene();
    expect(await look()).toEqual({
      marker: "none",
      asMarked: false,
      moved: false,
      checkpoint: "absent",
      status: "none",
      tooNew: false,
      started: false,
    });
  });

  test("a link that leads nowhere is no checkpoint", async () => {
    const { task, look } = await scene();
    symlinkSync("gone", task.places.checkpoint);
    expect(await look()).toMatchObject({ checkpoint: "absent" });
  });

  test("a folder that is missing holds nothing", async () => {
    const { workspace, look } = await scene();
    rmSync(path.join(workspace, "out"), { recursive: true });
    expect(await look()).toMatchObject({ checkpoint: "absent", marker: "none" });
  });
});

describe("a checkpoint without a marker", () => {
  test.each<readonly [string, string, Partial<Observed>]>([
    ["that says complete", COMPLETE, { checkpoint: "sound", status: "complete" }],
    [
      "that says in progress",
      '{"status":"in_progress"}',
      { checkpoint: "sound", status: "in-progress" },
    ],
    ["that says something else", '{"status":"failed"}', { status: "other" }],
    ["that says nothing", '{"data":1}', { checkpoint: "sound", status: "none" }],
    ["of no bytes", "", { checkpoint: "empty", status: "none" }],
    ["that is cut off", COMPLETE.slice(0, -20), { checkpoint: "truncated" }],
  ])("%s", async (_, content, expected) => {
    const { look } = await scene(content);
    expect(await look()).toMatchObject({ ...expected, marker: "none", asMarked: false });
  });

  test("of a version above the highest accepted is too new", async () => {
    const { look } = await scene(COMPLETE);
    expect((await look({ status: { "highest-version": "1.1" } })).tooNew).toBe(true);
    expect((await look({ status: { "highest-version": "1.2" } })).tooNew).toBe(false);
    expect((await look()).tooNew).toBe(false);
  });

  test("of an unknown form is neither sound nor bad", async () => {
    const { look } = await scene("some text", "out/{id}.txt");
    expect(await look()).toMatchObject({ checkpoint: "unknown", status: "none" });
  });

  test("is not opened where only its size is asked for, and then nothing speaks for it", async () => {
    const { look } = await scene(COMPLETE);
    const { disk, reads } = countingDisk();
    expect(await look({ validate: "size" }, disk)).toMatchObject({
      checkpoint: "unknown",
      status: "none",
    });
    expect(reads()).toEqual([]);
  });

  test("that cannot be read is damaged, and says why", async () => {
    const { look } = await scene(COMPLETE);
    const broken: Disk = {
      ...realDisk,
      open: () => {
        throw new Error("EIO: i/o error");
      },
    };
    expect(await look({}, broken)).toMatchObject({
      checkpoint: "damaged",
      why: expect.stringMatching(/EIO/),
    });
  });

  test("that is a directory is empty or unknown", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    mkdirSync(task.places.checkpoint);
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "empty" });
    write(task.places.checkpoint, { "sub/x": "1" });
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "unknown" });
  });

  test("that is a directory says itself whether its save has ended", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    const begun = { commit_timestamp_nsecs: null, custom_metadata: { status: "complete" } };
    const save = (metadata: object): void =>
      write(task.places.checkpoint, { _CHECKPOINT_METADATA: JSON.stringify(metadata) });
    save(begun);
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({
      checkpoint: "truncated",
      why: "its save was begun and not committed",
      status: "none",
    });
    expect(await look({ checkpoint: "out/{id}", validate: "size" })).toMatchObject({
      checkpoint: "unknown",
    });
    save({ ...begun, commit_timestamp_nsecs: 1 });
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({
      checkpoint: "sound",
      status: "complete",
    });
  });

  test("that is a directory with a link leading out is damaged", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    write(task.places.checkpoint, { x: "1" });
    symlinkSync("../../in/a.txt", path.join(task.places.checkpoint, "link"));
    const seen = await look({ checkpoint: "out/{id}" });
    expect(seen).toMatchObject({ checkpoint: "damaged", why: expect.stringMatching(/leads out/) });
  });
});

describe("a checkpoint as its marker says", () => {
  test("is not opened: size, time and inode are proof enough", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    const { disk, reads } = countingDisk();
    expect(await look({}, disk)).toMatchObject({
      marker: "full",
      asMarked: true,
      moved: false,
      checkpoint: "sound",
    });
    expect(reads()).toEqual(["a.json.done"]);
  });

  test("has the status and the version that the marker holds", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    expect((await look()).status).toBe("none");
    const full = (await look()).full?.checkpoint;
    if (full === undefined) throw new Error("there is no marker");
    mark(task, { checkpoint: { ...full, status: "partial", version: "3" } });
    const seen = await look({ status: { "highest-version": 2 } });
    expect(seen).toMatchObject({ status: "in-progress", tooNew: true });
  });

  test("is known again by its sample where it was copied or restored", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    utimesSync(task.places.checkpoint, 1_600_000_000, 1_600_000_000);
    expect(await look()).toMatchObject({ asMarked: true, moved: true, checkpoint: "sound" });
  });

  test("is read whole only where `deep` asks for it", async () => {
    const { task, look } = await scene("x".repeat(2_000_000), "out/{id}.txt");
    mark(task);
    const { atime, mtime } = statSync(task.places.checkpoint);
    const bytes = Buffer.alloc(2_000_000, "x");
    bytes[300_000] = 1;
    writeFileSync(task.places.checkpoint, bytes);
    utimesSync(task.places.checkpoint, atime, mtime);
    expect(await look({ validate: "structure" })).toMatchObject({ asMarked: true });
    expect(await look({ validate: "deep" })).toMatchObject({ asMarked: false });
  });

  test("of no bytes is empty all the same", async () => {
    const { task, look } = await scene("");
    mark(task);
    expect(await look()).toMatchObject({ asMarked: true, checkpoint: "empty" });
  });

  test("that is a directory is known by count, bytes, paths and times", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    const values = { checkpoint: "out/{id}" };
    write(task.places.checkpoint, { "a/x": "1", y: "22" });
    mark(task);
    expect(await look(values)).toMatchObject({ asMarked: true, moved: false });
    utimesSync(path.join(task.places.checkpoint, "y"), 1, 1);
    expect(await look(values)).toMatchObject({ asMarked: true, moved: true });
    write(task.places.checkpoint, { y: "33" });
    expect(await look(values)).toMatchObject({ asMarked: false });
  });

  test("that is a directory of no files is empty", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    mkdirSync(task.places.checkpoint);
    mark(task);
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "empty" });
  });
});

describe("a checkpoint that is not as its marker says", () => {
  test.each<readonly [string, (place: string) => void, Partial<Observed>]>([
    ["cut off", (place) => truncateSync(place, 1000), { checkpoint: "truncated" }],
    ["emptied", (place) => truncateSync(place, 0), { checkpoint: "empty" }],
    [
      "replaced by a longer one",
      (place) => writeFileSync(place, `${COMPLETE} `),
      { checkpoint: "sound" },
    ],
    [
      "changed at its head",
      (place) => writeFileSync(place, COMPLETE.replace("1.2", "1.3")),
      { checkpoint: "sound" },
    ],
    [
      "changed at its end",
      (place) => writeFileSync(place, COMPLETE.replace('xxx"}', 'xyx"}')),
      { checkpoint: "sound" },
    ],
    ["gone", (place) => rmSync(place), { checkpoint: "absent" }],
    [
      "a directory now",
      (place) => {
        rmSync(place);
        write(place, { x: "1" });
      },
      { checkpoint: "unknown" },
    ],
  ])("is seen: %s", async (_, change, expected) => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    change(task.places.checkpoint);
    expect(await look()).toMatchObject({ ...expected, marker: "full", asMarked: false });
  });
});

describe("a marker", () => {
  test.each<readonly [string, string, Observed["marker"]]>([
    ["of no bytes is the old form", "", "empty"],
    ["of a line end is the old form", "\n", "empty"],
    ["of other text is corrupt", "done", "corrupt"],
    ["cut off is corrupt", '{"donemark":1,"status":"comp', "corrupt"],
    ["of zeros, as a power cut leaves it, is corrupt", "\0".repeat(300), "corrupt"],
    ["larger than any record is corrupt", `{"donemark":1,"x":"${"x".repeat(70_000)}"}`, "corrupt"],
  ])("%s", async (_, text, expected) => {
    const { task, look } = await scene(COMPLETE);
    writeFileSync(task.places.marker, text);
    expect(await look()).toMatchObject({ marker: expected, asMarked: false });
  });

  test("of another shard is foreign, and says whose", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task, { shard: "b" });
    const seen = await look();
    expect(seen).toMatchObject({
      marker: "foreign",
      asMarked: false,
      why: expect.stringMatching(/"b"/),
    });
    expect(seen).not.toHaveProperty("full");
  });

  test("that is a folder, or cannot be read, is corrupt", async () => {
    const { task, look } = await scene(COMPLETE);
    mkdirSync(task.places.marker);
    expect(await look()).toMatchObject({ marker: "corrupt" });
  });

  test("that is a link leading nowhere says nothing complete", async () => {
    const { task, look } = await scene(COMPLETE);
    symlinkSync("gone", task.places.marker);
    expect((await look()).marker).toBe("corrupt");
  });

  test("without a checkpoint is seen", async () => {
    const { task, look } = await scene();
    writeFileSync(task.places.marker, "");
    expect(await look()).toMatchObject({ marker: "empty", checkpoint: "absent" });
  });
});

describe("a start record", () => {
  test("that can be read is given", async () => {
    const { task, look } = await scene(COMPLETE);
    start(task, { attempt: 3 });
    expect(await look()).toMatchObject({ started: true, startRecord: { shard: "a", attempt: 3 } });
  });

  test.each([
    ["is empty", (place: string) => writeFileSync(place, "")],
    ["is cut off", (place: string) => writeFileSync(place, '{"donemark":1')],
    ["is a folder", (place: string) => mkdirSync(place)],
    ["is a link that leads nowhere", (place: string) => symlinkSync("gone", place)],
  ])("still says that a command was started where it %s", async (_, make) => {
    const { task, look } = await scene(COMPLETE);
    make(task.places.started);
    const seen = await look();
    expect(seen.started).toBe(true);
    expect(seen).not.toHaveProperty("startRecord");
  });
});
