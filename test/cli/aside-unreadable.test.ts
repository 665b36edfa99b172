import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, utimesSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { otherUser, type OtherUser } from "../fixtures/cli/other-user.ts";
import {
  decisions,
  readRun,
  shardOf,
  workspace,
  type RunJson,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

const opened: Workspace[] = [];

/** What a test has closed is opened again, so that its folder can be removed. */
afterEach(() => {
  for (const here of opened.splice(0)) spawnSync("chmod", ["-R", "a+rwX", here.folder]);
});

const GOOD =
  'echo "$SHARD_ID" >> ran.txt; mkdir -p "$SHARD_CHECKPOINT/deep"; echo made > "$SHARD_CHECKPOINT/deep/r"';

interface Scene {
  readonly here: Workspace;
  readonly user: OtherUser;
  readonly use: (command: string) => void;
  /** Path of the result that is set aside. */
  readonly aside: string;
}

/** Shard `a` was done, a typo has set its result aside, and the command is as it was; `b` is done. */
async function typoTakenBack(): Promise<Scene> {
  const here = workspace();
  opened.push(here);
  const use = (command: string): void =>
    here.define({
      ...{
        shards: [{ id: "a" }, { id: "b" }],
        checkpoint: "out/{id}",
        work: "work/{id}",
        shell: "sh",
      },
      command,
    });
  mkdirSync(here.path("out"));
  use(GOOD);
  expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
  use("catt x");
  expect(await here.run("--only", "a")).toMatchObject({ code: 1, failed: 1 });
  use(GOOD);
  expect(decisions(await here.status())).toEqual(["a skip restored", "b skip done"]);
  spawnSync("chmod", ["-R", "a+rwX", here.folder]);
  return { here, user: otherUser(here), use, aside: here.path("out/.a.done-1.stale") };
}

const CLOSED: Readonly<Record<string, (aside: string) => string>> = {
  "its marker": (aside) => close(aside.replace(".stale", ".marker.stale")),
  "a folder in it": (aside) => close(`${aside}/deep`),
  "a file in it, whose time is another one": (aside) => {
    utimesSync(`${aside}/deep/r`, 1, 1);
    return close(`${aside}/deep/r`);
  },
};

function close(path: string): string {
  chmodSync(path, 0);
  return path;
}

function answerOf({ code, stdout, stderr }: ReturnType<OtherUser["donemark"]>): RunJson {
  return readRun({ code, stdout, stderr, signal: null });
}

const traces = (here: Workspace): string =>
  spawnSync("ls", ["-lARn", "--time-style=full-iso", "out"], { cwd: here.folder, encoding: "utf8" })
    .stdout;

describe.skipIf(process.platform === "win32")(
  "a finished result that is set aside and cannot be read",
  () => {
    test.each(Object.entries(CLOSED))(
      "%s: the shard is blocked with owner, path and remedy; nothing is made again and nothing moves",
      async (_, closeIt) => {
        const { here, user, aside } = await typoTakenBack();
        const closed = closeIt(aside);
        const before = traces(here);
        const plan = user.donemark("plan", "--json");
        expect(plan.code).toBe(3);
        const { detail, ...a } = shardOf<{ id: string; detail: string }>(
          JSON.parse(plan.stdout),
          "a",
        );
        expect(a).toMatchObject({ decision: "blocked", reason: "unreadable" });
        expect(detail).toContain(`EACCES at ${closed}, owned by `);
        expect(detail).toMatch(/with mode 000.*chmod a\+rx? .*move it away/);
        const run = user.donemark("run", "--json");
        expect(run.code).toBe(3);
        expect(decisions(answerOf(run))).toEqual(["a blocked unreadable", "b skip done"]);
        expect(traces(here)).toEqual(before);
        expect(here.lines("ran.txt")).toHaveLength(2);
        chmodSync(closed, 0o755);
        expect(decisions(answerOf(user.donemark("run", "--json")))).toEqual([
          "a skip restored",
          "b skip done",
        ]);
        expect(here.read("out/a/deep/r")).toBe("made\n");
        expect(here.lines("ran.txt")).toHaveLength(2);
      },
    );

    test("a file in it that looks as marked: the run finds it when it brings it back, and is blocked too", async () => {
      const { here, user, aside } = await typoTakenBack();
      close(`${aside}/deep/r`);
      const before = traces(here);
      const run = user.donemark("run", "--json");
      expect(run.code).toBe(3);
      expect(decisions(answerOf(run))).toEqual(["a blocked unreadable", "b skip done"]);
      expect(shardOf(answerOf(run), "a")).toMatchObject({ outcome: "stopped", attempts: 0 });
      expect(run.stderr).toMatch(/EACCES at .*deep\/r, owned by/);
      expect(traces(here)).toEqual(before);
    });

    test("moved away, as the message says, its shard is made again", async () => {
      const { here, user, aside } = await typoTakenBack();
      const closed = close(aside.replace(".stale", ".marker.stale"));
      renameSync(closed, here.path("elsewhere"));
      expect(answerOf(user.donemark("run", "--json"))).toMatchObject({ ran: 1, allDone: true });
      expect(here.lines("ran.txt")).toEqual(["a", "b", "a"]);
      expect(here.has("elsewhere")).toBe(true);
    });

    test("force makes it again all the same, and it is not brought back afterwards", async () => {
      const { here, user, aside, use } = await typoTakenBack();
      close(aside.replace(".stale", ".marker.stale"));
      expect(answerOf(user.donemark("run", "--json", "--force", "a"))).toMatchObject({
        ran: 1,
        allDone: true,
      });
      expect(here.lines("ran.txt")).toEqual(["a", "b", "a"]);
      spawnSync("chmod", ["-R", "a+rwX", here.path("out")]);
      use("catt x");
      expect(await here.run("--only", "a")).toMatchObject({ failed: 1 });
      use(GOOD);
      expect(decisions(await here.status())).toEqual(["a skip restored", "b skip done"]);
    });

    test("a start record that cannot be read vouches for nothing: the work beside a result that is brought back stays", async () => {
      const { here, user } = await typoTakenBack();
      here.write("work/a/hours", "hours");
      spawnSync("chmod", ["-R", "a+rwX", here.path("work")]);
      close(here.path("out/a.started"));
      const run = user.donemark("run", "--json");
      expect(run.code).toBe(3);
      expect(decisions(answerOf(run))).toEqual(["a blocked unreadable", "b skip done"]);
      expect(here.read("work/a/hours")).toBe("hours");
      expect(here.has("out/a.started")).toBe(true);
    });
  },
);
