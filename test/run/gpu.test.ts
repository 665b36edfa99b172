import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { divideGpus, type Gpu, listGpus } from "../../src/run/gpu.ts";

const A = "GPU-3fa85f64-5717-4562-b3fc-2c963f66afa6";
const B = "GPU-3fa85f00-0000-4562-b3fc-2c963f66afa6";
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gpu-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An environment with (or without) an `nvidia-smi` of this script. */
function machine(script?: string, visible?: string): Record<string, string> {
  if (script !== undefined) {
    writeFileSync(join(folder, "nvidia-smi"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "nvidia-smi"), 0o755);
  }
  const env = { PATH: folder };
  return visible === undefined ? env : { ...env, CUDA_VISIBLE_DEVICES: visible };
}

const TWO = `[ "$*" = "--query-gpu=index,uuid --format=csv,noheader" ] && echo "0, ${A}" && echo "1, ${B}"`;
const lower = (text: string): string => text.toLowerCase();

describe("the GPUs of a machine", () => {
  test("are those of nvidia-smi, by UUID", async () => {
    expect(await listGpus(machine(TWO))).toEqual({
      gpus: [
        { value: A, lease: lower(A) },
        { value: B, lease: lower(B) },
      ],
    });
  });

  test("are none where nvidia-smi is not there, and nothing is said of it", async () => {
    expect(await listGpus(machine())).toEqual({ gpus: [] });
  });

  test("are none where nvidia-smi fails, and its first line says why", async () => {
    const script = 'echo "NVIDIA-SMI has failed: no driver."; echo "Make sure …"; exit 9';
    expect(await listGpus(machine(script))).toEqual({
      gpus: [],
      why: "nvidia-smi failed: NVIDIA-SMI has failed: no driver.",
    });
  });

  test("are none where nvidia-smi finds none", async () => {
    expect(await listGpus(machine("echo No devices were found"))).toEqual({ gpus: [] });
  });
});

describe("CUDA_VISIBLE_DEVICES", () => {
  test.each([
    ["an index", "1", [["1", lower(B)]]],
    [
      "indexes in their order",
      " 1, 0",
      [
        ["1", lower(B)],
        ["0", lower(A)],
      ],
    ],
    ["a UUID", A, [[A, lower(A)]]],
    ["the beginning of a UUID", "gpu-3FA85F64", [["gpu-3FA85F64", lower(A)]]],
    ["a beginning that fits two", "GPU-3fa", [["GPU-3fa", "gpu-3fa"]]],
    ["an index that nvidia-smi does not know", "7", [["7", "index-7"]]],
    ["a MIG instance", "MIG-11-22", [["MIG-11-22", "mig-11-22"]]],
    ["an old MIG name", `MIG-${A}/1/0`, [[`MIG-${A}/1/0`, lower(`MIG-${A}/1/0`)]]],
    ["one GPU by two names", `0,${A}`, [[A, lower(A)]]],
    ["entries up to the first wrong one", "1,-1,0", [["1", lower(B)]]],
    ["nothing", "", []],
    ["-1", "-1", []],
    ["NoDevFiles", "NoDevFiles", []],
  ])("%s", async (_what, visible, expected) => {
    const { gpus } = await listGpus(machine(TWO, visible));
    expect(gpus.map(({ value, lease }) => [value, lease])).toEqual(expected);
  });

  test("names GPUs also where there is no nvidia-smi", async () => {
    const { gpus } = await listGpus(machine(undefined, `0,02,${A}`));
    expect(gpus.map(({ lease }) => lease)).toEqual(["index-0", "index-2", lower(A)]);
  });

  test("that names none does not wake nvidia-smi", async () => {
    expect(await listGpus(machine("exit 9", "-1"))).toEqual({ gpus: [] });
  });
});

const someGpus = fc
  .nat({ max: 16 })
  .map((amount): readonly Gpu[] =>
    Array.from({ length: amount }, (_, index) => ({ value: `${index}`, lease: `index-${index}` })),
  );

describe("dividing GPUs", () => {
  test("P ≤ G slots get ⌊G/P⌋ each, and no GPU goes to two", () => {
    fc.assert(
      fc.property(someGpus, fc.integer({ min: 1, max: 16 }), (gpus, parallel) => {
        fc.pre(parallel <= gpus.length);
        const slots = divideGpus(gpus, parallel);
        expect(slots.map(({ length }) => length)).toEqual(
          Array.from({ length: parallel }, () => Math.floor(gpus.length / parallel)),
        );
        expect(new Set(slots.flat()).size).toBe(slots.flat().length);
      }),
    );
  });

  test("P > G slots get one GPU each, in turn; without GPUs each gets none", () => {
    fc.assert(
      fc.property(someGpus, fc.integer({ min: 1, max: 40 }), (gpus, parallel) => {
        fc.pre(parallel > gpus.length);
        const slots = divideGpus(gpus, parallel);
        expect(slots).toHaveLength(parallel);
        for (const [index, slot] of slots.entries()) {
          expect(slot).toEqual(gpus.length === 0 ? [] : [gpus[index % gpus.length]]);
        }
      }),
    );
  });

  test("auto is a slot for each GPU, or one without any", () => {
    fc.assert(
      fc.property(someGpus, (gpus) => {
        expect(divideGpus(gpus, "auto")).toEqual(
          gpus.length === 0 ? [[]] : gpus.map((gpu) => [gpu]),
        );
      }),
    );
  });
});
