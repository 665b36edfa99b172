import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, test } from "vitest";
import { decisions, readRun, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const GOOD = 'echo "$SHARD_ID" >> ran.txt; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
const TYPO = 'echo half > "$SHARD_CHECKPOINT"; catt "$SHARD_INPUT"';

interface Definition {
  readonly command?: string;
  readonly [name: string]: unknown;
}

/** Shard `a`, and the definition that a test changes. */
function shard(): Workspace & { readonly use: (changes?: Definition) => void } {
  const here = workspace();
  here.write("in/a.txt", "content of a");
  const use = (changes: Definition = {}): void =>
    here.define({
      shards: "in/*.txt",
      checkpoint: "out/{id}.txt",
      command: GOOD,
      shell: "sh",
      ...changes,
    });
  use();
  return { ...here, use };
}

const ANEW = 'echo anew >> ran.txt; echo new > "$SHARD_CHECKPOINT"';

describe("a finished result stays until a better one is durable", () => {
  test.each([
    ["a typo, once", [TYPO]],
    ["three different typos, one after the other", [TYPO, "catt", "false"]],
    ["a command that leaves nothing", ["true"]],
    [
      "a command that marks what it left half made",
      [`${TYPO} || : > "$SHARD_CHECKPOINT.done"; exit 1`],
    ],
  ])(
    "%s, and the command as it was: the result is brought back, nothing runs",
    async (_, typos) => {
      const here = shard();
      await here.run();
      for (const command of typos) {
        here.use({ command });
        expect(await here.run()).toMatchObject({ code: 1, failed: 1 });
      }
      here.use();
      expect(decisions(await here.status())).toEqual(["a skip restored"]);
      const back = await here.run();
      expect(decisions(back)).toEqual(["a skip restored"]);
      expect(back).toMatchObject({ code: 0, skipped: 1, ran: 0, allDone: true });
      expect(here.read("out/a.txt")).toBe("content of a");
      expect(here.lines("ran.txt")).toEqual(["a"]);
      expect(here.names("out")).toEqual(["a.txt", "a.txt.done"]);
      expect(decisions(await here.run())).toEqual(["a skip done"]);
    },
  );

  test("a directory that is its own work, whose parts a failed attempt has begun anew", async () => {
    const here = shard();
    const make = (end: string): string =>
      `mkdir -p "$SHARD_CHECKPOINT"; echo ${end} > "$SHARD_CHECKPOINT/part"; : > "$SHARD_CHECKPOINT/part.done"; ${end}`;
    here.use({ checkpoint: "out/{id}", command: make("true") });
    await here.run();
    here.use({ checkpoint: "out/{id}", command: make("false") });
    for (const _ of [1, 2, 3]) expect(await here.run()).toMatchObject({ failed: 1 });
    here.use({ checkpoint: "out/{id}", command: make("true") });
    expect(decisions(await here.run())).toEqual(["a skip restored"]);
    expect(here.read("out/a/part")).toBe("true\n");
    expect(here.names("out")).toEqual(["a", "a.done"]);
  });

  test.each(["before its checkpoint is there", "with half a checkpoint"])(
    "a run that is killed %s takes nothing away",
    async (moment) => {
      const here = shard();
      await here.run();
      const half = moment.startsWith("with") ? 'echo half > "$SHARD_CHECKPOINT"; ' : "";
      here.use({ command: `${half}: > begun; sleep 60` });
      const running = here.start(["run"]);
      await until("its command has begun", () => here.has("begun"));
      running.child.kill("SIGKILL");
      await running.ended;
      here.use();
      expect(decisions(await here.run())).toEqual(["a skip restored"]);
      expect(here.read("out/a.txt")).toBe("content of a");
      expect(here.lines("ran.txt")).toEqual(["a"]);
    },
  );

  test("one superseded result is kept, and a change that is taken back brings it back, again and again", async () => {
    const here = shard();
    await here.run();
    here.use({ command: ANEW });
    expect(await here.run()).toMatchObject({ ran: 1 });
    for (const [command, content] of [
      [GOOD, "content of a"],
      [ANEW, "new\n"],
      [GOOD, "content of a"],
    ] as const) {
      here.use({ command });
      expect(decisions(await here.run())).toEqual(["a skip restored"]);
      expect(here.read("out/a.txt")).toBe(content);
    }
    expect(here.lines("ran.txt")).toEqual(["a", "anew"]);
    here.use({ "fingerprint-text": "third" });
    await here.run();
    here.use({ command: ANEW });
    expect(decisions(await here.status())).toEqual(["a run command-changed"]);
    here.use();
    expect(decisions(await here.status())).toEqual(["a skip restored"]);
  });

  test("keep: 0 keeps it only until its shard is done again", async () => {
    const here = shard();
    await here.run();
    here.use({ command: TYPO, keep: 0 });
    await here.run();
    here.use({ keep: 0 });
    expect(decisions(await here.run())).toEqual(["a skip restored"]);
    here.use({ command: ANEW, keep: 0 });
    await here.run();
    expect(here.names("out")).toEqual(["a.txt", "a.txt.done"]);
  });

  test("what force or unmark names is not brought back, also where the forced run fails", async () => {
    const here = shard();
    await here.run();
    here.write("fail");
    const command = `test ! -e fail || exit 1; ${GOOD}`;
    here.use({ command });
    rmSync(here.path("fail"));
    await here.run();
    here.write("fail");
    expect(await here.run("--force", "a")).toMatchObject({ failed: 1 });
    rmSync(here.path("fail"));
    expect((await here.status()).shards[0]?.decision).toBe("run");
    expect(await here.run()).toMatchObject({ ran: 1 });
    await here.unmark("a");
    expect((await here.status()).shards[0]?.decision).toBe("run");
    expect(await here.run()).toMatchObject({ ran: 1 });
  });

  test("one whose bytes are not its marker's is not brought back: it is made again, and stays", async () => {
    const here = shard();
    await here.run();
    here.use({ command: TYPO });
    await here.run();
    const aside = here.names("out").find((name) => /done-\d+\.stale$/.test(name)) ?? "";
    const { atime, mtime } = statSync(here.path("out", aside));
    writeFileSync(here.path("out", aside), "CONTENT OF A");
    utimesSync(here.path("out", aside), atime, mtime);
    here.use();
    const again = await here.run();
    expect(again).toMatchObject({ code: 0, ran: 1 });
    expect(here.read("out/a.txt")).toBe("content of a");
  });

  test("a signed result is brought back with its key alone", async () => {
    const here = shard();
    const env = { DONEMARK_MARKER_KEY: "0123456789abcdef0123456789abcdef" };
    const run = async (more: Record<string, string>): Promise<readonly string[]> =>
      decisions(readRun(await here.start(["run", "--json"], more).ended));
    await run(env);
    here.use({ command: TYPO });
    await run(env);
    here.use();
    const other = { DONEMARK_MARKER_KEY: "another-key-another-key-another-key" };
    const { stdout } = await here.start(["status", "--json"], other).ended;
    expect(stdout).not.toContain("restored");
    expect(await run(env)).toEqual(["a skip restored"]);
  });

  test("collect brings it back too, and plan counts it as done", async () => {
    const here = shard();
    await here.run();
    here.use({ command: TYPO });
    await here.run();
    here.use();
    expect(await here.status()).toMatchObject({ done: 1, pending: 0 });
    const { stdout, code } = await here.donemark("collect", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ complete: true, done: 1 });
    expect(here.read("out/a.txt")).toBe("content of a");
  });
});

describe("what Donemark did not make is kept aside and named once", () => {
  async function keptAs(here: Workspace, ...args: readonly string[]): Promise<string> {
    const ended = await here.donemark("run", ...args);
    const said = `${ended.stdout}${ended.stderr}`;
    const name = here.names("out").find((one) => /kept(-\d+)?\.stale$/.test(one)) ?? "";
    expect(said.split(name).length - 1).toBe(1);
    const quiet = await here.donemark("run", ...args);
    expect(`${quiet.stdout}${quiet.stderr}`).not.toContain("stale");
    return here.path("out", name);
  }

  test("an edit after the mark", async () => {
    const here = shard();
    await here.run();
    appendFileSync(here.path("out/a.txt"), " and 3 hours of labels");
    here.use({ keep: 0 });
    expect(readFileSync(await keptAs(here), "utf8")).toBe("content of a and 3 hours of labels");
    expect(here.read("out/a.txt")).toBe("content of a");
  });

  test("an edit of the same size in a large file, whose time was set back", async () => {
    const here = shard();
    const command = 'seq 1 500000 > "$SHARD_CHECKPOINT"';
    here.use({ command });
    await here.run();
    const bytes = readFileSync(here.path("out/a.txt"));
    bytes.write("labels", 1_400_000);
    writeFileSync(here.path("out/a.txt"), bytes);
    here.use({ command: ANEW, keep: 0 });
    expect(readFileSync(await keptAs(here)).includes("labels")).toBe(true);
  });

  test("a user's notes in a checkpoint folder", async () => {
    const here = shard();
    const changes = { checkpoint: "out/{id}", keep: 0 };
    const make = 'mkdir "$SHARD_CHECKPOINT"; echo 1 > "$SHARD_CHECKPOINT/f"';
    here.use({ ...changes, command: make });
    await here.run();
    here.write("out/a/notes.md", "mine");
    here.use({ ...changes, command: `${make}; :` });
    const kept = await keptAs(here);
    expect(readFileSync(`${kept}/notes.md`, "utf8")).toBe("mine");
    expect(here.names("out/a")).toEqual(["f"]);
  });

  test.each(["a file", "a folder", "a link that leads nowhere", "a link to a file"])(
    "%s that lay there before",
    async (what) => {
      const here = shard();
      mkdirSync(here.path("out"));
      here.write("mine/notes", "mine");
      const at = here.path("out/a.txt");
      if (what === "a file") linkSync(here.path("mine/notes"), at);
      else if (what === "a folder") renameSync(here.path("mine"), at);
      else symlinkSync(what.endsWith("nowhere") ? "nothing" : here.path("mine/notes"), at);
      const kept = await keptAs(here);
      expect(here.read("out/a.txt")).toBe("content of a");
      if (what === "a folder") expect(readFileSync(`${kept}/notes`, "utf8")).toBe("mine");
      else if (!what.endsWith("nowhere")) expect(readFileSync(kept, "utf8")).toBe("mine");
    },
  );

  test("a work folder that was there before, and what a user puts in the place of a failed result", async () => {
    const here = shard();
    here.write("scratch/a/notes", "mine");
    here.use({ work: "scratch/{id}", command: "false" });
    expect(await here.run()).toMatchObject({ failed: 1 });
    expect(here.read("scratch/.a.kept.stale/notes")).toBe("mine");
    here.write("out/a.txt", "made by hand");
    here.use({ work: "scratch/{id}" });
    expect(readFileSync(await keptAs(here), "utf8")).toBe("made by hand");
  });

  test("what an earlier version has set aside", async () => {
    const here = shard();
    here.use({ command: "false" });
    await here.run();
    here.write("out/.a.txt.stale", "perhaps the only good one");
    here.use();
    expect(readFileSync(await keptAs(here), "utf8")).toBe("perhaps the only good one");
  });

  test("a checkpoint that was adopted, when it is superseded", async () => {
    const here = shard();
    here.write("out/a.txt", "of another program");
    await here.mark("a");
    here.use({ command: ANEW, keep: 0 });
    expect(readFileSync(await keptAs(here), "utf8")).toBe("of another program");
  });
});

describe("what was cut off", () => {
  test("an empty disk-full file is no loss: a truncated result is kept, and made again", async () => {
    const here = shard();
    await here.run();
    truncateSync(here.path("out/a.txt"), 3);
    expect(await here.run()).toMatchObject({ ran: 1 });
    expect(here.read("out/.a.txt.kept.stale")).toBe("con");
    expect(existsSync(here.path("out/.a.txt.kept.marker.stale"))).toBe(true);
  });
});
