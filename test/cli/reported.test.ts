import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { outcomes, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const WORKER = fileURLToPath(new URL("../fixtures/cli/worker.mjs", import.meta.url));

/** Shards for a program that does as it is told, `finish` where nothing is said. */
function told(
  runPer: string,
  orders: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Workspace {
  const here = workspace();
  for (const [id, order] of Object.entries(orders)) here.write(`do/${id}`, order);
  here.define({
    shards: Object.keys(orders).map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: `exec "${process.execPath}" "${WORKER}"`,
    "run-per": runPer,
    parallel: 1,
    ...more,
  });
  return here;
}

const ran = (here: Workspace): readonly string[] =>
  here.lines("ran.txt").map((line) => line.trim());
const ups = (here: Workspace): number => ran(here).filter((line) => line.startsWith("up")).length;

describe.concurrent.each(["slot", "job"])("with run-per: %s, a .failed with a reason", (runPer) => {
  test("fails this shard alone, and the program goes on", async () => {
    const here = told(runPer, { a: "finish", b: "report", c: "finish" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b failed", "c done"]);
    expect(answer).toMatchObject({ code: 1, failed: 1 });
    const why = "its command reported a failure: b is no FASTA";
    expect(shardOf(answer, "b")).toMatchObject({ exitCode: null, why });
    expect(ran(here)).toEqual(["up", "start a 1", "start b 1", "start c 1", "down"]);
    expect(here.names("out")).toEqual([
      "a.txt",
      "a.txt.done",
      "b.txt.started",
      "c.txt",
      "c.txt.done",
    ]);
    expect(here.read("out/b.txt.started")).toContain(why);
  });

  test("may be empty, and wins over a marker", async () => {
    const orders = { a: "report without a reason", b: "report over a result", c: "finish" };
    const here = told(runPer, orders);
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b failed", "c done"]);
    expect(shardOf(answer, "a").why).toBe("its command reported a failure: no reason is given");
    expect(here.has("out/b.txt.done")).toBe(false);
    expect(ups(here)).toBe(1);
  });

  test("is tried again as retries says, and is gone before the next attempt", async () => {
    const here = told(runPer, { a: "report once", b: "finish" }, { retries: 1 });
    expect(outcomes(await here.run())).toEqual(["a done", "b done"]);
    expect(here.names("out").filter((name) => name.endsWith(".failed"))).toEqual([]);
  });

  test("has the names reported and oom in no-retry-on", async () => {
    const orders = { a: "report", b: "report a full memory" };
    for (const [word, attempts] of [
      ["reported", { a: 1, b: 1 }],
      ["oom", { a: 2, b: 1 }],
    ] as const) {
      const here = told(runPer, orders, { retries: 1, "no-retry-on": word });
      const answer = await here.run();
      const counted = Object.fromEntries(answer.shards.map((shard) => [shard.id, shard.attempts]));
      expect({ word, counted }).toEqual({ word, counted: attempts });
    }
  });

  test("is the shard's own also where the program ends right after it", async () => {
    const here = told(runPer, { a: "finish", b: "report and retire", c: "finish" });
    const answer = await here.run();
    expect(shardOf(answer, "b")).toMatchObject({ outcome: "failed", attempts: 1 });
    expect(shardOf(answer, "b").why).toContain("no more");
  });
});

describe.concurrent("with run-per: shard, a .failed", () => {
  test("gives a failure its reason, beside the exit code", async () => {
    const here = told("slot", { a: "finish", b: "report, then exit 4" });
    const command = `echo "{\\"id\\":\\"$SHARD_ID\\",\\"checkpoint\\":\\"$SHARD_CHECKPOINT\\"}" | "${process.execPath}" "${WORKER}"`;
    const answer = await here.run("--run-per=shard", `--command=${command}`);
    expect(outcomes(answer)).toEqual(["a done", "b failed"]);
    expect(shardOf(answer, "b")).toMatchObject({
      exitCode: 4,
      why: "its command reported a failure: four",
    });
  });

  test("fails the shard also where the command ends with exit code 0", async () => {
    const here = workspace();
    const command =
      'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"; echo "half of it" > "$SHARD_CHECKPOINT.failed"';
    here.define({ shards: [{ id: "a" }], checkpoint: "out/{id}", command });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed"]);
    expect(here.names("out")).toEqual([".a.attempt.stale", "a.started"]);
  });
});

describe.concurrent("what lies at the place of a .failed before a shard is started", () => {
  test("is kept where it is somebody else's file, and named", async () => {
    const here = told("slot", { a: "finish" });
    here.write("out/a.txt.failed", "my own notes");
    const { code, stderr } = await here.run();
    expect({ code, kept: here.read("out/.a.txt.failed.kept.stale") }).toEqual({
      code: 0,
      kept: "my own notes",
    });
    expect(stderr).toContain("a.txt.failed was there before its shard was started");
  });

  test("is kept where it came after a failed attempt: it may be somebody's note", async () => {
    const here = told("slot", { a: "report" });
    await here.run();
    here.write("out/a.txt.failed", "why, I think");
    here.write("do/a", "finish");
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.names("out")).toEqual([".a.txt.failed.kept.stale", "a.txt", "a.txt.done"]);
    expect(here.read("out/.a.txt.failed.kept.stale")).toBe("why, I think");
  });

  test("is never another shard's checkpoint", async () => {
    const here = told("slot", { a: "finish" });
    here.define({
      shards: [{ id: "a" }, { id: "a.failed" }],
      checkpoint: "out/{id}",
      command: "x",
    });
    const { code, stderr } = await here.donemark("run");
    expect(code).toBe(2);
    expect(stderr).toContain('"a.failed"');
    expect(here.has("out")).toBe(false);
  });

  test("stays where it is a folder, which reports nothing", async () => {
    const here = told("job", { a: "finish" });
    mkdirSync(here.path("out/a.txt.failed"), { recursive: true });
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.has("out/a.txt.failed")).toBe(true);
  });
});
