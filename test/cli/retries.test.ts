import { describe, expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import {
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

/** Shards whose commands do what the file `do/<id>` says, and note that they were started. */
function told(
  orders: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Workspace {
  const here = workspace();
  for (const [id, order] of Object.entries(orders)) here.write(`do/${id}`, order);
  here.define({
    shards: Object.keys(orders).map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: 'echo "$SHARD_ID" >> ran.txt; . ./do/"$SHARD_ID"',
    shell: "sh",
    ...more,
  });
  return here;
}

const DO = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';
const HANG = "sleep 600 & echo $! > child; wait";

describe("which failures are tried again", () => {
  const orders = {
    a: "exit 75",
    b: "exit 2",
    c: "kill -9 $$",
    d: "echo 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB'; exit 1",
  };
  test.each([
    [{}, { a: 3, b: 3, c: 3, d: 3 }],
    [{ "retry-on": "75" }, { a: 3, b: 1, c: 1, d: 1 }],
    [{ "retry-on": "oom 2" }, { a: 1, b: 3, c: 3, d: 3 }],
    [{ "no-retry-on": [2, "oom"] }, { a: 3, b: 1, c: 1, d: 1 }],
    [
      { "retry-on": [2, 75], "no-retry-on": 75 },
      { a: 1, b: 3, c: 1, d: 1 },
    ],
  ])("%o", async (more, attempts) => {
    const here = told(orders, { retries: 2, "max-failures": 0, ...more });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, failed: 4 });
    const made = answer.shards.map(({ id, attempts: times }) => [id, times]);
    expect(Object.fromEntries(made)).toEqual(attempts);
  });

  test("time-outs are named like an exit code", async () => {
    const more = { retries: 1, "shard-timeout": "500ms", "no-retry-on": "timeout" };
    expect(shardOf(await told({ a: HANG }, more).run(), "a")).toMatchObject({ attempts: 1 });
  });

  test("inputs that no-retry-on names are not tried on another GPU, and keep small ones from nothing", async () => {
    const here = workspace();
    for (let n = 0; n < 12; n += 1)
      here.write(`in/${String(n).padStart(2, "0")}`, "x".repeat(n < 7 ? 9000 : 10));
    here.define({
      shards: "in/*",
      checkpoint: "out/{id}",
      command: `echo "$SHARD_ID" >> ran.txt; [ "$(wc -c < "$SHARD_INPUT")" -gt 1000 ] && exit 3; ${DO}`,
      shell: "sh",
      ...{ retries: 2, "no-retry-on": "3" },
    });
    const env = { CUDA_VISIBLE_DEVICES: "0,1" };
    const answer = readRun(await here.start(["run", "--json"], env).ended);
    expect(answer).toMatchObject({ ran: 5, failed: 7 });
    expect(here.lines("ran.txt")).toHaveLength(12);
  });
});

test("retry-delay waits longer each time, and other shards run meanwhile", async () => {
  const here = told(
    { a: "date +%s%3N >> times; exit 1", b: DO },
    { retries: 2, "retry-delay": "400ms" },
  );
  expect(outcomes(await here.run())).toEqual(["a failed", "b done"]);
  expect(here.lines("ran.txt")).toEqual(["a", "b", "a", "a"]);
  const [first = 0, second = 0, third = 0] = here.lines("times").map(Number);
  expect(second - first).toBeGreaterThanOrEqual(390);
  expect(third - second).toBeGreaterThanOrEqual(790);
});

test("a signal ends the wait for a retry, and the shard has failed", async () => {
  const here = told({ a: "exit 1" }, { retries: 2, "retry-delay": "1h" });
  const { child, ended } = here.start(["run", "--json"]);
  await until(
    "the failure",
    () => here.has("out/a.txt.started") && here.read("out/a.txt.started").includes("ended"),
  );
  child.kill("SIGINT");
  const { code, ...rest } = await ended;
  expect(code).toBe(130);
  expect(outcomes(readRun({ code, ...rest }))).toEqual(["a failed"]);
});

describe("stall-timeout", () => {
  test("ends a command that gives no sign of life, with all that it started", async () => {
    const here = told({ a: `echo here; ${HANG}`, b: DO }, { "stall-timeout": "1s" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b done"]);
    expect(shardOf(answer, "a").why).toMatch(/^the command stalled: for 1/);
    expect(startTimeOf(Number(here.read("child")))).toBeUndefined();
  });

  test("takes output, a growing checkpoint, one in the making and growing work for signs of life", async () => {
    const slowly = (act: string): string =>
      `for n in 1 2 3 4 5 6 7 8; do sleep 0.5; ${act}; done; ${DO}`;
    const here = told(
      {
        a: slowly("echo $n"),
        b: slowly('echo $n >> "$SHARD_CHECKPOINT"'),
        c: slowly('mkdir -p "$SHARD_WORK/deep"; echo $n >> "$SHARD_WORK/deep/part"'),
        d: `${slowly('echo $n >> "$SHARD_CHECKPOINT.tmp"')}; mv "$SHARD_CHECKPOINT.tmp" "$SHARD_CHECKPOINT"`,
      },
      { work: "work/{id}", "stall-timeout": "3s", parallel: 4 },
    );
    expect(outcomes(await here.run())).toEqual(["a done", "b done", "c done", "d done"]);
    expect(here.read("out/d.txt")).toBe("1\n2\n3\n4\n5\n6\n7\n8\n");
  });

  test("watches a long-lived worker while it has a shard", async () => {
    const here = told(
      { a: "", b: "" },
      { "run-per": "slot", "stall-timeout": "1s", command: "read -r line; sleep 600" },
    );
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, failed: 2 });
    expect(shardOf(answer, "a").why).toContain("stalled");
  });

  test("watches one program for all shards", async () => {
    const here = told(
      { a: "", b: "" },
      { "run-per": "job", "stall-timeout": "1s", command: "echo up; sleep 600" },
    );
    const answer = await here.run();
    expect(shardOf(answer, "b").why).toContain("stalled");
  });
});

describe("on-stop", () => {
  /** A process outside the command's group, as a container's is, which on-stop ends. */
  const OUTSIDE =
    'setsid sh -c \'echo $$ > "box-$SHARD_ID"; exec sleep 600\' & until [ -s "box-$SHARD_ID" ]; do sleep 0.05; done; sleep 600';
  const KILL = 'echo "$SHARD_ID" >> stopped.txt; kill -9 "$(cat "box-$SHARD_ID")"';

  test("runs with the shard's environment when its command takes too long", async () => {
    const here = told({ a: OUTSIDE, b: DO }, { "shard-timeout": "2s", "on-stop": KILL });
    expect(outcomes(await here.run())).toEqual(["a failed", "b done"]);
    expect(here.lines("stopped.txt")).toEqual(["a"]);
    expect(startTimeOf(Number(here.read("box-a")))).toBeUndefined();
  });

  test("runs when the run is stopped", async () => {
    const here = told({ a: OUTSIDE }, { "on-stop": KILL });
    const { child, ended } = here.start(["run", "--json"]);
    await until("the command", () => here.has("box-a") && here.read("box-a") !== "");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(here.lines("stopped.txt")).toEqual(["a"]);
    expect(startTimeOf(Number(here.read("box-a")))).toBeUndefined();
  });

  test("does not run for a command that ends by itself, and is ended when it takes too long itself", async () => {
    const here = told({ a: DO, b: "exit 3" }, { "on-stop": KILL });
    await here.run();
    expect(here.has("stopped.txt")).toBe(false);
    const slow = told(
      { a: HANG },
      { "shard-timeout": "500ms", "stop-grace": "6s", "on-stop": "sleep 600" },
    );
    expect(outcomes(await slow.run())).toEqual(["a failed"]);
  });
});

describe("the end of a command in plain words", () => {
  test.each([
    ["no-such-program", 127, "a program was not found"],
    ["./do/a2", 126, "may not be executed"],
    ["exit 137", 137, "most often because the memory of the machine or container was used up"],
    ["kill -SEGV $$", null, "a fault in native code"],
    ["kill -ABRT $$", null, "as after a failed assertion"],
    ["echo 'RuntimeError: CUDA out of memory.'; exit 1", 1, "the memory of the GPU was used up"],
    ["echo 'RESOURCE_EXHAUSTED: Out of memory'; exit 1", 1, "the memory of the GPU was used up"],
    ["echo hipErrorOutOfMemory; exit 1", 1, "the memory of the GPU was used up"],
    ["echo MemoryError; exit 1", 1, "the memory of the machine or container was used up"],
  ])("%s", async (order, exitCode, words) => {
    const here = told({ a: order });
    here.write("do/a2", "exit 0");
    const answer = await here.run();
    expect(shardOf(answer, "a")).toMatchObject({ outcome: "failed", exitCode });
    expect(shardOf(answer, "a").why).toContain(words);
    expect(shardOf(await here.status(), "a").detail).toContain(words);
  });
});
