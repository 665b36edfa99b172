import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  bootId,
  endProcesses,
  findTagged,
  identify,
  isAlive,
  type ProcessId,
  startTimeOf,
  thisProcess,
} from "../../src/machine/processes.ts";

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ProcessId {
  const child = spawn(file, args, { stdio: "ignore", env: { ...process.env, ...env } });
  started.push(child);
  return identify(child.pid ?? 0);
}

test.skipIf(process.platform !== "linux")(
  "a tagged process is found at each look while it begins one program after the other",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "chain-"));
    const chain = join(folder, "chain.sh");
    writeFileSync(chain, `exec sh "$0"\n`);
    const value = `${process.pid}.${performance.now()}`;
    const env = { ...process.env, TAG_OF_TEST: value };
    const child = spawn("sh", [chain], { env, stdio: "ignore", detached: true });
    try {
      await expect.poll(() => findTagged("TAG_OF_TEST", value)).toHaveLength(1);
      for (let look = 0; look < 400; look += 1)
        expect(findTagged("TAG_OF_TEST", value).map(({ pid }) => pid)).toEqual([child.pid]);
    } finally {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

describe("a process id", () => {
  test("this process is alive, and the same at every look", () => {
    expect(isAlive(thisProcess())).toBe(true);
    expect(thisProcess()).toEqual(thisProcess());
    expect(startTimeOf(process.pid)).toBe(thisProcess().startTime);
  });

  test("another boot, another start or an ended process is not alive", async () => {
    const self = thisProcess();
    expect(isAlive({ ...self, boot: `${bootId()}0` })).toBe(false);
    expect(isAlive({ ...self, startTime: "1" })).toBe(false);
    const child = spawn("true");
    const id = identify(child.pid ?? 0);
    await once(child, "exit");
    expect(isAlive(id)).toBe(false);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 40])("the number %d names no process", (pid) => {
    expect(isAlive({ ...thisProcess(), pid })).toBe(false);
  });

  test("a dead process that nobody has collected is dead", async () => {
    // The exec replaces the shell by a program that never collects the shell's child.
    const child = spawn("sh", ["-c", "sleep 0.2 & echo $!; exec sleep 60"]);
    started.push(child);
    const [printed] = await once(child.stdout, "data");
    const zombie = Number(String(printed));
    await expect.poll(() => startTimeOf(zombie)).toBeUndefined();
    process.kill(zombie, 0);
  });

  test("a name with blanks and parentheses does not confuse it", () => {
    const folder = mkdtempSync(join(tmpdir(), "a name "));
    const program = join(folder, ") Z (1 2");
    copyFileSync("/bin/sleep", program);
    const id = start(program, ["60"]);
    rmSync(folder, { recursive: true });
    expect(id.startTime).toMatch(process.platform === "linux" ? /^\d+$/ : /\d{4}$/);
    expect(isAlive(id)).toBe(true);
  });
});

describe("tagged processes", () => {
  test.skipIf(process.platform !== "linux")(
    "are found by their environment, in whatever session they are, and nothing else is",
    async () => {
      const value = `${process.pid}.${performance.now()}`;
      const double = `require("child_process").spawn("sleep", ["60"], { detached: true, stdio: "ignore" }).unref()`;
      const plain = start("sleep", ["60"], { TAG_OF_TEST: value });
      start("sleep", ["60"], { TAG_OF_TEST: `${value}0` });
      start("sleep", ["60"], { OTHER: `TAG_OF_TEST=${value}`, X_TAG_OF_TEST: value });
      start(process.execPath, ["-e", double], { TAG_OF_TEST: value });
      await expect
        .poll(() => findTagged("TAG_OF_TEST", value).map(({ pid }) => commandOf(pid)))
        .toEqual(["sleep", "sleep"]);
      const found = findTagged("TAG_OF_TEST", value);
      expect(found).toContainEqual(plain);
      await endProcesses(found, { graceMs: 5000 });
      expect(findTagged("TAG_OF_TEST", value)).toEqual([]);
    },
  );

  test("this process is never among them", () => {
    expect(findTagged("PATH", process.env["PATH"] ?? "").map(({ pid }) => pid)).not.toContain(
      process.pid,
    );
  });
});

describe("ending processes", () => {
  test("a willing one ends by SIGTERM, a deaf one by SIGKILL after the grace", async () => {
    const willing = spawn("sleep", ["60"]);
    const deaf = spawn("sh", ["-c", 'trap "" TERM; echo deaf; sleep 60; true'], { detached: true });
    started.push(willing, deaf);
    await once(deaf.stdout, "data");
    const ends = Promise.all([once(willing, "exit"), once(deaf, "exit")]);
    await endProcesses(
      [willing, deaf].map(({ pid }) => identify(pid ?? 0)),
      { graceMs: 200 },
    );
    expect(await ends).toEqual([
      [null, "SIGTERM"],
      [null, "SIGKILL"],
    ]);
    if (deaf.pid !== undefined) process.kill(-deaf.pid, "SIGKILL");
  });

  test("a process that only has the number is left alone", async () => {
    const id = start("sleep", ["60"]);
    await endProcesses(
      [
        { ...id, startTime: "1" },
        { ...id, pid: -1 },
        { ...id, boot: "other" },
      ],
      {
        graceMs: 0,
      },
    );
    expect(isAlive(id)).toBe(true);
  });
});

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
}
