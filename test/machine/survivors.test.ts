import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startGroup } from "../../src/machine/group.ts";
import { mayWrite } from "../../src/machine/open-files.ts";
import {
  endProcesses,
  identify,
  thisProcess,
  type ProcessId,
} from "../../src/machine/processes.ts";
import { findSurvivors, momentNow, type Survivor } from "../../src/machine/survivors.ts";

const isLinux = process.platform === "linux";
const folders: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Looks {
  readonly looks?: number;
  /** No look knows what an earlier one has found. */
  readonly isAnew?: boolean;
}

/** Runs a script as a group, and gives what looks find when it has ended, until a look finds nothing or `looks` are made. */
async function leftBy(
  script: string,
  { looks = 3, isAnew = false }: Looks = {},
): Promise<readonly (readonly Survivor[])[]> {
  const token = `${process.pid}.${performance.now()}`;
  const tag = `TAG_OF_TEST=${token}`;
  const moment = momentNow();
  const found: (readonly Survivor[])[] = [];
  const group = startGroup({
    argv: ["sh", "-c", script],
    cwd: tmpdir(),
    env: { ...process.env, TAG_OF_TEST: token },
    stdin: "closed",
    onStdout: () => undefined,
    onStderr: () => undefined,
    beforeEnd: async () => {
      const leader = group.process ?? thisProcess();
      let known: readonly Survivor[] = [];
      for (let look = 0; look < looks; look += 1) {
        known = await findSurvivors({ leader, tag, moment, known: isAnew ? [] : known });
        found.push(known);
        if (known.length === 0) break;
        await new Promise((resolve) => setTimeout(resolve, isAnew ? 1 : 50));
      }
      await endProcesses(known, { graceMs: 0 });
    },
  });
  await group.exit;
  return found;
}

describe.skipIf(!isLinux)("what a command leaves running", () => {
  test("is nothing after an ordinary command: its guard and its zombies do not count", async () => {
    for (let round = 0; round < 20; round += 1) {
      const found = await leftBy("true & true", { looks: 50 });
      expect(found.at(-1)).toEqual([]);
    }
  });

  test.each([
    ["in its group", "sleep 60 & sleep 0.1", true],
    ["in its session, without its environment", "env -i sleep 60 & sleep 0.1", true],
    ["in another session", "setsid sleep 60 & sleep 0.2", false],
    ["as a daemon", "setsid sh -c 'sleep 60 & exit' & sleep 0.2", false],
  ])("is found %s, look after look", async (_, script, isInGroup) => {
    const found = await leftBy(script);
    expect(found).toHaveLength(3);
    for (const look of found) expect(look).toMatchObject([{ name: "sleep", isInGroup }]);
  });

  test("is found at each look while it begins one program after the other", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chain-"));
    folders.push(folder);
    const chain = join(folder, "chain.sh");
    writeFileSync(chain, `exec sh "$0"\n`);
    const found = await leftBy(`setsid sh ${chain} & sleep 0.3`, { looks: 400, isAnew: true });
    expect(found).toHaveLength(400);
    for (const look of found) expect(look).toHaveLength(1);
  });

  test("is found by its parent where neither session nor environment tells", async () => {
    const [found] = await leftBy("setsid sh -c 'env -i setsid sleep 60; true' & sleep 0.3", {
      looks: 1,
    });
    expect(found?.map(({ name }) => name)).toContain("sleep");
  });

  test("is never a process of another command that is younger", async () => {
    const other = spawn("sleep", ["60"], {
      stdio: "ignore",
      env: { ...process.env, TAG_OF_TEST: "another" },
      detached: true,
    });
    started.push(other);
    const found = await leftBy("true", { looks: 20 });
    expect(found.at(-1)).toEqual([]);
  });
});

describe.skipIf(!isLinux)("a process may write", () => {
  function scene(): { readonly folder: string; readonly path: (name: string) => string } {
    const folder = mkdtempSync(join(tmpdir(), "open-files-"));
    folders.push(folder);
    return { folder, path: (name) => join(folder, name) };
  }

  /** A process that has one file open, as `flags` say. */
  function holder(file: string, flags: string): ProcessId {
    const descriptor = openSync(file, flags);
    const child = spawn("sleep", ["60"], { stdio: ["ignore", descriptor, "ignore"] });
    closeSync(descriptor);
    started.push(child);
    return identify(child.pid ?? 0);
  }

  test("to a file, below a folder and beside a file where it has one open for writing", () => {
    const { path } = scene();
    expect(mayWrite(holder(path("a.bin"), "a"), [path("a.bin")])).toBe(true);
    expect(mayWrite(holder(path("a.bin"), "r+"), [path("a.bin")])).toBe(true);
    expect(mayWrite(holder(path("a.bin.tmp"), "w"), [path("a.bin")])).toBe(true);
    expect(mayWrite(holder(path(".a.bin.x1"), "w"), [path("a.bin")])).toBe(true);
    expect(mayWrite(holder(path("a.bin"), "a"), [path("")])).toBe(true);
  });

  test("not where it only reads, or writes elsewhere", () => {
    const { path } = scene();
    writeFileSync(path("a.bin"), "1");
    expect(mayWrite(holder(path("a.bin"), "r"), [path("a.bin")])).toBe(false);
    expect(mayWrite(holder(path("b.bin"), "w"), [path("a.bin")])).toBe(false);
    expect(mayWrite(holder(path("a"), "w"), [path("a.bin")])).toBe(false);
  });

  test("also a file that it has removed", () => {
    const { path } = scene();
    const id = holder(path("a.bin"), "w");
    rmSync(path("a.bin"));
    expect(mayWrite(id, [path("a.bin")])).toBe(true);
  });

  test.skipIf(process.getuid?.() !== 0)(
    "in doubt: in another mount namespace a path means another file",
    async () => {
      const { path } = scene();
      const child = spawn("unshare", ["--mount", "sleep", "60"], { stdio: "ignore" });
      started.push(child);
      const id = identify(child.pid ?? 0);
      await expect.poll(() => mayWrite(id, [path("a.bin")])).toBe(true);
    },
  );

  test.skipIf(process.getuid?.() === 0)(
    "in doubt: another user's open files cannot be seen",
    () => {
      expect(mayWrite(identify(1), [scene().path("a.bin")])).toBe(true);
    },
  );

  test("not when it is gone", async () => {
    const { path } = scene();
    const id = holder(path("a.bin"), "w");
    await endProcesses([id], { graceMs: 5000 });
    await expect.poll(() => mayWrite(id, [path("a.bin")])).toBe(false);
  });
});
