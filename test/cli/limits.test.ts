import { describe, expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import { mayMount, mounted } from "../fixtures/cli/mount.ts";
import {
  decisions,
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
const FAIL = "exit 1";
const HANG = "echo here; sleep 600";

test("times of months hold off nothing", async () => {
  const times = { "shard-timeout": "30d", "max-runtime": "900h", "work-every": "60d" };
  const here = told({ a: DO, b: DO }, { ...times, "run-per": "shard" });
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
});

describe("shard-timeout", () => {
  test("ends a command that takes too long with all that it started, and the next shard runs", async () => {
    const here = told(
      { a: "sleep 600 & echo $! > child; wait", b: DO },
      { "shard-timeout": "1500ms" },
    );
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, ran: 1, failed: 1 });
    expect(shardOf(answer, "a")).toMatchObject({ outcome: "failed", exitCode: null });
    expect(shardOf(answer, "a").why).toMatch(/^the command took longer than 1\.5/);
    expect(startTimeOf(Number(here.read("child")))).toBeUndefined();
    expect(shardOf(await here.status(), "a").detail).toContain("took longer");
  });

  test("counts for each try by itself", async () => {
    const here = told(
      { a: `[ $SHARD_ATTEMPT = 2 ] || sleep 600; ${DO}` },
      { "shard-timeout": "1500ms", retries: 1 },
    );
    expect(shardOf(await here.run(), "a")).toMatchObject({ outcome: "done", attempts: 2 });
  });

  test("does not believe a command that ends well after its time", async () => {
    const here = told(
      { a: `trap '${DO}; exit 0' TERM; while :; do sleep 0.05; done` },
      { "shard-timeout": "1500ms" },
    );
    expect(shardOf(await here.run(), "a")).toMatchObject({ outcome: "failed" });
    expect(here.names("out")).toEqual([".a.txt.attempt.stale", "a.txt.started"]);
  });
});

describe("max-runtime", () => {
  test("ends a run in good order with exit code 4, and the next run goes on", async () => {
    const here = told({ a: DO, b: HANG, c: DO }, { "max-runtime": "2s" });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 4, ran: 1, failed: 0, remaining: 2, inProgress: 1 });
    expect(outcomes(answer)).toEqual(["a done", "b stopped", "c stopped"]);
    expect(answer.stderr).toContain("max-runtime is over");
    expect(here.lines("ran.txt")).toEqual(["a", "b"]);
    here.write("do/b", DO);
    const next = await here.run();
    expect(next).toMatchObject({ code: 0, skipped: 1, ran: 2, allDone: true });
    expect(here.lines("ran.txt")).toEqual(["a", "b", "b", "c"]);
  });

  test("is no fault of the shard in flight: it does not count as failed", async () => {
    const here = told({ a: HANG }, { "max-runtime": "2s", retries: 5 });
    expect(await here.run()).toMatchObject({ code: 4, failed: 0 });
    const a = shardOf(await here.status(), "a");
    expect(a).toMatchObject({ decision: "run" });
    expect(a.detail).not.toContain("failed");
    expect(here.lines("ran.txt")).toEqual(["a"]);
    expect(await here.run("--only", "status:failed")).toMatchObject({ total: 0 });
  });

  test("changes nothing for a run that is over before", async () => {
    const here = told({ a: DO }, { "max-runtime": "5h" });
    expect(await here.run()).toMatchObject({ code: 0, allDone: true });
  });
});

describe("max-failures", () => {
  const failing = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, place) => [`f${place}`, FAIL]));

  test("stops after five failures with no success before them", async () => {
    const here = told(failing(8));
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, failed: 5, remaining: 8 });
    expect(answer.stderr).toContain("stopped, since 5 shards failed");
    // Three from the beginning of the list, and then from its other end.
    expect(here.lines("ran.txt")).toEqual(["f0", "f1", "f2", "f7", "f6"]);
    expect(outcomes(answer).slice(3, 6)).toEqual(["f3 stopped", "f4 stopped", "f5 stopped"]);
  });

  test("does not stop by itself once a shard has succeeded", async () => {
    const here = told({ a: DO, ...failing(7) });
    expect(await here.run()).toMatchObject({ code: 1, ran: 1, failed: 7 });
  });

  test("of 1 stops at once, and of 0 never", async () => {
    const here = told({ a: DO, ...failing(8) });
    expect(await here.run("--max-failures", "1")).toMatchObject({ code: 1, ran: 1, failed: 1 });
    expect(await here.run("--max-failures", "0")).toMatchObject({ code: 1, skipped: 1, failed: 8 });
  });

  test("counts a shard that failed twice once", async () => {
    const here = told({ a: FAIL, b: DO }, { "max-failures": 2, retries: 3 });
    expect(await here.run()).toMatchObject({ code: 1, failed: 1, ran: 1 });
  });

  test("lets the commands in flight end by themselves", async () => {
    const here = told(
      { a: "until [ -e go ]; do sleep 0.01; done; exit 1", b: `touch go; sleep 0.5; ${DO}`, c: DO },
      { "max-failures": 1, parallel: 2 },
    );
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b done", "c stopped"]);
    expect(answer.code).toBe(1);
  });

  test("does not keep a signal from ending them", async () => {
    const here = told(
      { a: "until [ -e go ]; do sleep 0.01; done; exit 1", b: `touch go; ${HANG}` },
      {
        "max-failures": 1,
        parallel: 2,
      },
    );
    const { child, ended } = here.start(["run", "--json"]);
    await until(
      "the failure",
      () => here.has("out/a.txt.started") && here.read("out/a.txt.started").includes("ended"),
    );
    child.kill("SIGINT");
    const { code, ...rest } = await ended;
    expect(code).toBe(130);
    expect(outcomes(readRun({ code, ...rest }))).toEqual(["a failed", "b stopped"]);
  });

  test("does not keep max-runtime from ending them", async () => {
    const here = told(
      { a: "until [ -e go ]; do sleep 0.01; done; exit 1", b: `touch go; ${HANG}` },
      {
        "max-failures": 1,
        "max-runtime": "2s",
        parallel: 2,
      },
    );
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b stopped"]);
    expect(answer.code).toBe(1);
  });
});

test.skipIf(!mayMount())(
  "free disk below twice the largest checkpoint seen starts no shard, and ends none (skipped where no file system can be mounted)",
  async () => {
    const fill = (kilobytes: number): string =>
      `dd if=/dev/urandom of="$SHARD_CHECKPOINT" bs=1k count=${kilobytes} 2>/dev/null`;
    const afterFirst = "until [ -e out/a.txt.done ]; do sleep 0.01; done; sleep 0.5";
    const here = told(
      {
        a: `until [ -e go ]; do sleep 0.01; done; ${fill(100)}`,
        b: `touch go; ${afterFirst}; ${fill(8)}`,
        // May start before the size of the first one is known.
        c: `${afterFirst}; ${fill(8)}`,
        d: fill(8),
      },
      { parallel: 2 },
    );
    here.write("out/.keep");
    await mounted(["-t", "tmpfs", "-o", "size=256k", "none", here.path("out")], async () => {
      const answer = await here.run();
      expect(outcomes(answer).filter((line) => !line.startsWith("c "))).toEqual([
        "a done",
        "b done",
        "d stopped",
      ]);
      expect(answer).toMatchObject({ code: 1, failed: 0 });
      expect(answer.stderr).toContain("the largest checkpoint seen takes");
      expect(decisions(await here.status()).at(-1)).toBe("d run new");
    });
  },
);
