import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { donemark, temporaryFolder } from "../helpers/program.ts";

const REAL = fileURLToPath(new URL("../fixtures/inspect/virnucpro/", import.meta.url));

/** A Python that has PyTorch; where there is none, the tests that need one are skipped. */
const PYTHON = [process.env["DONEMARK_TEST_PYTHON"], "/usr/bin/python3", "python3"].find(
  (python) => python !== undefined && spawnSync(python, ["-c", "import torch"]).status === 0,
);

interface Decided {
  readonly id: string;
  readonly decision: string;
  readonly reason: string;
}

async function statusOf(folder: string): Promise<Record<string, string>> {
  const { stdout } = await donemark(folder, "status", "--json", ...JOB);
  const { shards }: { readonly shards: readonly Decided[] } = JSON.parse(stdout);
  return Object.fromEntries(
    shards.map(({ id, decision, reason }) => [id, `${decision} ${reason}`]),
  );
}

const JOB = ["--shards=in/*", "--checkpoint=out/{id}.pt", "--command=exit 1"];

function inputs(...ids: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "in"));
  mkdirSync(join(folder, "out"));
  for (const id of ids) writeFileSync(join(folder, "in", id), id);
  return folder;
}

test("real checkpoints with old empty markers are adopted, and get full markers that skip them ever after", async () => {
  const names = ["output_1_ESM", "output_1_DNABERT_S", "output_1_merged"];
  const folder = inputs(...names);
  for (const name of names) {
    copyFileSync(join(REAL, `${name}.pt`), join(folder, "out", `${name}.pt`));
    writeFileSync(join(folder, "out", `${name}.pt.done`), "");
  }
  const before = Object.fromEntries(names.map((name) => [name, "skip adopted-marker"]));
  expect(await statusOf(folder)).toEqual(before);
  expect((await donemark(folder, "run", ...JOB)).code).toBe(0);
  const after = Object.fromEntries(names.map((name) => [name, "skip done"]));
  expect(await statusOf(folder)).toEqual(after);
  const marker = JSON.parse(readFileSync(join(folder, "out", "output_1_ESM.pt.done"), "utf8"));
  expect(marker).toMatchObject({ adopted: true, checkpoint: { format: "pytorch" } });
});

test.skipIf(PYTHON === undefined)(
  "a checkpoint that PyTorch wrote is adopted for its status complete, runs for in_progress and for none (needs a Python with PyTorch)",
  async () => {
    const folder = inputs("complete", "in_progress", "none");
    const script = `
import sys, torch
for name in ("complete", "in_progress", "none"):
    state = {"data": torch.zeros(8), "version": "1.0"}
    if name != "none":
        state["status"] = name
    torch.save(state, f"{sys.argv[1]}/out/{name}.pt")
`;
    const { status, stderr } = spawnSync(PYTHON ?? "", ["-c", script, folder], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await statusOf(folder)).toEqual({
      complete: "skip adopted-status",
      in_progress: "run status-in-progress",
      none: "run no-marker",
    });
  },
);
