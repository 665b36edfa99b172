import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const AMOUNT = 300;

/** The lines that a run says, on both streams, in the order of each. */
async function linesOf(here: Workspace, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await here.start(["run", ...args]).ended;
  return [stdout, stderr].flatMap((text) => text.split("\n")).filter((line) => line !== "");
}

function shards(amount: number, command: string, more: object = {}): Workspace {
  const here = workspace();
  here.define({ shards: amount, checkpoint: "out/{id}.txt", command, ...more });
  return here;
}

const MAKE = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

describe.concurrent("the lines of a run", () => {
  test("of 300 shards with a misspelt command are at most 60, and the cause comes first and last", async () => {
    const here = shards(AMOUNT, "predct.py --fast");
    const { code, stdout } = await here.start(["run"]).ended;
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(60);
    const cause = (line: string): boolean => line.includes("predct.py: command not found");
    expect(lines.findIndex(cause)).toBeLessThan(10);
    expect(lines.findLastIndex(cause)).toBeGreaterThan(lines.length - 5);
    expect(lines.filter((line) => line.includes("295 not started"))).toHaveLength(1);
    expect(lines.at(-1)).toBe("To go on once that is mended: donemark run");
    expect(stdout).toContain("exit code 127: a program was not found");
  });

  test("of ten thousand finished shards are at most ten", async () => {
    const here = shards(10_000, MAKE);
    for (let shard = 0; shard < 10_000; shard += 1) {
      const path = here.path(`out/${String(shard).padStart(4, "0")}.txt`);
      if (shard === 0) here.write("out/0000.txt", "made");
      else writeFileSync(path, "made");
      writeFileSync(`${path}.done`, "");
    }
    const { skipped } = await here.run();
    expect(skipped).toBe(10_000);
    const lines = await linesOf(here);
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines.at(-1)).toMatch(/^10000 of 10,000 shards complete/);
  });

  test("of a run that is stopped count what was not started, and say what the stop does", async () => {
    const here = shards(AMOUNT, "touch started; exec sleep 60", { "stop-grace": "20s" });
    const running = here.start(["run"]);
    await until("a command", () => here.has("started"));
    running.child.kill("SIGINT");
    const { code, stdout } = await running.ended;
    expect(code).toBe(130);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(stdout).toMatch(/^stopping, since SIGINT came\. Running commands have 20s to end/m);
    expect(lines.at(-2)).toContain("1 stopped · 299 not started");
    expect(lines.at(-1)).toBe("To go on: donemark run");
  });

  test("name each way to fail at the end, with its shards, a log and the one command that goes on", async () => {
    const command =
      'echo "about $SHARD_ID"; case $SHARD_ID in *[05]) exit 3;; *7) kill -9 $$;; esac; ';
    const here = shards(20, command + MAKE, { "max-failures": 0 });
    const { code, stdout } = await here.start(["run"]).ended;
    expect(code).toBe(1);
    const end = stdout.slice(stdout.lastIndexOf("shards complete"));
    expect(end).toContain(
      "4 failed alike (0000, 0005, 0010, 0015): the command ended with exit code 3",
    );
    expect(end).toContain("2 failed alike (0007, 0017): the command was ended by SIGKILL");
    expect(end).toContain("| about 0000");
    const log = /the log of 0000: (.*)$/m.exec(end)?.[1] ?? "";
    expect(readFileSync(log, "utf8")).toContain("about 0000");
    expect(end.trimEnd().split("\n").at(-1)).toBe("To go on once that is mended: donemark run");
  });

  test("stay few where every shard fails in a way of its own, and no limit ends the run", async () => {
    const here = shards(150, 'exit "$((10 + SHARD_INDEX % 100))"', { "max-failures": 0 });
    const { stdout } = await here.start(["run"]).ended;
    const end = stdout.slice(stdout.lastIndexOf("shards complete"));
    expect(end.split("\n").length).toBeLessThanOrEqual(60);
    expect(end).toMatch(/^\d+ more shards failed in other ways: /m);
  });

  test("of shards that fail alike do not repeat one cause for ever", async () => {
    const here = shards(100, "exit 3", { "max-failures": 0 });
    const { stdout } = await here.start(["run"]).ended;
    expect(stdout.split("\n").filter((line) => line.startsWith("failed "))).toHaveLength(11);
    expect(stdout).toContain("100 failed alike");
  });
});

test("the answer of a run has the last lines of a failed shard's log, at most five", async () => {
  const here = shards(1, "seq 100; exit 3");
  const ended = await here.start(["run", "--json"]).ended;
  expect(readRun(ended)).toMatchObject({ failed: 1 });
  expect(JSON.parse(ended.stdout).shards[0].logTail).toBe("96\n97\n98\n99\n100");
});

describe("the words that a shell makes of a pattern", () => {
  test("are one error that says how to quote it", async () => {
    const here = workspace();
    const words = Array.from({ length: 153 }, (_, place) => `in/${place}.txt`);
    const { code, stderr } = await here.start(["run", "--shards", ...words]).ended;
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        /^error run takes no words, got "in\/1\.txt", "in\/2\.txt", "in\/3\.txt" and 149 more\. .*--shards='in\/\*\.txt'\.$/,
      ),
    ]);
  });
});
