import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { donemark, temporaryFolder, type Ended } from "../helpers/program.ts";

function workspace(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in/a.txt"), "a\n");
  return folder;
}

function run(folder: string, command: string, ...more: readonly string[]): Promise<Ended> {
  const inputs = ["--shards=in/*.txt", "--checkpoint=out/{id}.txt", "--shell=sh"];
  return donemark(folder, "run", "--json", ...inputs, `--command=${command}`, ...more);
}

function resultOf({ stdout }: Ended): { readonly outcome: string; readonly why?: string } {
  return JSON.parse(stdout).shards[0];
}

/** Puts the start record of another node in the place of the shard's own. */
const TAKE_OVER = `sed 's/"token":"[^"]*"/"token":"another"/; s/"host":"[^"]*"/"host":"node-b"/' "$SHARD_CHECKPOINT.started" > other
cp other "$SHARD_CHECKPOINT.started"`;

describe.skipIf(process.platform === "win32")("a shard that another start has taken over", () => {
  test.each([
    ["ends with exit code 0", "exit 0"],
    ["fails", "exit 7"],
  ])("is left to it when the first command %s", async (_, end) => {
    const folder = workspace();
    const command = `echo run >> runs\necho late > "$SHARD_CHECKPOINT"\n${TAKE_OVER}\n${end}`;
    const ended = await run(folder, command, "--retries=2");
    expect(ended.code).not.toBe(0);
    const { outcome, why } = resultOf(ended);
    expect(outcome).toBe("stopped");
    expect(why).toMatch(/pid \d+ on node-b started it at/);
    expect(why).toContain("run again once that run has ended");
    expect(readFileSync(join(folder, "runs"), "utf8")).toBe("run\n");
    expect(existsSync(join(folder, "out/a.txt.done"))).toBe(false);
    expect(readFileSync(join(folder, "out/a.txt"), "utf8")).toBe("late\n");
    expect(readFileSync(join(folder, "out/a.txt.started"), "utf8")).toBe(
      readFileSync(join(folder, "other"), "utf8"),
    );
  });

  test("and finished keeps the marker of the one that finished it", async () => {
    const folder = workspace();
    const done = `echo other > "$SHARD_CHECKPOINT"; echo theirs > "$SHARD_CHECKPOINT.done"; rm "$SHARD_CHECKPOINT.started"`;
    const ended = await run(folder, done);
    const { outcome, why } = resultOf(ended);
    expect(outcome).toBe("stopped");
    expect(why).toContain("another run has finished it");
    expect(readFileSync(join(folder, "out/a.txt.done"), "utf8")).toBe("theirs\n");
    expect(readFileSync(join(folder, "out/a.txt"), "utf8")).toBe("other\n");
  });
});
