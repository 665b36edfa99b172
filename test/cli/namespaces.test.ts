import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CLI, NODE, terminalEnv } from "../helpers/program.ts";
import { copyOfProgram } from "../fixtures/cli/other-user.ts";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const MOUNTS = ["unshare", "-m", "sh", "-c"] as const;
const canMount =
  spawnSync(MOUNTS[0], [...MOUNTS.slice(1), "mount -t tmpfs none /proc"]).status === 0;
const OTHER = "setpriv --reuid=54321 --regid=54321 --clear-groups";

const COMMAND = 'echo "$SHARD_ID" > "$SHARD_CHECKPOINT"';

function shards(count: number, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({ shards: count, checkpoint: "out/{id}", command: COMMAND, shell: "sh", ...more });
  return here;
}

/** Runs a script of a shell in mounts of its own, in which `donemark` is the program. */
function inMounts(here: Workspace, script: string) {
  const text = `donemark() { '${NODE}' '${CLI}' "$@"; }\n${script}`;
  const ended = spawnSync(MOUNTS[0], [...MOUNTS.slice(1), text], {
    cwd: here.folder,
    env: terminalEnv(here.folder),
    encoding: "utf8",
  });
  const said = `${ended.stdout}${ended.stderr}`;
  expect(said).not.toMatch(/\n\s+at .*:\d+|internal|fault of Donemark/i);
  return { code: ended.status, said };
}

describe.skipIf(!canMount)("skipped where no namespaces of mounts can be made (root)", () => {
  test.each([
    ["is empty", "mount -t tmpfs none /proc"],
    ["shows processes alone", "mount -t proc -o subset=pid none /proc"],
  ])("where /proc %s, nothing is started, and the remedy is named", (_, mount) => {
    const here = shards(2);
    const plan = inMounts(here, `${mount}; donemark plan`);
    expect(plan).toMatchObject({ code: 0 });
    for (const command of ["run", "mark --all"]) {
      const { code, said } = inMounts(here, `${mount}; donemark ${command}`);
      expect({ code, said }).toMatchObject({ code: 2 });
      expect(said).toContain("mount -t proc proc /proc");
    }
    expect(here.names("out")).toEqual([]);
  });

  test("/proc that goes away during a run: what was seen ends in good order, and nothing is marked unseen", () => {
    const here = shards(1, {
      command: 'mount -t tmpfs none /proc; sleep 0.2 & echo a > "$SHARD_CHECKPOINT"',
    });
    const { code, said } = inMounts(here, "donemark run");
    expect({ code, said }).toMatchObject({ code: 1 });
    expect(said).toContain("still-running: what its command has left running cannot be seen");
    expect(here.has("out/0000.done")).toBe(false);
    const again = shards(1);
    expect(inMounts(again, "donemark run")).toMatchObject({ code: 0 });
  });

  test.each(["hidepid=1", "hidepid=2"])(
    "another user under %s runs, forces and finds every shard",
    (option) => {
      const here = shards(3);
      chmodSync(here.folder, 0o777);
      const { node, cli } = copyOfProgram();
      const as = `${OTHER} env HOME=/nonexistent '${node}' '${cli}'`;
      const { code, said } = inMounts(
        here,
        `mount -o remount,${option} /proc; ${as} run && ${as} run --force=0001 && ${as} status`,
      );
      expect({ code, said }).toMatchObject({ code: 0 });
      expect(here.names("out").filter((name) => name.endsWith(".done"))).toHaveLength(3);
    },
  );

  test.each([
    ["is an empty file", ": > empty; mount --bind empty"],
    ["is an empty file that may be executed", ": > empty; chmod +x empty; mount --bind empty"],
    ["may not be executed", "cp /etc/hostname plain; chmod 644 plain; mount --bind plain"],
  ])("where /bin/sh %s, no shard is started, whatever its shell is", (_, mount) => {
    for (const shell of ["bash", "perl {0}"]) {
      const here = shards(2, { shell });
      const { code, said } = inMounts(here, `${mount} /bin/sh; donemark run`);
      expect({ code, said }).toMatchObject({ code: 2 });
      expect(said).toContain("Commands are started by /bin/sh");
      expect(here.names("out")).toEqual([]);
    }
  });

  test("/bin/sh that goes away during a run fails the shards that come after, each with the remedy", () => {
    const here = shards(3, {
      command: 'echo a > "$SHARD_CHECKPOINT"; : > empty; mount --bind empty /bin/sh',
      shell: "bash",
    });
    const { code, said } = inMounts(here, "donemark run");
    expect({ code, said }).toMatchObject({ code: 1 });
    expect(said).toContain("put a POSIX shell (dash, bash, busybox) in its place");
    expect(here.names("out")).toEqual(["0000", "0000.done", "0001.started", "0002.started"]);
  });

  test("a first process that waits for nobody: every shard runs, and one warning names the remedy", () => {
    // Long enough for two looks.
    const here = shards(64, { parallel: 2, command: `sleep 0.4; ${COMMAND}` });
    const inner = `'${NODE}' '${CLI}' run > log 2>&1; echo $? > code`;
    const { said } = inMounts(
      here,
      `unshare --pid --fork --mount-proc sh -c "(${inner}) & exec sleep 600" & ` +
        "until [ -s code ]; do sleep 0.1; done; kill -9 $(pgrep -P $!)",
    );
    expect({ code: here.read("code").trim(), said }).toMatchObject({ code: "0" });
    const log = here.read("log");
    expect(log.match(/docker run --init/g), log).toHaveLength(1);
    expect(here.names("out").filter((name) => name.endsWith(".done"))).toHaveLength(64);
  });

  test("one that waits for its children makes no warning", () => {
    const here = shards(30, { parallel: 2 });
    const { code, said } = inMounts(here, "donemark run");
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).not.toContain("--init");
  });
});
