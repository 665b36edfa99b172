import { spawnSync, type ChildProcess } from "node:child_process";
import { readdirSync, readlinkSync, rmSync, truncateSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import {
  outcomes,
  readRun,
  shardOf,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import type { Running } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

const DO = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';
const FOR_EVER = "while :; do sleep 0.05 || :; done";

function shards(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: [{ id: "a" }, { id: "b" }],
    checkpoint: "out/{id}.txt",
    command: `echo "$SHARD_ID" >> ran.txt\n${command}`,
    shell: "sh",
    ...more,
  });
  return here;
}

const isGone = (here: Workspace, name: string): boolean =>
  startTimeOf(Number(here.read(name).trim())) === undefined;

function hasOpen(pid: number | undefined, path: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).some((name) => {
    try {
      return readlinkSync(`${folder}/${name}`) === path;
    } catch {
      return false;
    }
  });
}

interface Debugged extends Running {
  /** What it has said so far, its events among it. */
  readonly said: () => string;
}

function debugged(here: Workspace, args: readonly string[]): Debugged {
  const running = here.start(args, { DONEMARK_DEBUG: "1" });
  let said = "";
  running.child.stderr?.on("data", (text: string) => (said += text));
  return { ...running, said: () => said };
}

/** The first one is an order to stop, the second to hurry. Two that are sent at once may arrive in either order. */
async function signalTwice(child: ChildProcess, said: () => string): Promise<void> {
  child.kill("SIGINT");
  await until("the first signal", () => said().includes('"signal":"SIGINT"'));
  child.kill("SIGTERM");
}

describe.concurrent("a signal to the run", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "of %s reaches the command's whole group, and the run ends with %i",
    async (signal, code) => {
      const name = signal.slice(3);
      const here = shards(
        `trap 'echo parent >> got; exit 0' ${name}\nsh -c 'trap "echo child >> got; exit 0" ${name}; touch ready; ${FOR_EVER}'`,
      );
      const { child, ended } = here.start(["run", "--json"]);
      await until("the command", () => here.has("ready"));
      child.kill(signal);
      const end = await ended;
      expect(end.code).toBe(code);
      expect(outcomes(readRun(end))).toEqual(["a stopped", "b stopped"]);
      expect([...here.lines("got")].sort()).toEqual(["child", "parent"]);
      expect(here.lines("ran.txt")).toEqual(["a"]);
      expect(here.has("out/a.txt.done")).toBe(false);
    },
  );

  test("leaves what was finished finished, and the next run goes on", async () => {
    const here = shards(`[ $SHARD_ID = a ] || { touch ready; sleep 600; }\n${DO}`);
    const { child, ended } = here.start(["run", "--json"]);
    await until("the second command", () => here.has("ready"));
    child.kill("SIGINT");
    const end = await ended;
    expect(outcomes(readRun(end))).toEqual(["a done", "b stopped"]);
    const next = await here.run("--command", DO, "--rerun-on", "input");
    expect(next).toMatchObject({ code: 0, skipped: 1, ran: 1 });
    expect(shardOf(next, "b").reason).toBe("new");
  });

  test("does not take a checkpoint for finished that was written on the way out", async () => {
    const here = shards(`trap '${DO}; exit 0' TERM; touch ready; ${FOR_EVER}`);
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("ready"));
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    expect(here.names("out")).toEqual(["a.txt", "a.txt.started"]);
    expect(await here.status()).toMatchObject({ done: 0, inProgress: 1 });
  });

  test("starts no other try of a command that fails on it", async () => {
    const here = shards(`trap 'exit 1' INT; touch ready; ${FOR_EVER}`, { retries: 5 });
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("ready"));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(here.lines("ran.txt")).toEqual(["a"]);
  });

  test("is followed by a kill when the command has not ended after stop-grace", async () => {
    const here = shards(`trap '' INT TERM; echo $$ > pid; ${FOR_EVER}`, { "stop-grace": "6s" });
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("pid") && here.read("pid") !== "");
    const asked = performance.now();
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(performance.now() - asked).toBeGreaterThan(5900);
    expect(isGone(here, "pid")).toBe(true);
  });

  test("that comes a second time ends the command at once", async () => {
    const here = shards(
      `trap 'echo heard >> got' INT TERM; echo $$ > pid; touch ready; ${FOR_EVER}`,
      {
        "stop-grace": "120s",
      },
    );
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("ready"));
    child.kill("SIGINT");
    await until("the first signal", () => here.has("got"));
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(isGone(here, "pid")).toBe(true);
  });

  test("hurries a stop that max-runtime has begun", async () => {
    const here = shards(`trap 'echo heard >> got' INT TERM; touch ready; ${FOR_EVER}`, {
      "stop-grace": "120s",
      "max-runtime": "1s",
    });
    const { child, ended, said } = debugged(here, ["run"]);
    await until("the stop", () => here.has("got"));
    await signalTwice(child, said);
    expect((await ended).code).toBe(130);
  });

  test("does not cut off the marker of a command that has ended", async () => {
    const here = shards(
      'mkdir "$SHARD_CHECKPOINT"; cd "$SHARD_CHECKPOINT"; i=0; while [ $i -lt 500 ]; do echo $i > $i; i=$((i+1)); done',
      { checkpoint: "out/{id}" },
    );
    const { child, ended } = here.start(["run", "--json"], { DONEMARK_DEBUG: "1" });
    child.stderr?.on("data", (text: string) => {
      if (text.includes('"kind":"committing","shard":"a"')) child.kill("SIGINT");
    });
    const end = await ended;
    expect(end.code).toBe(130);
    expect(shardOf(readRun(end), "a").outcome).toBe("done");
    expect(await here.status()).toMatchObject({ done: 1 });
  });

  test("ends a run that waits for a GPU", async () => {
    const here = shards(`touch ready; until [ -e go ]; do sleep 0.02; done; ${DO}`);
    const gpu = { CUDA_VISIBLE_DEVICES: "GPU-one" };
    const first = here.start(["run", "--only", "a"], gpu);
    await until("the first run's command", () => here.has("ready"));
    const second = here.start(["run", "--only", "b"], gpu);
    let said = "";
    second.child.stderr?.on("data", (text: string) => (said += text));
    await until("the second run's warning", () => said.includes("leased by another run"));
    second.child.kill("SIGINT");
    expect((await second.ended).code).toBe(130);
    expect(here.lines("ran.txt")).toEqual(["a"]);
    here.write("go");
    expect((await first.ended).code).toBe(0);
  });
});

describe.concurrent("SIGKILL of the run alone", () => {
  test("ends its command's whole group, a grandchild that ignores SIGTERM included", async () => {
    const here = shards(
      `sh -c 'trap "" TERM INT HUP; echo $$ > stubborn; ${FOR_EVER}' & echo $$ > leader; until [ -s stubborn ]; do sleep 0.02; done; touch ready; ${FOR_EVER}`,
    );
    const { child, ended } = here.start(["run"]);
    await until("the command", () => here.has("ready"));
    child.kill("SIGKILL");
    expect(await ended).toMatchObject({ signal: "SIGKILL" });
    await until("the leader's end", () => isGone(here, "leader"));
    await until("the grandchild's end", () => isGone(here, "stubborn"));
    const next = await here.run("--command", DO);
    expect(next).toMatchObject({ code: 0, ran: 2 });
  });

  const hasSetsid = spawnSync("setsid", ["true"]).status === 0;

  test.skipIf(!hasSetsid)(
    "leaves a process that went its own way, and the next run ends it before it starts the shard (skipped where there is no setsid)",
    async () => {
      const here = shards(
        `setsid sh -c 'trap "" HUP; echo $$ > left; ${FOR_EVER}' & until [ -s left ]; do sleep 0.02; done; touch ready; ${FOR_EVER}`,
      );
      const { child, ended } = here.start(["run"]);
      await until("the command", () => here.has("ready"));
      child.kill("SIGKILL");
      await ended;
      expect(isGone(here, "left")).toBe(false);
      const look = `if kill -0 $(cat left) 2>/dev/null && ! grep -q "^State:.Z" /proc/$(cat left)/status; then echo alive >> seen; else echo gone >> seen; fi; ${DO}`;
      const next = await here.run("--command", look);
      expect(next).toMatchObject({ code: 0, ran: 2 });
      expect(here.lines("seen")).toEqual(["gone", "gone"]);
      expect(next.stderr).toContain("A killed run has left processes behind");
    },
  );
});

describe.concurrent("a signal while no command runs", () => {
  const files = (count: number): string =>
    `mkdir "$SHARD_CHECKPOINT"; cd "$SHARD_CHECKPOINT"; i=0; while [ $i -lt ${count} ]; do echo $i > $i; i=$((i+1)); done`;

  test.runIf(process.platform === "linux")(
    "ends a run that still reads its inputs, however large they are",
    async () => {
      const here = workspace();
      here.write("in/a.fa");
      truncateSync(here.path("in/a.fa"), 40 * 2 ** 30);
      here.define({ shards: "in/*.fa", checkpoint: "out/{id}", command: DO });
      const { child, ended } = here.start(["run"]);
      await until("the reading", () => hasOpen(child.pid, here.path("in/a.fa")));
      child.kill("SIGINT");
      expect(await ended).toMatchObject({ signal: "SIGINT" });
    },
  );

  test("ends a run that fetches what is done", async () => {
    const store = workspace().path("store");
    const more = { shards: 40, checkpoint: "out/{id}", store: `file:${store}`, parallel: 4 };
    const here = shards(files(60), more);
    expect(await here.run()).toMatchObject({ saved: 40 });
    rmSync(here.path("out"), { recursive: true });
    const { child, ended } = here.start(["run"]);
    await until("the first fetch", () =>
      here.names("out").some((name) => name.startsWith(".donemark-tmp-")),
    );
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    const marked = (): number => here.names("out").filter((name) => name.endsWith(".done")).length;
    expect(marked()).toBeLessThan(40);
    expect(await here.run()).toMatchObject({ code: 0, skipped: 40 });
    expect(marked()).toBe(40);
    expect(here.names("out")).toHaveLength(80);
  });

  test("gives up the full digest of a result that no store waits for: the result is done, and stays so", async () => {
    const here = shards(
      'case "$SHARD_ID" in a) echo a > "$SHARD_CHECKPOINT"; truncate -s 40G "$SHARD_CHECKPOINT";; b) touch ready; while [ ! -e go ]; do sleep 0.05; done; exit 1;; esac',
      { parallel: 2 },
    );
    const { child, ended, said } = debugged(here, ["run"]);
    await until("the digest", () => said().includes('"kind":"saving","shard":"a"'));
    await until("the other command", () => here.has("ready"));
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    expect(JSON.parse(here.read("out/a.txt.done")).checkpoint.sha256).toBeUndefined();
    expect(await here.run("--only", "a")).toMatchObject({ code: 0, skipped: 1, ran: 0 });
  });

  test("that comes twice ends a run that saves what is done; the next run saves it", async () => {
    const store = workspace().path("store");
    const here = shards(files(800), { checkpoint: "out/{id}", store: `file:${store}` });
    const { child, ended, said } = debugged(here, ["run", "--only", "a"]);
    await until("the save", () => said().includes('"kind":"saving","shard":"a"'));
    await signalTwice(child, said);
    expect((await ended).code).toBe(130);
    const next = { code: 0, skipped: 1, ran: 0 };
    expect(await here.run("--only", "a")).toMatchObject(next);
    rmSync(here.path("out"), { recursive: true });
    const brought = await here.run("--only", "a", "--fetch", "missing");
    expect(brought).toMatchObject({ ...next, saved: 0 });
    expect(here.names("out/a")).toHaveLength(800);
  });
});

test("an answer in JSON is whole although a signal ended the run", async () => {
  const here = shards(`touch ready; ${FOR_EVER}`);
  const { child, ended } = here.start(["run", "--json"]);
  await until("the command", () => here.has("ready"));
  child.kill("SIGTERM");
  const end = await ended;
  expect(end.code).toBe(143);
  expect(readRun(end)).toMatchObject({ total: 2, remaining: 2, inProgress: 1 });
});
