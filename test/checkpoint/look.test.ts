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
import type { Task } from "../../src/checkpoint/tasks.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { decisionRules, look as lookAt } from "../../src/checkpoint/look.ts";
import { listedPresence } from "../../src/checkpoint/presence.ts";
import { targetOf } from "../../src/checkpoint/survey.ts";
import { fullMarker, isAsMarked, type CheckpointFacts } from "../../src/core/decide/facts.ts";
import {
  countingDisk,
  defineAs,
  HOME,
  mark,
  start,
  tasksIn,
  temporaryFolder,
  write,
} from "./scene.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

const COMPLETE = JSON.stringify({ status: "complete", version: "1.2", data: "x".repeat(3000) });

interface Scene {
  readonly workspace: string;
  readonly task: Task;
  readonly look: (
    values?: Readonly<Record<string, unknown>>,
    disk?: Disk,
  ) => Promise<CheckpointFacts>;
}

/** One shard `a` with the checkpoint `out/a.json` of this content. */
async function scene(content?: string, checkpoint = "out/{id}.json"): Promise<Scene> {
  const workspace = temporaryFolder();
  write(workspace, { "in/a.txt": "A", "out/.keep": "" });
  const [task] = await tasksIn({ workspace, values: { checkpoint } });
  if (task === undefined) throw new Error("there is no shard");
  if (content !== undefined) writeFileSync(task.paths.checkpoint, content);
  const look: Scene["look"] = (values = {}, disk = realDisk) =>
    lookAt(
      disk,
      targetOf(task),
      decisionRules({ definition: defineAs(values), markers: PLAIN_FORM, home: HOME }),
      listedPresence(disk),
    );
  return { workspace, task, look };
}

describe("where nothing lies", () => {
  test("nothing is found", async () => {
    const { look } = await scene();
    expect(await look()).toEqual({
      marker: { kind: "none" },
      comparison: { kind: "none" },
      checkpoint: "absent",
      format: "none",
      status: "none",
      started: false,
      sizeBytes: 0,
      bytesRead: 0,
      isProven: false,
    });
  });

  test("a link that leads nowhere is no checkpoint", async () => {
    const { task, look } = await scene();
    symlinkSync("gone", task.paths.checkpoint);
    expect(await look()).toMatchObject({ checkpoint: "absent" });
  });

  test("a folder that is missing holds nothing", async () => {
    const { workspace, look } = await scene();
    rmSync(path.join(workspace, "out"), { recursive: true });
    expect(await look()).toMatchObject({ checkpoint: "absent", marker: { kind: "none" } });
  });
});

describe("a checkpoint without a marker", () => {
  test.each<readonly [string, string, Partial<CheckpointFacts>]>([
    ["that says complete", COMPLETE, { checkpoint: "sound", status: "complete" }],
    [
      "that says in progress",
      '{"status":"in_progress"}',
      { checkpoint: "sound", status: "in-progress" },
    ],
    ["that says something else", '{"status":"exploded"}', { status: "other" }],
    ["that tells of failure", '{"status":"failed"}', { status: "failed" }],
    ["that says nothing", '{"data":1}', { checkpoint: "sound", status: "none" }],
    ["of no bytes", "", { checkpoint: "empty", status: "none" }],
    ["that is cut off", COMPLETE.slice(0, -20), { checkpoint: "truncated" }],
  ])("%s", async (_, content, expected) => {
    const { look } = await scene(content);
    expect(await look()).toMatchObject({
      ...expected,
      marker: { kind: "none" },
      comparison: { kind: "none" },
    });
  });

  test("of a version above the highest accepted is too new", async () => {
    const { look } = await scene(COMPLETE);
    const newerThan = async (highest?: string): Promise<string | undefined> =>
      (await look(highest === undefined ? {} : { status: { "highest-version": highest } }))
        .newerThan;
    expect(await newerThan("1.1")).toBe("1.1");
    expect(await newerThan("1.2")).toBeUndefined();
    expect(await newerThan()).toBeUndefined();
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
    mkdirSync(task.paths.checkpoint);
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "empty" });
    write(task.paths.checkpoint, { "sub/x": "1" });
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "unknown" });
  });

  test("that is a directory says itself whether its save has ended", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    const begun = { commit_timestamp_nsecs: null, custom_metadata: { status: "complete" } };
    const save = (metadata: object): void =>
      write(task.paths.checkpoint, { _CHECKPOINT_METADATA: JSON.stringify(metadata) });
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
    write(task.paths.checkpoint, { x: "1" });
    symlinkSync("../../in/a.txt", path.join(task.paths.checkpoint, "link"));
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
      marker: { kind: "full" },
      comparison: { kind: "same" },
      checkpoint: "sound",
      bytesRead: 0,
    });
    expect(reads()).toEqual(["a.json.done"]);
  });

  test("has the status and the version that the marker holds", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    expect((await look()).status).toBe("none");
    const full = fullMarker(await look())?.checkpoint;
    if (full === undefined) throw new Error("there is no marker");
    mark(task, { checkpoint: { ...full, status: "partial", version: "3" } });
    const seen = await look({ status: { "highest-version": 2 } });
    expect(seen).toMatchObject({ status: "in-progress", newerThan: "2" });
  });

  test("is known again by its sample where it was copied or restored", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    utimesSync(task.paths.checkpoint, 1_600_000_000, 1_600_000_000);
    expect(await look()).toMatchObject({ comparison: { kind: "moved" }, checkpoint: "sound" });
  });

  test("is read whole only where `deep` asks for it", async () => {
    const { task, look } = await scene("x".repeat(2_000_000), "out/{id}.txt");
    mark(task);
    const { atime, mtime } = statSync(task.paths.checkpoint);
    const bytes = Buffer.alloc(2_000_000, "x");
    bytes[300_000] = 1;
    writeFileSync(task.paths.checkpoint, bytes);
    utimesSync(task.paths.checkpoint, atime, mtime);
    expect(await look({ validate: "structure" })).toSatisfy(isAsMarked);
    expect(await look({ validate: "deep" })).toMatchObject({
      comparison: { kind: "differs", how: expect.stringContaining("SHA-256") },
    });
  });

  test("of no bytes is empty all the same", async () => {
    const { task, look } = await scene("");
    mark(task);
    expect(await look()).toMatchObject({ comparison: { kind: "same" }, checkpoint: "empty" });
  });

  test("that is a directory is known by count, bytes, paths and times", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    const values = { checkpoint: "out/{id}" };
    write(task.paths.checkpoint, { "a/x": "1", y: "22" });
    mark(task);
    expect(await look(values)).toMatchObject({ comparison: { kind: "same" } });
    utimesSync(path.join(task.paths.checkpoint, "y"), 1, 1);
    expect(await look(values)).toMatchObject({ comparison: { kind: "moved" } });
    write(task.paths.checkpoint, { y: "33" });
    expect(await look(values)).toMatchObject({ comparison: { kind: "differs" } });
  });

  test("that is a directory of no files is empty", async () => {
    const { task, look } = await scene(undefined, "out/{id}");
    mkdirSync(task.paths.checkpoint);
    mark(task);
    expect(await look({ checkpoint: "out/{id}" })).toMatchObject({ checkpoint: "empty" });
  });
});

describe("a checkpoint that is not as its marker says", () => {
  test.each<readonly [string, (place: string) => void, Partial<CheckpointFacts>]>([
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
    change(task.paths.checkpoint);
    expect(await look()).toMatchObject({
      ...expected,
      marker: { kind: "full" },
      comparison: { kind: "differs" },
    });
  });
});

describe("a marker is believed as long as its bytes are there", () => {
  /** A checkpoint that is in progress, beside a marker whose writer did not look inside. */
  async function unseen(): Promise<Scene> {
    const found = await scene('{"status":"in_progress"}');
    mark(found.task);
    return found;
  }

  test("by whoever decides about a shard", async () => {
    const { look } = await unseen();
    expect(await look()).toMatchObject({ comparison: { kind: "same" }, status: "none" });
  });

  test("but not by whoever verifies it, nor where every byte is asked for", async () => {
    const { task, look } = await unseen();
    const rules = decisionRules({ definition: defineAs(), markers: PLAIN_FORM, home: HOME });
    const verified = await lookAt(realDisk, targetOf(task), { ...rules, trustsMarker: false });
    const expected = { comparison: { kind: "same" }, status: "in-progress" };
    expect(verified).toMatchObject({ ...expected, isProven: false });
    expect(await look({ validate: "deep" })).toMatchObject({ ...expected, isProven: true });
  });

  test("and one without a full digest is compared by its sample where every byte is asked for", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task);
    const marker = fullMarker(await look());
    if (marker === undefined) throw new Error("there is no marker");
    const { sha256: _, ...checkpoint } = marker.checkpoint;
    mark(task, { checkpoint: { ...checkpoint, sample: "0".repeat(64) } });
    expect(await look()).toMatchObject({ comparison: { kind: "same" } });
    expect(await look({ validate: "deep" })).toMatchObject({
      comparison: { kind: "differs", how: "its sample digest is not the marker's" },
    });
  });
});

test("a marked checkpoint whose sample cannot be read is damaged, and the error is told", async () => {
  const { task, look } = await scene(COMPLETE);
  mark(task);
  utimesSync(task.paths.checkpoint, 1, 1);
  const broken: Disk = {
    ...realDisk,
    open: () => {
      throw new Error("EIO: i/o error");
    },
  };
  const facts = await look({}, broken);
  expect(facts).toMatchObject({
    comparison: { kind: "differs", how: expect.stringMatching(/EIO/) },
    ...{ checkpoint: "damaged", why: expect.stringMatching(/EIO/) },
  });
});

describe("a marker", () => {
  test.each<readonly [string, string, CheckpointFacts["marker"]["kind"]]>([
    ["of no bytes is the old form", "", "empty"],
    ["of a line end is the old form", "\n", "empty"],
    ["of other text is corrupt", "done", "corrupt"],
    ["cut off is corrupt", '{"donemark":1,"status":"comp', "corrupt"],
    ["of zeros, as a power cut leaves it, is corrupt", "\0".repeat(300), "corrupt"],
    ["larger than any record is corrupt", `{"donemark":1,"x":"${"x".repeat(70_000)}"}`, "corrupt"],
  ])("%s", async (_, text, expected) => {
    const { task, look } = await scene(COMPLETE);
    writeFileSync(task.paths.marker, text);
    expect(await look()).toMatchObject({
      marker: { kind: expected },
      comparison: { kind: "none" },
    });
  });

  test("of another shard is foreign, and says whose", async () => {
    const { task, look } = await scene(COMPLETE);
    mark(task, { shard: "b" });
    const seen = await look();
    expect(seen).toMatchObject({
      marker: { kind: "foreign", marker: { shard: "b" } },
      comparison: { kind: "none" },
    });
    expect(fullMarker(seen)).toBeUndefined();
  });

  test("that is a folder, or cannot be read, is corrupt", async () => {
    const { task, look } = await scene(COMPLETE);
    mkdirSync(task.paths.marker);
    expect(await look()).toMatchObject({ marker: { kind: "corrupt" } });
  });

  test("that is a link leading nowhere says nothing complete", async () => {
    const { task, look } = await scene(COMPLETE);
    symlinkSync("gone", task.paths.marker);
    expect((await look()).marker.kind).toBe("corrupt");
  });

  test("without a checkpoint is seen", async () => {
    const { task, look } = await scene();
    writeFileSync(task.paths.marker, "");
    expect(await look()).toMatchObject({ marker: { kind: "empty" }, checkpoint: "absent" });
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
    make(task.paths.started);
    const seen = await look();
    expect(seen.started).toBe(true);
    expect(seen).not.toHaveProperty("startRecord");
  });
});
