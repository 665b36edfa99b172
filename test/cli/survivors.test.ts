import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import { donemark, start, temporaryFolder, type Ended } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";

function workspace(...ids: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in"));
  for (const id of ids.length === 0 ? ["a"] : ids)
    writeFileSync(join(folder, `in/${id}.txt`), `${id}\n`);
  return folder;
}

const INPUTS = ["--shards=in/*.txt", "--checkpoint=out/{id}.txt", "--work=work/{id}"];

function argsOf(command: string, more: readonly string[]): readonly string[] {
  return ["run", "--json-lines", ...INPUTS, `--command=${command}`, ...more];
}

function run(folder: string, command: string, ...more: readonly string[]): Promise<Ended> {
  return start(folder, argsOf(command, more)).ended;
}

interface Event {
  readonly kind: string;
  readonly shard?: string;
  readonly text?: string;
  readonly processes?: readonly { readonly pid: number; readonly name: string }[];
  readonly result?: { readonly id: string; readonly outcome: string; readonly why?: string };
}

function eventsOf({ stdout }: Pick<Ended, "stdout">): readonly Event[] {
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

function resultOf(ended: Ended, id = "a"): Event["result"] {
  return eventsOf(ended).find(({ result }) => result?.id === id)?.result;
}

function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function isGone(folder: string, path: string): boolean {
  return startTimeOf(Number(textIn(folder, path))) === undefined;
}

const LATE = `i=1; while [ $i -le 8 ]; do echo $i; sleep 0.1; i=$((i + 1)); done > "$SHARD_CHECKPOINT"`;
const ALL = "1\n2\n3\n4\n5\n6\n7\n8\n";

describe.skipIf(process.platform === "win32")(
  "a shard whose command leaves its writer behind",
  () => {
    test.each([
      [
        "in a process substitution",
        "bash",
        `seq 8 | tee >(while read -r n; do echo $n; sleep 0.1; done > "$SHARD_CHECKPOINT") > /dev/null`,
      ],
      ["in the background, with the output open", "sh", `(${LATE}) &`],
      ["in the background, with the output closed", "sh", `(${LATE}) </dev/null >/dev/null 2>&1 &`],
      ["in a group of its own", "bash", `set -m; (${LATE}) </dev/null >/dev/null 2>&1 &`],
      [
        "with an empty environment",
        "sh",
        `env -i SHARD_CHECKPOINT="$SHARD_CHECKPOINT" PATH="$PATH" sh -c '${LATE}' &`,
      ],
      ["deaf to SIGTERM", "sh", `(trap "" TERM HUP; ${LATE}) >/dev/null 2>&1 &`],
    ])("%s is done when all is written", async (_, shell, command) => {
      const folder = workspace();
      const ended = await run(folder, command, `--shell=${shell}`);
      expect(textIn(folder, "out/a.txt")).toBe(ALL);
      expect(resultOf(ended)).toMatchObject({ outcome: "done" });
      expect(
        (await donemark(folder, "run", ...INPUTS, `--command=${command}`, `--shell=${shell}`)).code,
      ).toBe(0);
      expect(textIn(folder, "out/a.txt")).toBe(ALL);
    });

    test.skipIf(process.platform !== "linux").each([
      ["in a session of its own", `setsid sh -c '${LATE}' </dev/null >/dev/null 2>&1 &`],
      [
        "as a daemon that forked twice",
        `setsid sh -c '(${LATE}) & exit' </dev/null >/dev/null 2>&1 &\nsleep 0.1`,
      ],
      [
        "that renames its result into place",
        `setsid sh -c 'seq 8 > elsewhere; sleep 1; mv elsewhere "$SHARD_CHECKPOINT"' </dev/null >/dev/null 2>&1 &`,
      ],
    ])("%s is done when all is written", async (_, command) => {
      const folder = workspace();
      const ended = await run(folder, command, "--shell=sh");
      expect(textIn(folder, "out/a.txt")).toBe(ALL);
      expect(resultOf(ended)).toMatchObject({ outcome: "done" });
    });
  },
);

describe.skipIf(process.platform !== "linux")(
  "at the end of the time for a shard, what its command left",
  () => {
    const LIMITS = ["--shell=sh", "--shard-timeout=4s", "--stop-grace=6s"];

    test("and writes nothing is ended, and the shard is done with a warning", async () => {
      const folder = workspace();
      const command = `echo whole > "$SHARD_CHECKPOINT"\nsetsid sh -c 'echo $$ > telemetry; exec sleep 600' </dev/null >/dev/null 2>&1 &`;
      const ended = await run(folder, command, ...LIMITS);
      expect(resultOf(ended)).toMatchObject({ outcome: "done" });
      expect(isGone(folder, "telemetry")).toBe(true);
      const events = eventsOf(ended);
      const pid = Number(textIn(folder, "telemetry"));
      expect(events.find(({ kind }) => kind === "waiting")).toMatchObject({
        shard: "a",
        processes: [{ pid, name: "sleep" }],
      });
      expect(events.find(({ kind }) => kind === "warning")?.text).toContain(`sleep (pid ${pid})`);
      expect(ended.stderr).toContain(`waits for what it left running`);
    });

    test.each([
      ["has its checkpoint open for writing", `exec 3>>"$SHARD_CHECKPOINT"; sleep 600; true`],
      ["has a file of its work open for writing", `exec 3>>"$SHARD_WORK/log"; sleep 600; true`],
      [
        "has a temporary file beside its checkpoint open for writing",
        `exec 3>"$SHARD_CHECKPOINT.tmp"; sleep 600; true`,
      ],
      [
        "goes on changing its checkpoint",
        `while sleep 0.2; do echo more >> "$SHARD_CHECKPOINT"; done`,
      ],
      [
        "is deaf and has its checkpoint open",
        `trap "" TERM; exec 3>>"$SHARD_CHECKPOINT"; sleep 600; true`,
      ],
    ])("and %s is ended, and the shard is not marked", async (_, daemon) => {
      const folder = workspace();
      const command = `echo whole > "$SHARD_CHECKPOINT"\nsetsid sh -c 'echo $$ > daemon; ${daemon}' </dev/null >/dev/null 2>&1 &\nwhile ! [ -s daemon ]; do sleep 0.05; done`;
      const ended = await run(folder, command, ...LIMITS);
      expect(resultOf(ended)).toMatchObject({
        outcome: "failed",
        why: expect.stringContaining("still-running"),
      });
      expect(ended.code).toBe(1);
      expect(isGone(folder, "daemon")).toBe(true);
      expect(existsSync(join(folder, "out/a.txt.done"))).toBe(false);
      expect(textIn(folder, "out/a.txt.started")).toContain("still-running");
    });

    test("and that belongs to another shard is not waited for", async () => {
      const folder = workspace("a", "b");
      const command = `echo whole > "$SHARD_CHECKPOINT"
if [ "$SHARD_ID" = a.txt ] || [ "$SHARD_ID" = a ]; then setsid sh -c 'echo $$ > daemon; exec sleep 600' </dev/null >/dev/null 2>&1 & fi
while ! [ -s daemon ]; do sleep 0.05; done`;
      const ended = await run(folder, command, ...LIMITS, "--parallel=2");
      const order = eventsOf(ended).flatMap(({ result }) => result?.id ?? []);
      expect(order).toEqual(["b", "a"]);
      expect(
        eventsOf(ended)
          .filter(({ kind }) => kind === "waiting")
          .map(({ shard }) => shard),
      ).toEqual(["a"]);
      expect(resultOf(ended, "b")).toMatchObject({ outcome: "done" });
      expect(isGone(folder, "daemon")).toBe(true);
    });
  },
);

describe.skipIf(process.platform !== "linux")("what a command leaves in another session", () => {
  const DAEMON = `setsid sh -c 'echo $$ > daemon.$SHARD_ATTEMPT; exec sleep 600' </dev/null >/dev/null 2>&1 &
while ! [ -s daemon.$SHARD_ATTEMPT ]; do sleep 0.05; done`;

  test("is gone before a command that failed is started again", async () => {
    const folder = workspace();
    const check = `if [ "$SHARD_ATTEMPT" = 2 ]; then case "$(sed 's/.*) //' "/proc/$(cat daemon.1)/stat" 2>/dev/null)" in "" | Z*) ;; *) echo alive > found ;; esac; echo 1 > "$SHARD_CHECKPOINT"; exit 0; fi`;
    const ended = await run(
      folder,
      `${check}\n${DAEMON}\nexit 3`,
      "--shell=sh",
      "--retries=1",
      "--stop-grace=6s",
    );
    expect(resultOf(ended)).toMatchObject({ outcome: "done" });
    expect(existsSync(join(folder, "found"))).toBe(false);
    expect(isGone(folder, "daemon.1")).toBe(true);
  });

  test("is gone when a command that took too long has ended", async () => {
    const folder = workspace();
    const ended = await run(
      folder,
      `${DAEMON}\nsleep 600`,
      "--shell=sh",
      "--shard-timeout=2s",
      "--stop-grace=6s",
    );
    expect(resultOf(ended)).toMatchObject({ outcome: "failed" });
    expect(isGone(folder, "daemon.1")).toBe(true);
  });

  test("ends with a run that is stopped while it is waited for, and the shard is not marked", async () => {
    const folder = workspace();
    const command = `echo 1 > "$SHARD_CHECKPOINT"\n${DAEMON}`;
    const running = start(folder, argsOf(command, ["--shell=sh", "--stop-grace=6s"]));
    let printed = "";
    running.child.stdout?.on("data", (text: string) => (printed += text));
    await until("the wait is told", () => printed.includes('"waiting"'));
    running.child.kill("SIGINT");
    const ended = await running.ended;
    expect(ended.code).toBe(130);
    expect(resultOf(ended)).toMatchObject({ outcome: "stopped" });
    expect(isGone(folder, "daemon.1")).toBe(true);
    expect(existsSync(join(folder, "out/a.txt.done"))).toBe(false);
  });
});

describe.skipIf(process.platform !== "linux")("a program for several shards", () => {
  const EACH = `grep -o '"checkpoint":"[^"]*"' "$SHARDS_FILE" | cut -d'"' -f4`;

  test("that ends before its shards are written is waited for", async () => {
    const folder = workspace("a", "b");
    const command = `for c in $(${EACH}); do (SHARD_CHECKPOINT=$c; ${LATE}) & done`;
    const ended = await run(folder, command, "--shell=sh", "--run-per=job");
    for (const id of ["a", "b"]) {
      expect(resultOf(ended, id)).toMatchObject({ outcome: "done" });
      expect(textIn(folder, `out/${id}.txt`)).toBe(ALL);
    }
  });

  test("that has marked its shards is not waited for", async () => {
    const folder = workspace("a", "b");
    const command = `for c in $(${EACH}); do echo 1 > $c; : > $c.done; done\nsleep 1\nsetsid sh -c 'echo $$ > daemon; exec sleep 600' </dev/null >/dev/null 2>&1 &\nwhile ! [ -s daemon ]; do sleep 0.05; done`;
    const ended = await run(folder, command, "--shell=sh", "--run-per=job", "--stop-grace=6s");
    process.kill(Number(textIn(folder, "daemon")));
    expect(eventsOf(ended).filter(({ kind }) => kind === "waiting")).toEqual([]);
    for (const id of ["a", "b"]) expect(resultOf(ended, id)).toMatchObject({ outcome: "done" });
  });
});
