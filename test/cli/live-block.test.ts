import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";

const SLEEPING = `echo "hello of $SHARD_ID"; sleep 1.2
[ "$SHARD_ID" = bad ] && exit 3
echo "$SHARD_ID" > "$SHARD_CHECKPOINT"`;

function shards(): Workspace {
  const here = workspace();
  here.define({
    shards: ["good", "bad", "fine"].map((id) => ({ id })),
    checkpoint: "out/{id}.txt",
    command: SLEEPING,
    parallel: 2,
  });
  return here;
}

/** The lines that stay on a terminal, and the most that were below them at once. */
function screenOf(said: string): { readonly kept: readonly string[]; readonly block: number } {
  const kept: string[] = [];
  let block = 0;
  // oxlint-disable-next-line no-control-regex -- the sequence that takes a block away
  for (const piece of said.split(/(?=\u001b\[\d+A\r\u001b\[J)/)) {
    // oxlint-disable-next-line no-control-regex -- the same
    const [sequence = "", up = "0"] = /^\u001b\[(\d+)A\r\u001b\[J/.exec(piece) ?? [];
    kept.splice(kept.length - Number(up));
    block = Math.max(block, Number(up));
    // oxlint-disable-next-line no-control-regex -- colours
    const text = piece.slice(sequence.length).replaceAll(/\u001b\[[\d;]*m/g, "");
    kept.push(...text.split("\r\n").slice(0, -1));
  }
  return { kept, block };
}

describe
  .runIf(HAS_TERMINALS)
  .concurrent("a run on a terminal (skipped where there is no python3)", () => {
    test("shows what each slot does in a block that is gone at the end, and lines for what ends badly alone", async () => {
      const { code, said } = await runOnTerminal(shards());
      expect(code).toBe(1);
      expect(said).toMatch(/\[-{20}\] slot 1 {2}bad {2}\d/);
      expect(said).toMatch(/\[-{20}\] slot 2 {2}fine {2}\d/);
      const { kept, block } = screenOf(said);
      expect(block).toBe(3);
      const text = kept.join("\n");
      expect(text).not.toMatch(/\[[#-]{20}\]/);
      expect(text).not.toContain("done    good");
      expect(text).not.toContain("hello of good");
      expect(text).toMatch(/^failed {2}bad {2}the command ended with exit code 3/m);
      expect(text).toContain("| hello of bad");
      expect(kept.at(-1)).toBe("To go on once that is mended: donemark run --only=bad");
    });

    test.each([
      ["in a job of a workflow", { env: { CI: "true" } }],
      ["where the terminal cannot move its cursor", { env: { TERM: "dumb" } }],
      ["with --quiet", { args: ["--quiet"] }],
    ])("moves no cursor %s", async (_, how) => {
      const { code, said } = await runOnTerminal(shards(), how);
      // oxlint-disable-next-line no-control-regex -- the beginning of a sequence that moves the cursor
      expect([code, /\u001b\[\d*[A-HJ]/.test(said)]).toEqual([1, false]);
    });

    test("prints with --verbose what commands print, above the block", async () => {
      const { said } = await runOnTerminal(shards(), { args: ["--verbose"] });
      const { kept, block } = screenOf(said);
      expect(block).toBe(3);
      expect(kept).toContain("[good] hello of good");
    });

    test("colours nothing with NO_COLOR", async () => {
      const { said } = await runOnTerminal(shards(), { env: { NO_COLOR: "1" } });
      // oxlint-disable-next-line no-control-regex -- the beginning of a colour
      expect(said).not.toMatch(/\u001b\[\d*m/);
    });
  });

test("FORCE_COLOR colours a log that is no terminal, unless NO_COLOR is set", async () => {
  const here = shards();
  const lines = async (env: Readonly<Record<string, string>>): Promise<string> => {
    const { stdout } = await here.start(["run"], env).ended;
    return stdout;
  };
  expect(await lines({ FORCE_COLOR: "1", NO_COLOR: "" })).toContain("\u001b[");
  expect(await lines({ FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain("\u001b[");
});

test("--quiet prints warnings, failures and the end alone", async () => {
  const { stdout } = await shards().start(["run", "--quiet"]).ended;
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^failed {2}bad/);
  expect(lines.filter((line) => /^(run|done|\[)/.test(line))).toEqual([]);
  expect(stdout).toContain("2 of 3 shards complete");
});
