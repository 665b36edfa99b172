import { chmodSync, chownSync, mkdirSync, rmSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayUnshare, withMounts } from "../fixtures/cli/mounted.ts";
import { otherUser } from "../fixtures/cli/other-user.ts";
import { namedCommands, paste } from "../fixtures/cli/paste.ts";
import {
  decisions,
  outcomes,
  readRun,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

/*
 * A refusal names the one command that goes on. Here a shell runs it as it is printed: the shard goes on, and nothing that
 * was made is lost.
 */

const isRoot = process.getuid?.() === 0;

const DEFINITION = {
  ...{ shards: [{ id: "b" }, { id: "it's a" }], checkpoint: "out/{id}.json", shell: "sh" },
  command: 'echo "$SHARD_ID" >> ran.txt; echo "{\\"of\\": 1}" > "$SHARD_CHECKPOINT"',
};

function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.write("ran.txt");
  chmodSync(here.path("ran.txt"), 0o666);
  here.write("sets/the second.yml", JSON.stringify({ ...DEFINITION, ...more }));
  return here;
}

const CONFIG = "--config=sets/the second.yml";
const A = "out/it's a.json";

async function detailOf(here: Workspace): Promise<string> {
  const { shards } = await here.status(CONFIG);
  return shards.find(({ id }) => id === "it's a")?.detail ?? "";
}

function onlyCommandIn(text: string): string {
  const [line = "", ...others] = namedCommands(text);
  expect(others).toEqual([]);
  return line;
}

describe("`donemark mark`, where a plan names it", () => {
  test("for a checkpoint that Donemark has made, under a marker that somebody else has made", async () => {
    const here = project();
    expect(await here.run(CONFIG)).toMatchObject({ ran: 2 });
    here.write(`${A}.done`);
    const before = statSync(here.path(A)).ino;
    paste(here, onlyCommandIn(await detailOf(here)));
    expect(decisions(await here.run(CONFIG))).toEqual(["b skip done", "it's a skip done"]);
    expect(statSync(here.path(A)).ino).toBe(before);
    expect(here.lines("ran.txt")).toHaveLength(2);
  });

  test("for a marker that is cut off", async () => {
    const here = project();
    await here.run(CONFIG);
    here.write(`${A}.done`, here.read(`${A}.done`).slice(0, 40));
    paste(here, onlyCommandIn(await detailOf(here)));
    expect(await here.run(CONFIG)).toMatchObject({ skipped: 2, ran: 0 });
  });

  test("for markers without the signature of a key that came later", async () => {
    const here = project();
    await here.run(CONFIG);
    const key = { DONEMARK_MARKER_KEY: "a key of a good length" };
    const { stdout } = await here.start(["status", "--json", CONFIG], key).ended;
    const { shards }: { shards: readonly { detail: string }[] } = JSON.parse(stdout);
    for (const { detail } of shards) paste(here, onlyCommandIn(detail), key);
    const ended = await here.start(["run", "--json", CONFIG], key).ended;
    expect(readRun(ended)).toMatchObject({ skipped: 2, ran: 0 });
  });
});

test("a marker that cannot be written: the checkpoint is marked, and its command does not run again", async () => {
  const command = `${DEFINITION.command}; mkdir -p "$SHARD_CHECKPOINT.done/x"`;
  const here = project({ command });
  const ended = await here.run(CONFIG, "--only=b");
  expect(ended).toMatchObject({ code: 1, failed: 1 });
  expect(ended.stderr).not.toContain("To go on once");
  expect(ended.stderr).toContain(here.path("out/b.json"));
  const [moves = "", marks = ""] = namedCommands(ended.shards[0]?.why ?? "");
  paste(here, `${moves} && ${marks}`);
  expect(await here.run(CONFIG, "--only=b")).toMatchObject({ code: 0, skipped: 1 });
  expect(here.lines("ran.txt")).toEqual(["b"]);
});

test.each(["done", "started"])("a folder in the place of a .%s file", async (ending) => {
  const here = project();
  here.write(`${A}.${ending}/notes`, "mine");
  const ended = await here.run(CONFIG);
  expect(ended.code).toBe(3);
  expect(outcomes(ended)).toEqual(["b done", "it's a stopped"]);
  paste(here, onlyCommandIn(ended.shards[1]?.why ?? ""));
  expect(await here.run(CONFIG)).toMatchObject({ code: 0, allDone: true });
  expect(here.read(`${A}.${ending}.old/notes`)).toBe("mine");
});

test("a checkpoint of a newer version: what accepts it is named, and `force` is not", async () => {
  const status = { "highest-version": 2 };
  const here = project({ status });
  here.write(A, '{"version": 9, "status": "complete"}');
  const detail = await detailOf(here);
  expect(detail).not.toContain("force");
  const rule = onlyCommandIn(detail).replace(/^status: /, "");
  paste(here, `donemark run '${CONFIG}' --status='${rule}'`);
  expect(here.read(A)).toContain('"version": 9');
  expect(here.lines("ran.txt")).toEqual(["b"]);
});

describe.skipIf(!isRoot)("folders of somebody else (as root)", () => {
  test("the folder of the checkpoints: the shard is started once it may be written", () => {
    const here = project();
    mkdirSync(here.path("out"));
    const user = otherUser(here);
    const ended = user.donemark("run", "--json", CONFIG, "--only=b");
    expect(ended.code).toBe(1);
    const [shard] = readRun({ ...ended, signal: null }).shards;
    expect(shard?.why).toMatch(/out is owned by root with mode 755; this is user 65534/);
    paste(here, onlyCommandIn(shard?.why ?? ""));
    expect(user.donemark("run", CONFIG, "--only=b").code).toBe(0);
  });

  test("a folder below a glob of inputs", () => {
    const here = project({ shards: "in/**/*.txt" });
    here.write("in/deep/c.txt");
    chmodSync(here.path("in/deep"), 0o700);
    const user = otherUser(here);
    const { code, stderr } = user.donemark("run", CONFIG);
    expect(code).toBe(1);
    expect(stderr).toMatch(/in\/deep.*owned by root with mode 700/);
    paste(here, onlyCommandIn(stderr));
    expect(user.donemark("run", CONFIG).code).toBe(0);
  });

  test.each([
    ["closed to others", (folder: string) => mkdirSync(folder, { mode: 0o755 })],
    [
      "of another user, closed to others",
      (folder: string) => {
        mkdirSync(folder, { mode: 0o755 });
        chownSync(folder, 1234, 1234);
      },
    ],
  ])("a folder of leases, %s", (_, make) => {
    const here = project();
    make(here.path(".leases"));
    const user = otherUser(here);
    const { code, stderr } = user.donemark("run", CONFIG);
    expect(code).toBe(2);
    paste(here, onlyCommandIn(stderr));
    expect(user.donemark("run", CONFIG).code).toBe(0);
  });
});

test.skipIf(!mayUnshare())(
  "a full disk: the folder to make room in is named (as root, on Linux)",
  () => {
    const here = project({ command: 'echo x > "$SHARD_CHECKPOINT"', name: "x" });
    mkdirSync(here.path("out"));
    const run = `donemark run --json '${CONFIG}' --only=b`;
    const ended = withMounts(here, [
      "mount -t tmpfs -o size=64k none out",
      "head -c 70000 /dev/zero > out/full || test -s out/full",
      `${run} > first.json || test $? = 1`,
      "rm out/full",
      `${run} > second.json`,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    const first: { shards: readonly { why: string }[] } = JSON.parse(here.read("first.json"));
    expect(first.shards[0]?.why).toContain(`Make room on the disk of ${here.path("out")}`);
    expect(JSON.parse(here.read("second.json"))).toMatchObject({ ran: 1, allDone: true });
  },
);

test("a file in the place of the folder of leases", async () => {
  const here = project();
  here.write(".leases", "mine");
  const { code, stderr } = await here.donemark("run", CONFIG);
  expect(code).toBe(2);
  paste(here, onlyCommandIn(stderr));
  expect(await here.run(CONFIG)).toMatchObject({ code: 0, allDone: true });
  expect(here.read(".leases.old")).toBe("mine");
  rmSync(here.path(".leases.old"));
});
