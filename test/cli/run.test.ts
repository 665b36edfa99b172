import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  decisions,
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { CLI, NODE, terminalEnv } from "../helpers/program.ts";
import { torchFile } from "../helpers/torch-file.ts";

const COPY = 'echo "$SHARD_ID" >> ran.txt; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';

function shards(names: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  for (const name of names) here.write(`in/${name}.fa`, name.toUpperCase());
  here.define({
    shards: "in/**/*.fa",
    checkpoint: "out/{id}.txt",
    command: COPY,
    shell: "sh",
    ...more,
  });
  return here;
}

describe("a shard that is done", () => {
  test("is not run again, and the answer says how much was saved", async () => {
    const here = shards(["a", "b", "deep/c"]);
    const first = await here.run();
    expect(first).toMatchObject({ code: 0, total: 3, ran: 3, skipped: 0, allDone: true, saved: 0 });
    expect(decisions(first)).toEqual(["a run new", "b run new", "deep/c run new"]);
    const second = await here.run();
    expect(second).toMatchObject({ code: 0, ran: 0, skipped: 3, remaining: 0, allDone: true });
    expect(second.secondsSaved).toBeGreaterThanOrEqual(0);
    expect(decisions(second)).toEqual(["a skip done", "b skip done", "deep/c skip done"]);
    expect(here.lines("ran.txt")).toEqual(["a", "b", "deep/c"]);
    expect(here.read("out/deep/c.txt")).toBe("DEEP/C");
  });

  test("is not run again when other shards come or go", async () => {
    const here = shards(["b"]);
    await here.run();
    here.write("in/a.fa", "A");
    expect(decisions(await here.run())).toEqual(["a run new", "b skip done"]);
    const rest = await here.run("--shards", "in/a.fa");
    expect(rest).toMatchObject({ total: 1, skipped: 1 });
  });

  test("is run again when its input, the command, a file or the text changed, and the reason says which", async () => {
    const here = shards(["a", "b"], { "fingerprint-files": "model/*" });
    here.write("model/w.bin", "1");
    await here.run();
    here.write("in/a.fa", "changed");
    expect(decisions(await here.status())).toEqual(["a run input-changed", "b skip done"]);
    const command = decisions(await here.status("--command", "true", "--fingerprint-text", "v2"));
    expect(command[1]).toBe("b run command-changed");
    const text = await here.status("--fingerprint-text", "v2");
    expect(decisions(text)).toEqual(["a run input-changed", "b run text-changed"]);
    here.write("model/w.bin", "2");
    const files = shardOf(await here.status(), "b");
    expect(files).toMatchObject({ reason: "files-changed" });
    expect(files.detail).toContain("model/w.bin");
    expect(await here.run()).toMatchObject({ ran: 2 });
    expect(await here.run()).toMatchObject({ skipped: 2 });
  });

  test("is skipped when a part changed that rerun-on does not name", async () => {
    const here = shards(["a"]);
    await here.run();
    const changed = ["--fingerprint-text", "v2", "--command", "false"];
    expect(await here.run(...changed, "--rerun-on", "input")).toMatchObject({ skipped: 1 });
  });
});

describe("a command that fails", () => {
  test("leaves its exit code, its reason and the end of its log, and no checkpoint", async () => {
    const here = shards(["a", "b"], {
      command: `${COPY}; if [ $SHARD_ID = a ]; then echo first; echo "out of memory" >&2; exit 7; fi`,
    });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, ran: 1, failed: 1, remaining: 1, allDone: false });
    expect(shardOf(answer, "a")).toMatchObject({
      outcome: "failed",
      exitCode: 7,
      attempts: 1,
      why: "the command ended with exit code 7",
    });
    expect(answer.stderr).toContain("donemark run --only=a");
    expect(here.names("out")).toEqual([
      ".a.txt.attempt.stale",
      "a.txt.started",
      "b.txt",
      "b.txt.done",
    ]);
    expect(here.read("out/a.txt.started")).toContain("out of memory");
    const status = await here.status();
    expect(status).toMatchObject({ done: 1, inProgress: 1, pending: 1 });
    expect(shardOf(status, "a").detail).toContain(
      "failed once: the command ended with exit code 7",
    );
  });

  test.each([
    [
      "by a signal",
      "kill -9 $$",
      { exitCode: null, why: expect.stringContaining("the command was ended by SIGKILL") },
    ],
    ["by a program that is not there", "no-such-program", { exitCode: 127 }],
    ["in a pipe", "false | true", { exitCode: 1 }],
    ["in its first line", "false\ntrue", { exitCode: 1 }],
  ])("ends %s, and the answer says so", async (_, command, expected) => {
    const here = shards(["a"], { command, shell: "bash" });
    const answer = await here.run();
    expect(answer.code).toBe(1);
    expect(shardOf(answer, "a")).toMatchObject({ outcome: "failed", ...expected });
  });

  test("is tried again as often as retries says, each try with its own number and log", async () => {
    const here = shards(["a", "b"], {
      command: `echo "try $SHARD_ATTEMPT of $SHARD_ID"; echo "$SHARD_ID $SHARD_ATTEMPT" >> ran.txt; [ $SHARD_ID = b ] || [ $SHARD_ATTEMPT -ge 3 ]; cp $SHARD_INPUT $SHARD_CHECKPOINT`,
      retries: 2,
    });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 0, ran: 2, failed: 0 });
    expect(shardOf(answer, "a")).toMatchObject({ outcome: "done", attempts: 3, exitCode: 0 });
    expect(shardOf(answer, "b")).toMatchObject({ outcome: "done", attempts: 1 });
    expect(here.lines("ran.txt")).toEqual(["a 1", "a 2", "a 3", "b 1"]);
    expect(here.logs()).toEqual(["a.1.log", "a.2.log", "a.3.log", "b.1.log"]);
    expect(here.log("a.2.log")).toBe("try 2 of a\n");
    expect(here.names("out")).toEqual(["a.txt", "a.txt.done", "b.txt", "b.txt.done"]);
  });

  test("counts its tries over runs until it is done", async () => {
    const here = shards(["a"], { command: 'echo "$SHARD_ATTEMPT" >> ran.txt; exit 1', retries: 1 });
    expect(shardOf(await here.run(), "a")).toMatchObject({ outcome: "failed", attempts: 2 });
    expect(shardOf(await here.run(), "a")).toMatchObject({ outcome: "failed", attempts: 2 });
    expect(here.lines("ran.txt")).toEqual(["1", "2", "3", "4"]);
    expect(shardOf(await here.status(), "a").detail).toContain("failed 4 times");
    const again = [
      "--command",
      'echo "$SHARD_ATTEMPT" >> ran.txt; cp $SHARD_INPUT $SHARD_CHECKPOINT',
    ];
    expect(await here.run(...again)).toMatchObject({ ran: 1 });
    expect(await here.run(...again, "--force", "a")).toMatchObject({ ran: 1 });
    expect(here.lines("ran.txt").slice(4)).toEqual(["5", "1"]);
  });

  test("puts its shard last in the next run", async () => {
    const here = shards(["a", "b", "c"], { command: `${COPY}; [ $SHARD_ID != a ]` });
    await here.run("--only", "a");
    await here.run();
    expect(here.lines("ran.txt")).toEqual(["a", "b", "c", "a"]);
  });
});

describe("check", () => {
  const check = 'grep -q GOOD "$SHARD_CHECKPOINT" || { echo "not good: $SHARD_ID"; exit 9; }';

  test("must exit 0 before a shard counts as finished", async () => {
    const here = shards(["a", "b"], { check });
    here.write("in/b.fa", "GOOD");
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, ran: 1, failed: 1 });
    expect(shardOf(answer, "a").why).toBe("the check ended with exit code 9");
    expect(here.has("out/a.txt.done")).toBe(false);
    expect(here.log("a.1.log")).toContain("not good: a");
  });

  test("is not asked where the command has failed", async () => {
    const here = shards(["a"], { command: "exit 3", check: "touch checked" });
    expect(shardOf(await here.run(), "a").exitCode).toBe(3);
    expect(here.has("checked")).toBe(false);
  });

  test("may be added later without running anything again", async () => {
    const here = shards(["a"]);
    await here.run();
    expect(await here.run("--check", "false")).toMatchObject({ code: 0, skipped: 1 });
  });
});

describe("only", () => {
  const names = ["a1", "a2", "b1", "b2"];

  test.each([
    ["an id", "a1", ["a1"]],
    ["a glob", "a*", ["a1", "a2"]],
    ["lines", "b2\na1", ["a1", "b2"]],
    ["a JSON array", '["b1","a2"]', ["a2", "b1"]],
    ["none", "none", []],
  ])("takes %s", async (_, only, expected) => {
    const here = shards(names);
    const answer = await here.run("--only", only);
    expect(answer).toMatchObject({ code: 0, total: expected.length, ran: expected.length });
    expect(here.lines("ran.txt")).toEqual(expected);
  });

  test("takes slices, which share out all shards whatever is done", async () => {
    const here = shards([...names, "c1", "c2", "c3"]);
    for (const part of [3, 1, 2])
      expect(await here.run("--only", `slice:${part}/3`)).toMatchObject({ code: 0 });
    expect([...here.lines("ran.txt")].sort()).toEqual([...names, "c1", "c2", "c3"]);
  });

  test("takes the failed ones", async () => {
    const here = shards(names, { command: `${COPY}; [ $SHARD_ID != a2 ] && [ $SHARD_ID != b1 ]` });
    await here.run();
    const answer = await here.run("--only", "status:failed");
    expect(decisions(answer)).toEqual(["a2 run new", "b1 run new"]);
    expect(here.lines("ran.txt")).toEqual(["a1", "a2", "b1", "b2", "a2", "b1"]);
  });
});

describe("force", () => {
  test("runs what is done, and only what it names", async () => {
    const here = shards(["a", "b"]);
    await here.run();
    const answer = await here.run("--force", "b");
    expect(decisions(answer)).toEqual(["a skip done", "b run forced"]);
    expect(answer).toMatchObject({ code: 0, ran: 1, skipped: 1 });
    expect(here.lines("ran.txt")).toEqual(["a", "b", "b"]);
    expect(decisions(await here.run())).toEqual(["a skip done", "b skip done"]);
  });

  test("never brings a forced shard's old checkpoint back when its command fails", async () => {
    const here = shards(["a"]);
    await here.run();
    expect(await here.run("--force", "*", "--command", "exit 1")).toMatchObject({ failed: 1 });
    expect(here.has("out/a.txt")).toBe(false);
    expect(decisions(await here.status())).toEqual(["a run new"]);
  });
});

describe("what a run answers with", () => {
  test("is exit code 3 where a shard is blocked, which is left untouched", async () => {
    const here = shards(["a", "b"], { status: { "highest-version": "1" } });
    const bytes = torchFile({ pickle: pickle({ status: "complete", version: "2.1" }) });
    here.write("out/a.txt", bytes);
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 3, ran: 1, blocked: 1, allDone: false });
    expect(decisions(answer)).toEqual(["a blocked incompatible", "b run new"]);
    expect(readFileSync(here.path("out/a.txt"))).toEqual(bytes);
    expect(await here.status()).toMatchObject({ code: 3, blocked: 1, done: 1 });
    expect(await here.run("--force", "a")).toMatchObject({ code: 0, ran: 1, allDone: true });
  });

  test("is JSON alone on standard output, whatever the commands print", async () => {
    const here = shards(["a", "b", "c"], {
      command: `${COPY}; i=0; while [ $i -lt 3000 ]; do echo "line $i of $SHARD_ID {}"; echo "error $i" >&2; i=$((i+1)); done; printf 'no line end'`,
      parallel: 3,
    });
    const ended = await here.donemark("run", "--json");
    expect(ended.stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(readRun(ended)).toMatchObject({ ran: 3 });
    const lines = ended.stderr.split("\n");
    expect(lines.filter((line) => /^\[b\] (line|error) \d+/.test(line))).toHaveLength(6000);
    expect(lines.filter((line) => line === "[c] no line end")).toHaveLength(1);
    expect(here.log("a.1.log").split("\n")).toHaveLength(6002);
  });

  test("is whole on a pipe that is read late", async () => {
    const here = workspace();
    const count = 3000;
    here.define({
      shards: count,
      checkpoint: "out/{id}.txt",
      command: "true",
      only: "none",
    });
    const plan = await here.status("--only", "*");
    expect(plan.shards).toHaveLength(count);
  });

  test("keeps the shards in the order of their ids, whatever ended first", async () => {
    const here = shards(["a", "b", "c"], {
      command: `if [ $SHARD_ID = a ]; then until [ -e out/b.txt.done ] && [ -e out/c.txt.done ]; do sleep 0.01; done; fi; ${COPY}`,
      parallel: 3,
    });
    expect(outcomes(await here.run())).toEqual(["a done", "b done", "c done"]);
    expect(here.lines("ran.txt").at(-1)).toBe("a");
  });
});

describe("the output of a run", () => {
  /** Runs the built program with its standard output on a pipe to another one. */
  function piped(
    here: Workspace,
    reader: string,
  ): { readonly stdout: string; readonly stderr: string } {
    const { stdout, stderr } = spawnSync("sh", ["-c", `"$0" "$1" run | ${reader}`, NODE, CLI], {
      cwd: here.folder,
      env: terminalEnv(here.folder),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { stdout, stderr };
  }

  test("is whole to its last line, however slowly it is read", () => {
    const here = shards(["a"], {
      command: `head -c 3000000 /dev/zero | tr '\\0' 'x' | fold -w 99; ${COPY}`,
    });
    const { stdout } = piped(here, "(sleep 1.5; cat)");
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^1 of 1 shard complete/);
    expect(stdout.match(/x/g)).toHaveLength(3_000_000);
  });

  test("may go unread: the run goes on when its reader has gone", async () => {
    const here = shards(["a", "b", "c"], { command: `echo one; echo two; ${COPY}` });
    const { stdout, stderr } = piped(here, "head -n 1");
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).not.toContain("EPIPE");
    expect(await here.status()).toMatchObject({ done: 3 });
  });
});

test("several commands run at once, as many as parallel says", async () => {
  const here = shards(["a", "b", "c", "d"], {
    command: `mkdir -p now; touch now/$SHARD_ID; until n=$(ls now | wc -l); echo $n >> seen.txt; [ $n -ge 2 ] || [ -e met ]; do sleep 0.01; done; touch met; ${COPY}; rm now/$SHARD_ID`,
    parallel: 2,
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: 4 });
  expect(Math.max(...here.lines("seen.txt").map(Number))).toBe(2);
});
