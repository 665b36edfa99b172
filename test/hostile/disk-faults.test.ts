import { PLAIN_FORM } from "../../src/core/marker-form.ts";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bring } from "../../src/commands/fetch.ts";
import { record, type Fingerprint } from "../../src/core/fingerprint.ts";
import { parseMarker } from "../../src/core/marker.ts";
import { placesOf } from "../../src/core/places.ts";
import { describe as describeError } from "../../src/core/problem.ts";
import { parseStartRecord, type StartRecord } from "../../src/core/start-record.ts";
import type { Disk } from "../../src/files/disk.ts";
import { measure } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { begin, finish as commit, recordFailure, type Hand } from "../../src/run/commit.ts";
import { fileStore } from "../../src/store/file.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Entry, Store } from "../../src/store/store.ts";
import type { Task } from "../../src/survey/survey.ts";
import { entryOf } from "../store/contract.ts";
import { unflushedDisk } from "../store/disks.ts";
import {
  fileOptions,
  finish,
  read,
  temporaryFolder,
  wantedOf,
  write,
  type Content,
} from "../store/setting.ts";
import { token } from "../store/told.ts";
import { atEveryOperation, CODES, expectClear, faultyDisk, reportFaults } from "./faulty-disk.ts";

const SHARD = "protein-1";

afterAll(reportFaults);

const FINGERPRINT: Fingerprint = {
  input: { digest: "a".repeat(64) },
  command: { digest: "b".repeat(64) },
  files: { digest: "c".repeat(64) },
  text: { digest: "d".repeat(64) },
  listedFiles: {},
};
const RECORD: StartRecord = {
  shard: SHARD,
  fingerprint: record(FINGERPRINT),
  startedAt: "2026-01-01T00:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "0123456789abcdef",
  owner: { pid: 1, startTime: "1", boot: "another" },
  by: {},
};
const START = { record: RECORD, keepWork: false, falseMarkers: [] };
const END = {
  said: { format: "plain" },
  seconds: 1,
  finishedAt: "2026-01-01T00:00:01.000Z",
  by: {},
} as const;

const OLD = { "old.bin": "an older result" };
const NEW = { "a.bin": "1", deep: { "b.bin": "22" } };

function taskIn(workspace: string): Task {
  const [checkpoint, work] = ["out/a", "work/a"];
  return {
    shard: { id: SHARD, name: SHARD, index: 0, inputs: [], checkpoint },
    places: placesOf(workspace, { checkpoint, work }),
    inputs: [],
    basis: "",
    fingerprint: FINGERPRINT,
    wanted: wantedOf(SHARD),
  };
}

const handOf = (disk: Disk): Hand => ({ disk, token, markers: PLAIN_FORM });
const CLEAN = handOf(unflushedDisk);

/** A workspace in which the shard is done with an older result. */
async function doneBefore(): Promise<Task> {
  const task = taskIn(temporaryFolder());
  await begin(CLEAN, task.places, START);
  write(task.places.checkpoint, OLD);
  await commit(CLEAN, task, END);
  return task;
}

/** A marker that is there vouches for the very bytes that lie there, or for none at all. */
function expectTrue({ places }: Task): void {
  if (!existsSync(places.marker)) return;
  const parsed = parseMarker(readFileSync(places.marker, "utf8"));
  expect(parsed.kind).toBe("full");
  if (parsed.kind !== "full" || !existsSync(places.checkpoint)) return;
  const found = measure(realDisk, places.checkpoint);
  const isMarked =
    found.kind === "measured" && found.measure.sizeBytes === parsed.marker.checkpoint.sizeBytes;
  if (isMarked)
    expect(checkStaged(realDisk, places.checkpoint, parsed.marker)).toEqual({ kind: "good" });
}

function isDone({ places }: Task, content: Content): boolean {
  if (!existsSync(places.marker) || !existsSync(places.checkpoint)) return false;
  const parsed = parseMarker(readFileSync(places.marker, "utf8"));
  const isMarked =
    parsed.kind === "full" &&
    checkStaged(realDisk, places.checkpoint, parsed.marker).kind === "good";
  return isMarked && JSON.stringify(read(places.checkpoint)) === JSON.stringify(content);
}

/** Starts and finishes the shard without a fault: what an earlier try left must not be in the way. */
async function succeedsNow(task: Task): Promise<void> {
  await begin(CLEAN, task.places, START);
  rmSync(task.places.checkpoint, { recursive: true, force: true });
  write(task.places.checkpoint, NEW);
  await commit(CLEAN, task, END);
  expect(isDone(task, NEW)).toBe(true);
  expect(existsSync(task.places.started)).toBe(false);
}

describe.each(CODES)("%s at every single operation", (code) => {
  it("of a start fails it with its cause, and the old result is whole or under a start record", async () => {
    await atEveryOperation("start", code, async ({ disk, failed }) => {
      const task = await doneBefore();
      const outcome = await begin(handOf(disk), task.places, START).then(
        () => "begun",
        describeError,
      );
      if (outcome !== "begun") expectClear(outcome, code);
      expect(outcome === "begun" || failed() !== undefined).toBe(true);
      expectTrue(task);
      const started = existsSync(task.places.started)
        ? parseStartRecord(readFileSync(task.places.started, "utf8"))
        : undefined;
      expect(isDone(task, OLD) || started !== undefined).toBe(true);
      if (outcome === "begun") expect(started).toEqual(RECORD);
      await succeedsNow(task);
    });
  });

  it("of a finish leaves no marker or a true one, and the start record until all is done", async () => {
    await atEveryOperation("finish", code, async ({ disk }) => {
      const task = await doneBefore();
      await begin(CLEAN, task.places, START);
      write(task.places.checkpoint, NEW);
      const untidy: string[] = [];
      const end = { ...END, onUntidy: (why: string) => void untidy.push(why) };
      const outcome = await commit(handOf(disk), task, end).then(() => "done", describeError);
      for (const why of untidy) expectClear(why, code);
      if (outcome === "done") expect(isDone(task, NEW)).toBe(true);
      else expectClear(outcome, code);
      expect(read(task.places.checkpoint)).toEqual(NEW);
      expectTrue(task);
      if (!isDone(task, NEW)) expect(existsSync(task.places.started)).toBe(true);
      await commit(CLEAN, task, END);
      expect(isDone(task, NEW)).toBe(true);
      expect(existsSync(task.places.started)).toBe(false);
    });
  });

  it("of noting a failure leaves no marker, and the start record", async () => {
    const failure = { times: 1, reason: "exit", exitCode: 3, logTail: "", at: END.finishedAt };
    await atEveryOperation("note of a failure", code, async ({ disk }) => {
      const task = await doneBefore();
      await begin(CLEAN, task.places, START);
      write(task.places.checkpoint, { half: "1" });
      const failed = { record: RECORD, failure };
      const outcome = await recordFailure(handOf(disk), task.places, failed).then(
        () => "noted",
        describeError,
      );
      if (outcome !== "noted") expectClear(outcome, code);
      expect(existsSync(task.places.marker)).toBe(false);
      expect(parseStartRecord(readFileSync(task.places.started, "utf8"))).toBeDefined();
      await succeedsNow(task);
    });
  });

  it("of bringing brings all or leaves no mark of it, and the entry", async () => {
    const { store, entry } = await stored();
    await atEveryOperation("bring", code, async ({ disk }) => {
      const task = await doneBefore();
      const brought = await bring(handOf(disk), store, task, entry);
      expect(brought.kind).not.toBe("lost");
      if (brought.kind === "unavailable") expectClear(brought.cause, code);
      if (brought.kind === "brought") expect(isDone(task, NEW)).toBe(true);
      expectTrue(task);
      expect((await store.find([wantedOf(SHARD)]))[0]?.kind).toBe("hit");
      expect(await bring(CLEAN, store, task, entry)).toEqual({ kind: "brought" });
      expect(isDone(task, NEW)).toBe(true);
      expect(existsSync(task.places.started)).toBe(false);
    });
  });
});

/** A store that has the new result. */
async function stored(): Promise<{ readonly store: Store; readonly entry: Entry }> {
  const store = fileStore(
    fileOptions(path.join(temporaryFolder(), "root"), { disk: unflushedDisk }),
  );
  const done = finish({ shard: SHARD, content: NEW });
  await store.save(done);
  return { store, entry: await entryOf(store, done.wanted) };
}

it("a workspace that cannot be made fails a start, which a later one mends", async () => {
  const task = taskIn(path.join(temporaryFolder(), "none"));
  await expect(begin(handOf(faultyDisk("EROFS", 1).disk), task.places, START)).rejects.toThrow(
    "EROFS",
  );
  mkdirSync(path.dirname(path.dirname(task.places.checkpoint)));
  await succeedsNow(task);
});
