import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, test } from "vitest";
import { GUARD_FD, guardedArgv } from "../../src/machine/guard.ts";
import { startTimeOf } from "../../src/machine/processes.ts";

const OWNER = fileURLToPath(new URL("../fixtures/machine/owner.mjs", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guard-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string): readonly string[] => ["sh", "-c", script];
const isThere = (program: string): boolean => spawnSync(program, ["--help"]).error === undefined;
const living = (pids: readonly number[]): readonly number[] =>
  pids.filter((pid) => startTimeOf(pid) !== undefined);

/** A command that says the process ids of itself and of a child, both deaf to every polite signal, and goes on. */
const DEAF = sh(
  `trap "" TERM INT HUP QUIT USR1; sh -c 'echo $$; sleep 60; true' & echo $$; kill -USR1 0; sleep 60; true`,
);

function own(order: { readonly argv: readonly string[]; readonly leave?: number }): {
  readonly owner: ChildProcess;
  readonly printed: () => string;
} {
  const owner = spawn(process.execPath, [OWNER, JSON.stringify(order)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  owner.stdout.on("data", (chunk) => (text += String(chunk)));
  return { owner, printed: () => text };
}

describe.concurrent("when Donemark is gone", () => {
  test("a killed Donemark takes the whole group with it, however deaf", async ({ expect }) => {
    const { owner, printed } = own({ argv: DEAF });
    await expect.poll(() => printed().match(/\d+\n/g)).toHaveLength(2);
    const pids = printed().trim().split("\n").map(Number);
    expect(living(pids)).toEqual(pids);
    owner.kill("SIGKILL");
    await expect.poll(() => living(pids)).toEqual([]);
  });

  test("a command that Donemark leaves may print and finish what it does", async ({ expect }) => {
    const saved = join(folder, "saved");
    const slow = `trap 'for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo saving $i; sleep 0.1; done; echo all >${saved}; exit' TERM`;
    const { owner, printed } = own({
      argv: sh(`${slow}; echo ready; while :; do sleep 0.05; done`),
      leave: 5,
    });
    await expect.poll(printed).toContain("ready");
    owner.kill("SIGTERM");
    expect(await once(owner, "exit")).toEqual([0, null]);
    expect(existsSync(saved)).toBe(false);
    await expect.poll(() => existsSync(saved) && readFileSync(saved, "utf8")).toBe("all\n");
  });

  test("a command that Donemark leaves is ended when its time is over", async ({ expect }) => {
    const { owner, printed } = own({ argv: DEAF, leave: 3 });
    await expect.poll(() => printed().match(/\d+\n/g)).toHaveLength(2);
    const pids = printed().trim().split("\n").map(Number);
    owner.kill("SIGTERM");
    await once(owner, "exit");
    expect(living(pids)).toEqual(pids);
    await expect.poll(() => living(pids)).toEqual([]);
  });
});

describe.concurrent("the guard", () => {
  const shells = ["dash", "bash", "busybox", "ksh", "zsh"].filter(isThere);

  test.for(shells)("works with %s as /bin/sh", async (shell, { expect }) => {
    const link = join(folder, shell, "sh");
    mkdirSync(join(folder, shell));
    symlinkSync(String(spawnSync("sh", ["-c", `command -v ${shell}`]).stdout).trim(), link);
    const [file, ...args] = guardedArgv(DEAF, process.env).map((word) =>
      word.replaceAll("/bin/sh", link),
    );
    const child = spawn(file ?? "", args, {
      detached: true,
      stdio: ["ignore", "pipe", "ignore", "pipe"],
    });
    let text = "";
    child.stdout?.on("data", (chunk) => (text += String(chunk)));
    await expect.poll(() => text.match(/\d+\n/g)).toHaveLength(2);
    const pids = text.trim().split("\n").map(Number);
    expect(pids).toContain(child.pid);
    child.stdio[GUARD_FD]?.destroy();
    await expect.poll(() => living(pids)).toEqual([]);
  });
});

/** Another user, who may have two processes: the shell starts, and the guard does not. */
const ALONE = [
  ...["setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"],
  ...["prlimit", "--nproc=2", "--"],
] as const;
const canBeAlone = spawnSync(ALONE[0], [...ALONE.slice(1), "true"]).status === 0;

describe.runIf(canBeAlone)("without a guard (skipped where no other user can be)", () => {
  test.for(["dash", "bash", "busybox"].filter(isThere))(
    "no command is started (%s)",
    (shell, { expect }) => {
      const [, ...rest] = guardedArgv(["echo", "ran"], { PATH: process.env["PATH"] });
      const started = shell === "busybox" ? ["busybox", "sh"] : [shell];
      const args = [...ALONE.slice(1), ...started, ...rest];
      const { status, stdout } = spawnSync(ALONE[0], args, { encoding: "utf8" });
      expect(stdout).toBe("");
      expect(status).not.toBe(0);
    },
  );
});
