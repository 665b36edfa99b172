import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { LAMBDA, node, temporaryFolder } from "./script.ts";
import type { Run } from "./script.ts";

const GENOME = path.join(LAMBDA, "lambda.fa");
const sequence = readFileSync(GENOME, "utf8").replace(/^.*\n/, "").replaceAll(/\s/g, "");

const shared = await mkdtemp(path.join(tmpdir(), "donemark-examples-"));
beforeAll(() => cutInto(path.join(shared, "shards"), ["40"]));
afterAll(() => rm(shared, { recursive: true, force: true }));

describe("the genome", () => {
  test("is the one that its README tells of", () => {
    const digest = createHash("sha256").update(readFileSync(GENOME)).digest("hex");
    expect(sequence).toHaveLength(48_502);
    expect(readFileSync(path.join(LAMBDA, "README.md"), "utf8")).toContain(digest);
  });
});

describe("cut.mjs", () => {
  test("cuts the genome into shards with several records that hold every base exactly once", () => {
    const folder = path.join(shared, "shards");
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(40);
    expect([files[0], files[39]]).toEqual(["shard-00.fa", "shard-39.fa"]);
    const shards = files.map((file) => recordsOf(path.join(folder, file)));
    expect(shards.every((records) => records.length >= 2)).toBe(true);
    let end = 0;
    for (const record of shards.flat()) {
      expect(record.start).toBe(end + 1);
      expect(record.end - end).toBe(record.bases.length);
      end = record.end;
    }
    const bases = shards.flat().map((record) => record.bases);
    expect(bases.join("") === sequence).toBe(true);
  });

  test("lets each window go on into the next by the overlap, but not beyond the genome", async () => {
    const folder = await cut("7", "50");
    const records = readdirSync(folder)
      .sort()
      .flatMap((file) => recordsOf(path.join(folder, file)));
    for (const [place, record] of records.entries()) {
      expect(record.bases === sequence.slice(record.start - 1, record.end)).toBe(true);
      expect(record.end).toBe(Math.min(48_502, (records[place + 1]?.start ?? 48_503) + 49));
    }
  });

  test("gives the same files again, and removes only shards of an earlier cut", async () => {
    const folder = await cut("12");
    const before = contentsOf(folder);
    writeFileSync(path.join(folder, "mine.fa"), ">mine\nACGT\n");
    writeFileSync(path.join(folder, "shard-99.fa"), ">old\nACGT\n");
    await node("cut.mjs", [GENOME, folder, "12"], {});
    rmSync(path.join(folder, "mine.fa"));
    expect(contentsOf(folder)).toEqual(before);
  });

  test.each([[[]], [[GENOME, "x"]], [[GENOME, "x", "0"]], [[GENOME, "x", "2", "-1"]]])(
    "exits with 2 and says how it is used for %j",
    async (args) => {
      const { code, stderr } = await node("cut.mjs", args, {});
      expect({ code, usage: stderr.includes("usage: node cut.mjs") }).toEqual({
        code: 2,
        usage: true,
      });
    },
  );
});

describe("predict.mjs", () => {
  test("writes a sound safetensors file with its status, the same bytes at every run", async () => {
    const { out, shard } = await oneShard();
    const again = { ...shard, checkpoint: path.join(out, "again.safetensors") };
    const [first] = await Promise.all([predict(shard), predict(again)]);
    const bytes = readFileSync(shard.checkpoint);
    expect(readFileSync(again.checkpoint).equals(bytes)).toBe(true);
    const headerBytes = Number(bytes.readBigUInt64LE());
    const header: unknown = JSON.parse(bytes.toString("utf8", 8, 8 + headerBytes));
    const records = recordsOf(shard.input);
    expect(header).toMatchObject({
      __metadata__: {
        status: "complete",
        version: "1.0",
        shard: "shard-07",
        records: JSON.stringify(records.map((record) => record.name)),
      },
      features: { dtype: "F32", shape: [records.length, 145] },
      scores: { dtype: "F32", shape: [records.length] },
    });
    const split = records.length * 145 * 4;
    const end = split + records.length * 4;
    expect(header).toHaveProperty("features.data_offsets", [0, split]);
    expect(header).toHaveProperty("scores.data_offsets", [split, end]);
    expect(bytes).toHaveLength(8 + headerBytes + end);
    expect(first.stdout.trim().split("\n")).toHaveLength(records.length);
    expect(readdirSync(out).sort()).toEqual(["again.safetensors", "shard-07.safetensors"]);
  });

  test("keeps each group of records as a part with a marker, and reuses exactly the marked ones", async () => {
    const { shard, work } = await oneShard();
    await predict({ ...shard, work });
    const whole = readFileSync(shard.checkpoint);
    expect(readdirSync(work).sort()).toEqual([
      "part-00.json",
      "part-00.json.done",
      "part-01.json",
      "part-01.json.done",
    ]);
    rmSync(path.join(work, "part-00.json"));
    const { stdout } = await predict({ ...shard, work, resume: true });
    expect(reused(stdout)).toEqual(["part-01.json"]);
    expect(readFileSync(shard.checkpoint).equals(whole)).toBe(true);
    rmSync(path.join(work, "part-01.json.done"));
    expect(reused((await predict({ ...shard, work, resume: true })).stdout)).toEqual([
      "part-00.json",
    ]);
  });

  test("computes every part anew where it may not resume, or where a part is of other records", async () => {
    const { shard, work } = await oneShard();
    await predict({ ...shard, work });
    expect(reused((await predict({ ...shard, work })).stdout)).toEqual([]);
    const other = path.join(path.dirname(shard.input), "shard-08.fa");
    const { stdout } = await predict({ ...shard, input: other, work, resume: true });
    expect(reused(stdout)).toEqual([]);
  });

  test("keeps no parts where the work directory is the checkpoint or not given", async () => {
    const { out, shard } = await oneShard();
    const { code } = await predict({ ...shard, work: shard.checkpoint });
    expect({ code, files: readdirSync(out) }).toEqual({ code: 0, files: ["shard-07.safetensors"] });
  });

  test("killed in the middle of a shard, it goes on from the last part to the same bytes", async () => {
    const { shard, work } = await oneShard();
    const child = spawn(process.execPath, [path.join(LAMBDA, "predict.mjs")], {
      env: { ...process.env, ...environmentOf({ ...shard, work }), PREDICT_SECONDS: "0.6" },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => {
      child.on("close", (_, signal) => resolve(signal));
    });
    while (!existsSync(path.join(work, "part-00.json.done"))) await sleep(5);
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect(existsSync(shard.checkpoint)).toBe(false);
    const { stdout } = await predict({ ...shard, work, resume: true });
    expect(reused(stdout)).toContain("part-00.json");
    const resumed = readFileSync(shard.checkpoint);
    await predict(shard);
    expect(readFileSync(shard.checkpoint).equals(resumed)).toBe(true);
  });

  test("reads every file that SHARD_INPUTS_FILE names", async () => {
    const { out, shard } = await oneShard();
    const list = path.join(path.dirname(out), "inputs.txt");
    const inputs = [shard.input, path.join(path.dirname(shard.input), "shard-08.fa")];
    writeFileSync(list, `${inputs.join("\n")}\n`);
    const env = { ...environmentOf(shard), SHARD_INPUTS_FILE: list };
    const { stdout } = await node("predict.mjs", [], { env });
    const names = inputs.flatMap(recordsOf).map((record) => record.name);
    expect(stdout.match(/NC_001416\S+/g)).toEqual(names);
  });

  test("says what it needs where it is started without", async () => {
    const { code, stderr } = await node("predict.mjs", [], {});
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("SHARD_CHECKPOINT"),
    });
  });
});

describe("worker.mjs and batch.mjs", () => {
  test("give every shard of the genome the same bytes as predict.mjs, and mark it", async () => {
    const folder = path.join(shared, "shards");
    const ids = readdirSync(folder).map((file) => path.parse(file).name);
    const places = await Promise.all(["worker", "batch", "predict"].map(() => temporaryFolder()));
    const [worker = "", batch = "", single = ""] = places;
    const list = path.join(batch, "shards.jsonl");
    writeFileSync(list, linesOf(ids, folder, batch));
    const runs = await Promise.all([
      node("worker.mjs", [], { stdin: linesOf(ids, folder, worker) }),
      node("batch.mjs", [], { env: { SHARDS_FILE: list } }),
      ...["shard-00", "shard-19", "shard-39"].map((id) =>
        predict({
          id,
          input: path.join(folder, `${id}.fa`),
          checkpoint: path.join(single, `${id}.safetensors`),
        }),
      ),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    rmSync(list);
    const made = contentsOf(worker);
    expect(made.size).toBe(80);
    expect(made.get("shard-39.safetensors.done")).toBe("");
    expect(contentsOf(batch)).toEqual(made);
    for (const [file, content] of contentsOf(single)) expect(made.get(file)).toBe(content);
  });

  test("a shard that fails ends the worker without a marker, after the markers of those before it", async () => {
    const { out, shard, folder } = await oneShard();
    const lines = linesOf(["shard-07", "missing", "shard-08"], folder, out);
    const { code } = await node("worker.mjs", [], { stdin: lines });
    expect(code).toBe(1);
    expect(readdirSync(out).sort()).toEqual([
      path.basename(shard.checkpoint),
      `${path.basename(shard.checkpoint)}.done`,
    ]);
  });

  test("a shard that fails in a batch leaves the others marked, and the exit status is 1", async () => {
    const { out, folder } = await oneShard();
    const list = path.join(path.dirname(out), "list.jsonl");
    writeFileSync(list, linesOf(["shard-07", "missing", "shard-08"], folder, out));
    const { code, stderr } = await node("batch.mjs", [], { env: { SHARDS_FILE: list } });
    expect({ code, named: stderr.includes("missing: failed") }).toEqual({ code: 1, named: true });
    expect(readdirSync(out).filter((file) => file.endsWith(".done"))).toEqual([
      "shard-07.safetensors.done",
      "shard-08.safetensors.done",
    ]);
  });
});

describe("donemark.yml", () => {
  test("names all code that a prediction runs as fingerprint files", () => {
    const config: unknown = parse(readFileSync(path.join(LAMBDA, "donemark.yml"), "utf8"));
    expect(config).toMatchObject({
      shards: "shards/*.fa",
      checkpoint: "out/{id}.safetensors",
      work: "work/{id}",
      command: "node predict.mjs",
      "fingerprint-files": `${[...importsOf("predict.mjs")].join("\n")}\n`,
    });
  });
});

interface Given {
  readonly id: string;
  readonly input: string;
  readonly checkpoint: string;
  readonly work?: string;
  readonly resume?: boolean;
}

interface FastaRecord {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly bases: string;
}

async function cut(...numbers: readonly string[]): Promise<string> {
  const folder = path.join(await temporaryFolder(), "shards");
  await cutInto(folder, numbers);
  return folder;
}

async function cutInto(folder: string, numbers: readonly string[]): Promise<void> {
  const { code, stderr } = await node("cut.mjs", [GENOME, folder, ...numbers], {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

interface Place {
  /** Every shard of the genome; only read. */
  readonly folder: string;
  readonly out: string;
  readonly work: string;
  readonly shard: Given;
}

async function oneShard(): Promise<Place> {
  const folder = path.join(shared, "shards");
  const place = await temporaryFolder();
  const out = path.join(place, "out");
  await mkdir(out);
  const input = path.join(folder, "shard-07.fa");
  const checkpoint = path.join(out, "shard-07.safetensors");
  const work = path.join(place, "work");
  return { folder, out, work, shard: { id: "shard-07", input, checkpoint } };
}

function predict(shard: Given): Promise<Run> {
  return node("predict.mjs", [], { env: environmentOf(shard) });
}

function environmentOf({ id, input, checkpoint, work, resume }: Given): Record<string, string> {
  return {
    SHARD_ID: id,
    SHARD_INPUT: input,
    SHARD_CHECKPOINT: checkpoint,
    SHARD_WORK: work ?? "",
    SHARD_RESUME: resume === true ? "1" : "0",
  };
}

function linesOf(ids: readonly string[], folder: string, out: string): string {
  return ids
    .map((id) => ({
      id,
      inputs: [path.join(folder, `${id}.fa`)],
      checkpoint: path.join(out, `${id}.safetensors`),
      work: null,
      resume: false,
      attempt: 1,
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

function recordsOf(file: string): readonly FastaRecord[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^>(NC_001416\.1:(\d+)-(\d+))\n([ACGT\n]+)/gm)].map(
    ([, name = "", start, end, bases = ""]) => ({
      name,
      start: Number(start),
      end: Number(end),
      bases: bases.replaceAll("\n", ""),
    }),
  );
}

/** Every file of a folder with its bytes as text. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), "latin1")]));
}

function reused(stdout: string): readonly string[] {
  return [...stdout.matchAll(/: (\S+) is reused$/gm)].map(([, part]) => part ?? "");
}

function importsOf(file: string): ReadonlySet<string> {
  const text = readFileSync(path.join(LAMBDA, file), "utf8");
  const direct = [...text.matchAll(/from "\.\/(.+)"/g)].map(([, name]) => name ?? "");
  return new Set([file, ...direct.flatMap((name) => [...importsOf(name)])]);
}
