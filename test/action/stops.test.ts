import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, type TestContext } from "vitest";
import { startCacheService } from "../cache-service/service.ts";
import {
  cancel,
  createRunner,
  eventually,
  isThere,
  untilWritten,
  type Runner,
  type Step,
} from "./runner.ts";

const TWO = { "in/a.txt": "aa\n", "in/b.txt": "bb\n" };

/** A daemon as daemons are made: two forks and a session of its own; it says its number. */
const DAEMON = `'${process.execPath}' -e '
  const { spawn } = require("node:child_process");
  const { writeFileSync } = require("node:fs");
  const options = { detached: true, stdio: "ignore" };
  const inner = "process.on(\\"SIGTERM\\", () => {}); setInterval(() => {}, 1e6);"
    + "require(\\"node:fs\\").writeFileSync(\\"daemon\\", process.pid + \\"\\\\n\\")";
  const outer = "require(\\"node:child_process\\").spawn(process.execPath, [\\"-e\\", process.argv[1]],"
    + "{ detached: true, stdio: \\"ignore\\" }).unref()";
  spawn(process.execPath, ["-e", outer, inner], options).unref();
'; until [ -s daemon ]; do sleep 0.02; done`;

/**
 * The first shard is finished at once. The second leaves a finished part, does what is said, and goes on for ten minutes;
 * where the file `go-on` lies, it goes on from its part instead, and fails if it is not told to.
 */
function command(...beforeWaiting: readonly string[]): string {
  return [
    'if [ "$SHARD_ID" = a ]; then cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"; exit; fi',
    'if [ -e go-on ]; then [ "$SHARD_RESUME" = 1 ]; cat "$SHARD_WORK/one" "$SHARD_INPUT" > "$SHARD_CHECKPOINT"; exit; fi',
    'echo one > "$SHARD_WORK/one"; : > "$SHARD_WORK/one.done"',
    ...beforeWaiting,
    "sleep 600 &",
    'echo "$! $$" > pids',
    "while kill -0 $!; do wait $! || true; done",
  ].join("\n");
}

type OnEnd = TestContext["onTestFinished"];

interface Cut {
  readonly runner: Runner;
  readonly step: Step;
  readonly group: readonly number[];
  /** The next run of the same job, on the same disk. */
  readonly goOn: () => Promise<void>;
}

/** Starts a step and waits until its first shard is marked and its second one's command runs. */
async function startMain(text: string, onEnd: OnEnd): Promise<Cut> {
  const runner = createRunner(TWO, onEnd);
  const inputs = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.txt",
    work: "work/{id}",
    store: "none",
    parallel: "1",
    command: text,
  };
  const step = runner.main({ inputs });
  const pids = await untilWritten(join(runner.workspace, "pids"));
  const marker = join(runner.workspace, "out", "a.txt.done");
  await eventually(() => existsSync(marker), "the first shard is marked");
  const goOn = async (): Promise<void> => {
    writeFileSync(join(runner.workspace, "go-on"), "");
    const { code, outputs, log } = await runner.main({ inputs }).ended;
    expect(code, log).toBe(0);
    expect(outputs).toMatchObject({ skipped: "1", resumed: "1", "all-done": "true" });
    const out = (name: string): string => readFileSync(join(runner.workspace, "out", name), "utf8");
    expect([out("a.txt"), out("b.txt")]).toEqual(["aa\n", "one\nbb\n"]);
    expect(readdirSync(join(runner.workspace, "out")).toSorted()).toEqual(
      ["a", "b"].flatMap((id) => [`${id}.txt`, `${id}.txt.done`]),
    );
    // The guard of the last command may take a moment more.
    await runner.deserted();
  };
  return { runner, step, group: pids.split(" ").map(Number), goOn };
}

const isGone = (pids: readonly number[]) => (): boolean => !pids.some(isThere);

// Each of these waits for seconds and computes nothing: they run beside each other.
describe.concurrent("a step that is stopped, and the next run that goes on from its work", () => {
  test("hangs: SIGINT and SIGTERM do nothing, SIGKILL ends it and its command", async (context) => {
    const { step, group, goOn } = await startMain(command(), context.onTestFinished);
    step.child.kill("SIGSTOP");
    for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) step.child.kill(signal);
    expect(await step.ended).toMatchObject({ signal: "SIGKILL" });
    await eventually(isGone(group), "the guard ended the group");
    await goOn();
  });

  test("was never told, and post starts while a command ignores every signal but one", async (context) => {
    const text = command("trap '' INT TERM HUP", DAEMON);
    const { runner, step, group, goOn } = await startMain(text, context.onTestFinished);
    const daemon = Number(await untilWritten(join(runner.workspace, "daemon")));
    const post = await runner.post().ended;
    expect(post.code).toBe(0);
    expect((await step.ended).code).toBe(143);
    expect([...group, daemon].filter(isThere)).toEqual([]);
    await goOn();
  });

  test("is cancelled, and the runner shuts down before post: the next run ends what ignores SIGINT and what is a daemon", async (context) => {
    const text = command("trap '' INT TERM", DAEMON);
    const { runner, step, group, goOn } = await startMain(text, context.onTestFinished);
    const daemon = Number(await untilWritten(join(runner.workspace, "daemon")));
    await cancel(step);
    expect(isThere(daemon)).toBe(true);
    await goOn();
    expect([...group, daemon].filter(isThere)).toEqual([]);
  });

  test("is killed alone with a daemon about, and the runner shuts down before post", async (context) => {
    const { runner, step, group, goOn } = await startMain(command(DAEMON), context.onTestFinished);
    const daemon = Number(await untilWritten(join(runner.workspace, "daemon")));
    step.child.kill("SIGKILL");
    await step.ended;
    await goOn();
    expect([...group, daemon].filter(isThere)).toEqual([]);
  });

  test("is told twice: a command that ignores SIGINT is gone before main is", async (context) => {
    const text = command("trap 'echo heard > heard' INT; trap '' TERM");
    const { runner, step, group, goOn } = await startMain(text, context.onTestFinished);
    step.child.kill("SIGINT");
    await untilWritten(join(runner.workspace, "heard"));
    step.child.kill("SIGINT");
    expect((await step.ended).code).toBe(130);
    expect(group.filter(isThere)).toEqual([]);
    await goOn();
  });

  test("is cancelled while post of the same job has begun: each process is ended once, and nothing is lost", async (context) => {
    const text = command("trap '' INT TERM");
    const { runner, step, group, goOn } = await startMain(text, context.onTestFinished);
    const post = runner.post().ended;
    await cancel(step);
    expect((await post).code).toBe(0);
    expect(group.filter(isThere)).toEqual([]);
    await goOn();
  });
});

describe.concurrent("a stop while a finished shard is uploaded", () => {
  /** A step whose upload has begun and does not go on until `lift`. */
  async function startUpload(onEnd: OnEnd): Promise<Stalled> {
    const service = await startCacheService();
    onEnd(() => service.close());
    const lift = service.fault("upload", "stall");
    const runner = createRunner({ "in/a.txt": "a".repeat(100_000) }, onEnd);
    const inputs = {
      shards: "in/*.txt",
      checkpoint: "out/{id}.txt",
      command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
      store: "github",
    };
    const options = { inputs, env: service.env() };
    const step = runner.main(options);
    await eventually(() => service.entries().length > 0, "the upload has begun");
    return { runner, step, options, lift };
  }

  interface Stalled {
    readonly runner: Runner;
    readonly step: Step;
    readonly options: Parameters<Runner["main"]>[0];
    readonly lift: () => void;
  }

  /** Another runner finds it in the store. */
  async function expectSaved(options: Stalled["options"], onEnd: OnEnd): Promise<void> {
    const other = createRunner({ "in/a.txt": "a".repeat(100_000) }, onEnd);
    const { code, outputs } = await other.main(options).ended;
    expect({ code, outputs }).toMatchObject({ code: 0, outputs: { skipped: "1", ran: "0" } });
    const brought = readFileSync(join(other.workspace, "out/a.txt"), "utf8");
    expect(brought).toBe("a".repeat(100_000));
  }

  test("main leaves before the upload ends, its helpers with it, and post saves", async ({
    onTestFinished,
  }) => {
    const { runner, step, options, lift } = await startUpload(onTestFinished);
    await cancel(step);
    const { code, outputs } = await step.ended;
    expect({ code, outputs }).toMatchObject({ code: 130, outputs: { ran: "1", saved: "0" } });
    await runner.deserted();
    lift();
    const post = await runner.post().ended;
    expect(post.log).toMatch(/^Saved 1 finished shard after the stop\.$/m);
    await expectSaved(options, onTestFinished);
  });

  test("a second SIGINT ends it at once; post never runs, and the next run saves without running it again", async ({
    onTestFinished,
  }) => {
    const { runner, step, options, lift } = await startUpload(onTestFinished);
    step.child.kill("SIGINT");
    step.child.kill("SIGINT");
    await step.ended;
    await runner.deserted();
    lift();
    const { outputs } = await runner.main(options).ended;
    expect(outputs).toMatchObject({ skipped: "1", ran: "0", saved: "1" });
    await expectSaved(options, onTestFinished);
  });
});
