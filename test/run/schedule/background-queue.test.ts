import { describe, expect, test } from "vitest";
import { backgroundQueue } from "../../../src/run/schedule/background-queue.ts";

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<void> => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
  };
  return { run, end };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await turn();
  return settled;
}

describe("the queue of saves", () => {
  test("runs at most so many tasks at once, in their order", async () => {
    const log: string[] = [];
    const queue = backgroundQueue(2);
    const tasks = ["1", "2", "3", "4"].map((name) => task(log, name));
    for (const { run } of tasks) queue.add({ owner: "slot", run });
    await turn();
    expect(log).toEqual(["1 begins", "2 begins"]);
    expect(queue.waiting()).toBe(2);
    tasks[1]?.end();
    await turn();
    expect(log.slice(2)).toEqual(["2 ends", "3 begins"]);
    for (const { end } of tasks) end();
    await queue.drained();
    expect(log.at(-1)).toBe("4 ends");
    expect(queue.waiting()).toBe(0);
  });

  test("lets a slot go on when its own task has begun, whatever others wait", async () => {
    const log: string[] = [];
    const queue = backgroundQueue(1);
    const [one, two] = [task(log, "one"), task(log, "two")];
    queue.add({ owner: "slot 1", run: one.run });
    expect(await isSettled(queue.started("slot 1"))).toBe(true);
    queue.add({ owner: "slot 2", run: two.run });
    expect(await isSettled(queue.started("slot 1"))).toBe(true);
    const held = queue.started("slot 2");
    expect(await isSettled(held)).toBe(false);
    one.end();
    expect(await isSettled(held)).toBe(true);
    two.end();
    await queue.drained();
  });

  test("is drained at once where nothing was ever in it, and again after more has come", async () => {
    const log: string[] = [];
    const queue = backgroundQueue(3);
    await queue.drained();
    const [one, two] = [task(log, "one"), task(log, "two")];
    queue.add({ owner: "slot", run: one.run });
    const drained = queue.drained();
    one.end();
    queue.add({ owner: "slot", run: two.run });
    expect(await isSettled(drained)).toBe(false);
    two.end();
    await drained;
    expect(log).toHaveLength(4);
  });
});
