import { describe, expect, test } from "vitest";
import {
  readRun,
  shardOf,
  states,
  workspace,
  type PlanJson,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const DO = 'echo 1 > "$SHARD_CHECKPOINT"';

function job(command = DO, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: ["a", "b", "c"].map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    ...{ command, shell: "sh", parallel: 1, "max-failures": 0, ...more },
  });
  return here;
}

async function lineOf(here: Workspace, command: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await here.donemark(command, ...args);
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line.includes(" complete · "));
  return lines.at(-1) ?? "";
}

const stateOf = (answer: PlanJson, id: string): string => shardOf(answer, id).state;

describe("what people see of unfinished shards", () => {
  test("failures are counted as failed, by status, plan and the end of a run", async () => {
    const here = job("exit 3");
    const ran = await here.run();
    expect(states(ran)).toEqual({ failed: 3 });
    expect(ran.inProgress).toBe(3);
    const status = await here.status();
    expect(states(status)).toEqual({ failed: 3 });
    expect(status.inProgress).toBe(3);
    for (const command of ["status", "plan"])
      expect(await lineOf(here, command)).toBe("0 of 3 shards complete · 3 failed · 3 to run");
    expect(await lineOf(here, "run")).toBe("0 of 3 shards complete · 0 skipped · 0 ran · 3 failed");
  });

  test("what failed before and was not started again is not what failed in this run", async () => {
    const here = job("exit 3");
    await here.run();
    const ran = await here.run("--max-failures=1");
    expect(states(ran)).toEqual({ failed: 3 });
    expect(ran.failed).toBe(1);
    expect(await lineOf(here, "run", "--max-failures=1")).toContain(
      "0 of 3 shards complete · 0 skipped · 0 ran · 1 failed · 2 not started (2 failed before)",
    );
  });

  test("finished results of another definition are stale, and those that force names are forced", async () => {
    const here = job();
    await here.run();
    const stale = await here.status("--fingerprint-text=v2");
    expect(states(stale)).toEqual({ stale: 3 });
    expect(stale.inProgress).toBe(3);
    expect(states(await here.status("--force=a"))).toEqual({ done: 2, forced: 1 });
    expect(await lineOf(here, "status", "--fingerprint-text=v2")).toBe(
      "0 of 3 shards complete · 3 stale · 3 to run",
    );
  });

  test("what nothing proves to be complete is unproven, and what is not there is new", async () => {
    const here = job();
    here.write("out/a.txt", "by hand");
    here.write("out/b.txt.done");
    expect(states(await here.status())).toEqual({ unproven: 1, new: 2 });
  });

  test("a marker that a user has removed is told by whom and when", async () => {
    const here = job();
    await here.run();
    await here.unmark("a");
    const status = await here.status();
    expect(states(status)).toEqual({ done: 2, unmarked: 1 });
    expect(shardOf(status, "a").detail).toMatch(/^unmarked by you at 20\d\d-\d\d-\d\dT.+Z$/);
    const { stdout } = await here.donemark("info", "a");
    expect(stdout).toMatch(
      /^start record: unmarked by you at 20.+Z\. Nothing is adopted beside it$/m,
    );
  });
});

describe("a shard that was started", () => {
  const hang = (): Workspace =>
    job(`[ $SHARD_ID = a ] || { ${DO}; exit; }; echo 1 > up; exec sleep 600`);

  test("is running while its run lives, and interrupted once that was killed", async () => {
    const here = hang();
    const first = here.start(["run", "--only=a"]);
    await until("the command", () => here.has("up"));
    const running = await here.status();
    expect(states(running)).toEqual({ running: 1, new: 2 });
    expect(shardOf(running, "a").detail).toMatch(/^running for .+ \(pid \d+\)$/);
    expect(await lineOf(here, "status")).toBe("0 of 3 shards complete · 1 running · 3 to run");
    // Another run finishes what is free, and leaves the other run its shard.
    const other = await here.run("--only=[b,c]");
    expect(states(other)).toEqual({ done: 2 });
    first.child.kill("SIGKILL");
    await first.ended;
    const gone = await here.status();
    expect(states(gone)).toEqual({ done: 2, interrupted: 1 });
    expect(shardOf(gone, "a").detail).toMatch(/^interrupted: .+ is gone/);
  });

  test("is interrupted once its run was stopped, at the end of that run too", async () => {
    const here = hang();
    const first = here.start(["run", "--json"]);
    await until("the command", () => here.has("up"));
    first.child.kill("SIGINT");
    const ran = readRun(await first.ended);
    expect(states(ran)).toEqual({ interrupted: 1, new: 2 });
    expect(stateOf(await here.status(), "a")).toBe("interrupted");
  });
});
