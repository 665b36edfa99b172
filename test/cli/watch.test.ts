import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";
import { until } from "../helpers/until.ts";

function job(): Workspace {
  const here = workspace();
  here.define({
    shards: ["a", "b", "c"].map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: 'until [ -e "go-$SHARD_ID" ]; do sleep 0.05; done; echo x > "$SHARD_CHECKPOINT"',
    shell: "sh",
  });
  return here;
}

/** Starts a watch, and gives what it has said up to now. */
function watch(here: Workspace, ...more: readonly string[]) {
  const { child, ended } = here.start(["status", "--watch", ...more]);
  let said = "";
  child.stdout?.on("data", (piece: string) => (said += piece));
  return { child, ended, said: () => said };
}

describe("status --watch", () => {
  test("prints a line whenever something has changed, and ends when nothing remains", async () => {
    const here = job();
    const { ended, said } = watch(here);
    await until("the first look", () => said() !== "");
    const run = here.start(["run"]);
    await until("a shard that runs", () => said().includes("1 running"));
    here.write("go-a");
    await until("the second shard", () => said().includes("1 of 3 shards complete · 1 running"));
    here.write("go-b");
    here.write("go-c");
    const { code, stdout } = await ended;
    const lines = stdout.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines[0]).toBe("0 of 3 shards complete");
    expect(lines).toContain("0 of 3 shards complete · 1 running");
    expect(lines.at(-1)).toBe("3 of 3 shards complete");
    expect(new Set(lines).size).toBe(lines.length);
    await run.ended;
  });

  test("prints with --json the answer of status as often", async () => {
    const here = job();
    const { ended, said } = watch(here, "--json");
    await until("the first look", () => said() !== "");
    for (const id of ["a", "b", "c"]) here.write(`go-${id}`);
    await here.run();
    const answers = (await ended).stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers[0]).toMatchObject({ total: 3, done: 0 });
    expect(answers.at(-1)).toMatchObject({ total: 3, done: 3 });
  });

  test("ends at a signal, and changes nothing", async () => {
    const here = job();
    const { child, ended, said } = watch(here);
    await until("the first look", () => said() !== "");
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ signal: "SIGINT" });
    expect(here.has("out")).toBe(false);
  });

  test.runIf(HAS_TERMINALS)("leaves the last counts on a terminal, and no block", async () => {
    const here = job();
    for (const id of ["a", "b", "c"]) here.write(`go-${id}`);
    await here.run();
    const { code, said } = await runOnTerminal(here, { command: "status", args: ["--watch"] });
    expect(code).toBe(0);
    expect(said).toContain("[####################] 3 of 3 shards complete");
    expect(said.trimEnd().endsWith("3 of 3 shards complete")).toBe(true);
  });
});
