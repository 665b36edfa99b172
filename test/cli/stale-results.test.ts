import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";

/** Finished shards whose command's script was edited since. */
async function edited(amount: number): Promise<Workspace> {
  const here = workspace();
  here.write("predict.sh", 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"; echo "$SHARD_ID" >> ran.txt\n');
  here.define({
    shards: amount,
    checkpoint: "out/{id}.txt",
    command: "bash predict.sh",
    "fingerprint-files": "predict.sh",
  });
  expect(await here.run()).toMatchObject({ code: 0, ran: amount });
  here.write("predict.sh", `${here.read("predict.sh")}# a comment\n`);
  return here;
}

const ranOf = (here: Workspace): number => here.lines("ran.txt").length;

test("what becomes stale is said before the first start, with its time, the cause, and the line that keeps it", async () => {
  const here = await edited(3);
  const { code, stderr, stdout } = await here.start(["run"]).ended;
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning 3 finished results \([\d.]+ s of compute\) become stale: predict\.sh changed since it was marked\. To keep what is done, stop this run and: donemark mark --all --accept$/m,
  );
  expect(stdout).toContain("3 of 3 shards complete");
  expect(ranOf(here)).toBe(6);
});

test("the line that keeps stale results does so: the next run starts nothing", async () => {
  const here = await edited(3);
  const { code } = await here.start(["mark", "--all", "--accept"]).ended;
  expect(code).toBe(0);
  expect(await here.run()).toMatchObject({ code: 0, skipped: 3, ran: 0 });
});

test("an event tells of them", async () => {
  const here = await edited(3);
  const { stdout } = await here.start(["run", "--json-lines"]).ended;
  const events = stdout.trimEnd().split("\n");
  const stale = events
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
    .find(({ kind }) => kind === "stale");
  expect(stale).toMatchObject({
    results: 3,
    changes: [["predict.sh changed since it was marked", 3]],
    keep: "donemark mark --all --accept",
  });
});

const QUESTION = "Make them again? [y/N]";

describe
  .runIf(HAS_TERMINALS)
  .concurrent("on a terminal (skipped where there is no python3)", () => {
    test.each([
      ["n\r", "no"],
      ["\r", "nothing"],
      ["\u0003", "an interrupt"],
      ["\u0004", "the end of the input"],
    ])("many are kept, and nothing starts, after the answer %j (%s)", async (typed) => {
      const here = await edited(20);
      const { code, said } = await runOnTerminal(here, { answer: { text: QUESTION, typed } });
      expect(said).toContain("Nothing was started. To keep the finished results: donemark mark");
      expect(code).toBe(4);
      expect(ranOf(here)).toBe(20);
      expect(here.names("out").filter((name) => name.endsWith(".done"))).toHaveLength(20);
    });

    test("many are made again after yes, and nobody is asked with --yes, in CI, and for few", async () => {
      const here = await edited(20);
      expect(await runOnTerminal(here, { answer: { text: QUESTION, typed: "y\r" } })).toMatchObject(
        { code: 0 },
      );
      expect(ranOf(here)).toBe(40);
      for (const how of [{ args: ["--yes"] }, { env: { CI: "true" } }]) {
        here.write("predict.sh", `${here.read("predict.sh")}# one more\n`);
        const { code, said } = await runOnTerminal(here, how);
        expect([code, said.includes(QUESTION)]).toEqual([0, false]);
      }
      expect(ranOf(here)).toBe(80);
      const few = await edited(2);
      const { code, said } = await runOnTerminal(few);
      expect([code, said.includes(QUESTION)]).toEqual([0, false]);
    });
  });
