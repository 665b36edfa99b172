import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { mayUnshare, withMounts } from "../fixtures/cli/mounted.ts";
import { otherUser, type OtherUser, type Told } from "../fixtures/cli/other-user.ts";
import { namedCommands, paste } from "../fixtures/cli/paste.ts";
import {
  decisions,
  outcomes,
  readRun,
  workspace,
  type RunJson,
  type Workspace,
} from "../fixtures/cli/workspace.ts";

const isRoot = process.getuid?.() === 0;

/** Shards `a` and `b`, each with a folder of its own; `make` is run in the checkpoint's folder. */
function project(more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    ...{ shards: [{ id: "a" }, { id: "b" }], checkpoint: "out/{id}/r", shell: "sh" },
    command: 'echo "$SHARD_ID" >> ran.txt; echo made > "$SHARD_CHECKPOINT"',
    ...more,
  });
  here.write("ran.txt");
  return here;
}

function answerOf({ code, stdout, stderr }: Told): RunJson & Pick<Told, "code" | "stderr"> {
  return { ...readRun({ code, stdout, stderr, signal: null }), code, stderr };
}

interface Scene {
  readonly here: Workspace;
  readonly user: OtherUser;
}

/** A project in which another user runs the program, and which that user may write. */
function shared(more: Readonly<Record<string, unknown>> = {}): Scene {
  const here = project(more);
  mkdirSync(here.path("out"));
  const user = otherUser(here);
  spawnSync("chown", ["-R", `${user.uid}:${user.uid}`, here.folder]);
  return { here, user };
}

const FAILS = { checkpoint: "out/{id}", shards: [{ id: "a" }] };
const LEAVES = 'mkdir -p "$SHARD_CHECKPOINT/deep"; echo half > "$SHARD_CHECKPOINT/deep/half"';
const MAKES = 'mkdir -p "$SHARD_CHECKPOINT"; echo made > "$SHARD_CHECKPOINT/whole"';

describe.skipIf(!isRoot)("what an attempt left and cannot be removed (as root, on Linux)", () => {
  test("files of root: they are kept and named once with their owner, and the shard is done", () => {
    const { here, user } = shared({ ...FAILS, command: `${LEAVES}; exit 1` });
    expect(answerOf(user.donemark("run", "--json"))).toMatchObject({ code: 1, failed: 1 });
    spawnSync("chown", ["-R", "0:0", here.path("out/a/deep")]);
    here.define({ ...FAILS, shell: "sh", command: MAKES, "fingerprint-text": "2" });
    const ended = answerOf(user.donemark("run", "--json"));
    expect(ended).toMatchObject({ code: 0, ran: 1, allDone: true });
    expect(here.read("out/.a.kept.stale/deep/half")).toBe("half\n");
    expect(here.read("out/a/whole")).toBe("made\n");
    expect(ended.stderr).toMatch(
      /cannot be removed.*out\/\.a\.kept\.stale\/deep.* owned by root with mode 755/,
    );
    expect(ended.stderr).toContain(`sudo rm -r -- ${here.path("out/.a.kept.stale")}`);
    const quiet = user.donemark("run", "--json");
    expect(answerOf(quiet)).toMatchObject({ code: 0, skipped: 1 });
    expect(quiet.stderr).not.toContain("stale");
  });

  const isImmutable = (): boolean => {
    const here = workspace();
    here.write("x");
    const can = spawnSync("chattr", ["+i", here.path("x")]).status === 0;
    spawnSync("chattr", ["-i", here.path("x")]);
    return can;
  };
  const frozen: string[] = [];
  const freeze = (path: string): void => {
    frozen.push(path);
    spawnSync("chattr", ["+i", path]);
  };
  afterEach(() => {
    for (const path of frozen.splice(0)) spawnSync("chattr", ["-R", "-i", path]);
  });

  test.skipIf(!isImmutable())(
    "an immutable file: it is kept and named with the command that frees it",
    async () => {
      const here = project({ ...FAILS, command: `${LEAVES}; exit 1` });
      expect(await here.run()).toMatchObject({ code: 1, failed: 1 });
      freeze(here.path("out/a/deep/half"));
      here.define({ ...FAILS, shell: "sh", command: MAKES, "fingerprint-text": "2" });
      const ended = await here.run();
      frozen.push(here.path("out"));
      expect(ended).toMatchObject({ code: 0, ran: 1 });
      expect(here.read("out/.a.kept.stale/deep/half")).toBe("half\n");
      expect(ended.stderr).toMatch(
        /sudo chattr -R -i -a -- \S+\.a\.kept\.stale && sudo rm -r -- \S+\.a\.kept\.stale/,
      );
      expect(await here.run()).toMatchObject({ code: 0, skipped: 1 });
    },
  );

  test.skipIf(!isImmutable())("an immutable checkpoint blocks its shard alone", async () => {
    const here = project();
    here.write("out/a/r", "mine");
    freeze(here.path("out/a/r"));
    const ended = await here.run();
    expect(ended.code).toBe(3);
    expect(decisions(ended)).toEqual(["a blocked cannot-clear", "b run new"]);
    expect(here.read("out/a/r")).toBe("mine");
    expect(here.names("out/a")).toEqual(["r"]);
    expect(here.lines("ran.txt")).toEqual(["b"]);
    expect(ended.stderr).toMatch(/owned by root with mode.*sudo chattr -i -a -- \S+out\/a\/r/);
    spawnSync("chattr", ["-i", here.path("out/a/r")]);
    expect(await here.run()).toMatchObject({ code: 0, allDone: true });
    expect(here.read("out/a/.r.kept.stale")).toBe("mine");
  });
});

describe.skipIf(!isRoot)("what cannot be cleared (as root)", () => {
  test.each([
    ["a folder of root", (here: Workspace) => chownSync(here.path("out/a"), 0, 0), 0o755],
    [
      "a folder of root in which each may remove what is his",
      (here: Workspace) => chownSync(here.path("out/a"), 0, 0),
      0o1777,
    ],
  ])("%s: the shard is blocked with owner and command, the others run", (_, close, mode) => {
    const { here, user } = shared();
    here.write("out/a/r", "of root");
    close(here);
    chmodSync(here.path("out/a"), mode);
    const ended = answerOf(user.donemark("run", "--json"));
    expect(ended.code).toBe(3);
    expect(decisions(ended)).toEqual(["a blocked cannot-clear", "b run new"]);
    expect(outcomes(ended)).toEqual(["a stopped", "b done"]);
    expect(here.read("out/a/r")).toBe("of root");
    expect(here.names("out/a")).toEqual(["r"]);
    expect(here.lines("ran.txt")).toEqual(["b"]);
    const { why = "" } = ended.shards.find(({ id }) => id === "a") ?? {};
    expect(why).toMatch(
      /owned by root with mode 644.*folder owned by root with mode.*this is user 65534/,
    );
    expect(why).not.toMatch(/\brm\b/);
    const [line = "", ...others] = namedCommands(why);
    expect(others).toEqual([]);
    paste(here, line);
    expect(answerOf(user.donemark("run", "--json"))).toMatchObject({ code: 0, allDone: true });
    const aside = ["out/a/r.old", "out/a/.r.kept.stale"].filter((name) => here.has(name));
    expect(aside.map((name) => here.read(name))).toEqual(["of root"]);
  });
});

describe.skipIf(!mayUnshare())("mounts (as root, on Linux)", () => {
  test.each([
    ["a file system of its own", "mount -t tmpfs none out/a/deep; echo precious > out/a/deep/file"],
    ["a part of the same file system", "mount --bind precious out/a/deep"],
  ])("%s inside of what an attempt left is never gone into", async (_, mount) => {
    const here = project({ ...FAILS, command: `${LEAVES}; exit 1` });
    await here.run();
    here.write("precious/file", "precious");
    here.define({ ...FAILS, shell: "sh", command: MAKES, "fingerprint-text": "2" });
    const ended = withMounts(here, [
      mount,
      "donemark run --json",
      "cat out/.a*.stale/deep/file > seen",
    ]);
    expect(answerOf(ended)).toMatchObject({ code: 0, ran: 1, allDone: true });
    expect(here.read("seen").trim()).toBe("precious");
    expect(here.read("precious/file")).toBe("precious");
    expect(here.read("out/a/whole")).toBe("made\n");
    const lies = here.path("out/.a.kept.stale");
    expect(ended.stderr).toContain(`sudo umount -- ${lies}/deep && sudo rm -r -- ${lies}`);
  });

  test.each([
    ["inside of a shard's work", "$SHARD_WORK/data"],
    ["at a shard's work itself", "$SHARD_WORK"],
  ])("one %s is never gone into when the work is removed", (_, at) => {
    const here = project({
      ...{ ...FAILS, work: "work/{id}" },
      command: `mkdir -p "${at}"; mount --bind precious "${at}"; ${MAKES}`,
    });
    here.write("precious/file", "precious");
    const ended = withMounts(here, ["donemark run --json"]);
    expect(answerOf(ended)).toMatchObject({ code: 0, ran: 1, allDone: true });
    expect(here.read("precious/file")).toBe("precious");
    expect(here.names("out")).toEqual(["a", "a.done"]);
    expect(ended.stderr).toMatch(/sudo umount -- \S+work\/\S+/);
  });

  test.each(["file", "folder"])("a %s that is a mount point blocks its shard alone", (kind) => {
    const here = project();
    here.write("mine/r", "mounted");
    if (kind === "file") here.write("out/a/r");
    else mkdirSync(here.path("out/a/r"), { recursive: true });
    const from = kind === "file" ? "mine/r" : "mine";
    const ended = withMounts(here, [`mount --bind ${from} out/a/r`, "donemark run --json"]);
    expect(ended.code).toBe(3);
    expect(decisions(answerOf(ended))).toEqual(["a blocked cannot-clear", "b run new"]);
    expect(here.lines("ran.txt")).toEqual(["b"]);
    expect(here.read("mine/r")).toBe("mounted");
    expect(here.names("out/a")).toEqual(["r"]);
    expect(ended.stderr).toContain(`sudo umount -- ${here.path("out/a/r")}`);
  });

  test("a layer that does not rename its folders (EXDEV): the command that is named goes on", () => {
    const here = project({ checkpoint: "top/out/{id}" });
    here.write("low/out/a/notes", "mine");
    for (const name of ["top", "layer"]) mkdirSync(here.path(name));
    const path = here.path("top/out/a");
    const command = `mv -- ${path} ${path}.old`;
    const ended = withMounts(here, [
      "mount -t tmpfs none layer && mkdir layer/up layer/work",
      "mount -t overlay -o redirect_dir=off,lowerdir=low,upperdir=layer/up,workdir=layer/work none top",
      "donemark run --json || test $? = 3",
      command,
      "donemark run --json > again.json",
      "cat top/out/a top/out/a.old/notes > seen",
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(decisions(answerOf(ended))).toEqual(["a blocked cannot-clear", "b run new"]);
    expect(ended.stderr).toContain(command);
    expect(JSON.parse(here.read("again.json"))).toMatchObject({
      ran: 1,
      skipped: 1,
      allDone: true,
    });
    expect(here.read("seen")).toBe("made\nmine");
  });

  test("checkpoints, work and store on file systems of their own: a typo that is taken back costs nothing", () => {
    const good = {
      ...{ shards: 2, checkpoint: "out/{id}", work: "work/{id}", shell: "sh" },
      ...{ store: "file:store", name: "x" },
      command: `echo "$SHARD_ID" >> ran.txt; echo w > "$SHARD_WORK/w"; ${MAKES}`,
    };
    const here = project();
    here.define(good);
    here.write("typo.yml", JSON.stringify({ ...good, command: 'echo w > "$SHARD_WORK/w"; false' }));
    for (const name of ["out", "work", "store"]) mkdirSync(here.path(name));
    const ended = withMounts(here, [
      ...["out", "work", "store"].map((name) => `mount -t tmpfs none ${name}`),
      "donemark run --json > first.json",
      "donemark run --config typo.yml --json > typo.json || test $? = 1",
      "rm -r store/*",
      "donemark run --json",
      "ls -A out work > names",
    ]);
    expect(answerOf(ended)).toMatchObject({ code: 0, ran: 0, skipped: 2, unsaved: 0 });
    expect(decisions(answerOf(ended)).every((one) => one.endsWith("restored"))).toBe(true);
    expect(JSON.parse(here.read("first.json"))).toMatchObject({ ran: 2, saved: 2 });
    expect(JSON.parse(here.read("typo.json"))).toMatchObject({ failed: 2 });
    expect(here.lines("ran.txt")).toHaveLength(2);
    expect(here.read("names")).not.toContain("stale");
  });
});
