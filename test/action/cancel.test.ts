import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseStartRecord } from "../../src/core/model/start-record.ts";
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
const INPUTS = { shards: "in/*.txt", checkpoint: "out/{id}.txt", store: "none", parallel: "1" };

/** The first shard is finished at once; the second goes on for ten minutes, and says its number. */
function command(...beforeWaiting: readonly string[]): string {
  return [
    'if [ "$SHARD_ID" = a ]; then cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"; exit; fi',
    ...beforeWaiting,
    "sleep 600 &",
    'echo "$! $$" > pids',
    "while kill -0 $!; do wait $! || true; done",
  ].join("\n");
}

/** A process in a session of its own, which no signal to the group reaches. */
const ESCAPE = `'${process.execPath}' -e '
  const { spawn } = require("node:child_process");
  const child = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  require("node:fs").writeFileSync("escaped", child.pid + "\\n");
  child.unref();
'`;

/** Main leaves after 4.5 s, or later on a busy machine; what it leaves running must still be there then. */
const LONG_GRACE = "25s";

interface Cut {
  readonly step: Step;
  readonly group: readonly number[];
}

/** Starts a step and waits until its first shard is marked and its second one's command runs. */
async function startMain(runner: Runner, inputs: Readonly<Record<string, string>>): Promise<Cut> {
  const step = runner.main({ inputs: { ...INPUTS, ...inputs } });
  const pids = await untilWritten(join(runner.workspace, "pids"));
  const marker = join(runner.workspace, "out/a.txt.done");
  await eventually(() => existsSync(marker), "the first shard is marked");
  return { step, group: pids.split(" ").map(Number) };
}

const startRecord = ({ workspace }: Runner) =>
  parseStartRecord(readFileSync(join(workspace, "out/b.txt.started"), "utf8"));

const isGone = (pids: readonly number[]) => (): boolean => !pids.some(isThere);

// Each of these waits for seconds and computes nothing: they run beside each other.
describe.concurrent("a step that is cut off", () => {
  test("is cancelled: a command that heeds SIGINT ends in good order, and post has nothing to end", async ({
    onTestFinished,
  }) => {
    const runner = createRunner(TWO, onTestFinished);
    const heeds = "trap 'echo saved > state; kill $!; exit 1' INT";
    const { step, group } = await startMain(runner, { command: command(heeds) });
    await cancel(step);
    const { code, outputs, summary } = await step.ended;
    expect({ code, group: group.filter(isThere) }).toEqual({ code: 130, group: [] });
    expect(readFileSync(join(runner.workspace, "state"), "utf8")).toBe("saved\n");
    expect(outputs).toMatchObject({ ran: "1", failed: "0", remaining: "1", "in-progress": "1" });
    expect(summary).toContain("1 of 2 shards complete");
    const post = await runner.post().ended;
    expect({ code: post.code, log: post.log }).toEqual({ code: 0, log: "" });
  });

  test("is cancelled: main leaves before its command does, whatever that does with SIGINT", async ({
    onTestFinished,
  }) => {
    const runner = createRunner(TWO, onTestFinished);
    const inputs = { command: command("trap '' INT TERM"), "stop-grace": LONG_GRACE };
    const { step, group } = await startMain(runner, inputs);
    await cancel(step);
    expect(group.filter(isThere)).not.toEqual([]);
    // Its command still runs: the record must not say that nobody holds the shard.
    expect(await step.ended).toMatchObject({ code: 130, outputs: { ran: "1", remaining: "1" } });
    expect(startRecord(runner)?.released).toBe(undefined);
    // Without a post step the command has the rest of its grace, and then its guard ends it.
    await eventually(isGone(group), "the guard ended the group");
  });

  test("is cancelled: post ends a command that heeds nothing, and what left its group, and saves what is done", async ({
    onTestFinished,
  }) => {
    // A file where the store should be: nothing can be saved until it is gone.
    const runner = createRunner({ ...TWO, store: "" }, onTestFinished);
    const inputs = {
      command: command("trap '' INT TERM", ESCAPE),
      store: "file:store",
      "stop-grace": LONG_GRACE,
    };
    const { step, group } = await startMain(runner, inputs);
    const escaped = Number(await untilWritten(join(runner.workspace, "escaped")));
    await cancel(step);
    const { log } = await step.ended;
    expect(log).toMatch(/^::warning::\[a\] is done, but was not saved/m);
    expect(isThere(escaped)).toBe(true);
    rmSync(join(runner.workspace, "store"));
    const post = await runner.post().ended;
    expect(post.code).toBe(0);
    expect([...group, escaped].filter(isThere)).toEqual([]);
    expect(post.log).toMatch(/^Ended \d+ process(es)? of commands/m);
    expect(post.log).toMatch(/^Saved 1 finished shard after the stop\.$/m);
    expect(startRecord(runner)).toMatchObject({ released: true });

    rmSync(join(runner.workspace, "out"), { recursive: true });
    const next = { ...INPUTS, ...inputs, only: "a", fetch: "all" };
    const { outputs } = await runner.main({ inputs: next }).ended;
    expect(outputs).toMatchObject({ total: "1", skipped: "1", ran: "0" });
    expect(readFileSync(join(runner.workspace, "out/a.txt"), "utf8")).toBe("aa\n");
  });

  test("is killed: the command's whole group ends without a post step", async ({
    onTestFinished,
  }) => {
    const runner = createRunner(TWO, onTestFinished);
    const { step, group } = await startMain(runner, { command: command() });
    const marker = join(runner.workspace, "out/a.txt.done");
    step.child.kill("SIGKILL");
    await eventually(isGone(group), "the guard ended the group");
    expect(existsSync(marker)).toBe(true);
    expect(existsSync(join(runner.workspace, "out/b.txt.done"))).toBe(false);
  });

  test("is killed: post ends even what has left the group, and the next run goes on", async ({
    onTestFinished,
  }) => {
    const runner = createRunner(TWO, onTestFinished);
    const text = command("[ ! -e pids ] || { cp $SHARD_INPUT $SHARD_CHECKPOINT; exit; }", ESCAPE);
    const { step, group } = await startMain(runner, { command: text });
    const escaped = Number(await untilWritten(join(runner.workspace, "escaped")));
    step.child.kill("SIGKILL");
    await step.ended;
    const post = await runner.post().ended;
    expect(post.code).toBe(0);
    expect([...group, escaped].filter(isThere)).toEqual([]);
    expect(startRecord(runner)).toMatchObject({ released: true });
    const { outputs } = await runner.main({ inputs: { ...INPUTS, command: text } }).ended;
    expect(outputs).toMatchObject({ skipped: "1", ran: "1", "all-done": "true" });
  });

  test("is never told, as in a container job: post ends main and the command's group", async ({
    onTestFinished,
  }) => {
    const runner = createRunner(TWO, onTestFinished);
    const { step, group } = await startMain(runner, { command: command(ESCAPE) });
    const escaped = Number(await untilWritten(join(runner.workspace, "escaped")));
    const post = await runner.post().ended;
    expect(post.code).toBe(0);
    expect([...group, escaped].filter(isThere)).toEqual([]);
    expect(await step.ended).toMatchObject({ code: 143, outputs: { ran: "1", remaining: "1" } });
  });
});
