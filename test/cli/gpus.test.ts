import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { start, terminalEnv } from "../helpers/program.ts";

const UUIDS = [
  "GPU-5d5ba0d6-d33d-2b2c-524d-9e3d8d2b8a77",
  "GPU-7f57f032-34ab-a064-c37c-7a4f75601cc5",
];
const SLICES = [0, 1, 2].map((n) => `MIG-c6d4f1ef-42e4-5de3-91c7-45d71c87eb3${n}`);

/** A path on which `nvidia-smi` prints what the real one does, for two GPUs or one with three slices. */
function withDriver(here: Workspace, isDivided = false): { readonly PATH: string } {
  const bin = join(here.folder, "bin");
  mkdirSync(bin);
  const uuids = isDivided ? UUIDS.slice(0, 1) : UUIDS;
  const slices = isDivided ? SLICES : [];
  const lines = uuids.map((uuid, n) => `echo "${n}, ${uuid}"`);
  const list = uuids.map((uuid, n) => `echo "GPU ${n}: NVIDIA A100-SXM4-40GB (UUID: ${uuid})"`);
  const more = slices.map((uuid, n) => `echo "  MIG 1g.5gb     Device  ${n}: (UUID: ${uuid})"`);
  const script = `#!/bin/sh
case "$*" in
 *--query-gpu=index,uuid*) ${lines.join("; ")};;
 -L) ${[...list, ...more].join("; ")};;
 *) echo "unknown: $*" >&2; exit 1;;
esac
`;
  writeFileSync(join(bin, "nvidia-smi"), script);
  chmodSync(join(bin, "nvidia-smi"), 0o755);
  return { PATH: `${bin}:${process.env["PATH"] ?? ""}` };
}

const VARIABLES = [
  "CUDA_VISIBLE_DEVICES",
  "CUDA_DEVICE_ORDER",
  "HIP_VISIBLE_DEVICES",
  "ROCR_VISIBLE_DEVICES",
];

/** Runs some shards whose commands tell the variables that they see; gives each different answer once. */
async function seen(
  here: Workspace,
  env: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly told: readonly string[]; readonly stderr: string }> {
  const told = VARIABLES.map((name) => `\${${name}-unset}`).join(" ");
  here.define({
    shards: 8,
    checkpoint: "out/{id}.txt",
    command: `sleep 0.2; echo "${told}" > "$SHARD_CHECKPOINT"`,
    shell: "sh",
    ...more,
  });
  // The tests' own environment says that there are no GPUs.
  const { CUDA_VISIBLE_DEVICES: _, ...bare } = terminalEnv(here.folder);
  const { code, stderr } = await start(here.folder, ["run", "--json"], {
    env: { ...bare, ...env },
  }).ended;
  expect(code, stderr).toBe(0);
  const files = here.names("out").filter((name) => name.endsWith(".txt"));
  return {
    told: [...new Set(files.map((name) => here.read(`out/${name}`).trim()))].toSorted(),
    stderr,
  };
}

describe("a command sees", () => {
  test("one of two GPUs by its index, counted as the driver counts", async () => {
    const here = workspace();
    const { told } = await seen(here, withDriver(here));
    expect(told).toEqual(["0 PCI_BUS_ID unset unset", "1 PCI_BUS_ID unset unset"]);
    expect(here.read("out/0000.txt.done")).toMatch(/"gpu":"gpu-[0-9a-f-]{36}"/);
  });

  test("no variable where one slot has all GPUs", async () => {
    const here = workspace();
    const { told } = await seen(here, withDriver(here), { parallel: 1 });
    expect(told).toEqual(["unset unset unset unset"]);
  });

  test("one MIG slice by its UUID", async () => {
    const here = workspace();
    const { told } = await seen(here, withDriver(here, true));
    expect(told).toEqual(SLICES.map((uuid) => `${uuid} PCI_BUS_ID unset unset`));
  });

  test("one MIG slice where one slot could have all, and the others are named as unused", async () => {
    const here = workspace();
    const { told, stderr } = await seen(here, withDriver(here, true), { parallel: 1 });
    expect(told).toEqual([`${SLICES[0]} PCI_BUS_ID unset unset`]);
    expect(stderr).toContain("2 of 3 MIG slices are not used");
  });

  test("an entry of the user's list in the user's form", async () => {
    const here = workspace();
    const list = `${UUIDS[1]},0`;
    const { told } = await seen(here, { ...withDriver(here), CUDA_VISIBLE_DEVICES: list });
    expect(told).toEqual(["0 unset unset unset", `${UUIDS[1]} unset unset unset`]);
  });

  test("a GPU of a container without nvidia-smi", async () => {
    const here = workspace();
    const { told } = await seen(here, { NVIDIA_VISIBLE_DEVICES: UUIDS.join() });
    expect(told).toEqual(["0 PCI_BUS_ID unset unset", "1 PCI_BUS_ID unset unset"]);
  });

  test("an AMD GPU by one variable alone", async () => {
    const hip = workspace();
    expect((await seen(hip, { HIP_VISIBLE_DEVICES: "0,1" })).told).toEqual([
      "unset unset 0 unset",
      "unset unset 1 unset",
    ]);
    const rocr = workspace();
    expect((await seen(rocr, { ROCR_VISIBLE_DEVICES: "0,1" })).told).toEqual([
      "unset unset unset 0",
      "unset unset unset 1",
    ]);
  });
});

test("GPUs that cannot be divided evenly are named as unused", async () => {
  const here = workspace();
  const { stderr } = await seen(here, { CUDA_VISIBLE_DEVICES: "0,1,2" }, { parallel: 2 });
  expect(stderr).toContain("1 of 3 GPUs are not used: 3 cannot be divided evenly among 2 slots");
});
