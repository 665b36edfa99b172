import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { realDisk } from "../../../src/files/real-disk.ts";
import { inspect } from "../../../src/inspect/inspect.ts";
import type { Inspection } from "../../../src/inspect/inspection.ts";
import { pickle, uint64 } from "../../helpers/pickle.ts";
import { torchFile } from "../../helpers/torch-file.ts";
import { NAMES } from "../look.ts";
import { safetensorsFile } from "../samples.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Uint8Array>>;

function folderOf(files: Files, name = "out"): string {
  const root = mkdtempSync(join(tmpdir(), "donemark-folder-"));
  folders.push(root);
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const look = (folder: string): Promise<Inspection> => inspect(realDisk, folder, NAMES);
const lookAt = (files: Files, name?: string): Promise<Inspection> => look(folderOf(files, name));

describe("a directory", () => {
  test("of no known layout is neither sound nor bad", async () => {
    expect(await lookAt({ "a.bin": "1", "sub/b": "2" })).toEqual({
      format: "directory",
      structure: "unknown",
      why: "a directory without known structure",
      bytesRead: 0,
    });
  });

  test("of nothing is empty", async () => {
    expect(await lookAt({})).toMatchObject({ format: "directory", structure: "empty" });
  });
});

describe("an Orbax checkpoint", () => {
  const metadata = (commit: number | null, custom?: unknown): string =>
    JSON.stringify({
      item_handlers: null,
      init_timestamp_nsecs: 1_745_000_000_000_000_000,
      commit_timestamp_nsecs: commit,
      custom_metadata: custom ?? {},
    });
  const committed = metadata(1_745_000_001_000_000_000, { status: "complete", version: 2 });

  test("that was committed is sound, by its metadata or by a file", async () => {
    expect(await lookAt({ _CHECKPOINT_METADATA: committed, "d/x": "1" })).toMatchObject({
      format: "orbax",
      structure: "sound",
      status: "complete",
      version: "2",
    });
    for (const other of [{}, { _CHECKPOINT_METADATA: metadata(null) }])
      expect(await lookAt({ ...other, "commit_success.txt": "Checkpoint commit" })).toMatchObject({
        format: "orbax",
        structure: "sound",
      });
  });

  test.each<[string, Files, string, string]>([
    ["under a temporary name", { _CHECKPOINT_METADATA: committed }, "truncated", "its name"],
    ["that was not committed", { _CHECKPOINT_METADATA: metadata(null) }, "truncated", "committed"],
    ["whose commit file is empty", { "commit_success.txt": "" }, "unknown", "nothing in it"],
    ["that says nothing of it", { "manifest.ocdbt": "1" }, "unknown", "nothing in it"],
    ["whose metadata is cut", { _CHECKPOINT_METADATA: '{"init' }, "damaged", "no JSON object"],
    ["whose metadata is empty", { _CHECKPOINT_METADATA: "" }, "damaged", "no JSON object"],
    ["whose metadata is no object", { _CHECKPOINT_METADATA: "[1]" }, "damaged", "no JSON object"],
    [
      "whose metadata is longer than a megabyte",
      { _CHECKPOINT_METADATA: " ".repeat(1_100_000) },
      "unknown",
      "too long",
    ],
  ])("%s is not sound", async (what, files, structure, why) => {
    const name = what === "under a temporary name" ? "a.orbax-checkpoint-tmp-17" : "a";
    const found = await lookAt(files, name);
    expect(found).toMatchObject({ format: "orbax", structure, why: expect.stringContaining(why) });
    expect(found).not.toHaveProperty("status");
  });
});

describe("a checkpoint of torch.distributed", () => {
  const whole = { "__0_0.distcp": "data", "__1_0.distcp": "", ".metadata": pickle({ a: "b" }) };

  test("with its metadata is sound, also if a rank had nothing to save", async () => {
    expect(await lookAt(whole)).toMatchObject({ format: "torch-distributed", structure: "sound" });
  });

  test.each<[string, Files, string]>([
    ["without its metadata", { "__0_0.distcp": "data" }, "truncated"],
    ["whose metadata is being written", { ...whole, ".metadata.tmp": "" }, "truncated"],
    ["whose metadata is empty", { ...whole, ".metadata": "" }, "truncated"],
    [
      "whose metadata is cut",
      { ...whole, ".metadata": pickle({ a: "b" }).subarray(0, -1) },
      "damaged",
    ],
    ["whose metadata is zeros", { ...whole, ".metadata": Buffer.alloc(900) }, "damaged"],
  ])("%s is not whole", async (_, files, structure) => {
    expect(await lookAt(files)).toMatchObject({ format: "torch-distributed", structure });
  });
});

describe("a model in several safetensors files", () => {
  const real = fileURLToPath(new URL("../../fixtures/inspect/sharded", import.meta.url));
  const INDEX = "model.safetensors.index.json";
  const copy = (): string => {
    const folder = folderOf({});
    cpSync(real, folder, { recursive: true });
    return folder;
  };

  test("that is there as its index says is sound", async () => {
    const found = await look(real);
    expect(found).toMatchObject({ format: "safetensors-index", structure: "sound" });
    expect(found).not.toHaveProperty("status");
  });

  test("is inspected by its headers alone, whatever its size", async () => {
    const size = 3 * 1024 ** 3;
    const header = JSON.stringify({ a: { dtype: "U8", shape: [size], data_offsets: [0, size] } });
    const index = { metadata: { total_size: size }, weight_map: { a: "m.safetensors" } };
    const folder = folderOf({
      "m.safetensors": Buffer.concat([uint64(header.length), Buffer.from(header)]),
      [INDEX]: JSON.stringify(index),
    });
    truncateSync(join(folder, "m.safetensors"), 8 + header.length + size);
    const found = await look(folder);
    expect(found).toMatchObject({ structure: "sound" });
    expect(found.bytesRead).toBeLessThan(8192);
  });

  test("gives the fields of its index's metadata", async () => {
    const file = safetensorsFile(Buffer.alloc(100, 1), {});
    const metadata = { status: "complete", version: 3 };
    const index = JSON.stringify({ metadata, weight_map: { a: "m.safetensors" } });
    expect(await lookAt({ "m.safetensors": file, [INDEX]: index })).toMatchObject({
      structure: "sound",
      status: "complete",
      version: "3",
    });
  });

  test.each<[string, (folder: string) => void, string, string]>([
    [
      "of which a file is missing",
      (folder) => rmSync(join(folder, "model-00002-of-00002.safetensors")),
      "truncated",
      "its model-00002-of-00002.safetensors is missing",
    ],
    [
      "of which a file is cut",
      (folder) => truncateSync(join(folder, "model-00002-of-00002.safetensors"), 2000),
      "truncated",
      "its model-00002-of-00002.safetensors is truncated: it is 744 bytes short",
    ],
    [
      "of which a file is empty",
      (folder) => truncateSync(join(folder, "model-00001-of-00002.safetensors"), 0),
      "truncated",
      "its model-00001-of-00002.safetensors is empty",
    ],
    [
      "whose index is cut",
      (folder) => truncateSync(join(folder, INDEX), 100),
      "damaged",
      `its ${INDEX} is no index`,
    ],
    [
      "of which a file is another model's",
      (folder) =>
        writeFileSync(
          join(folder, "model-00002-of-00002.safetensors"),
          safetensorsFile(Buffer.alloc(1280, 1), {}),
        ),
      "unknown",
      "it holds 3,840 bytes of tensors, and its index says 5120",
    ],
  ])("%s is not sound", async (_, change, structure, why) => {
    const folder = copy();
    change(folder);
    expect(await look(folder)).toMatchObject({ format: "safetensors-index", structure, why });
  });

  test("is not looked for outside of the directory", async () => {
    for (const file of ["../../other/m.safetensors", "/etc/hostname", "sub/m.safetensors"]) {
      const index = JSON.stringify({ weight_map: { a: file } });
      const files = { [INDEX]: index, "sub/m.safetensors": "1" };
      expect(await lookAt(files)).toMatchObject({
        structure: "truncated",
        why: `its ${file} is missing`,
      });
    }
  });

  test.each(["[]", "{}", '{"weight_map": {}}', '{"weight_map": {"a": 1}}', '{"weight_map": null}'])(
    "whose index is %s is damaged",
    async (index) => {
      expect(await lookAt({ [INDEX]: index })).toMatchObject({ structure: "damaged" });
    },
  );
});

describe("a checkpoint of the Trainer", () => {
  const whole: Files = {
    "config.json": "{}",
    "model.safetensors": safetensorsFile(Buffer.alloc(900, 1), { format: "pt" }),
    "training_args.bin": torchFile({ pickle: pickle({ lr: 1 }) }),
    "optimizer.pt": torchFile({ pickle: pickle({ state: 1 }) }),
    "trainer_state.json": JSON.stringify({ global_step: 500, log_history: [] }),
  };
  const without = (name: string): Files =>
    Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
  const cut = (name: string): Files => ({
    ...whole,
    [name]: Buffer.from(whole[name] ?? "").subarray(0, -1),
  });

  test("with its state, which is written last, is sound under any name", async () => {
    for (const name of ["checkpoint-500", "a"])
      expect(await lookAt(whole, name)).toMatchObject({
        format: "transformers",
        structure: "sound",
      });
  });

  test.each<[string, Files, string, string]>([
    ["without its state", without("trainer_state.json"), "truncated", "is missing"],
    ["whose state is cut", cut("trainer_state.json"), "truncated", "trainer_state.json"],
    ["whose state is empty", { ...whole, "trainer_state.json": "" }, "truncated", "is empty"],
    ["whose model is cut", cut("model.safetensors"), "truncated", "1 byte short"],
    ["whose optimizer is cut", cut("optimizer.pt"), "truncated", "optimizer.pt"],
    ["that says so", { ...whole, "checkpoint-is-incomplete.txt": "" }, "truncated", "incomplete"],
    [
      "whose index names a file that is missing",
      { ...whole, "model.safetensors.index.json": '{"weight_map": {"a": "b.safetensors"}}' },
      "truncated",
      "its b.safetensors is missing",
    ],
  ])("%s is not whole", async (_, files, structure, why) => {
    expect(await lookAt(files, "checkpoint-500")).toMatchObject({
      format: "transformers",
      structure,
      why: expect.stringContaining(why),
    });
  });

  test("is not what other programs name alike", async () => {
    const other = { "model.safetensors": "1", "optimizer.bin": "2", "random_states_0.pkl": "3" };
    expect(await lookAt(other, "checkpoint-500")).toMatchObject({
      format: "directory",
      structure: "unknown",
    });
  });
});

test("an error of the disk comes through", async () => {
  const folder = folderOf({ _CHECKPOINT_METADATA: "{}" });
  const broken = {
    ...realDisk,
    open: () => {
      throw new Error("EIO: i/o error");
    },
  };
  await expect(inspect(broken, folder, NAMES)).rejects.toThrow("EIO");
});
