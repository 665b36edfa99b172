// Sample: every operation of Donemark and every code, each at every sixth operation of the disk.
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bring } from "../../src/job/reconcile/bring.ts";
import { readGenerations, type Generation } from "../../src/checkpoint/generations.ts";
import { keptPath } from "../../src/core/model/aside.ts";
import { recordedFingerprint, type Fingerprint } from "../../src/core/model/fingerprint.ts";
import { parseMarker } from "../../src/core/model/marker.ts";
import { shardPaths } from "../../src/core/model/shard-paths.ts";
import { messageOf as describeError } from "../../src/core/text/problem.ts";
import { parseStartRecord, type StartRecord } from "../../src/core/model/start-record.ts";
import type { Disk } from "../../src/files/disk.ts";
import { measure } from "../../src/files/measure.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { begin } from "../../src/protocol/begin.ts";
import { bringBack, type BroughtBack } from "../../src/protocol/bring-back.ts";
import { clearCheckpoint } from "../../src/protocol/clear.ts";
import { recordFailure } from "../../src/protocol/fail.ts";
import { finish as commit, type Finish } from "../../src/protocol/finish.ts";
import type { Writer } from "../../src/protocol/writer.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Entry, Store } from "../../src/store/store.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
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
import { lookedAt } from "../helpers/looked.ts";
import { token } from "../store/told.ts";
import {
  atEveryOperation,
  CODES,
  expectClear,
  faultyDisk,
  reportFaults,
  type Code,
} from "./faulty-disk.ts";

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
  fingerprint: recordedFingerprint(FINGERPRINT),
  startedAt: "2026-01-01T00:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "0123456789abcdef",
  owner: { pid: 1, startTime: "1", boot: "another" },
  by: {},
};
const START = { record: RECORD, keepWork: false, falseMarkers: [] };
const END = {
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
    paths: shardPaths(workspace, { checkpoint, work }),
    inputs: [],
    basis: "",
    fingerprint: FINGERPRINT,
    unfetched: () => undefined,
    markLine: () => "donemark mark",
    prepare: () => Promise.resolve(),
    wanted: wantedOf(SHARD),
  };
}

/** What it says is kept in `said`. */
const handOf = (disk: Disk, said: string[]): Writer => ({
  disk,
  token,
  markers: PLAIN_FORM,
  keep: 0,
  warn: (text) => void said.push(text),
});
const CLEAN: Writer = {
  ...handOf(unflushedDisk, []),
  warn: (text) => {
    throw new Error(text);
  },
};

/** The end of a command whose checkpoint lies there. */
const endOf = ({ paths }: Task): Finish => ({
  ...END,
  looked: lookedAt(realDisk, paths.checkpoint),
});

/** A workspace in which the shard is done with an older result. */
async function doneBefore(): Promise<Task> {
  const task = taskIn(temporaryFolder());
  await begin(CLEAN, task.paths, START);
  write(task.paths.checkpoint, OLD);
  await commit(CLEAN, task, endOf(task));
  return task;
}

/** A marker that is there vouches for the very bytes that lie there, or for none at all. */
function expectTrue({ paths }: Task): void {
  if (!existsSync(paths.marker)) return;
  const parsed = parseMarker(readFileSync(paths.marker, "utf8"));
  expect(parsed.kind).toBe("full");
  if (parsed.kind !== "full" || !existsSync(paths.checkpoint)) return;
  const found = measure(realDisk, paths.checkpoint);
  const isMarked =
    found.kind === "measured" && found.measure.sizeBytes === parsed.marker.checkpoint.sizeBytes;
  if (isMarked)
    expect(checkStaged(realDisk, paths.checkpoint, parsed.marker)).toEqual({ kind: "good" });
}

function isDone({ paths }: Task, content: Content): boolean {
  if (!existsSync(paths.marker) || !existsSync(paths.checkpoint)) return false;
  const parsed = parseMarker(readFileSync(paths.marker, "utf8"));
  const isMarked =
    parsed.kind === "full" &&
    checkStaged(realDisk, paths.checkpoint, parsed.marker).kind === "good";
  return isMarked && JSON.stringify(read(paths.checkpoint)) === JSON.stringify(content);
}

/** The finished results that are set aside beside the shard and may be brought back. */
const asideOf = ({ paths }: Task): readonly Generation[] =>
  readGenerations(realDisk, paths.checkpoint, PLAIN_FORM).filter(
    ({ proof, isRevoked }) => proof !== undefined && !isRevoked,
  );

/** The result is finished: it lies at its place with its marker, or aside with the copy of its marker. */
function isHere(task: Task, content: Content): boolean {
  const isAside = asideOf(task).some(
    ({ checkpoint, proof }) =>
      proof !== undefined &&
      checkStaged(realDisk, checkpoint, proof).kind === "good" &&
      JSON.stringify(read(checkpoint)) === JSON.stringify(content),
  );
  return isAside || isDone(task, content);
}

/** A workspace in which a finished result is set aside and its shard has nothing else. */
async function asideBefore(): Promise<Task> {
  const task = await doneBefore();
  await clearCheckpoint(CLEAN, task.paths);
  return task;
}

/** Whatever is said of a fault names its cause. */
function expectAllClear(said: readonly string[], code: Code): void {
  for (const text of said) expectClear(text, code);
}

/** Starts and finishes the shard without a fault: what an earlier try left must not be in the way. */
async function succeedsNow(task: Task): Promise<void> {
  await begin(CLEAN, task.paths, START);
  rmSync(task.paths.checkpoint, { recursive: true, force: true });
  write(task.paths.checkpoint, NEW);
  await commit(CLEAN, task, endOf(task));
  expect(isDone(task, NEW)).toBe(true);
  expect(existsSync(task.paths.started)).toBe(false);
}

describe.each(CODES)("%s at every single operation", (code) => {
  it("of a start fails it with its cause, and the old result is finished, here or aside", async () => {
    await atEveryOperation("start", code, async ({ disk, failed }) => {
      const task = await doneBefore();
      const said: string[] = [];
      const outcome = await begin(handOf(disk, said), task.paths, START).then(
        () => "begun",
        describeError,
      );
      if (outcome !== "begun") expectClear(outcome, code);
      expectAllClear(said, code);
      expect(outcome === "begun" || failed() !== undefined).toBe(true);
      expectTrue(task);
      const started = existsSync(task.paths.started)
        ? parseStartRecord(readFileSync(task.paths.started, "utf8"))
        : undefined;
      expect(isHere(task, OLD)).toBe(true);
      if (outcome === "begun") expect(started).toEqual(RECORD);
      await succeedsNow(task);
    });
  });

  it("of a forced start fails it with its cause, or none of the results can be brought back", async () => {
    await atEveryOperation("forced start", code, async ({ disk }) => {
      const task = await asideBefore();
      const forced = { ...START, revokes: () => true };
      const outcome = await begin(handOf(disk, []), task.paths, forced).then(
        () => "begun",
        describeError,
      );
      if (outcome === "begun") expect(asideOf(task)).toEqual([]);
      else expectClear(outcome, code);
      const [aside] = readGenerations(realDisk, task.paths.checkpoint, PLAIN_FORM);
      expect(aside?.proof).toBeDefined();
      expect(read(aside?.checkpoint ?? "")).toEqual(OLD);
      await succeedsNow(task);
    });
  });

  it("of a start over somebody's folder leaves it, or keeps it and says where", async () => {
    await atEveryOperation("start over somebody's folder", code, async ({ disk }) => {
      const task = taskIn(temporaryFolder());
      write(task.paths.checkpoint, OLD);
      const said: string[] = [];
      const outcome = await begin(handOf(disk, said), task.paths, START).then(
        () => "begun",
        describeError,
      );
      if (outcome !== "begun") expectClear(outcome, code);
      const kept = keptPath(task.paths.checkpoint);
      const isKept = existsSync(kept);
      expect(said.filter((text) => text.includes(kept))).toHaveLength(isKept ? 1 : 0);
      expect(read(isKept ? kept : task.paths.checkpoint)).toEqual(OLD);
    });
  });

  it("of a finish leaves no marker or a true one, and the start record until all is done", async () => {
    await atEveryOperation("finish", code, async ({ disk }) => {
      const task = await doneBefore();
      await begin(CLEAN, task.paths, START);
      write(task.paths.checkpoint, NEW);
      const said: string[] = [];
      const end = {
        ...endOf(task),
        start: RECORD,
        onUntidy: (why: string) => void said.push(why),
      };
      const outcome = await commit(handOf(disk, said), task, end).then(() => "done", describeError);
      expectAllClear(said, code);
      if (outcome === "done") expect(isDone(task, NEW)).toBe(true);
      else expectClear(outcome, code);
      expect(read(task.paths.checkpoint)).toEqual(NEW);
      expectTrue(task);
      if (!isDone(task, NEW)) expect(existsSync(task.paths.started)).toBe(true);
      if (!isDone(task, NEW)) expect(isHere(task, OLD)).toBe(true);
      await commit(CLEAN, task, endOf(task));
      expect(isDone(task, NEW)).toBe(true);
      expect(existsSync(task.paths.started)).toBe(false);
    });
  });

  it("of noting a failure leaves no marker, and the start record", async () => {
    const failure = { times: 1, reason: "exit", exitCode: 3, logTail: "", at: END.finishedAt };
    await atEveryOperation("note of a failure", code, async ({ disk }) => {
      const task = await doneBefore();
      await begin(CLEAN, task.paths, START);
      write(task.paths.checkpoint, { half: "1" });
      const failed = { record: RECORD, failure };
      const said: string[] = [];
      const outcome = await recordFailure(handOf(disk, said), task.paths, failed).then(
        () => "noted",
        describeError,
      );
      if (outcome !== "noted") expectClear(outcome, code);
      expectAllClear(said, code);
      expect(isHere(task, OLD)).toBe(true);
      expect(existsSync(task.paths.marker)).toBe(false);
      expect(parseStartRecord(readFileSync(task.paths.started, "utf8"))).toBeDefined();
      await succeedsNow(task);
    });
  });

  it("of bringing brings all or leaves no mark of it, and the entry", async () => {
    const { store, entry } = await stored();
    await atEveryOperation("bring", code, async ({ disk }) => {
      const task = await doneBefore();
      const said: string[] = [];
      const brought = await bring(handOf(disk, said), store, task, entry);
      expect(brought.kind).not.toBe("lost");
      if (brought.kind === "unavailable") expectClear(brought.cause, code);
      expectAllClear(said, code);
      expect(isHere(task, OLD) || isDone(task, NEW)).toBe(true);
      if (brought.kind === "brought") expect(isDone(task, NEW)).toBe(true);
      expectTrue(task);
      expect((await store.find([wantedOf(SHARD)]))[0]?.kind).toBe("hit");
      expect(await bring(CLEAN, store, task, entry)).toEqual({ kind: "brought" });
      expect(isDone(task, NEW)).toBe(true);
      expect(existsSync(task.paths.started)).toBe(false);
    });
  });

  it("of bringing back a result that was set aside brings it back, or it stays finished, here or aside", async () => {
    await atEveryOperation("bring back", code, async ({ disk }) => {
      const task = await asideBefore();
      await begin(CLEAN, task.paths, START);
      write(task.paths.checkpoint, { half: "1" });
      const said: string[] = [];
      const outcome = await bringBackNow(handOf(disk, said), task).catch(describeError);
      if (typeof outcome === "string") expectClear(outcome, code);
      else if (outcome.kind === "unreadable") expectClear(outcome.why, code);
      else expect(outcome).toEqual({ kind: "brought" });
      expectAllClear(said, code);
      expectTrue(task);
      expect(isHere(task, OLD)).toBe(true);
      if (!isDone(task, OLD)) await bringBackNow(CLEAN, task);
      expect(isDone(task, OLD)).toBe(true);
      expect(existsSync(task.paths.started)).toBe(false);
    });
  });
});

/** Brings back the result that is set aside; it is there. */
function bringBackNow(writer: Writer, task: Task): Promise<BroughtBack> {
  const [setAside] = asideOf(task);
  const proof = setAside?.proof;
  if (setAside === undefined || proof === undefined) throw new Error("nothing is set aside");
  const home = new URL("../../", import.meta.url);
  return bringBack(writer, home, { paths: task.paths, setAside: { ...setAside, proof } });
}

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
  await expect(begin(handOf(faultyDisk("EROFS", 1).disk, []), task.paths, START)).rejects.toThrow(
    "EROFS",
  );
  mkdirSync(path.dirname(path.dirname(task.paths.checkpoint)));
  await succeedsNow(task);
});
