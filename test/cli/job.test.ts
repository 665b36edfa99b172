import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  decisions,
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const PROGRAM = fileURLToPath(new URL("../fixtures/cli/worker.mjs", import.meta.url));

/** One program for shards that are dealt with as told, `finish` where nothing is said. */
function told(
  orders: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Workspace {
  const here = workspace();
  for (const [id, order] of Object.entries(orders)) here.write(`do/${id}`, order);
  here.define({
    shards: Object.keys(orders).map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: `exec "${process.execPath}" "${PROGRAM}"`,
    "run-per": "job",
    ...more,
  });
  return here;
}

const ran = (here: Workspace): readonly string[] =>
  here.lines("ran.txt").map((line) => line.trim());
const starts = (here: Workspace): readonly string[] =>
  ran(here).flatMap((line) => /^start (\S+)/.exec(line)?.[1] ?? []);

describe.concurrent("one program for all shards", () => {
  test("gives each shard the seconds that were its own, and together no more than there were", async () => {
    const here = workspace();
    // The last two have no .done of their own: they share the rest of the time.
    const command = [
      ...["a", "b"].map((id) => `sleep 0.4; echo ${id} > out/${id}; : > out/${id}.done`),
      "sleep 0.4; echo c > out/c; echo d > out/d",
    ].join("; ");
    here.define({
      shards: ["a", "b", "c", "d"].map((id) => ({ id })),
      checkpoint: "out/{id}",
      command: `mkdir -p out; ${command}`,
      shell: "sh",
      "run-per": "job",
    });
    const beganTick = performance.now();
    const { code, shards } = await here.run();
    const elapsed = (performance.now() - beganTick) / 1000;
    expect(code).toBe(0);
    const seconds = Object.fromEntries(shards.map((shard) => [shard.id, shard.seconds]));
    const { a = 0, b = 0, c = 0, d = 0 } = seconds;
    // A marker that is seen late takes from the time of the next shard: only sums have a bound from below.
    expect(a).toBeGreaterThanOrEqual(0.4);
    expect(a + b).toBeGreaterThanOrEqual(0.8);
    expect(c).toBe(d);
    expect(a + b + c + d).toBeGreaterThanOrEqual(1.2);
    expect(a + b + c + d).toBeLessThanOrEqual(elapsed);
    const marked = ["a", "b", "c", "d"].map(
      (id): number => JSON.parse(here.read(`out/${id}.done`)).seconds,
    );
    expect(marked.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(elapsed);
  });

  test("gets the list of what is to be done, with all GPUs and no shard in its environment", async () => {
    const here = told({ a: "finish", b: "finish", c: "finish" });
    here.write("lines");
    await here.run("--only", "b");
    here.write("lines");
    const look = `env | grep -c '^SHARD_ID=' > ids || true; echo "$SHARD_COUNT" > count; exec "${process.execPath}" "${PROGRAM}"`;
    const { code } = await here.start(["run", "--command", look, "--rerun-on", "input"], {
      CUDA_VISIBLE_DEVICES: "GPU-a,GPU-b",
    }).ended;
    expect(code).toBe(0);
    expect(here.lines("lines").map((line): unknown => JSON.parse(line))).toEqual(
      ["a", "c"].map((id) => ({
        id,
        inputs: [],
        checkpoint: `out/${id}.txt`,
        work: `out/${id}.txt`,
        resume: false,
        attempt: 1,
      })),
    );
    expect([here.read("ids"), here.read("count")]).toEqual(["0\n", "\n"]);
    expect(ran(here).filter((line) => line.startsWith("up"))).toEqual(["up", "up GPU-a,GPU-b"]);
  });

  test("has its shards checked one after the other, however fast it makes them", async () => {
    const check = "mkdir busy || echo overlap >> overlaps; sleep 0.2; rmdir busy";
    const orders = Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, "finish"]));
    const here = told(orders, { check, parallel: 4, shell: "sh" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 5 });
    expect(here.lines("overlaps")).toEqual([]);
  });

  test("has each shard committed as soon as it makes its .done, while it goes on", async () => {
    const here = told({
      a: "finish and see it committed",
      b: "finish and see it committed",
      c: "finish",
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 3 });
    expect(ran(here)).toEqual([
      "up",
      "start a 1",
      "committed a",
      "start b 1",
      "committed b",
      "start c 1",
      "down",
    ]);
  });

  test("that exits 0 has finished every shard with a sound checkpoint", async () => {
    const here = told({ a: "write only", b: "nothing", c: "finish", d: "mark an empty one" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b failed", "c done", "d failed"]);
    expect(shardOf(answer, "b").why).toBe(
      'the command left no checkpoint at "out/b.txt" (the path that its line names as checkpoint)',
    );
    expect(shardOf(answer, "d").why).toContain("0 bytes");
    expect(here.names("out").filter((name) => name.endsWith(".done"))).toEqual([
      "a.txt.done",
      "c.txt.done",
    ]);
    expect(answer.code).toBe(1);
  });

  test.each([
    ["with another code", "exit 3", { exitCode: 3, why: "the command ended with exit code 3" }],
    [
      "by a signal",
      "die",
      { exitCode: null, why: expect.stringContaining("the command was ended by SIGKILL") },
    ],
  ])("that ends %s has finished only what has its .done", async (_, order, expected) => {
    const here = told({ a: "finish", b: "write only", c: order, d: "finish" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b failed", "c failed", "d failed"]);
    expect(shardOf(answer, "b")).toMatchObject(expected);
    expect(here.has("out/b.txt")).toBe(false);
  });

  test("is started again with what remains, as often as retries says", async () => {
    const here = told({ a: "finish", b: "die once", c: "finish", d: "nothing" }, { retries: 2 });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b done", "c done", "d failed"]);
    expect(ran(here)).toEqual([
      "up",
      "start a 1",
      "start b 1",
      "up",
      "start b 2",
      "start c 2",
      "start d 2",
      "down",
      "up",
      "start d 3",
      "down",
    ]);
    expect(shardOf(answer, "d").attempts).toBe(3);
  });

  test("may take longer than shard-timeout as long as one .done follows the other in time", async () => {
    const orders = Object.fromEntries(["a", "b", "c", "d"].map((id) => [id, "take 900 ms"]));
    const here = told(orders, { "shard-timeout": "3s" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 4 });
  });

  test("is ended when no new .done comes within shard-timeout", async () => {
    const here = told({ a: "finish", b: "hang", c: "finish" }, { "shard-timeout": "3s" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b failed", "c failed"]);
    expect(shardOf(answer, "b").why).toContain("took longer than");
  });

  test("has what it marked committed when the run is stopped", async () => {
    const here = told({ a: "finish", b: "ready and hang", c: "finish" });
    const { child, ended } = here.start(["run", "--json"]);
    await until("the shard", () => here.has("ready"));
    child.kill("SIGTERM");
    const end = await ended;
    expect(end.code).toBe(143);
    expect(outcomes(readRun(end))).toEqual(["a done", "b stopped", "c stopped"]);
    expect(here.read("out/a.txt.done")).toContain('"status":"complete"');
  });

  test("is not run for a shard that cannot be started, and runs for the others", async () => {
    const here = told({ a: "finish" }, { shards: [{ id: "file/x" }, { id: "a" }] });
    here.write("out/file", "in the way");
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "file/x stopped"]);
    expect(answer.code).toBe(3);
    expect(shardOf(answer, "file/x")).toMatchObject({ reason: "cannot-clear" });
    expect(starts(here)).toEqual(["a"]);
  });

  test("is not started where nothing is to be done", async () => {
    const here = told({ a: "finish" });
    await here.run();
    expect(await here.run()).toMatchObject({ code: 0, skipped: 1 });
    expect(ran(here)).toHaveLength(3);
  });

  test("does only the rest after the run was killed", async () => {
    const here = told({ a: "finish and see it committed", b: "ready and hang", c: "finish" });
    const { child, ended } = here.start(["run"]);
    await until("the shard", () => here.has("ready"));
    child.kill("SIGKILL");
    await ended;
    here.write("do/b", "finish");
    const next = await here.run();
    expect(decisions(next)).toEqual(["a skip done", "b run new", "c run new"]);
    expect(next).toMatchObject({ code: 0, allDone: true });
    expect(starts(here)).toEqual(["a", "b", "b", "c"]);
  });

  test("writes one log for each start", async () => {
    const here = told({ a: "die once", b: "finish" }, { retries: 1 });
    await here.run();
    const logs = here.logs();
    expect(logs).toHaveLength(2);
    expect(logs.map((name) => here.log(name))).toEqual([
      "working on a\n",
      "working on a\nworking on b\n",
    ]);
  });
});
