import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Exit, type Group, type GroupOptions, startGroup } from "../../src/machine/group.ts";
import { GUARD_FD } from "../../src/machine/guard.ts";
import { endProcesses, findTagged, isAlive, startTimeOf } from "../../src/machine/processes.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "group-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly group: Group;
  readonly printed: { out: string; err: string };
}

function start(argv: readonly string[], options: Partial<GroupOptions> = {}): Run {
  const printed = { out: "", err: "" };
  const group = startGroup({
    argv,
    cwd: folder,
    env: process.env,
    stdin: "closed",
    onStdout: (chunk) => (printed.out += String(chunk)),
    onStderr: (chunk) => (printed.err += String(chunk)),
    ...options,
  });
  return { group, printed };
}

async function run(
  argv: readonly string[],
  options: Partial<GroupOptions> = {},
): Promise<{ exit: Exit; out: string; err: string }> {
  const { group, printed } = start(argv, options);
  return { exit: await group.exit, ...printed };
}

const sh = (script: string): readonly string[] => ["sh", "-c", script];
const isThere = (program: string): boolean => spawnSync(program, ["--help"]).error === undefined;

function openFiles(): number {
  const folderOfThem = existsSync("/proc/self/fd") ? `/proc/${process.pid}/fd` : "/dev/fd";
  return readdirSync(folderOfThem).length;
}

function many(): Promise<unknown> {
  const kinds = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? folder : "/nowhere"));
  return Promise.all(kinds.map((cwd) => run(["true"], { cwd, stdin: "pipe" })));
}

describe("the end of a command", () => {
  test("an exit code comes back with all that was printed", async () => {
    const { exit, out, err } = await run(sh("echo to out; echo to err >&2; exit 3"));
    expect(exit).toEqual({ kind: "exit", code: 3 });
    expect({ out, err }).toEqual({ out: "to out\n", err: "to err\n" });
  });

  test("a death by signal names the signal", async () => {
    expect((await run(sh("kill -KILL $$"))).exit).toEqual({ kind: "signal", signal: "SIGKILL" });
  });

  test("a program that is not there is exit code 127, with words on standard error", async () => {
    const { exit, err } = await run(["no-such-program"]);
    expect(exit).toEqual({ kind: "exit", code: 127 });
    expect(err).toContain("no-such-program");
  });

  test.each([
    ["does not exist", () => join(folder, "nowhere")],
    ["is a file", () => fileURLToPath(import.meta.url)],
  ])("a working directory that %s is named, and nothing is started", async (_what, cwd) => {
    const { group } = start(["true"], { cwd: cwd() });
    const exit = await group.exit;
    expect(group.process).toBeUndefined();
    expect(exit).toMatchObject({ kind: "not-started" });
    expect(JSON.stringify(exit)).toContain(JSON.stringify(cwd()).slice(1, -1));
    group.signal("SIGTERM");
    group.write("lost");
    await group.leave(1);
  });

  test("a command line that is too long is told, not thrown", async () => {
    const { exit } = await run(["true", "x".repeat(8_000_000)]);
    expect(exit).toMatchObject({ kind: "not-started", why: expect.stringContaining("E2BIG") });
  });

  test("a burst of output is read to its end", async () => {
    let bytes = 0;
    const { exit } = await run(sh("head -c 3000000 /dev/zero"), {
      onStdout: (chunk) => void (bytes += chunk.length),
    });
    expect(exit).toEqual({ kind: "exit", code: 0 });
    expect(bytes).toBe(3_000_000);
  });

  test("many commands, started or not, leave no file open behind them", async () => {
    await many();
    const before = openFiles();
    await many();
    await many();
    expect(openFiles() - before).toBeLessThan(40);
  });
});

describe("what a command sees", () => {
  test("closed standard input ends at once", async () => {
    expect((await run(sh("cat; echo end"))).out).toBe("end\n");
  });

  test("a long-lived program is spoken to line by line, until its input ends", async () => {
    const { group, printed } = start(
      sh('while read -r line; do echo "got $line"; done; echo end'),
      {
        stdin: "pipe",
      },
    );
    group.write("one\n");
    await expect.poll(() => printed.out).toBe("got one\n");
    group.write("two\n");
    await expect.poll(() => printed.out).toBe("got one\ngot two\n");
    group.endInput();
    expect(await group.exit).toEqual({ kind: "exit", code: 0 });
    expect(printed.out).toBe("got one\ngot two\nend\n");
  });

  test("text for a program that does not read, or has ended, is lost quietly", async () => {
    const { group } = start(["true"], { stdin: "pipe" });
    group.write("x".repeat(1_000_000));
    expect(await group.exit).toEqual({ kind: "exit", code: 0 });
    group.write("more");
    group.endInput();
  });

  test("standard output and error can be opened by name, as scripts do", async () => {
    const { out, err } = await run(
      sh("echo a >/dev/stdout; echo b | tee /dev/stderr; echo c >/dev/stderr"),
    );
    expect(out).toBe("a\nb\n");
    expect(err).toContain("b\n");
    expect(err).toContain("c\n");
  });

  test("no descriptor of Donemark is open in it", async () => {
    expect((await run(sh(`true <&${GUARD_FD}`))).exit).not.toEqual({ kind: "exit", code: 0 });
  });

  test("signals have their default effect, although the guard ignores them", async () => {
    for (const signal of ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"] as const) {
      const { exit } = await run(sh(`kill -${signal.slice(3)} $$; echo survived`));
      expect(exit).toEqual({ kind: "signal", signal });
    }
  });

  test("its environment is the given one, with names that no shell can spell", async () => {
    const env = {
      PATH: process.env["PATH"],
      A: "1\n2",
      EMPTY: "",
      "BASH_FUNC_hi%%": "() { echo hi; }",
    };
    const script = "process.stdout.write(JSON.stringify(process.env))";
    const seen: unknown = JSON.parse((await run([process.execPath, "-e", script], { env })).out);
    expect(seen).toMatchObject(env);
  });

  test.skipIf(!isThere("perl"))("it has no child that it did not start", async () => {
    expect((await run(["perl", "-e", "print wait()"])).out).toBe("-1");
  });
});

describe("the group", () => {
  test("a signal reaches all of it, and does nothing afterwards", async () => {
    const { group, printed } = start(sh('sh -c "sleep 60; true" & echo $!; wait'));
    await expect.poll(() => printed.out).toMatch(/\n/);
    group.signal("SIGINT");
    group.signal("SIGTERM");
    const exit = await group.exit;
    expect(exit).toMatchObject({ kind: "signal" });
    expect(startTimeOf(Number(printed.out))).toBeUndefined();
    group.signal("SIGKILL");
    group.kill();
  });

  test("its process is known by number and start time, as long as it lives", async () => {
    const { group } = start(sh("sleep 60"));
    const { process: leader } = group;
    expect(leader !== undefined && isAlive(leader)).toBe(true);
    group.kill();
    expect(await group.exit).toEqual({ kind: "signal", signal: "SIGKILL" });
    expect(leader !== undefined && isAlive(leader)).toBe(false);
  });

  test("what the command leaves running is ended, however deaf, before the exit is told", async () => {
    const { exit, out } = await run(
      sh("sh -c 'trap \"\" TERM HUP INT; echo $$; sleep 60; true' & sleep 0.1"),
    );
    expect(exit).toEqual({ kind: "exit", code: 0 });
    expect(Number(out)).toBeGreaterThan(1);
    await expect.poll(() => startTimeOf(Number(out))).toBeUndefined();
  });

  test("the last words of a helper behind the command are still heard", async () => {
    expect((await run(sh("(sleep 0.05; echo last words) & exit 0"))).out).toBe("last words\n");
  });

  test("a process that has left the group with the output open does not hold up the exit", async () => {
    const tag = `${process.pid}-${Date.now()}`;
    const escape = `require("child_process").spawn("sleep", ["600"], { detached: true, stdio: "inherit" }).unref()`;
    const { exit } = await run([process.execPath, "-e", escape], {
      env: { ...process.env, GROUP_TEST_TAG: tag },
    });
    expect(exit).toEqual({ kind: "exit", code: 0 });
    if (process.platform !== "linux") return;
    const escaped = findTagged("GROUP_TEST_TAG", tag);
    expect(escaped).toHaveLength(1);
    await endProcesses(escaped, { graceMs: 1000 });
    expect(findTagged("GROUP_TEST_TAG", tag)).toEqual([]);
  });
});

test("a script with a name of its own runs like any program", async () => {
  const script = join(folder, "with blank 'quote.sh");
  writeFileSync(script, 'echo "$0 $1"\n');
  expect((await run(["sh", script, "a  b $HOME"])).out).toBe(`${script} a  b $HOME\n`);
});
