import { appendFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";
import { until } from "../helpers/until.ts";

/** Each shard prints who it is, does what its file in `do` says, and is done. */
function job(shards: Readonly<Record<string, string>>, more: object = {}): Workspace {
  const here = workspace();
  for (const [id, order] of Object.entries(shards)) here.write(`do/${id}.sh`, order);
  here.define({
    shards: "do/*.sh",
    checkpoint: "out/{id}.txt",
    command: 'echo "I am $SHARD_ID"; . "$SHARD_INPUT"; echo x > "$SHARD_CHECKPOINT"',
    shell: "sh",
    "max-failures": 0,
    ...more,
  });
  return here;
}

describe("logs of a shard", () => {
  test("are what its command printed, byte for byte, for a shard that is done as for one that failed", async () => {
    const here = job({ a: "printf 'end\\033[2J'", b: "echo bad >&2; exit 3" });
    await here.run();
    expect(await here.donemark("logs", "a")).toMatchObject({
      code: 0,
      stdout: "I am a\nend\u001b[2J\n",
      stderr: "",
    });
    expect((await here.donemark("logs", "b")).stdout).toBe("I am b\nbad\n");
    expect((await here.donemark("logs", "out/b.txt")).stdout).toBe("I am b\nbad\n");
  });

  test("are those of the latest attempt", async () => {
    const here = job({ a: "echo first; exit 1" });
    await here.run();
    here.write("do/a.sh", "echo second; exit 1");
    await here.run();
    expect((await here.donemark("logs", "a")).stdout).toBe("I am a\nsecond\n");
  });

  test("are not those of a shard whose name begins alike", async () => {
    const here = job({ a: "", "a.1": "", "a b": "" });
    await here.run();
    expect((await here.donemark("logs", "a")).stdout).toBe("I am a\n");
    expect((await here.donemark("logs", "a.1")).stdout).toBe("I am a.1\n");
    expect((await here.donemark("logs", "a b")).stdout).toBe("I am a b\n");
  });

  test("are those of the program, where one makes all shards", async () => {
    const here = job(
      { a: "", b: "" },
      {
        "run-per": "job",
        command: "echo all of them; for id in a b; do echo x > out/$id.txt; done",
      },
    );
    await here.run();
    expect((await here.donemark("logs", "b")).stdout).toBe("all of them\n");
  });

  test("that are not here are told with what is known of the shard", async () => {
    const here = job({ a: "" });
    const none = await here.donemark("logs", "a");
    expect([none.code, none.stdout]).toEqual([3, ""]);
    expect(none.stderr).toMatch(
      /^error There is no log of shard "a" in "\.donemark\/logs\/.*": it has not run on this machine\. `donemark status --only=a` says/,
    );
    await here.run();
    rmSync(here.path(".donemark", "logs"), { recursive: true });
    expect((await here.donemark("logs", "a")).stderr).toContain("it is done, and was made");
    const failed = job({ a: "exit 1" });
    await failed.run();
    rmSync(failed.path(".donemark", "logs"), { recursive: true });
    expect((await failed.donemark("logs", "a")).stderr).toContain("it was started, on another");
  });

  test("of a name that no shard has, and of no or two names, are refused", async () => {
    const here = job({ genome: "" });
    const wrong = await here.donemark("logs", "genom");
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      'error No shard is called "genom". Did you mean "genome"?\n',
    ]);
    expect((await here.donemark("logs")).code).toBe(2);
    expect((await here.donemark("logs", "genome", "b")).code).toBe(2);
  });
});

describe("logs --follow", () => {
  const waiting = 'until [ -e "go-$SHARD_ID" ]; do sleep 0.05; done; echo "it goes on"';

  test("prints as the log grows, and ends with the shard", async () => {
    const here = job({ a: waiting });
    const run = here.start(["run"]);
    await until("the command", () => here.logs().length > 0);
    const { child, ended } = here.start(["logs", "a", "--follow"]);
    let said = "";
    child.stdout?.on("data", (piece: string) => (said += piece));
    await until("the first line", () => said.includes("I am a"));
    here.write("go-a");
    expect(await ended).toMatchObject({ code: 0, stdout: "I am a\nit goes on\n" });
    expect((await run.ended).code).toBe(0);
  });

  test("goes on with the next attempt", async () => {
    const here = job({ a: `${waiting}; [ "$SHARD_ATTEMPT" = 2 ]` }, { retries: 1 });
    here.write("do/a.sh", `[ "$SHARD_ATTEMPT" = 2 ] || { ${waiting}; exit 4; }; echo again`);
    const run = here.start(["run"]);
    await until("the command", () => here.logs().length > 0);
    const { child, ended } = here.start(["logs", "a", "--follow"]);
    let said = "";
    child.stdout?.on("data", (piece: string) => (said += piece));
    await until("the first line", () => said.includes("I am a"));
    here.write("go-a");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toContain("I am a\nagain\n");
    await run.ended;
  });

  test("prints the whole log of each attempt, also of one that begins and ends between two looks", async () => {
    const here = job({ a: "" }, { retries: 2 });
    here.write(
      "do/a.sh",
      `[ "$SHARD_ATTEMPT" != 1 ] || { ${waiting}; exit 4; }; echo "attempt $SHARD_ATTEMPT"; [ "$SHARD_ATTEMPT" = 3 ]  || exit 4`,
    );
    const run = here.start(["run"]);
    await until("the command", () => here.logs().length > 0);
    const { child, ended } = here.start(["logs", "a", "--follow"]);
    let said = "";
    child.stdout?.on("data", (piece: string) => (said += piece));
    await until("the first line", () => said.includes("I am a"));
    // Asleep while all that comes is written.
    child.kill("SIGSTOP");
    here.write("go-a");
    await run.ended;
    child.kill("SIGCONT");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toBe("I am a\nit goes on\nI am a\nattempt 2\nI am a\nattempt 3\n");
  });

  test("waits for a shard that was not started, and ends at once for one whose run is gone", async () => {
    const here = job({ a: waiting });
    const early = here.start(["logs", "a", "--follow"]);
    let said = "";
    early.child.stdout?.on("data", (piece: string) => (said += piece));
    const run = here.start(["run"]);
    await until("the first line", () => said.includes("I am a"));
    run.child.kill("SIGKILL");
    await run.ended;
    expect(await early.ended).toMatchObject({ code: 0, stdout: "I am a\n" });
    expect((await here.donemark("logs", "a", "--follow")).stdout).toBe("I am a\n");
  });

  test("of what is done prints it and ends", async () => {
    const here = job({ a: "" });
    await here.run();
    expect(await here.donemark("logs", "a", "--follow")).toMatchObject({
      code: 0,
      stdout: "I am a\n",
    });
  });
});

test.runIf(HAS_TERMINALS)("a log on a terminal cannot take it over", async () => {
  const here = job({ a: "" });
  await here.run();
  const folder = here.path(".donemark", "logs");
  const [name = ""] = readdirSync(folder);
  const [log = ""] = readdirSync(join(folder, name));
  writeFileSync(join(folder, name, log), "10%\r20%\u001b[2J\u001b]0;owned\u0007\n\u001b[31mred");
  appendFileSync(join(folder, name, log), "\u001b[0m\n");
  const { said, code } = await runOnTerminal(here, { command: "logs", args: ["a"] });
  expect(code).toBe(0);
  expect(said).toContain("20%\r\n\u001b[31mred\u001b[0m\r\n");
  expect(said).not.toContain("\u001b[2J");
  expect(said).not.toContain("owned");
});

test.runIf(HAS_TERMINALS)(
  "of a progress bar of megabytes a terminal gets the last state",
  async () => {
    const here = job({ a: "" });
    await here.run();
    const folder = here.path(".donemark", "logs");
    const [name = ""] = readdirSync(folder);
    const [log = ""] = readdirSync(join(folder, name));
    const states = Array.from({ length: 300_000 }, (_, at) => `step ${at} of 300000\r`).join("");
    writeFileSync(join(folder, name, log), `${states}\r\nend`);
    const { said, code } = await runOnTerminal(here, { command: "logs", args: ["a"] });
    expect(code).toBe(0);
    expect(said).toMatch(/step 299999 of 300000\r\nend\r\n/);
    expect(said).not.toContain("step 299998");
  },
);
