import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { terminalEnv } from "../helpers/program.ts";

/** A command of plain sh that leaves its whole environment as its checkpoint, one NUL-ended entry after the other. */
const TELL = 'cat /proc/self/environ > "$SHARD_CHECKPOINT"';
const hasProc = process.platform === "linux";

function environmentIn(here: Workspace, name: string): Record<string, string> {
  const entries = here
    .read(name)
    .split("\0")
    .filter((entry) => entry !== "");
  return Object.fromEntries(
    entries.map((entry) => [
      entry.slice(0, entry.indexOf("=")),
      entry.slice(entry.indexOf("=") + 1),
    ]),
  );
}

const outside = mkdtempSync(join(realpathSync(tmpdir()), "donemark-outside-"));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe.skipIf(!hasProc)("the environment of a command (skipped where there is no /proc)", () => {
  test("is the step's own without the runner's services, the step's inputs and Donemark's, and with the shard's", async () => {
    const here = workspace();
    here.write("in/deep/a.fa", "A");
    here.write("in/b.fa", "B");
    here.define({ shards: "in/**/*.fa", checkpoint: "out/{id}.env", command: TELL, shell: "sh" });
    const own = {
      HF_TOKEN: "users-own-token",
      GITHUB_REPOSITORY: "a/b",
      PLAIN: "two words\nand lines",
    };
    const hidden = {
      ACTIONS_RUNTIME_TOKEN: "x-1",
      ACTIONS_RESULTS_URL: "x-2",
      "INPUT_GITHUB-TOKEN": "x-3",
      INPUT_SHARDS: "x-4",
      STATE_run: "x-5",
      GITHUB_STATE: "/x-6",
      GITHUB_OUTPUT: "/x-7",
      GITHUB_ENV: "/x-11",
      GITHUB_PATH: "/x-12",
      GITHUB_STEP_SUMMARY: "/x-13",
      DONEMARK_DEBUG: "0",
      DONEMARK_ANYTHING: "x-8",
      SHARD_OLD: "x-9",
      SHARDS_FILE: "x-10",
    };
    const { code } = await here.start(["run", "--only", "deep/a"], { ...own, ...hidden }).ended;
    expect(code).toBe(0);
    const found = environmentIn(here, "out/deep/a.env");
    const { DONEMARK_RUN: tag, DONEMARK_START: token, SHARD_INPUTS_FILE: list, ...rest } = found;
    const expected = { ...terminalEnv(here.folder), ...own };
    for (const name of Object.keys(expected))
      if (name.startsWith("DONEMARK_")) Reflect.deleteProperty(expected, name);
    // What a shell sets by itself.
    for (const name of ["_", "PWD", "OLDPWD", "SHLVL"]) {
      Reflect.deleteProperty(expected, name);
      Reflect.deleteProperty(rest, name);
    }
    expect(rest).toEqual({
      ...expected,
      SHARD_ID: "deep/a",
      SHARD_NAME: "a",
      SHARD_INPUT: "in/deep/a.fa",
      SHARD_CHECKPOINT: "out/deep/a.env",
      SHARD_WORK: "out/deep/a.env",
      SHARD_ATTEMPT: "1",
      SHARD_RESUME: "0",
    });
    expect(tag).toMatch(/^[0-9a-f]{16}$/);
    expect(token).toMatch(/^[0-9a-f]{16}$/);
    expect(list).toMatch(/\.txt$/);
  });

  test("has the shard's place and their number only where shards is a number", async () => {
    const command = 'echo "$SHARD_INDEX of $SHARD_COUNT" > "$SHARD_CHECKPOINT"';
    const outer = { SHARD_INDEX: "8", SHARD_COUNT: "9" };
    const numbered = workspace();
    numbered.define({ shards: 3, checkpoint: "out/{id}", command, shell: "sh" });
    expect((await numbered.start(["run"], outer).ended).code).toBe(0);
    expect(
      numbered
        .names("out")
        .filter((name) => !name.endsWith(".done"))
        .map((name) => numbered.read(`out/${name}`)),
    ).toEqual(["0 of 3\n", "1 of 3\n", "2 of 3\n"]);
    const named = workspace();
    named.write("in/a.fa", "A");
    named.define({ shards: "in/*.fa", checkpoint: "out/{id}", command, shell: "sh" });
    expect((await named.start(["run"], outer).ended).code).toBe(0);
    expect(named.read("out/a")).toBe(" of \n");
  });

  test("of a check is the same", async () => {
    const here = workspace();
    here.define({
      shards: 1,
      checkpoint: "out/{id}.env",
      command: TELL,
      check: "cat /proc/self/environ > checked",
      shell: "sh",
    });
    expect(await here.run()).toMatchObject({ code: 0 });
    const [command, check] = [environmentIn(here, "out/0000.env"), environmentIn(here, "checked")];
    expect(check).toEqual(command);
  });
});

test("paths in the workspace are relative to the command's folder, others are absolute, and the checkpoint's folder is there", async () => {
  const here = workspace();
  const far = workspace(outside);
  far.write("x.fa", "X");
  here.write("in/a.fa", "A");
  here.write("sub/dir/.keep");
  here.define({
    shards: [{ id: "deep/a", inputs: ["in/a.fa", far.path("x.fa")] }],
    checkpoint: "out/{id}.txt",
    work: `${outside}/work/{id}`,
    command:
      'cat "$SHARD_INPUTS_FILE" > list; cat "$SHARD_INPUT"; printf "%s\\n" "$SHARD_INPUT" "$SHARD_CHECKPOINT" "$SHARD_WORK" > paths; ls -d ../../out/deep "$SHARD_WORK"; cat "$SHARD_INPUT" > "$SHARD_CHECKPOINT"',
    "working-directory": "sub/dir",
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
  expect(here.lines("sub/dir/paths")).toEqual([
    "../../in/a.fa",
    "../../out/deep/a.txt",
    join(outside, "work/deep/a"),
  ]);
  expect(here.lines("sub/dir/list")).toEqual(["../../in/a.fa", join(outside, "x.fa")]);
  expect(here.read("out/deep/a.txt")).toBe("A");
});

test("a checkpoint may lie below a folder that the definition names literally", async () => {
  const here = workspace();
  here.define({
    shards: 2,
    checkpoint: `${outside}/far/{index}/{id}.txt`,
    command: 'echo "$SHARD_CHECKPOINT" > "$SHARD_CHECKPOINT"',
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  const far = workspace(outside);
  expect(far.read("far/1/0001.txt")).toBe(`${outside}/far/1/0001.txt\n`);
  expect(await here.run()).toMatchObject({ skipped: 2 });
});

test("a shard without inputs has an empty input and an empty list", async () => {
  const here = workspace();
  here.define({
    shards: 1,
    checkpoint: "out/{id}.txt",
    command:
      'echo "<$SHARD_INPUT>" > $SHARD_CHECKPOINT; wc -c < "$SHARD_INPUTS_FILE" >> $SHARD_CHECKPOINT',
  });
  await here.run();
  expect(here.lines("out/0000.txt").map((line) => line.trim())).toEqual(["<>", "0"]);
});

test("standard input is closed", async () => {
  const here = workspace();
  here.define({
    shards: 1,
    checkpoint: "out/{id}.txt",
    command:
      "if read -r line; then exit 5; fi; cat > $SHARD_CHECKPOINT; echo end >> $SHARD_CHECKPOINT",
    shell: "sh",
  });
  expect(await here.run()).toMatchObject({ code: 0 });
  expect(here.read("out/0000.txt")).toBe("end\n");
});

test("nothing of a run's own small files stays behind", async () => {
  const here = workspace();
  here.define({ shards: 1, checkpoint: "out/{id}.txt", command: "echo > $SHARD_CHECKPOINT" });
  await here.run();
  expect(here.names(".donemark/tmp")).toEqual([]);
  expect(here.read(".donemark/.gitignore")).toBe("*\n");
  expect(here.names("out")).toEqual(["0000.txt", "0000.txt.done"]);
});

describe("each slot has GPUs of its own", () => {
  test("of those that the step may see", async () => {
    const here = workspace();
    here.define({
      shards: 4,
      checkpoint: "out/{id}.txt",
      command:
        'echo "$CUDA_VISIBLE_DEVICES" > $SHARD_CHECKPOINT; mkdir -p now/$CUDA_VISIBLE_DEVICES && until [ $(ls now | wc -l) -ge 2 ]; do sleep 0.01; done',
      shell: "sh",
    });
    const { code } = await here.start(["run"], { CUDA_VISIBLE_DEVICES: "GPU-aaaa,GPU-bbbb" }).ended;
    expect(code).toBe(0);
    const seen = here
      .names("out")
      .filter((name) => name.endsWith(".txt"))
      .map((name) => here.read(`out/${name}`).trim());
    expect(new Set(seen)).toEqual(new Set(["GPU-aaaa", "GPU-bbbb"]));
  });

  test("several where parallel is smaller, and none of theirs where they are hidden", async () => {
    const here = workspace();
    here.define({
      shards: 1,
      checkpoint: "out/{id}.txt",
      command: 'echo "<$CUDA_VISIBLE_DEVICES>" > $SHARD_CHECKPOINT',
    });
    await here.start(["run", "--parallel=1"], { CUDA_VISIBLE_DEVICES: "3,1" }).ended;
    expect(here.read("out/0000.txt")).toBe("<3,1>\n");
    await here.run("--force", "*");
    expect(here.read("out/0000.txt")).toBe("<>\n");
  });
});

describe("secrets", () => {
  const SECRETS = {
    MY_API_TOKEN: "tok-abcdef",
    AWS_SECRET_ACCESS_KEY: "s3cr3t/with+signs=",
    DB_PASSWORD: "pass.word*",
    SSH_KEY: "-----BEGIN KEY-----\nline-one-of-it\nline-two-of-it",
    SHORT_KEY: "ab",
  };

  test("are masked in the log files, in the job's log and in what is kept of a failure", async () => {
    const here = workspace();
    here.define({
      shards: 1,
      checkpoint: "out/{id}.txt",
      command:
        'printf "%s\\n" "token=$MY_API_TOKEN" "x${AWS_SECRET_ACCESS_KEY}y" "$DB_PASSWORD$DB_PASSWORD" "$SSH_KEY" "short $SHORT_KEY"; echo "$MY_API_TOKEN" >&2; exit 1',
      shell: "sh",
    });
    const { stdout, stderr } = await here.start(["run"], SECRETS).ended;
    const log = here.log("0000.1.log");
    const record = here.read("out/0000.txt.started");
    const values = Object.values(SECRETS).flatMap((value) => value.split("\n"));
    for (const text of [log, stdout, stderr, record]) {
      for (const value of values.filter(({ length }) => length >= 6))
        expect(text).not.toContain(value);
    }
    expect(log.split("\n").slice(0, 3)).toEqual(["token=***", "x***y", "******"]);
    expect(log).toContain("short ab");
    expect(stdout).toContain("[0000] token=***");
  });

  test("that a command asks to mask are masked from then on, and the asking is not shown", async () => {
    const here = workspace();
    here.define({
      shards: 1,
      checkpoint: "out/{id}.txt",
      command: 'echo "::add-mask::hunter2"; echo "it is hunter2"; echo done > $SHARD_CHECKPOINT',
    });
    const { stdout } = await here.donemark("run");
    expect(stdout).toContain("[0000] it is ***");
    expect(here.log("0000.1.log")).toBe("it is ***\n");
    expect(stdout).not.toContain("hunter2");
  });
});

describe("shells", () => {
  const hasPython = spawnSync("python", ["-c", "1"]).status === 0;
  const PRINT =
    "from os import environ as e; open(e['SHARD_CHECKPOINT'], 'w').write(e['SHARD_ID'])";

  test.each([
    ["bash", "a pipe whose first part fails", "false | cat; echo x > $SHARD_CHECKPOINT", "failed"],
    ["bash", "a first line that fails", "false\necho x > $SHARD_CHECKPOINT", "failed"],
    ["bash", "an array", 'a=(1 2); echo "${a[1]}" > $SHARD_CHECKPOINT', "done"],
    ["sh", "a first line that fails", "false\necho x > $SHARD_CHECKPOINT", "failed"],
    ["sh", "a pipe whose first part fails", "false | cat; echo x > $SHARD_CHECKPOINT", "done"],
    ["bash {0}", "a first line that fails", "false\necho x > $SHARD_CHECKPOINT", "done"],
  ])("with %s, %s", async (shell, _, command, outcome) => {
    const here = workspace();
    here.define({ shards: 1, checkpoint: "out/{id}.txt", command, shell });
    expect((await here.run()).shards[0]?.outcome).toBe(outcome);
  });

  test.skipIf(!hasPython)(
    "python runs its own text (skipped where there is no python)",
    async () => {
      const here = workspace();
      here.define({ shards: 1, checkpoint: "out/{id}.txt", command: PRINT, shell: "python" });
      expect(await here.run()).toMatchObject({ code: 0 });
      expect(here.read("out/0000.txt")).toBe("0000");
    },
  );

  test("a template of the user's own runs any program, with blanks in its path and its arguments", async () => {
    const here = workspace();
    here.write("my tools/run it", `#!/bin/sh\necho "$1" > "$SHARD_CHECKPOINT"\n. "$2"\n`);
    spawnSync("chmod", ["+x", here.path("my tools/run it")]);
    here.define({
      shards: 1,
      checkpoint: "out/{id}.txt",
      command: 'echo "from the script" >> "$SHARD_CHECKPOINT"',
      shell: `"${here.path("my tools/run it")}" "two words" {0}`,
    });
    expect(await here.run()).toMatchObject({ code: 0 });
    expect(here.lines("out/0000.txt")).toEqual(["two words", "from the script"]);
  });

  test("another shell is another command", async () => {
    const here = workspace();
    here.define({ shards: 1, checkpoint: "out/{id}.txt", command: "echo > $SHARD_CHECKPOINT" });
    await here.run();
    expect((await here.run("--shell", "sh")).shards[0]?.reason).toBe("command-changed");
  });
});
