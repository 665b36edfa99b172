import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../helpers/program.ts";
import { createRunner } from "./runner.ts";

const INPUTS = { "in/a.txt": "a", "in/b.txt": "b", "in/c.txt": "c", "in/d.txt": "d" };

/** Jobs of one workflow run, each on a machine of its own, with one store and one folder of event logs. */
function createWorkflow(command: string) {
  const logs = temporaryFolder("donemark-events-");
  const definition = {
    shards: "in/*.txt",
    checkpoint: "out/{id}.json",
    command,
    store: `file:${temporaryFolder("donemark-store-")}`,
    "max-failures": "0",
  };
  const log = (number: number): string => join(logs, `donemark-events-${number} of 2-4711.jsonl`);
  return {
    logs,
    log,
    run: (number: number, only: readonly string[], files: Readonly<Record<string, string>> = {}) =>
      createRunner({ ...INPUTS, ...files }).main({
        inputs: { ...definition, only: JSON.stringify(only), report: log(number) },
      }).ended,
    collect: (inputs: Readonly<Record<string, string>> = {}) =>
      createRunner(INPUTS).step("collect", {
        inputs: {
          ...definition,
          fetch: "none",
          events: join(logs, "*.jsonl"),
          ...inputs,
        },
      }).ended,
  };
}

const SOME_FAIL = `[ -e mended ] || case $SHARD_ID in
b | d) echo "CUDA out of memory at $SHARD_ID"; exit 3 ;;
esac
echo "{}" > "$SHARD_CHECKPOINT"`;

describe("the summary of collect", () => {
  test("tells of all jobs of a matrix: failures by their cause, the sums, and each job", async () => {
    const { run, collect, logs } = createWorkflow(SOME_FAIL);
    await Promise.all([run(1, ["a", "b"]), run(2, ["c", "d"])]);
    const page = join(logs, "all.html");
    const trace = join(logs, "all.tsv");
    const { code, summary } = await collect({ report: `${page}\n${trace}` });
    expect(code).toBe(3);
    expect(summary).toMatch(/^### ❌ 2 of 4 shards complete\n/);
    const [failures, totals, missing] = [
      "#### ❌ 2 shards failed alike: the command ended with exit code 3",
      "2 jobs · ",
      "2 shards missing",
    ].map((words) => summary.indexOf(words));
    expect(failures).toBeGreaterThan(0);
    expect(totals).toBeGreaterThan(failures ?? 0);
    expect(missing).toBeGreaterThan(totals ?? 0);
    expect(summary).toContain("<code>b</code>, <code>d</code>");
    expect(summary).toContain("CUDA out of memory at b");
    expect(summary).toMatch(/^\| <code>1 of 2<\/code> \|.*\| 2 \|.*\| exit code 1 \|$/m);
    expect(readFileSync(page, "utf8")).toMatch(/CUDA out of memory at [bd]/);
    expect(readFileSync(trace, "utf8").trimEnd().split("\n")).toHaveLength(5);
  });

  test("calls nothing failed that another job has finished", async () => {
    const { run, collect } = createWorkflow(SOME_FAIL);
    await run(1, ["a", "b"]);
    expect((await run(2, ["b", "c", "d"], { mended: "" })).code).toBe(0);
    const { code, summary } = await collect();
    expect(code).toBe(0);
    expect(summary).toMatch(/^### ✅ 4 of 4 shards complete\n/);
    expect(summary).not.toContain("failed");
    expect(summary).toContain("2 jobs · ");
  });

  test("reads logs that are broken as far as they go, and fails for none of them", async () => {
    const { run, collect, log, logs } = createWorkflow(SOME_FAIL);
    await run(1, ["a", "b"]);
    const whole = readFileSync(log(1), "utf8").trimEnd();
    writeFileSync(log(2), `no JSON\n[1]\n{"kind":7}\n${whole.slice(0, -40)}`);
    writeFileSync(join(logs, "binary.jsonl"), Buffer.from([0, 255, 10, 10, 0]));
    const { code, summary, log: said } = await collect();
    expect(code).toBe(3);
    expect(summary).toContain("CUDA out of memory at b");
    expect(said).toMatch(
      /^::warning::The event log donemark-events-2 of 2-4711\.jsonl has 3 lines without an event\.$/m,
    );
  });

  test("is what the store knows where there is no event log", async () => {
    const { run, collect } = createWorkflow(SOME_FAIL);
    await run(1, ["a", "b"]);
    const { code, summary } = await collect({ events: "no/such/*.jsonl" });
    expect(code).toBe(3);
    expect(summary).toContain("3 shards missing");
    expect(summary).not.toContain("jobs · ");
  });
});
