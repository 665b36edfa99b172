import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EXAMPLES, run, temporaryFolder } from "./script.ts";
import type { Run, Surroundings } from "./script.ts";

const PYTHON = process.env["DONEMARK_TEST_PYTHON"] ?? "python3";
const [hasPython, hasTorch] = await Promise.all([runs("pass"), runs("import torch")]);

describe("worker.py", () => {
  test("writes each shard's checkpoint with its status and marks it", async (context) => {
    if (!hasPython) context.skip("Python is not installed");
    const folder = await temporaryFolder();
    const input = path.join(folder, "a.txt");
    writeFileSync(input, "ACGGT\n");
    const lines = ["a", "b"].map((id) => {
      const checkpoint = path.join(folder, `${id}.json`);
      const shard = { id, inputs: [input], checkpoint, work: null, resume: false, attempt: 1 };
      return `${JSON.stringify(shard)}\n`;
    });
    const { code, stdout } = await python("worker.py", { stdin: lines.join("") });
    expect({ code, lines: stdout.trim().split(/\r?\n/) }).toEqual({
      code: 0,
      lines: ["a done", "b done"],
    });
    expect(readdirSync(folder).sort()).toEqual([
      "a.json",
      "a.json.done",
      "a.txt",
      "b.json",
      "b.json.done",
    ]);
    expect(JSON.parse(readFileSync(path.join(folder, "b.json"), "utf8"))).toEqual({
      version: "1.0",
      status: "complete",
      shard: "b",
      counts: { [input]: { A: 1, C: 1, G: 2, T: 1 } },
    });
  });
});

describe("worker.py with an input that it cannot read", () => {
  test("reports that shard as failed and goes on", async (context) => {
    if (!hasPython) context.skip("Python is not installed");
    const folder = await temporaryFolder();
    writeFileSync(path.join(folder, "b.txt"), "ACGT");
    const lines = ["a", "b"].map((id) =>
      JSON.stringify({
        id,
        inputs: [path.join(folder, `${id}.txt`)],
        checkpoint: path.join(folder, `${id}.json`),
      }),
    );
    const { code, stdout } = await python("worker.py", { stdin: `${lines.join("\n")}\n` });
    expect({ code, stdout: stdout.trim() }).toEqual({ code: 0, stdout: "b done" });
    expect(readFileSync(path.join(folder, "a.json.failed"), "utf8")).toContain("No such file");
  });
});

describe("predict.py", () => {
  test("says what it needs where PyTorch is missing", async (context) => {
    if (!hasPython) context.skip("Python is not installed");
    if (hasTorch) context.skip("PyTorch is installed");
    const { code, stderr } = await python("predict.py", {});
    expect({ code, stderr: stderr.trim() }).toEqual({
      code: 1,
      stderr: "predict.py needs PyTorch: pip install torch",
    });
  });

  test("keeps parts, reuses the marked ones, and gives the same bytes", async (context) => {
    if (!hasTorch) context.skip("PyTorch is not installed");
    const folder = await temporaryFolder();
    const work = path.join(folder, "work");
    const checkpoint = path.join(folder, "a.pt");
    const input = path.join(folder, "a.txt");
    writeFileSync(input, "ACGGT\n".repeat(2500));
    const env = {
      SHARD_ID: "a",
      SHARD_INPUT: input,
      SHARD_CHECKPOINT: checkpoint,
      SHARD_WORK: work,
    };
    const first = await python("predict.py", { env: { ...env, SHARD_RESUME: "0" } });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const bytes = readFileSync(checkpoint);
    expect(bytes.includes("status") && bytes.includes("complete")).toBe(true);
    const parts = ["part-0000.pt", "part-0001.pt", "part-0002.pt"];
    expect(readdirSync(work).sort()).toEqual(parts.flatMap((part) => [part, `${part}.done`]));
    const before = parts.map((part) => statSync(path.join(work, part)).ino);
    rmSync(path.join(work, "part-0001.pt.done"));
    await python("predict.py", { env: { ...env, SHARD_RESUME: "1" } });
    const after = parts.map((part) => statSync(path.join(work, part)).ino);
    expect(after.map((ino, place) => ino === before[place])).toEqual([true, false, true]);
    expect(readFileSync(checkpoint).equals(bytes)).toBe(true);
  });
});

/** Does Python exist, and run this line? */
function runs(line: string): Promise<boolean> {
  return run(PYTHON, ["-c", line], {}).then(
    ({ code }) => code === 0,
    () => false,
  );
}

function python(script: string, given: Surroundings): Promise<Run> {
  return run(PYTHON, [path.join(EXAMPLES, "python", script)], given);
}
