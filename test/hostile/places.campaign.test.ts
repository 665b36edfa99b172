// Sample: one of the things, in the place of every file.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";

let cases = 0;
afterAll(() => tally("hostile input", { "things in the place of files": cases }));

const DEFINITION = {
  shards: "in/*.fa",
  checkpoint: "out/{id}.txt",
  command: 'cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
  shell: "sh",
};

/** A link to itself may lead to anything: its shard is blocked until somebody puts it right. */
const CIRCLE = "a link to itself";

/** What can lie where a file is expected. */
const THINGS: readonly (readonly [string, (path: string) => void])[] = [
  ["a named pipe", (path) => void execFileSync("mkfifo", [path])],
  [
    "a link to a named pipe",
    (path) => {
      execFileSync("mkfifo", [`${path}.pipe`]);
      symlinkSync(`${path}.pipe`, path);
    },
  ],
  ["an endless device", (path) => symlinkSync("/dev/zero", path)],
  ["an empty device", (path) => symlinkSync("/dev/null", path)],
  ["a folder", (path) => mkdirSync(path)],
  [CIRCLE, (path) => symlinkSync(path, path)],
];

async function finished(): Promise<Workspace> {
  const here = workspace();
  here.write("in/a.fa", "A");
  here.define(DEFINITION);
  expect(await here.run()).toMatchObject({ ran: 1, allDone: true });
  return here;
}

/** Runs a command of the program, which must end, and without a stack. */
async function ends(here: Workspace, ...args: readonly string[]) {
  cases += 1;
  const ended = await here.donemark(...args);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  return ended;
}

describe.each(chosenOf(THINGS, 1))("%s", (thing, put) => {
  const code = thing === CIRCLE ? 3 : 0;

  test("in the place of a marker claims nothing: the shard runs again", async () => {
    const here = await finished();
    rmSync(here.path("out/a.txt.done"));
    put(here.path("out/a.txt.done"));
    const status = await here.status();
    expect(status).toMatchObject({ done: 0, code });
    await ends(here, "plan");
  });

  test("in the place of a start record says that something was started", async () => {
    const here = await finished();
    rmSync(here.path("out/a.txt.done"));
    put(here.path("out/a.txt.started"));
    expect(await here.status()).toMatchObject({ inProgress: 1, code });
    await ends(here, "plan");
  });

  test("in the place of a checkpoint is none", async () => {
    const here = await finished();
    rmSync(here.path("out/a.txt"));
    put(here.path("out/a.txt"));
    expect(await here.status()).toMatchObject({ done: 0, code });
    await ends(here, "plan");
  });

  test("in the place of the config is refused, or read as nothing, with a word of what is missing", async () => {
    const here = await finished();
    rmSync(here.path("donemark.yml"));
    put(here.path("donemark.yml"));
    const { code: ended, stderr } = await ends(here, "plan");
    expect(ended).toBe(2);
    expect(stderr).toMatch(/^error /m);
  });

  test("in the place of a list of shards is refused", async () => {
    const here = await finished();
    put(here.path("list.jsonl"));
    const { code: ended, stderr } = await ends(here, "plan", "--shards", "@list.jsonl");
    expect(ended).toBe(2);
    expect(stderr).toMatch(/^error /m);
  });

  test("as what the command leaves is no checkpoint: the shard fails", async () => {
    const here = workspace();
    here.write("in/a.fa", "A");
    here.define(DEFINITION);
    put(here.path("left"));
    const run = await ends(here, "run", "--command", 'mv left "$SHARD_CHECKPOINT"');
    expect(run.code).not.toBe(0);
    expect(here.has("out/a.txt.done")).toBe(false);
  });
});

test("a config above a megabyte is refused, not read as its beginning", async () => {
  const here = await finished();
  const long = `${JSON.stringify(DEFINITION).slice(0, -1)}}\n`;
  here.write("donemark.yml", long + " ".repeat(1024 * 1024) + "\n# the end");
  const { code, stderr } = await ends(here, "plan");
  expect(code).toBe(2);
  expect(stderr).toContain("more than 1 MiB");
});

test("a marker above 32 KiB is corrupt, whatever its beginning is", async () => {
  const here = await finished();
  here.write("out/a.txt.done", here.read("out/a.txt.done") + " ".repeat(40_000));
  expect((await here.status()).shards[0]?.reason).toMatch(/corrupt/);
  here.write("out/a.txt.done", " ".repeat(40_000) + "{");
  expect((await here.status()).shards[0]?.reason).toMatch(/corrupt/);
  cases += 2;
});

test("what the system refuses is one line with the path, and no stack", async () => {
  const here = await finished();
  const tooLong = "x".repeat(5000);
  const { code, stderr } = await ends(here, "plan", "--checkpoint", `${tooLong}/{id}`);
  expect(code).not.toBe(0);
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringMatching(/^error .*(ENAMETOOLONG|name|long)/),
  ]);
});
