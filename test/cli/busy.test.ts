import { describe, expect, test } from "vitest";
import { readRun, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const LIMIT_MS = 5000;

/** Keeps the run's own thread busy from `block` on: until `through` is there, and until the time limit is over. */
const BUSY = `
const { existsSync, writeFileSync } = require("node:fs");
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
if (process.argv[2] === "run") setInterval(() => {
  if (!existsSync("block") || existsSync("blocked")) return;
  const began = performance.now();
  writeFileSync("blocked", "");
  while (!existsSync("through")) pause(10);
  while (performance.now() - began < ${LIMIT_MS + 500}) pause(10);
}, 10).unref();
`;

const WAIT = "touch block; until [ -e blocked ]; do sleep 0.02; done";
const ID = `id=$(echo "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')`;

const COMMANDS = {
  shard: `${WAIT}; echo x > "$SHARD_CHECKPOINT"; touch through`,
  slot: `while read -r line; do ${ID}; ${WAIT}; echo x > out/$id; : > out/$id.done; touch through; done`,
  job: `while read -r line; do ${ID}; ${WAIT}; echo x > out/$id; : > out/$id.done; touch through; done < "$SHARDS_FILE"; sleep 0.5`,
} as const;

function busy(runPer: keyof typeof COMMANDS, command: string): Workspace {
  const here = workspace();
  here.write("busy.cjs", BUSY);
  here.define({
    shards: [{ id: "a" }, { id: "b" }],
    checkpoint: "out/{id}",
    shell: "sh",
    "run-per": runPer,
    "shard-timeout": `${LIMIT_MS / 1000}s`,
    "stop-grace": "6s",
    command,
  });
  return here;
}

describe.concurrent("a run whose thread was busy for longer than the time limit", () => {
  test.each(["shard", "slot", "job"] as const)(
    "takes what ended in time for done (run-per: %s)",
    async (runPer) => {
      const here = busy(runPer, COMMANDS[runPer]);
      const { ended } = here.start(["run"], { NODE_OPTIONS: `--require ${here.path("busy.cjs")}` });
      const { code, stdout } = await ended;
      expect(stdout).not.toContain("took longer");
      expect(code).toBe(0);
      expect(here.names("out")).toEqual(["a", "a.done", "b", "b.done"]);
    },
  );

  test("still ends a command that runs for longer", async () => {
    const here = busy("shard", `${WAIT}; touch through; sleep 600`);
    const args = ["run", "--json", "--only", "a"];
    const { ended } = here.start(args, { NODE_OPTIONS: `--require ${here.path("busy.cjs")}` });
    const end = await ended;
    expect(end.code).toBe(1);
    expect(shardOf(readRun(end), "a").why).toContain("took longer");
  });
});

describe("a folder as input", () => {
  test("is read once, not again at each look, and is seen to change", async () => {
    const here = workspace();
    here.write("in/a/one", "1");
    here.define({
      shards: [{ id: "a", inputs: "in/a" }],
      checkpoint: "out/{id}",
      command: 'cat "$SHARD_INPUT"/* > "$SHARD_CHECKPOINT"; [ ! -e change ] || echo 3 > in/a/one',
    });
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(await here.run()).toMatchObject({ code: 0, skipped: 1 });
    here.write("in/a/one", "2");
    expect(await here.status()).toMatchObject({ pending: 1 });
    here.write("change");
    const changed = await here.run();
    expect(shardOf(changed, "a")).toMatchObject({ outcome: "failed" });
    expect(shardOf(changed, "a").why).toContain("its input has changed");
  });
});
