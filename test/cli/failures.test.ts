import { describe, expect, test } from "vitest";
import { outcomes, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const GPUS = { CUDA_VISIBLE_DEVICES: "0,1,2,3" };

/** Forty shards on four GPUs; the command notes which shard it had where. */
function onFourGpus(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: 40,
    checkpoint: "out/{id}.txt",
    command: `echo "$SHARD_ID $CUDA_VISIBLE_DEVICES" >> ran.txt; ${command}`,
    shell: "sh",
    ...more,
  });
  return here;
}

const DO = 'echo ok > "$SHARD_CHECKPOINT"';
const BAD_GPU = '[ "$CUDA_VISIBLE_DEVICES" = 3 ] && { echo "uncorrectable ECC error"; exit 1; }';

describe("a GPU on which everything fails", () => {
  test.each([{}, { retries: 2 }, { "max-failures": 0 }])(
    "gets no more shards and is named, and the others do them all (%o)",
    async (more) => {
      const here = onFourGpus(`${BAD_GPU}; sleep 0.2; ${DO}`, more);
      const { ended } = here.start(["run", "--json-lines", "--report=report.md"], GPUS);
      const { code, stdout, stderr } = await ended;
      expect(code, stderr).toBe(0);
      const events = stdout.split("\n").filter((line) => line.includes('"slot-retired"'));
      expect(events.map((line) => JSON.parse(line))).toMatchObject([
        { slots: ["slot 4"], gpu: "index-3" },
      ]);
      expect(stderr).toContain("slot 4 (GPU index-3) gets no more shards");
      const [report = ""] = here.read("report.md").split("| decision");
      expect(report).toMatch(
        /slot 4 .*in a row failed there, and the same shards succeed elsewhere/,
      );
      const ends = stderr.split("\n").filter((line) => line.includes("gets no more shards"));
      expect(ends).toHaveLength(2);
      const onBad = here.lines("ran.txt").filter((line) => line.endsWith(" 3"));
      expect(onBad.length).toBeLessThanOrEqual(5);
      for (const shard of new Set(onBad))
        expect(onBad.filter((one) => one === shard)).toHaveLength(1);
    },
  );

  test("is found among long-lived workers too", async () => {
    const worker = `${BAD_GPU}; while read -r line; do id=$(printf %s "$line" | sed 's/.*"id":"\\([0-9]*\\)".*/\\1/'); sleep 0.2; echo ok > out/$id.txt; : > out/$id.txt.done; done`;
    const here = onFourGpus(worker, { "run-per": "slot", retries: 1 });
    const { code, stderr } = await here.start(["run", "--json"], GPUS).ended;
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("slot 4 (GPU index-3) gets no more shards");
  });
});

test("a shard that fails everywhere is tried on other GPUs, and no GPU is blamed for it", async () => {
  const bad = 'case "$SHARD_ID" in 000[0-7]) exit 1;; esac';
  const here = onFourGpus(`${bad}; ${DO}`, { retries: 1 });
  const { code, stdout, stderr } = await here.start(["run", "--json"], GPUS).ended;
  expect(code, stderr).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ran: 32, failed: 8 });
  expect(stderr).not.toContain("gets no more shards");
  for (let n = 0; n < 8; n += 1) {
    const tries = here.lines("ran.txt").filter((line) => line.startsWith(`000${n} `));
    expect(tries).toHaveLength(2);
    expect(new Set(tries).size).toBe(2);
  }
});

test("inputs that are too large keep nothing small from being done, wherever they stand in the list", async () => {
  const here = workspace();
  const isLarge = (n: number): boolean => n < 5 || n > 17;
  for (let n = 0; n < 20; n += 1)
    here.write(`in/${String(n).padStart(2, "0")}`, "x".repeat(isLarge(n) ? 9000 : 10));
  here.define({
    shards: "in/*",
    checkpoint: "out/{id}",
    command: `[ "$(wc -c < "$SHARD_INPUT")" -gt 1000 ] && exit 1; ${DO}`,
    shell: "sh",
  });
  const answer = await here.run();
  expect(answer).toMatchObject({ code: 1, ran: 13, failed: 7, remaining: 7 });
  expect(outcomes(answer).filter((one) => one.endsWith("stopped"))).toEqual([]);
});

test("slots without GPUs are never told apart", async () => {
  const here = onFourGpus(`[ "$SHARD_ID" != 0003 ] || exit 7; ${DO}`, { parallel: 4 });
  const answer = await here.run();
  expect(answer).toMatchObject({ code: 1, ran: 39, failed: 1 });
  expect(shardOf(answer, "0003")).toMatchObject({ outcome: "failed", exitCode: 7, attempts: 1 });
});
