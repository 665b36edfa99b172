import { spawn, spawnSync } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { CLI, NODE, terminalEnv } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

const TERMINAL = fileURLToPath(new URL("../fixtures/cli/terminal.py", import.meta.url));
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const isLinux = process.platform === "linux";

const FULL = "/dev/full";

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command with streams of its own: a path, or a pipe that is read, or one that nobody reads. */
async function withStreams(
  here: Workspace,
  args: readonly string[],
  streams: readonly ["pipe" | "unread" | typeof FULL, "pipe" | "unread" | typeof FULL],
): Promise<End> {
  const open = streams.map((stream) => (stream === FULL ? openSync(FULL, "w") : "pipe"));
  const child = spawn(NODE, [CLI, ...args], {
    cwd: here.folder,
    env: terminalEnv(here.folder),
    stdio: ["ignore", ...open],
  });
  for (const one of open) if (typeof one === "number") closeSync(one);
  const said = ["", ""];
  for (const [place, stream] of [child.stdout, child.stderr].entries()) {
    if (streams[place] === "unread") stream?.destroy();
    else stream?.setEncoding("utf8").on("data", (text: string) => (said[place] += text));
  }
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, stdout: said[0] ?? "", stderr: said[1] ?? "" };
}

function shards(command = 'echo said; echo "$SHARD_ID" > "$SHARD_CHECKPOINT"'): Workspace {
  const here = workspace();
  here.define({
    shards: [{ id: "a" }, { id: "b" }],
    checkpoint: "out/{id}.txt",
    command,
    shell: "sh",
    "stop-grace": "60s",
    work: "work/{id}",
  });
  return here;
}

const DONE = ["a.txt", "a.txt.done", "b.txt", "b.txt.done"];

describe.runIf(isLinux).concurrent("output that cannot be written", () => {
  test.each([
    [FULL, "pipe"],
    ["pipe", FULL],
    [FULL, FULL],
    ["unread", "unread"],
    [FULL, "unread"],
  ] as const)("to %s and %s ends no run, and the exit code stays", async (out, err) => {
    const here = shards();
    for (const more of [[], ["--json"], ["--json-lines"]]) {
      const args = ["run", "--force", "*", ...more];
      expect(await withStreams(here, args, [out, err])).toMatchObject({ code: 0 });
      // What force has replaced is kept under a hidden name.
      expect(here.names("out").filter((name) => !name.startsWith("."))).toEqual(DONE);
    }
    const failed = await withStreams(here, ["run", "--force", "*", "--command=exit 1"], [out, err]);
    expect(failed.code).toBe(1);
  });

  test("is told once on the other stream where the disk is full", async () => {
    const here = shards();
    const { stderr } = await withStreams(here, ["run"], [FULL, "pipe"]);
    expect(stderr.match(/standard output cannot be written/g)).toHaveLength(1);
    expect(stderr).toContain("ENOSPC");
  });

  test("is an error in one line of a command that only answers", async () => {
    const here = shards();
    for (const command of ["status", "plan", "help"]) {
      const end = await withStreams(here, [command], [FULL, "pipe"]);
      expect(end.code).toBe(1);
      expect(end.stderr).toContain("could not be written to standard output: ENOSPC");
      expect(end.stderr).not.toMatch(/^\s+at /m);
    }
  });
});

/** Runs on a terminal that is taken away when `gone` exists. Gives the exit code. */
async function onTerminal(here: Workspace, kind: "owned" | "disowned", program: readonly string[]) {
  const args = [TERMINAL, kind, here.path("gone"), ...program];
  const child = spawn("python3", args, { cwd: here.folder, env: terminalEnv(here.folder) });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await new Promise((done) => child.on("close", done));
  return Number(said);
}

const SLOW =
  'trap "echo went >> went; echo part > work/a/part; touch work/a/part.done; exit 1" TERM; echo said; touch gone; until [ -e on ]; do sleep 0.02; done; echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

describe
  .runIf(hasPython && isLinux)
  .concurrent("a terminal that is closed during a run (skipped where there is no python3)", () => {
    test("stops the run in good order: the command has its grace, and its parts count", async () => {
      const here = shards(SLOW);
      expect(await onTerminal(here, "owned", [NODE, CLI, "run"])).toBe(143);
      expect(here.lines("went")).toEqual(["went"]);
      expect(here.names("work/a")).toEqual(["part", "part.done"]);
      expect(here.names("out")).toEqual(["a.txt.started"]);
      expect(await here.status()).toMatchObject({ inProgress: 1, resumable: 1 });
    });

    test("does not stop one that nohup(1) has started", async () => {
      const here = shards(SLOW);
      const ended = onTerminal(here, "owned", ["nohup", NODE, CLI, "run"]);
      await until("the terminal's end", () => here.has("gone"));
      here.write("on");
      expect(await ended).toBe(0);
      expect(here.names("out")).toEqual(DONE);
    });

    test("does not stop one that was disowned, and still writes to the terminal", async () => {
      const here = shards(`${SLOW}; echo more; echo more >&2`);
      const ended = onTerminal(here, "disowned", [NODE, CLI, "run"]);
      await until("the terminal's end", () => here.has("gone"));
      here.write("on");
      expect(await ended).toBe(0);
      expect(here.names("out")).toEqual(DONE);
    });
  });

describe.concurrent("SIGHUP", () => {
  test("does not stop a run without a terminal, not even while it plans", async () => {
    const here = shards(SLOW);
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("gone"));
    child.kill("SIGHUP");
    child.kill("SIGHUP");
    here.write("on");
    expect((await ended).code).toBe(0);
    expect(here.names("out")).toEqual(DONE);
  });
});

/** Throws, or rejects, in the run's own process when a file exists. */
const FAULTS = {
  error: 'throw new Error("first line\\nsecond line")',
  rejection: 'Promise.reject(new TypeError("nobody waits for this"))',
} as const;

describe.concurrent("an error that nothing catches", () => {
  test.each(Object.entries(FAULTS))(
    "(%s) is a stop in good order with one plain line, and the command has its grace",
    async (_, fault) => {
      const here = shards(SLOW.replace("touch gone", "touch ready"));
      here.write(
        "fault.cjs",
        `const { existsSync, unlinkSync } = require("node:fs");
if (process.argv[2] === "run")
  setInterval(() => { if (existsSync("ready")) { unlinkSync("ready"); ${fault}; } }, 20).unref();`,
      );
      const { ended } = here.start(["run", "--json"], {
        NODE_OPTIONS: `--require ${here.path("fault.cjs")}`,
      });
      const end = await ended;
      expect(end.code).toBe(1);
      expect(end.stderr.match(/Donemark met a fault of its own/g)).toHaveLength(1);
      expect(end.stderr).not.toMatch(/^\s+at /m);
      expect(here.lines("went")).toEqual(["went"]);
      expect(JSON.parse(end.stdout)).toMatchObject({ ran: 0, remaining: 2 });
      expect(await here.status()).toMatchObject({ resumable: 1 });
      here.write("on");
      expect(await here.run()).toMatchObject({ code: 0, resumed: 1, ran: 2 });
    },
  );

  test("of a command that runs nothing is one line and exit code 1", async () => {
    const here = shards();
    here.write("fault.cjs", `process.nextTick(() => { ${FAULTS.error} });`);
    const { ended } = here.start(["status"], {
      NODE_OPTIONS: `--require ${here.path("fault.cjs")}`,
    });
    // Before the program begins it is Node's to say.
    expect((await ended).code).toBe(1);
  });
});
