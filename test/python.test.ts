import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { outcomes, shardOf, workspace, type Workspace } from "./fixtures/cli/workspace.ts";
import { startTimeOf } from "../src/machine/processes.ts";
import { temporaryFolder } from "./helpers/program.ts";
import { until } from "./helpers/until.ts";

const PYTHON = process.env["DONEMARK_TEST_PYTHON"] ?? "python3";
const FOLDER = fileURLToPath(new URL("../python", import.meta.url));
const hasPython = spawnSync(PYTHON, ["--version"]).status === 0;
const MODES = ["shard", "slot", "job"];
const WHERE = hasPython ? "" : " (skipped: Python is not installed)";

/** The five lines of the manual, around a model that counts its loads and takes its orders from the records. */
const PROGRAM = `import os, pathlib, subprocess, sys, time
import donemark

def note(text):
    with open("ran.txt", "a") as file:
        file.write(text + "\\n")

def predict(records):
    note("batch " + records[0])
    if "bad" in records: raise ValueError("no FASTA:\\n line 3")
    if "silent" in records: raise EOFError
    if "lost" in records: raise RuntimeError("CUDA error: device-side assert triggered")
    if "hungry" in records: subprocess.run(["cat"])
    while "wait" in records and not pathlib.Path("go").exists(): time.sleep(0.02)
    return [{"record": record, "length": len(record), "pair": (1, 0.1)} for record in records]

note("load")
pathlib.Path("pid.txt").write_text(str(os.getpid()))
for shard in donemark.shards():
    with shard:
        records = pathlib.Path(shard.input).read_text().split()
        if "ignored" in records: continue
        shard.save(shard.map(predict, records, batch=2))
`;

function given(
  runPer: string,
  records: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
): Workspace {
  const here = workspace();
  here.write("program.py", PROGRAM);
  for (const [id, text] of Object.entries(records)) here.write(`in/${id}.txt`, text);
  here.define({
    shards: "in/*.txt",
    checkpoint: "out/{id}.jsonl",
    work: "work/{id}",
    command: `PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=${FOLDER} exec ${PYTHON} program.py`,
    "run-per": runPer,
    parallel: 1,
    ...more,
  });
  return here;
}

const noted = (here: Workspace, word: string): number =>
  here.lines("ran.txt").filter((line) => line.startsWith(word)).length;
const result = (text: string): string =>
  text
    .split(" ")
    .map((record) => `{"record":"${record}","length":${record.length},"pair":[1,0.1]}\n`)
    .join("");

describe.skipIf(!hasPython).concurrent.each(MODES)(
  `the same lines with run-per: %s${WHERE}`,
  (runPer) => {
    const loads = (shards: number): number => (runPer === "shard" ? shards : 1);

    test("make each shard whole, with one load of the model for a program", async () => {
      const here = given(runPer, { a: "AC GTT A", b: "T", c: "GG" });
      expect(await here.run()).toMatchObject({ code: 0, ran: 3, allDone: true });
      expect(here.read("out/a.jsonl")).toBe(result("AC GTT A"));
      expect(here.read("out/b.jsonl")).toBe(result("T"));
      expect(here.names("out").filter((name) => !/^[abc]\.jsonl(\.done)?$/.test(name))).toEqual([]);
      expect(noted(here, "load")).toBe(loads(3));
      expect(await here.run()).toMatchObject({ skipped: 3 });
    });

    test("fail one shard alone, with the exception as its reason", async () => {
      const here = given(runPer, { a: "AC", b: "GT bad", c: "GG" });
      const answer = await here.run();
      expect(outcomes(answer)).toEqual(["a done", "b failed", "c done"]);
      expect(shardOf(answer, "b").why).toBe(
        "its command reported a failure: ValueError: no FASTA: line 3",
      );
      expect(noted(here, "load")).toBe(loads(3));
      expect(here.logs().some((name) => here.log(name).includes("Traceback"))).toBe(true);
    });

    test("fail a shard that the program passes over, and wait for nothing", async () => {
      const here = given(runPer, { a: "AC", b: "ignored", c: "GG" });
      const answer = await here.run();
      expect(outcomes(answer)).toEqual(["a done", "b failed", "c done"]);
      expect(shardOf(answer, "b").why).toContain("went on without saving this shard");
    });

    test("go on behind the last part after a kill, and give the same bytes", async () => {
      const records = "AC GT TT wait GA T";
      const here = given(runPer, { a: records });
      const { child, ended } = here.start(["run"]);
      await until("the second part", () => noted(here, "batch TT") === 1);
      child.kill("SIGKILL");
      await ended;
      // It is ended a moment later, and would go on until then.
      await until(
        "the end of its command",
        () => startTimeOf(Number(here.read("pid.txt"))) === undefined,
      );
      here.write("go");
      expect(await here.run()).toMatchObject({ code: 0, ran: 1, resumed: 1 });
      expect(here.read("out/a.jsonl")).toBe(result(records));
      const batches = here.lines("ran.txt").filter((line) => line.startsWith("batch"));
      expect(batches).toEqual(["batch AC", "batch TT", "batch TT", "batch GA"]);
    });

    test("refuse an empty result, unless the program says that it is right", async () => {
      const here = given(runPer, { a: "" }, { "allow-empty": true });
      const answer = await here.run();
      expect(shardOf(answer, "a").why).toContain("a.jsonl would be empty");
      here.write("program.py", PROGRAM.replace("shard.save(", "shard.save_empty() or (").trimEnd());
      expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
      expect(here.read("out/a.jsonl")).toBe("");
    });

    test("give params under one name, and every input", async () => {
      const program = `import donemark
for shard in donemark.shards():
    shard.save({"params": shard.params, "inputs": shard.inputs, "attempt": shard.attempt})
`;
      const shards = [{ id: "x/y", inputs: ["in/a.txt", "in/b.txt"], params: { Model: "v2" } }];
      const here = given(runPer, { a: "A", b: "B" }, { shards, checkpoint: "out/{id}.json" });
      here.write("program.py", program);
      expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
      expect(JSON.parse(here.read("out/x/y.json"))).toEqual({
        params: { model: "v2" },
        inputs: ["in/a.txt", "in/b.txt"],
        attempt: 1,
      });
    });
  },
);

describe.skipIf(!hasPython).concurrent(`the lines of python/README.md${WHERE}`, () => {
  test.each(MODES)("run with run-per: %s", async (runPer) => {
    const here = given(runPer, { a: "AC GT", b: "T" });
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    here.write("program.py", /```python\n(.*?)```/s.exec(readme)?.[1] ?? "");
    here.write(
      "model.py",
      `class load_model:
    def predict(self, records): return [len(record) for record in records]
def read_fasta(path): return open(path).read().split()
`,
    );
    expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
    expect(here.read("out/a.jsonl")).toBe("2\n2\n");
  });
});

describe.skipIf(!hasPython).concurrent(`a worker in Python${WHERE}`, () => {
  test("reports an error that says nothing by its kind", async () => {
    const here = given("slot", { a: "silent" });
    expect(shardOf(await here.run(), "a").why).toBe("its command reported a failure: EOFError");
  });

  test("ends after an error that says that the GPU is lost, and another one takes the rest", async () => {
    const here = given("slot", { a: "AC", b: "lost", c: "GG" });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a done", "b failed", "c done"]);
    expect(shardOf(answer, "b").exitCode).toBe(1);
    expect(noted(here, "load")).toBe(2);
  });

  test("keeps its next shards from the programs that it starts", async () => {
    const here = given("slot", { a: "hungry", b: "hungry", c: "GG" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 3 });
  });
});

/** Runs lines of Python with one shard, whose checkpoint has this name; gives what is left in the folder. */
function python(
  checkpoint: string,
  ...lines: readonly string[]
): {
  readonly code: number | null;
  readonly stderr: string;
  readonly folder: string;
  readonly names: readonly string[];
} {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "out"));
  const text = ["import donemark", "shard = next(donemark.shards())", ...lines].join("\n");
  const { status, stderr } = spawnSync(PYTHON, ["-c", text], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      PYTHONPATH: FOLDER,
      PYTHONDONTWRITEBYTECODE: "1",
      SHARD_ID: "a",
      SHARD_CHECKPOINT: join("out", checkpoint),
    },
  });
  return { code: status, stderr, folder, names: readdirSync(join(folder, "out")).toSorted() };
}

describe.skipIf(!hasPython)(`donemark.py${WHERE}`, () => {
  test.each([
    ["bytes", "a.bin", String.raw`b"\x00\x01"`, "\u0000\u0001"],
    ["text", "a.txt", '"é"', "é"],
    ["a dict", "a.json", '{"status": "complete"}', '{"status":"complete"}\n'],
    ["records", "a.jsonl", '[{"n": 1}, {"n": 2}]', '{"n":1}\n{"n":2}\n'],
    ["records of a generator", "a.jsonl", "({'n': n} for n in (1, 2))", '{"n":1}\n{"n":2}\n'],
    ["records in one JSON file", "a.json", "[1, 2]", "[1,2]\n"],
    ["no records in a JSON file", "a.json", "[]", "[]\n"],
    ["what a function writes", "a.pt", "lambda file: file.write(b'tensor')", "tensor"],
  ])("saves %s", (_, name, content, expected) => {
    const { code, stderr, folder, names } = python(name, `shard.save(${content})`);
    expect({ code, stderr, names }).toEqual({ code: 0, stderr: "", names: [name] });
    expect(readFileSync(join(folder, "out", name), "utf8")).toBe(expected);
  });

  test("saves a folder that a library writes by its path", () => {
    const { folder, names } = python(
      "a.zarr",
      "with shard.writing() as path:",
      "    (path / 'deep').mkdir(parents=True)",
      "    (path / 'deep' / 'x').write_text('1')",
    );
    expect(names).toEqual(["a.zarr"]);
    expect(readFileSync(join(folder, "out/a.zarr/deep/x"), "utf8")).toBe("1");
  });

  test.each([
    [
      "an error in the midst of a write",
      "def w(f):",
      "    f.write(b'half'); raise OSError('no')",
      "shard.save(w)",
    ],
    ["what is no content, such as a table", "shard.save({1, 2})"],
    ["no byte", "shard.save(b'')"],
  ])("leaves nothing and ends after %s", (_, ...lines) => {
    const { code, names } = python("a.pt", ...lines);
    expect({ code, names }).toEqual({ code: 1, names: [] });
  });

  test("leaves the earlier file as it is where a later write breaks off", () => {
    const { names, folder, stderr } = python(
      "a.json",
      "shard.save([1])",
      "try: donemark._write(shard.checkpoint, lambda file: 1 / 0, False)",
      "except ZeroDivisionError: pass",
    );
    expect({ names, stderr }).toEqual({ names: ["a.json"], stderr: "" });
    expect(readFileSync(join(folder, "out/a.json"), "utf8")).toBe("[1]\n");
  });

  test("refuses a second result for a shard", () => {
    const { code, stderr } = python("a.json", "shard.save([1])", "shard.save([2])");
    expect(code).toBe(1);
    expect(stderr).toContain("shard a is saved or failed already");
  });

  test("says what it needs where no shard is given", () => {
    const env = { ...process.env, PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: "1" };
    const text = "import sys, donemark; sys.stdin = None; list(donemark.shards())";
    const { status, stderr } = spawnSync(PYTHON, ["-c", text], { env, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("No shard is given");
  });

  test("is written in the Python of 3.8, imports its standard library alone, and has the package's version", () => {
    const text = [
      "import ast, sys",
      `tree = ast.parse(open(${JSON.stringify(join(FOLDER, "donemark.py"))}).read(), feature_version=(3, 8))`,
      "names = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]",
      "names += [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]",
      "print([n for n in names if n.split('.')[0] not in sys.stdlib_module_names] if hasattr(sys, 'stdlib_module_names') else [])",
    ].join("\n");
    expect(spawnSync(PYTHON, ["-c", text], { encoding: "utf8" }).stdout).toBe("[]\n");
    const manifest: { readonly version: string } = JSON.parse(
      readFileSync(join(FOLDER, "../package.json"), "utf8"),
    );
    expect(readFileSync(join(FOLDER, "donemark.py"), "utf8")).toContain(
      `__version__ = "${manifest.version}"`,
    );
  });
});
