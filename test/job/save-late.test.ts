import path from "node:path";
import { expect, test } from "vitest";
import { openDeadline, saveUnsaved } from "../../src/job/save-late.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { memoryStore } from "../helpers/memory-store.ts";
import { invocationIn } from "./invocation.ts";
import { mark, surveyOf, tasksIn, temporaryFolder, write } from "../checkpoint/scene.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

const HAND = {
  disk: realDisk,
  token: () => "test",
  markers: PLAIN_FORM,
  keep: 1,
  warn: () => undefined,
};

/** Shards that are done here and not in the store; each checkpoint is as long as its number says. */
async function doneHere(sizes: Readonly<Record<string, number>>) {
  const workspace = temporaryFolder();
  const store = memoryStore();
  for (const [id, size] of Object.entries(sizes))
    write(workspace, { [`in/${id}.txt`]: id, [`out/${id}.json`]: `"${"x".repeat(size)}"` });
  for (const task of await tasksIn({ workspace, store })) mark(task);
  return { workspace, store, verdicts: await surveyOf({ workspace, store }) };
}

test("what is done here and not in the store is saved, the smallest first", async () => {
  const { workspace, store, verdicts } = await doneHere({ a: 300, b: 10, c: 200, d: 5, e: 100 });
  const order: string[] = [];
  const watched: typeof store = {
    ...store,
    save: (finished) => {
      order.push(path.basename(finished.checkpoint, ".json"));
      return store.save(finished);
    },
  };
  const invocation = invocationIn(workspace);
  const job = { store: watched, verdicts };
  const late = await saveUnsaved(invocation, HAND, job, openDeadline(invocation));
  expect(late).toMatchObject({ saved: 5, unsaved: [] });
  expect(order).toEqual(["d", "b", "e", "c", "a"]);
});

test("a save that is under way at the deadline is left, and none is begun after it", async () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const { workspace, store, verdicts } = await doneHere(
    Object.fromEntries(ids.map((id) => [id, 1])),
  );
  let begun = 0;
  let tellFull: () => void = () => undefined;
  const full = new Promise<void>((settle) => {
    tellFull = settle;
  });
  const hanging: typeof store = {
    ...store,
    save: (finished) => {
      begun += 1;
      if (begun === 5) tellFull();
      return begun === 1 ? store.save(finished) : new Promise(() => undefined);
    },
  };
  const invocation = invocationIn(workspace);
  const deadline = openDeadline(invocation);
  const saving = saveUnsaved(invocation, HAND, { store: hanging, verdicts }, deadline);
  await full;
  deadline.setTo(Date.now());
  const late = await saving;
  expect(late.saved).toBe(1);
  expect(late.unsaved).toHaveLength(5);
  expect(new Set(late.unsaved.map(({ why }) => why))).toEqual(new Set(["the time for it is over"]));
  expect(begun).toBe(5);
});

test("a deadline that is set while saves hang ends them", async () => {
  const { workspace, store, verdicts } = await doneHere({ a: 1, b: 1 });
  let hang: () => void = () => undefined;
  const hanging = new Promise<void>((settle) => {
    hang = settle;
  });
  const stuck: typeof store = {
    ...store,
    save: () => {
      hang();
      return new Promise(() => undefined);
    },
  };
  const invocation = invocationIn(workspace);
  const deadline = openDeadline(invocation);
  const late = saveUnsaved(invocation, HAND, { store: stuck, verdicts }, deadline);
  await hanging;
  deadline.setTo(Date.now());
  expect((await late).unsaved.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
});
