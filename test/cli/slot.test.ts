import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import {
  decisions,
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const WORKER = fileURLToPath(new URL("../fixtures/cli/worker.mjs", import.meta.url));

/** Shards for workers that do as they are told, `finish` where nothing is said. */
function told(
  orders: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Workspace {
  const here = workspace();
  for (const [id, order] of Object.entries(orders)) here.write(`do/${id}`, order);
  here.define({
    shards: Object.keys(orders).map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: `exec "${process.execPath}" "${WORKER}"`,
    "run-per": "slot",
    parallel: 1,
    ...more,
  });
  return here;
}

/** A worker that dies after its .done must be dead before the next shard is handed out: then that one was never in hand. */
const TIME_TO_DIE = { check: "sleep 0.5" };

const ran = (here: Workspace): readonly string[] =>
  here.lines("ran.txt").map((line) => line.trim());
const ups = (here: Workspace): number => ran(here).filter((line) => line.startsWith("up")).length;
const starts = (here: Workspace): readonly string[] =>
  ran(here).flatMap((line) => /^start (\S+)/.exec(line)?.[1] ?? []);

describe.concurrent("a worker that keeps its model loaded", () => {
  test("is started once and handed one shard after the other, until its input ends", async () => {
    const here = told({ a: "finish", b: "finish", c: "finish" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 3, allDone: true });
    expect(ran(here)).toEqual(["up", "start a 1", "start b 1", "start c 1", "down"]);
    expect(here.read("out/b.txt.done")).toContain('"shard":"b"');
    expect(here.log("b.1.log")).toBe("working on b\n");
    expect(await here.run()).toMatchObject({ skipped: 3 });
    expect(ups(here)).toBe(1);
  });

  test("is told all that a shard needs", async () => {
    const here = told(
      {},
      {
        shards: [{ id: "deep/a", inputs: ["in/a.fa", "in/b.fa"] }],
        work: "work/{id}",
        "working-directory": "sub",
      },
    );
    here.write("in/a.fa", "A");
    here.write("in/b.fa", "B");
    here.write("sub/lines");
    await here.run();
    expect(JSON.parse(here.read("sub/lines"))).toEqual({
      id: "deep/a",
      inputs: ["../in/a.fa", "../in/b.fa"],
      checkpoint: "../out/deep/a.txt",
      work: "../work/deep/a",
      resume: false,
      attempt: 1,
    });
  });

  test("has a GPU of its own on each slot", async () => {
    const here = told(
      { a: "take 400 ms", b: "take 400 ms", c: "finish", d: "finish" },
      { parallel: "auto" },
    );
    const { code } = await here.start(["run"], { CUDA_VISIBLE_DEVICES: "GPU-a,GPU-b" }).ended;
    expect(code).toBe(0);
    expect(
      ran(here)
        .filter((line) => line.startsWith("up"))
        .toSorted(),
    ).toEqual(["up GPU-a", "up GPU-b"]);
    expect(starts(here).toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  test.each([
    [
      "by a signal",
      "die",
      { exitCode: null, why: expect.stringContaining("the command was ended by SIGKILL") },
    ],
    ["with an exit code", "exit 3", { exitCode: 3, why: "the command ended with exit code 3" }],
    ["with exit code 0", "exit 0", { why: "the worker ended before it made the shard's .done" }],
  ])(
    "that dies %s has failed the shard in hand alone, and is started again",
    async (_, order, expected) => {
      const here = told({ a: "finish", b: order, c: "finish" });
      const answer = await here.run();
      expect(outcomes(answer)).toEqual(["a done", "b failed", "c done"]);
      expect(shardOf(answer, "b")).toMatchObject(expected);
      expect(starts(here).filter((id) => id !== "b")).toEqual(["a", "c"]);
      expect(ran(here).at(-1)).toBe("down");
    },
  );

  test("that died is given the shard again where retries says so", async () => {
    const here = told({ a: "die once", b: "finish" }, { retries: 1 });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, ran: 2 });
    expect(shardOf(answer, "a").attempts).toBe(2);
    expect(ran(here)).toEqual(["up", "start a 1", "up", "start a 2", "start b 1", "down"]);
  });

  test("may crash once it has made a shard's .done: that shard counts", async () => {
    const here = told({ a: "finish and die", b: "finish" }, TIME_TO_DIE);
    expect(outcomes(await here.run())).toEqual(["a done", "b done"]);
    expect(starts(here)).toEqual(["a", "b"]);
  });

  test("is not given another shard when it is dead, although a child of it still holds its output open", async () => {
    const here = told({ a: "finish and die with a child that prints", b: "finish" }, TIME_TO_DIE);
    expect(outcomes(await here.run())).toEqual(["a done", "b done"]);
    expect(ups(here)).toBe(2);
  });

  test("may retire after any shard, and its successor takes the next one", async () => {
    const here = told({
      a: "finish and retire",
      b: "finish and retire",
      c: "finish and retire",
      d: "finish and retire",
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 4 });
    expect(starts(here)).toEqual(["a", "b", "c", "d"]);
    expect(ups(here)).toBe(4);
  });

  test("goes on when one of its checkpoints is refused", async () => {
    const here = told({ a: "mark an empty one", b: "finish" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b done"]);
    expect(shardOf(answer, "a").why).toContain("0 bytes");
    expect(here.has("out/a.txt.done")).toBe(false);
    expect(ups(here)).toBe(1);
  });

  test("that takes too long for one shard is ended, and the next shard gets another one", async () => {
    const here = told({ a: "hang", b: "finish" }, { "shard-timeout": "3s" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b done"]);
    expect(shardOf(answer, "a").why).toContain("took longer than");
    expect(ups(here)).toBe(2);
  });

  test("is stopped by a signal to the run, which ends with 130", async () => {
    const here = told({ a: "finish", b: "ready and hang", c: "finish" });
    const { child, ended } = here.start(["run", "--json"]);
    await until("the shard", () => here.has("ready"));
    child.kill("SIGINT");
    const end = await ended;
    expect(end.code).toBe(130);
    expect(outcomes(readRun(end))).toEqual(["a done", "b stopped", "c stopped"]);
  });

  test("that does not heed the end of its input is ended after stop-grace", async () => {
    const here = told({ a: "finish" }, { "stop-grace": "6s" });
    here.write("stay");
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
  });

  test("does not outlive the run that is killed, and the next run does only the rest", async () => {
    const here = told({ a: "finish", b: "finish", c: "ready and hang", d: "finish" });
    const { child, ended } = here.start(["run"]);
    await until(
      "the shard",
      () => here.has("ready") && here.read("out/b.txt.done").includes("complete"),
    );
    const worker = Number(/"pid":(\d+)/.exec(here.read("out/c.txt.started"))?.[1]);
    expect(worker).toBe(child.pid);
    child.kill("SIGKILL");
    await ended;
    here.write("do/c", "finish");
    const next = await here.run();
    expect(decisions(next)).toEqual(["a skip done", "b skip done", "c run new", "d run new"]);
    expect(next).toMatchObject({ code: 0, ran: 2, allDone: true });
    expect(starts(here)).toEqual(["a", "b", "c", "c", "d"]);
    expect(startTimeOf(worker)).toBeUndefined();
  });
});
