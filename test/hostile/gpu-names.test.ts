import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createRunner } from "../action/runner.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { tally } from "../helpers/tally.ts";
import { temporaryFolder } from "../store/setting.ts";
import { commandsIn, CONTROLS, OBEYED } from "./injection-texts.ts";

let cases = 0;
afterAll(() => tally("hostile input", { "texts that would inject something": cases }));

const GOOD = "GPU-3fa85f64-5717-4562-b3fc-2c963f66afa6";

/** A path on which `nvidia-smi` says this, and ends with this code. */
function withDriver(
  says: string,
  code: number,
): { readonly PATH: string; readonly CUDA_VISIBLE_DEVICES: string } {
  cases += 1;
  const folder = join(temporaryFolder(), "driver");
  mkdirSync(folder);
  writeFileSync(join(folder, "says"), says);
  writeFileSync(join(folder, "nvidia-smi"), `#!/bin/sh\ncat "\${0%/*}/says"\nexit ${code}\n`);
  chmodSync(join(folder, "nvidia-smi"), 0o755);
  return { PATH: `${folder}:${process.env["PATH"] ?? ""}`, CUDA_VISIBLE_DEVICES: "0" };
}

const DEFINITION = {
  shards: "1",
  checkpoint: "out/{index}",
  shell: "sh",
  store: "none",
  command: 'echo "gpus: ${CUDA_VISIBLE_DEVICES-none}" > "$SHARD_CHECKPOINT"',
};

const FAILURES: readonly (readonly [string, string])[] = [
  ["what a terminal obeys", CONTROLS.join(" ")],
  ["a workflow command", "::add-mask::shard"],
  ["a workflow command behind a line end of another kind", "a\r::error::owned\u2028::error::b"],
  ["a workflow command of the old form", "##[add-mask]shard"],
  ["one that is hidden in a control character", "#\u0007#[add-mask]shard"],
  ["an escaped line end and a workflow command", "%0A::error::owned%0D%0A##[error]owned"],
  ["a line of 900,000 letters", "x".repeat(900_000)],
  ["more than a run reads", "y".repeat(3_000_000)],
];

describe("of an nvidia-smi that fails and says", () => {
  test.each(FAILURES)("%s, nothing is obeyed in a job's log and summary", async (_, says) => {
    const runner = createRunner({});
    const env = withDriver(`${says}\nmore\n`, 9);
    const { log, summary, outputs } = await runner.main({ inputs: DEFINITION, env }).ended;
    expect(outputs["all-done"], log.slice(0, 1000)).toBe("true");
    expect(log).toContain("nvidia-smi failed: ");
    expect(commandsIn(log)).toEqual([]);
    expect(`${log}${summary}`).not.toMatch(OBEYED);
    expect(log.length).toBeLessThan(5000);
    expect(summary).not.toContain("nvidia-smi");
  });

  test.each(FAILURES)("%s, nothing is obeyed on a terminal", async (_, says) => {
    const here = workspace();
    here.define(DEFINITION);
    const env = withDriver(`${says}\nmore\n`, 9);
    const { code, stdout, stderr } = await here.start(["run", "--json"], env).ended;
    expect(code, stderr.slice(0, 1000)).toBe(0);
    expect(stderr).toContain("nvidia-smi failed: ");
    expect(`${stdout}${stderr}`).not.toMatch(/^\s*::|##\[/m);
    expect(`${stdout}${stderr}`).not.toMatch(OBEYED);
    expect(stderr.length).toBeLessThan(5000);
  });
});

test("lines of nvidia-smi that name no GPU are left out, and the others are used", async () => {
  const names = [
    ...CONTROLS,
    "::error::owned",
    "##[add-mask]shard",
    "x,0",
    "../..",
    "a".repeat(5000),
  ];
  const lines = names.flatMap((name, n) => [`${n + 1}, ${name}`, `${n + 1}, GPU-${name}`]);
  const runner = createRunner({});
  const env = withDriver(`${lines.join("\n")}\n0, ${GOOD}\n`, 0);
  const { log, summary } = await runner.main({ inputs: DEFINITION, env }).ended;
  const read = (name: string): string => readFileSync(join(runner.workspace, name), "utf8");
  expect(read("out/0"), log.slice(0, 1000)).toBe("gpus: 0\n");
  expect(read("out/0.done")).toContain(GOOD.toLowerCase());
  expect(commandsIn(log)).toEqual([]);
  expect(`${log}${summary}${read("out/0.done")}`).not.toMatch(OBEYED);
});
