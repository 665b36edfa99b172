import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Gpu } from "../../src/machine/gpu/gpu.ts";
import { listGpus } from "../../src/machine/gpu/list.ts";
import { divideGpus, gpuEnvironment } from "../../src/machine/gpu/share.ts";

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

const TWO = `case "$*" in
  "--query-gpu=index,uuid --format=csv,noheader") echo "0, ${A}"; echo "1, ${B}";;
  -L) echo "GPU 0: NVIDIA A100-SXM4-40GB (UUID: ${A})"; echo "GPU 1: NVIDIA A100-SXM4-40GB (UUID: ${B})";;
  *) exit 6;;
esac`;
const SLICES = [0, 1, 2].map((n) => `MIG-c6d4f1ef-42e4-5de3-91c7-45d71c87eb3${n}`);
/** GPU 0 is divided into MIG slices, GPU 1 is not. */
const DIVIDED = `case "$*" in
  "--query-gpu=index,uuid --format=csv,noheader") echo "0, ${A}"; echo "1, ${B}";;
  -L) echo "GPU 0: NVIDIA A100-SXM4-40GB (UUID: ${A})"
${SLICES.map((uuid, n) => `      echo "  MIG 1g.5gb     Device  ${n}: (UUID: ${uuid})"`).join("\n")}
      echo "GPU 1: NVIDIA A100-SXM4-40GB (UUID: ${B})";;
  *) exit 6;;
esac`;
const lower = (text: string): string => text.toLowerCase();
const NOWHERE = { dev: "/nowhere", nvidia: "/nowhere", kfd: "/nowhere" };
const values = (gpus: readonly Gpu[]): unknown => gpus.map(({ value, lease }) => [value, lease]);

describe("the GPUs of a machine", () => {
  test("are those of nvidia-smi, by index, with their UUIDs for leases", async () => {
    const list = await listGpus(machine(TWO), NOWHERE);
    expect(list).toMatchObject({
      variable: "CUDA_VISIBLE_DEVICES",
      isPciOrder: true,
      warnings: [],
    });
    expect(list.gpus).toEqual([
      { value: "0", lease: lower(A) },
      { value: "1", lease: lower(B) },
    ]);
  });

  test("are none where nvidia-smi is not there, and nothing is said of it", async () => {
    expect(await listGpus(machine(), NOWHERE)).toMatchObject({ gpus: [], warnings: [] });
  });

  test("are those of the next nvidia-smi in the path where the first may not run, and none where no other is there", async () => {
    const { PATH = "" } = machine(TWO);
    const first = join(folder, "first");
    mkdirSync(first);
    writeFileSync(join(first, "nvidia-smi"), "#!/bin/sh\nexit 0\n");
    chmodSync(join(first, "nvidia-smi"), 0o644);
    const { gpus, warnings } = await listGpus({ PATH: `${first}:${PATH}` }, NOWHERE);
    expect([gpus.length, warnings]).toEqual([2, []]);
    expect(await listGpus({ PATH: first }, NOWHERE)).toMatchObject({ gpus: [], warnings: [] });
  });

  test("are none where nvidia-smi fails, and its first line says why", async () => {
    const script = 'echo "NVIDIA-SMI has failed: no driver."; echo "Make sure …"; exit 9';
    expect(await listGpus(machine(script), NOWHERE)).toMatchObject({
      gpus: [],
      warnings: ["nvidia-smi failed: NVIDIA-SMI has failed: no driver."],
    });
  });

  test("are none where nvidia-smi finds none", async () => {
    const list = await listGpus(machine("echo No devices were found"), NOWHERE);
    expect(list).toMatchObject({ gpus: [], warnings: [] });
  });

  test("are MIG slices, by UUID, where one is divided", async () => {
    const { gpus } = await listGpus(machine(DIVIDED), NOWHERE);
    const slices = SLICES.map((uuid) => ({ value: uuid, lease: lower(uuid), isSlice: true }));
    expect(gpus).toEqual([...slices, { value: "1", lease: lower(B) }]);
  });

  test("that CUDA_VISIBLE_DEVICES names as a whole and that are divided stand for their first slice, with a word", async () => {
    const { gpus, warnings } = await listGpus(machine(DIVIDED, "0"), NOWHERE);
    expect(values(gpus)).toEqual([["0", lower(SLICES[0] ?? "")]]);
    expect(warnings.join()).toMatch(/GPU 0, which is divided into MIG slices/);
  });
});

describe("without nvidia-smi", () => {
  /** Devices of a container, and what the driver tells of them. */
  function container(devices: Readonly<Record<number, string | undefined>>) {
    const [dev, nvidia] = [join(folder, "dev"), join(folder, "gpus")];
    mkdirSync(dev);
    for (const name of ["nvidiactl", "nvidia-uvm", "null"]) writeFileSync(join(dev, name), "");
    Object.entries(devices).forEach(([minor, uuid], place) => {
      writeFileSync(join(dev, `nvidia${minor}`), "");
      if (uuid === undefined) return;
      const own = join(nvidia, `0000:0${place}:00.0`);
      mkdirSync(own, { recursive: true });
      const lines = [
        "Model: \t\t NVIDIA A100",
        `GPU UUID: \t ${uuid}`,
        `Device Minor: \t ${minor}`,
      ];
      writeFileSync(join(own, "information"), `${lines.join("\n")}\n`);
    });
    return { dev, nvidia, kfd: "/nowhere" };
  }
  const asked = (visible?: string): Record<string, string> =>
    visible === undefined ? machine() : { ...machine(), NVIDIA_VISIBLE_DEVICES: visible };

  test("devices in /dev are counted from 0, as CUDA counts them, with their UUIDs for leases", async () => {
    const list = await listGpus(asked("all"), container({ 2: A, 5: B }));
    expect(values(list.gpus)).toEqual([
      ["0", lower(A)],
      ["1", lower(B)],
    ]);
    expect(list.isPciOrder).toBe(true);
  });

  test("devices that the driver does not tell more of are leased by their numbers on the host", async () => {
    const { gpus } = await listGpus(asked("2,5"), container({ 2: undefined, 5: undefined }));
    expect(values(gpus)).toEqual([
      ["0", "index-2"],
      ["1", "index-5"],
    ]);
  });

  test.each([
    [
      "0,1",
      [
        ["0", "index-0"],
        ["1", "index-1"],
      ],
    ],
    [
      ` ${A}, ${B} `,
      [
        ["0", lower(A)],
        ["1", lower(B)],
      ],
    ],
    [SLICES.join(), SLICES.map((uuid) => [uuid, lower(uuid)])],
    ["none", []],
    ["void", []],
    ["all", []],
    ["", []],
  ])("NVIDIA_VISIBLE_DEVICES=%s is understood", async (visible, expected) => {
    const { gpus, warnings } = await listGpus(asked(visible), NOWHERE);
    expect(values(gpus)).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  test("of more devices than NVIDIA_VISIBLE_DEVICES names, the named ones are used", async () => {
    const { gpus } = await listGpus(asked("1"), container({ 0: A, 1: B }));
    expect(values(gpus)).toEqual([["1", lower(B)]]);
  });

  test("names that CUDA does not take are told", async () => {
    const { gpus, warnings } = await listGpus(asked("0:0,0:1"), NOWHERE);
    expect(gpus).toEqual([]);
    expect(warnings.join()).toMatch(/names 2 GPUs in a way that CUDA does not take/);
  });
});

describe("the GPUs of AMD", () => {
  function radeons(): { readonly dev: string; readonly nvidia: string; readonly kfd: string } {
    const [dev, kfd] = [join(folder, "dev"), join(folder, "nodes")];
    mkdirSync(join(dev, "dri"), { recursive: true });
    for (const minor of [128, 129]) writeFileSync(join(dev, "dri", `renderD${minor}`), "");
    const nodes = [
      "cpu_cores_count 64\nsimd_count 0\ndrm_render_minor 0\nunique_id 0\n",
      "simd_count 416\ndrm_render_minor 128\nunique_id 11305018429549574211\n",
      "simd_count 416\ndrm_render_minor 129\nunique_id 0\n",
      // Its device is not in this container.
      "simd_count 416\ndrm_render_minor 130\nunique_id 77\n",
    ];
    nodes.forEach((text, node) => {
      mkdirSync(join(kfd, String(node)), { recursive: true });
      writeFileSync(join(kfd, String(node), "properties"), text);
    });
    return { dev, nvidia: "/nowhere", kfd };
  }

  test("are those whose device is there, by ROCR_VISIBLE_DEVICES", async () => {
    const list = await listGpus(machine(), radeons());
    expect(list.variable).toBe("ROCR_VISIBLE_DEVICES");
    expect(values(list.gpus)).toEqual([
      ["0", "gpu-9ce37e5d788bf843"],
      ["1", "amd-index-1"],
    ]);
  });

  test.each([
    [{ HIP_VISIBLE_DEVICES: "1,0" }, "HIP_VISIBLE_DEVICES", ["1", "0"]],
    [{ ROCR_VISIBLE_DEVICES: "1" }, "ROCR_VISIBLE_DEVICES", ["1"]],
    [{ ROCR_VISIBLE_DEVICES: "1,0", HIP_VISIBLE_DEVICES: "0" }, "HIP_VISIBLE_DEVICES", ["0"]],
    [
      { ROCR_VISIBLE_DEVICES: "0,1", CUDA_VISIBLE_DEVICES: "0,1" },
      "ROCR_VISIBLE_DEVICES",
      ["0", "1"],
    ],
    [{ HIP_VISIBLE_DEVICES: "-1" }, "HIP_VISIBLE_DEVICES", []],
  ])("%o is divided by one variable alone", async (given, variable, expected) => {
    const list = await listGpus({ ...machine(), ...given }, radeons());
    expect(list.variable).toBe(variable);
    expect(list.gpus.map(({ value }) => value)).toEqual(expected);
    for (const gpu of list.gpus)
      expect(Object.keys(gpuEnvironment({ ...list, gpus: [...list.gpus, gpu] }, [gpu]))).toEqual([
        variable,
      ]);
  });

  test("that two variables name are leased by what they are", async () => {
    const given = { ROCR_VISIBLE_DEVICES: "1,0", HIP_VISIBLE_DEVICES: "1" };
    const { gpus } = await listGpus({ ...machine(), ...given }, radeons());
    expect(values(gpus)).toEqual([["1", "gpu-9ce37e5d788bf843"]]);
  });
});

describe("the variables of a slot", () => {
  const list = { variable: "CUDA_VISIBLE_DEVICES", isPciOrder: true, warnings: [] } as const;
  const gpus = [
    { value: "0", lease: lower(A) },
    { value: "1", lease: lower(B) },
  ];

  test("are none where it has everything", () => {
    expect(gpuEnvironment({ ...list, gpus }, gpus)).toEqual({});
    expect(gpuEnvironment({ ...list, gpus: [] }, [])).toEqual({});
  });

  test("are its indexes and the order in which they count", () => {
    expect(gpuEnvironment({ ...list, gpus }, gpus.slice(1))).toEqual({
      CUDA_VISIBLE_DEVICES: "1",
      CUDA_DEVICE_ORDER: "PCI_BUS_ID",
    });
  });

  test("leave the order alone where the user has set the indexes", async () => {
    const own = await listGpus(machine(TWO, "1,0"), NOWHERE);
    expect(gpuEnvironment(own, own.gpus.slice(0, 1))).toEqual({ CUDA_VISIBLE_DEVICES: "1" });
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
    const { gpus } = await listGpus(machine(TWO, visible), NOWHERE);
    expect(gpus.map(({ value, lease }) => [value, lease])).toEqual(expected);
  });

  test("names GPUs also where there is no nvidia-smi", async () => {
    const { gpus } = await listGpus(machine(undefined, `0,02,${A}`), NOWHERE);
    expect(gpus.map(({ lease }) => lease)).toEqual(["index-0", "index-2", lower(A)]);
  });

  test("that names none does not wake nvidia-smi", async () => {
    expect(await listGpus(machine("exit 9", "-1"))).toMatchObject({ gpus: [], warnings: [] });
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

  test("a slot gets one MIG slice at most, for CUDA takes no more", () => {
    const slices = SLICES.map((uuid): Gpu => ({ value: uuid, lease: uuid, isSlice: true }));
    expect(divideGpus(slices, 1)).toEqual([slices.slice(0, 1)]);
    expect(divideGpus(slices, "auto")).toEqual(slices.map((slice) => [slice]));
    expect(divideGpus(slices, 4).map(([slice]) => slice)).toEqual([...slices, slices[0]]);
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
