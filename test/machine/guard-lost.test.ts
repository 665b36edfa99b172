import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startTimeOf } from "../../src/machine/processes.ts";
import { readRun, shardOf, workspace } from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";

const isLinux = process.platform === "linux";

/** The living guards of the group of this number. */
function guardsOf(leader: number): readonly number[] {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      const isGuard = words[3] === "donemark-guard" && words[4] === String(leader);
      return isGuard && startTimeOf(pid) !== undefined;
    } catch {
      return false;
    }
  });
}

async function guardOf(leader: number): Promise<number> {
  await until("the group has a guard", () => guardsOf(leader).length === 1);
  return guardsOf(leader)[0] ?? 0;
}

/** A run of one shard, whose command goes on until `go` is there; with the command's process. */
async function begun(more: Readonly<Record<string, unknown>> = {}) {
  const here = workspace();
  here.define({
    shards: [{ id: "a" }],
    checkpoint: "out/{id}",
    command: 'echo $$ > pid; until [ -e go ]; do sleep 0.1; done; echo a > "$SHARD_CHECKPOINT"',
    shell: "sh",
    ...more,
  });
  const run = here.start(["run", "--json"]);
  await until("the command runs", () => here.has("pid") && here.read("pid") !== "");
  return { here, run, leader: Number(here.read("pid")) };
}

test.skipIf(!isLinux)(
  "a guard that is killed has another in its place, which ends the command when Donemark is gone (Linux)",
  async () => {
    const { run, leader } = await begun();
    const first = await guardOf(leader);
    process.kill(first, "SIGKILL");
    await until("another guard is there", () => {
      const found = guardsOf(leader);
      return found.length === 1 && found[0] !== first;
    });
    // The second one is not of the command's group, and its end is noticed as well.
    const second = await guardOf(leader);
    process.kill(second, "SIGKILL");
    await until("a third guard is there", () => {
      const found = guardsOf(leader);
      return found.length === 1 && found[0] !== second;
    });
    const third = await guardOf(leader);
    run.child.kill("SIGKILL");
    await until("the command is ended", () => startTimeOf(leader) === undefined);
    await until("the guard is through", () => startTimeOf(third) === undefined);
  },
);

test.skipIf(!isLinux)(
  "a shard whose guard was replaced ends as ever, says so, and leaves no guard (Linux)",
  async () => {
    const { here, run, leader } = await begun();
    const first = await guardOf(leader);
    process.kill(first, "SIGKILL");
    await until("another guard is there", () => guardsOf(leader).some((pid) => pid !== first));
    const [second = 0] = guardsOf(leader);
    here.write("go");
    const ended = await run.ended;
    expect(readRun(ended)).toMatchObject({ ran: 1, failed: 0 });
    expect(ended.stderr).toContain("[a] donemark: the guard that ends this command");
    expect(ended.stderr).toContain("another one took its place");
    await until("no guard is left", () => startTimeOf(second) === undefined);
  },
);

test.skipIf(!isLinux)(
  "a command whose guards are killed over and over is ended, and its shard fails (Linux)",
  async () => {
    const { here, run, leader } = await begun();
    const killed = new Set<number>();
    await until("no guard comes any more", () => {
      for (const pid of guardsOf(leader)) {
        killed.add(pid);
        process.kill(pid, "SIGKILL");
      }
      return startTimeOf(leader) === undefined;
    });
    const ended = await run.ended;
    expect(shardOf(readRun(ended), "a")).toMatchObject({ outcome: "failed" });
    expect(ended.stderr).toContain(
      "the command was ended: somebody has killed the process that watches over it (its guard)",
    );
    expect(here.has("out/a.done")).toBe(false);
    expect(killed.size).toBeGreaterThan(1);
  },
);

test.skipIf(!isLinux)(
  "a stop in good order ends a command with a later guard (Linux)",
  async () => {
    const { run, leader } = await begun();
    const first = await guardOf(leader);
    process.kill(first, "SIGKILL");
    await until("another guard is there", () => guardsOf(leader).some((pid) => pid !== first));
    const later = guardsOf(leader);
    run.child.kill("SIGTERM");
    expect((await run.ended).code).toBe(143);
    await until("nothing is left", () =>
      [leader, ...later].every((pid) => startTimeOf(pid) === undefined),
    );
  },
);
