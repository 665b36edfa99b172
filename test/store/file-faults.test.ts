import path from "node:path";
import { describe, expect, it } from "vitest";
import { TEMPORARY_PREFIX } from "../../src/files/durable.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { fileStore } from "../../src/store/file/file-store.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Finished, Saved, Store, Wanted } from "../../src/store/store.ts";
import { entryOf, fetchWorkContent, keysOf, workOf } from "./contract.ts";
import { systemError, tappedDisk, laterDisk, unflushedDisk, type Operation } from "./disks.ts";
import {
  fileOptions,
  finish,
  namesBelow,
  read,
  temporaryFolder,
  wantedOf,
  write,
} from "./setting.ts";

const MISS = { kind: "miss" };
const TWO_DAYS_H = 48;
const LOOKS: ReadonlySet<Operation> = new Set([
  "stat",
  "exists",
  "list",
  "names",
  "readText",
  "readLink",
  "open",
]);
const CHANGES_THAT_TAKE_SPACE: ReadonlySet<Operation> = new Set([
  "create",
  "syncFile",
  "syncDirectory",
  "rename",
  "makeDirectory",
  "copyFile",
  "link",
]);

interface Fault {
  readonly code: string;
  readonly isHit: (operation: Operation) => boolean;
  /** Nothing works after it, as after the end of the process. */
  readonly isEnd?: true;
}

const FAULTS: readonly (readonly [string, Fault])[] = [
  [
    "a full disk at",
    { code: "ENOSPC", isHit: (operation) => CHANGES_THAT_TAKE_SPACE.has(operation) },
  ],
  ["a refusal of", { code: "EACCES", isHit: isChange }],
  ["a broken disk at", { code: "EIO", isHit: () => true }],
  ["the end of the process at", { code: "KILLED", isHit: isChange, isEnd: true }],
];

function isChange(operation: Operation): boolean {
  return !LOOKS.has(operation);
}

interface FaultyStore {
  readonly store: Store;
  readonly reached: () => boolean;
  /** Where the process ended, or what failed was the removal itself. */
  readonly mayLeaveTemporaries: () => boolean;
}

/** A store in `root` whose disk fails at the n-th operation that the fault hits. */
function faultyStore(root: string, fault: Fault, n: number): FaultyStore {
  let count = 0;
  let leavesTemporary = fault.isEnd === true;
  const disk = tappedDisk((operation, place) => {
    if (!fault.isHit(operation)) return;
    count += 1;
    if (count !== n && !(fault.isEnd && count > n)) return;
    leavesTemporary ||= operation === "unlink" || operation === "removeTree";
    throw systemError(fault.code, operation, place);
  }, unflushedDisk);
  return {
    store: fileStore(fileOptions(root, { disk })),
    reached: () => count >= n,
    mayLeaveTemporaries: () => leavesTemporary,
  };
}

function cleanStore(root: string, disk = unflushedDisk): Store {
  return fileStore(fileOptions(root, { disk }));
}

function temporariesIn(root: string): readonly string[] {
  if (!realDisk.exists(root)) return [];
  return namesBelow(root).filter((name) => name.includes(TEMPORARY_PREFIX));
}

/** Runs `act` on a fresh root with the fault at the first operation, at the second, and so on until it is not reached. */
async function atEveryOperation(
  act: (root: string, n: number) => Promise<boolean>,
): Promise<number> {
  for (let n = 1; n < 500; n += 1) {
    if (!(await act(path.join(temporaryFolder(), "new", "root"), n))) return n - 1;
  }
  throw new Error("it does not end");
}

describe.each(FAULTS)("%s every single operation", (_, fault) => {
  it.each([
    ["file", finishedFile],
    ["directory", finishedFolder],
  ])("of saving a %s leaves a whole entry or none", async (__, make) => {
    const done = make();
    const operations = await atEveryOperation(async (root, n) => {
      const { store, reached, mayLeaveTemporaries } = faultyStore(root, fault, n);
      const saved = await store.save(done);
      expectCause(saved, fault.code, root);
      expect(mayLeaveTemporaries() ? [] : temporariesIn(root)).toEqual([]);
      await expectWholeOrNone(root, done, saved.kind);
      return reached();
    });
    expect(operations).toBeGreaterThan(8);
  });

  it("of saving work leaves the new snapshot or the one before it", async () => {
    const wanted = wantedOf("protein-1");
    const before = { "state.json": "1", "part-1": "one", "part-1.done": "" };
    const after = { ...before, "state.json": "2", "part-2": "two", "part-2.done": "" };
    const operations = await atEveryOperation(async (root, n) => {
      const work = workOf(before);
      await cleanStore(root).saveWork(wanted, work);
      write(work, after);
      const { store, reached, mayLeaveTemporaries } = faultyStore(root, fault, n);
      const saved = await store.saveWork(wanted, work);
      expectCause(saved, fault.code, root);
      expect(mayLeaveTemporaries() ? [] : temporariesIn(root)).toEqual([]);
      const content = await fetchWorkContent(cleanStore(root), wanted);
      expect(saved.kind === "saved" ? [after] : [before, after]).toContainEqual(content);
      await savesWorkAgain(root, wanted, work);
      return reached();
    });
    expect(operations).toBeGreaterThan(8);
  });

  it("of revoking leaves the entry found or not, never a part of it", async () => {
    const done = finishedFolder();
    const operations = await atEveryOperation(async (root, n) => {
      const clean = cleanStore(root);
      await clean.save(done);
      const entry = await entryOf(clean, done.wanted);
      const { store, reached } = faultyStore(root, fault, n);
      const revoked = await store.revoke(entry);
      const found = await clean.find([done.wanted]);
      expect(revoked.kind === "removed" ? found : [MISS]).toEqual([MISS]);
      await expectWholeOrNone(root, done, "unavailable");
      return reached();
    });
    expect(operations).toBeGreaterThan(1);
  });

  it("of fetching brings all or stages nothing, and leaves the entry", async () => {
    const done = finishedFolder();
    const operations = await atEveryOperation(async (root, n) => {
      const clean = cleanStore(root);
      await clean.save(done);
      const entry = await entryOf(clean, done.wanted);
      const { store, reached, mayLeaveTemporaries } = faultyStore(root, fault, n);
      const staging = path.join(temporaryFolder(), "staging");
      const fetched = await store.fetch(entry, staging);
      expect(fetched.kind).not.toBe("miss");
      const staged = realDisk.exists(staging) ? read(staging) : undefined;
      const expected = fetched.kind === "hit" ? read(done.checkpoint) : undefined;
      expect(fetched.kind !== "hit" && mayLeaveTemporaries() ? undefined : staged).toEqual(
        expected,
      );
      await expectWholeOrNone(root, done, "saved");
      return reached();
    });
    expect(operations).toBeGreaterThan(3);
  });
});

function finishedFile(): Finished {
  return finish({ content: "content" });
}

function finishedFolder(): Finished {
  return finish({ content: { a: "1", deep: { b: "22" }, empty: "" } });
}

function expectCause(answer: Saved, code: string, root: string): void {
  const cause = answer.kind === "unavailable" ? answer.cause : `${code} ${root}`;
  expect(cause).toContain(code);
  expect(cause).toContain(root);
}

async function expectWholeOrNone(root: string, done: Finished, answer: string): Promise<void> {
  const store = cleanStore(root);
  const [found] = await store.find([done.wanted]);
  expect(await keysOf(store)).toHaveLength(found?.kind === "hit" ? 1 : 0);
  expect(answer === "saved" ? found?.kind : "hit").toBe("hit");
  const after = cleanStore(root, laterDisk(root, TWO_DAYS_H, unflushedDisk));
  const again = await after.save(done);
  expect(again.kind).toBe(found?.kind === "hit" ? "exists" : "saved");
  expect(again.kind === "saved" ? temporariesIn(root) : []).toEqual([]);
  const staging = path.join(temporaryFolder(), "staging");
  await store.fetch(await entryOf(store, done.wanted), staging);
  expect(checkStaged(realDisk, staging, done.marker)).toEqual({ kind: "good" });
}

async function savesWorkAgain(root: string, wanted: Wanted, work: string): Promise<void> {
  const store = cleanStore(root, laterDisk(root, TWO_DAYS_H, unflushedDisk));
  write(work, { "state.json": "3" });
  expect((await store.saveWork(wanted, work)).kind).toBe("saved");
  expect(temporariesIn(root)).toEqual([]);
  expect(await fetchWorkContent(store, wanted)).toEqual(read(work));
}
