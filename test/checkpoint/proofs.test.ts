import {
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { openProofs, type Proofs } from "../../src/checkpoint/proofs.ts";
import type { Verdict } from "../../src/checkpoint/survey.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
import {
  countingDisk,
  mark,
  start,
  tasksIn,
  temporaryFolder,
  verdictOf,
  write,
  type Scene,
} from "./scene.ts";

const COMPLETE = JSON.stringify({ status: "complete", data: "x".repeat(2000) });

const later = (): number => Date.now() + 60_000;

interface Proven extends Scene {
  readonly task: Task;
  readonly cache: string;
  readonly open: (disk?: Disk, rules?: string) => Proofs;
  /** The next run: what it decides, and what it read. */
  readonly again: (
    changes?: Partial<Scene>,
  ) => Promise<Verdict & { readonly reads: readonly string[] }>;
}

/** One shard that was found done, with its proof kept. */
async function proven(nowMs = later()): Promise<Proven> {
  const workspace = temporaryFolder();
  const cache = path.join(workspace, ".cache");
  write(workspace, { "in/a.txt": "A", "out/a.json": COMPLETE });
  const open = (disk = realDisk, rules = "rules") =>
    openProofs(disk, { folder: cache, workspace }, rules);
  const [task] = await tasksIn({ workspace });
  if (task === undefined) throw new Error("there is no shard");
  mark(task);
  const proofs = open();
  const { reason } = await verdictOf({ workspace, proofs });
  await proofs.save(nowMs);
  expect(reason).toBe("done");
  const again: Proven["again"] = async (changes = {}) => {
    const { disk, reads } = countingDisk();
    const verdict = await verdictOf({ workspace, disk, proofs: open(disk), ...changes });
    return { ...verdict, reads: reads().filter((name) => name.startsWith("a.json")) };
  };
  return { workspace, cache, task, open, again };
}

describe("what was proven done", () => {
  test("is done again without a look at its marker, with the seconds that it took", async () => {
    const { again } = await proven();
    expect(await again()).toMatchObject({ kind: "skip", reason: "done", seconds: 10, reads: [] });
  });

  test("is looked at again where it was so young that it could change unseen", async () => {
    const { again } = await proven(Date.now());
    expect(await again()).toMatchObject({ reason: "done", reads: ["a.json.done"] });
  });

  test.each<readonly [string, (task: Task) => void, string]>([
    ["the checkpoint is cut off", ({ paths }) => truncateSync(paths.checkpoint, 99), "truncated"],
    [
      "the checkpoint is gone",
      ({ paths }) => rmSync(paths.checkpoint),
      "marker-without-checkpoint",
    ],
    ["the checkpoint has another time", ({ paths }) => utimesSync(paths.checkpoint, 1, 1), "done"],
    ["the marker is gone", ({ paths }) => rmSync(paths.marker), "adopted-status"],
    ["the marker is emptied", ({ paths }) => truncateSync(paths.marker, 0), "adopted-marker"],
    ["the marker is corrupt", ({ paths }) => writeFileSync(paths.marker, "{"), "corrupt-marker"],
    ["the marker is that of another shard", (task) => mark(task, { shard: "b" }), "foreign-marker"],
  ])("is looked at again where %s", async (_, change, reason) => {
    const { task, again } = await proven();
    change(task);
    expect((await again()).reason).toBe(reason);
  });

  test("is looked at again where the marker changed within its size and time", async () => {
    const { task, again } = await proven();
    const { atime, mtime } = statSync(task.paths.marker);
    await sleep(20);
    const text = readFileSync(task.paths.marker, "utf8");
    writeFileSync(task.paths.marker, text.replace('"shard":"a"', '"shard":"b"'));
    utimesSync(task.paths.marker, atime, mtime);
    expect((await again()).reason).toBe("foreign-marker");
  });

  test.each([
    ["the input", { "in/a.txt": "B" }, {}, "input-changed"],
    ["the command", {}, { command: "predict --other" }, "command-changed"],
    ["the text", {}, { "fingerprint-text": "v2" }, "text-changed"],
  ])("is looked at again where %s has changed", async (_, files, values, reason) => {
    const { workspace, again } = await proven();
    write(workspace, files);
    expect((await again({ values })).reason).toBe(reason);
  });

  test("is looked at again where a command was started since", async () => {
    const { task, again } = await proven();
    start(task);
    expect((await again()).facts.started).toBe(true);
  });

  test("is looked at again under other rules, and runs where it is forced", async () => {
    const { open, again } = await proven();
    const { disk, reads } = countingDisk();
    const verdict = await again({ disk, proofs: open(disk, "other rules") });
    expect(verdict.reason).toBe("done");
    expect(reads()).toContain("a.json.done");
    expect((await again({ forced: ["a"] })).reason).toBe("forced");
  });

  test("is looked at again where another shard has come to the same checkpoint", async () => {
    const { again } = await proven();
    const shards = [{ id: "b", inputs: "in/a.txt" }];
    const { reason } = await again({ values: { shards, checkpoint: "out/a.json" } });
    expect(reason).toBe("foreign-marker");
  });

  test("is looked at again where the list now gives another digest for an input", async () => {
    const { again } = await proven();
    const shards = [{ id: "a", inputs: "in/a.txt", sha256: sha256("B") }];
    const looked = again({ values: { shards } });
    const reason = looked.then((verdict) => verdict.reason);
    await expect(reason.catch(() => "refused")).resolves.not.toBe("done");
  });

  test("is looked at again where an input has another name, by name", async () => {
    const { workspace, task, cache } = await proven();
    const listed = (inputs: string) => ({
      shards: [{ id: "a", inputs }],
      "input-fingerprint": "name",
    });
    linkSync(path.join(workspace, "in/a.txt"), path.join(workspace, "in/b.txt"));
    const place = { folder: cache, workspace };
    const values = listed("in/a.txt");
    const [named] = await tasksIn({ workspace, values });
    mark(named ?? task);
    const proofs = openProofs(realDisk, place, "by name");
    expect((await verdictOf({ workspace, values, proofs })).reason).toBe("done");
    await proofs.save(later());
    const next = openProofs(realDisk, place, "by name");
    const renamed = { workspace, values: listed("in/b.txt"), proofs: next };
    expect((await verdictOf(renamed)).reason).toBe("input-changed");
  });

  test("is what lay there when it was looked at, not what another process put there since", async () => {
    const { workspace, task, open, again } = await proven(Date.now());
    const proofs = open();
    const late: Proofs = {
      ...proofs,
      note: (...given) => {
        truncateSync(task.paths.checkpoint, 99);
        return proofs.note(...given);
      },
    };
    expect((await verdictOf({ workspace, proofs: late })).reason).toBe("done");
    await late.save(later());
    expect((await again()).reason).toBe("truncated");
  });

  test("is nothing where the file of proofs is damaged", async () => {
    const { cache, again } = await proven();
    for (const text of ["", "[", '["donemark-proofs-1",5,["x"],null]', '{"a":1}']) {
      for (const name of readdirSync(cache).filter((file) => file.startsWith("proofs")))
        writeFileSync(path.join(cache, name), text);
      expect(await again()).toMatchObject({ reason: "done", reads: ["a.json.done"] });
    }
  });
});
