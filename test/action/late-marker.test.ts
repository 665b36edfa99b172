import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRunner, untilWritten, type Runner, type Step } from "./runner.ts";

/** What is made says who made it, in as many bytes; where `wait` lies, the command waits for `go` when it has made it. */
const COMMAND = [
  'cat who "$SHARD_INPUT" > "$SHARD_CHECKPOINT"',
  "if [ -e wait ]; then echo up > up; until [ -e go ]; do sleep 0.02; done; fi",
].join("\n");

interface Late {
  readonly runner: Runner;
  readonly write: (name: string, text: string) => void;
  readonly made: () => string;
  /** A run of the shard with this text in its fingerprint. */
  readonly run: (text: "v1" | "v2") => Step;
  /** The marker of the older fingerprint comes into place: the rename of a writer that hung for so long. */
  readonly arrive: () => void;
}

/** A shard that was done as v1, and whose marker of then is kept back to arrive late. */
async function finishOld(): Promise<Late> {
  const runner = createRunner({ "in/a.txt": "aa\n", who: "first\n" });
  const path = (name: string): string => join(runner.workspace, name);
  const definition = { shards: "in/*.txt", checkpoint: "out/{id}.txt", store: "none" };
  const run: Late["run"] = (text) =>
    runner.main({ inputs: { ...definition, command: COMMAND, "fingerprint-text": text } });
  await run("v1").ended;
  const marker = readFileSync(path("out/a.txt.done"));
  const write = (name: string, text: string): void => writeFileSync(path(name), text);
  write("who", "other\n");
  return {
    runner,
    write,
    run,
    made: () => readFileSync(path("out/a.txt"), "utf8"),
    arrive: () => writeFileSync(path("out/a.txt.done"), marker),
  };
}

/** Starts the shard as v2, and takes main away when the checkpoint is there. */
async function killNew({ runner, write, run }: Late): Promise<void> {
  write("wait", "");
  const step = run("v2");
  await untilWritten(join(runner.workspace, "up"));
  step.child.kill("SIGKILL");
  await step.ended;
  await runner.deserted();
  rmSync(join(runner.workspace, "wait"));
}

describe("a marker of an older fingerprint that arrives late", () => {
  test.each<readonly [string, (late: Late) => Promise<unknown>]>([
    ["before the shard is started anew", () => Promise.resolve()],
    ["after the new start was killed", killNew],
    ["after the shard is done anew", ({ run }) => run("v2").ended],
  ])("%s never lets it be skipped", async (_when, happen) => {
    const late = await finishOld();
    await happen(late);
    late.arrive();
    const next = await late.run("v2").ended;
    expect(next.outputs).toMatchObject({ skipped: "0", ran: "1", "all-done": "true" });
    expect(late.made()).toBe("other\naa\n");
    expect(existsSync(join(late.runner.workspace, "out/a.txt.started"))).toBe(false);
    expect((await late.run("v2").ended).outputs).toMatchObject({ skipped: "1" });
  });

  test.each<readonly [string, (late: Late) => Promise<unknown>]>([
    ["was killed", killNew],
    ["is done", ({ run }) => run("v2").ended],
  ])(
    "vouches for no checkpoint of the newer one that %s: with the definition changed back its own result is brought back",
    async (_how, happen) => {
      const late = await finishOld();
      await happen(late);
      late.arrive();
      late.write("who", "third\n");
      const back = await late.run("v1").ended;
      expect(back.outputs).toMatchObject({ skipped: "1", ran: "0", "all-done": "true" });
      expect(late.made()).toBe("first\naa\n");
    },
  );

  test("while the command runs is replaced by the marker of what it makes", async () => {
    const late = await finishOld();
    late.write("wait", "");
    const running = late.run("v2");
    await untilWritten(join(late.runner.workspace, "up"));
    late.arrive();
    late.write("go", "");
    expect((await running.ended).outputs).toMatchObject({ ran: "1", failed: "0" });
    expect((await late.run("v2").ended).outputs).toMatchObject({ skipped: "1" });
    expect(late.made()).toBe("other\naa\n");
    const back = await late.run("v1").ended;
    expect(back.outputs).toMatchObject({ skipped: "1", ran: "0" });
    expect(late.made()).toBe("first\naa\n");
  });
});
