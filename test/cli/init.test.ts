import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";

const TORCH = `import argparse, torch
parser = argparse.ArgumentParser()
parser.add_argument("--input")
parser.add_argument("--output")
given = parser.parse_args()
torch.save({}, given.output)
`;

/** A folder as people have them before they know of Donemark. */
function folder(files: Readonly<Record<string, string>>): Workspace {
  const here = workspace();
  for (const [name, text] of Object.entries(files)) here.write(name, text);
  return here;
}

const many = (pattern: string): Readonly<Record<string, string>> =>
  Object.fromEntries(["a", "b", "c"].map((id) => [pattern.replace("*", id), id]));

describe("init writes a definition that a plan accepts", () => {
  test.each([
    [
      "genomes, a program with flags, weights and a lock file",
      {
        ...many("inputs/*.fa"),
        "predict.py": TORCH,
        "requirements.txt": "torch==2.8",
        "weights/esm2.pt": "w",
        "README.md": "# mine",
        "test_predict.py": "",
      },
      {
        shards: "inputs/*.fa",
        checkpoint: "out/{id}.pt",
        command: 'python3 predict.py --input "$SHARD_INPUT" --output "$SHARD_CHECKPOINT"',
        "fingerprint-files": "predict.py\nrequirements.txt\nweights/esm2.pt",
      },
    ],
    [
      "recordings, and a worker that takes its shards from donemark.py",
      {
        ...many("audio/2024/*.wav"),
        "audio/notes.txt": "",
        "worker.py": "import donemark, json\nfor shard in donemark.shards():\n    shard.save({})\n",
        "donemark.py": "",
      },
      {
        shards: "audio/2024/*.wav",
        checkpoint: "out/{id}.out",
        command: "python3 worker.py",
        "fingerprint-files": "worker.py",
        "run-per": "slot",
      },
    ],
    [
      "images, a script, and more weights than one wants to name",
      {
        ...many("data/*.png"),
        ...Object.fromEntries(["1", "2", "3", "4"].map((n) => [`models/${n}.safetensors`, n])),
        "infer.py": "import sys\nnp.save(sys.argv[2], 1)",
        "out/old.png": "",
      },
      {
        shards: "data/*.png",
        checkpoint: "out/{id}.npy",
        command: 'python3 infer.py "$SHARD_INPUT" "$SHARD_CHECKPOINT"',
        "fingerprint-files": "infer.py\nmodels/*",
      },
    ],
    [
      "a list of shards, and a script of the shell",
      {
        "shards.jsonl": '{"id": "x", "inputs": []}\n{"id": "y", "inputs": []}\n',
        "fold.sh": 'echo x > "$SHARD_CHECKPOINT"',
      },
      {
        shards: "@shards.jsonl",
        checkpoint: "out/{id}.out",
        command: "bash fold.sh",
        "fingerprint-files": "fold.sh",
      },
    ],
  ])("of %s", async (_, files, values) => {
    const here = folder(files);
    const { code, stdout } = await here.donemark("init");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("donemark plan") });
    const written = parse(here.read("donemark.yml"));
    const trimmed = Object.entries<string>(written).map(([name, value]) => [name, value.trim()]);
    expect(Object.fromEntries(trimmed)).toEqual(values);
    const plan = await here.donemark("plan");
    expect({ code: plan.code, stderr: plan.stderr }).toEqual({ code: 0, stderr: "" });
    const amount = values.shards === "@shards.jsonl" ? 2 : 3;
    expect(stdout).toContain(`${amount} shards, such as `);
    expect(plan.stdout).toContain(`0 of ${amount} shards complete`);
  });

  test("with what is given in the place of a guess, each key with a word about it", async () => {
    const here = folder({ ...many("inputs/*.fa"), "predict.py": TORCH });
    const flags = ["--command=./run # it", "--retries=2", "--store=none"];
    expect((await here.donemark("init", ...flags)).code).toBe(0);
    expect(parse(here.read("donemark.yml"))).toMatchObject({
      shards: "inputs/*.fa",
      command: "./run # it",
      retries: 2,
      store: "none",
    });
    expect(here.read("donemark.yml")).toMatch(/^# Each file is a shard\.\nshards: /m);
  });
});

describe("init", () => {
  test("says what it cannot guess, how to give it, and writes nothing", async () => {
    const here = folder({ "notes.txt": "" });
    const { code, stderr } = await here.donemark("init");
    expect([code, stderr]).toEqual([
      2,
      "error Nothing here tells which files are the inputs and the program. Say so: donemark init --shards='inputs/*.fa' --command='python3 predict.py'\n",
    ]);
    expect(here.names(".")).toEqual(["notes.txt"]);
  });

  test("changes no definition and no workflow that is there", async () => {
    const here = folder({ ...many("inputs/*.fa"), "predict.py": TORCH, "donemark.yml": "mine" });
    const refused = await here.donemark("init");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("donemark.yml is there already"),
    ]);
    expect(here.read("donemark.yml")).toBe("mine");
    const other = folder({
      ...many("inputs/*.fa"),
      "predict.py": TORCH,
      ".github/workflows/donemark.yml": "mine",
    });
    expect((await other.donemark("init", "--workflow")).stderr).toContain("is there already");
    expect(other.read(".github/workflows/donemark.yml")).toBe("mine");
    expect(other.names(".")).not.toContain("donemark.yml");
  });

  test("writes the workflow of the documentation on wish", async () => {
    const here = folder({ ...many("inputs/*.fa"), "predict.py": TORCH });
    await here.donemark("init", "--workflow");
    expect(parse(here.read(".github/workflows/donemark.yml"))).toEqual({
      name: "donemark",
      on: "workflow_dispatch",
      jobs: {
        predict: {
          permissions: { contents: "read", actions: "write" },
          uses: "donemark/donemark/.github/workflows/predict.yml@v0",
          with: { "runs-on": '["self-hosted", "gpu"]', artifact: "results" },
        },
      },
    });
  });

  test("is what a folder without a definition is told of", async () => {
    const { stderr } = await folder({}).donemark("run");
    expect(stderr).toContain("`donemark init` makes one.");
  });

  test("takes names that YAML would read as something else for what they are", async () => {
    const here = folder({ ...many("no: #1/*.fa"), "yes.py": "" });
    expect((await here.donemark("init")).code).toBe(0);
    expect(parse(here.read("donemark.yml"))).toMatchObject({ shards: "no: #1/*.fa" });
  });
});

describe("init, of names that a shell would read as something else", () => {
  test.each(["predict (v2).py", "predict;touch stray.py", "predict $(touch stray).py", "-c.py"])(
    "starts %j as a program",
    async (name) => {
      const here = folder({
        ...many("inputs/*.fa"),
        [name]: 'import os\nopen(os.environ["SHARD_CHECKPOINT"], "w").write("x")\n',
      });
      expect((await here.donemark("init")).code).toBe(0);
      const { code, stderr } = await here.donemark("run");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(here.names(".").filter((one) => one.startsWith("stray"))).toEqual([]);
    },
  );
});

test("init names like files that are no part of what it guesses", async () => {
  const here = folder({
    ...many("inputs/day/*.wav"),
    ...many("inputs/night/*.wav"),
    "predict.py": TORCH,
    "figures/one.png": "",
  });
  const { code, stdout, stderr } = await here.donemark("init");
  expect(code).toBe(0);
  expect(stdout).toContain("3 shards");
  expect(stderr).toContain('"inputs/night/*.wav" are there too, and are no shards.');
  expect(stderr).not.toContain("figures");
});

test.runIf(HAS_TERMINALS)("init asks on a terminal, and offers what it guesses", async () => {
  const here = folder({ ...many("inputs/*.fa"), "predict.py": TORCH });
  const { code, said } = await runOnTerminal(here, {
    command: "init",
    env: { CI: "" },
    answer: { text: "Inputs, one file", typed: "inputs/a*.fa\n\n\n\n" },
  });
  expect(said).toContain("Inputs, one file for each shard [inputs/*.fa]: ");
  expect(said).toContain("Result of a shard [out/{id}.pt]: ");
  expect(code).toBe(0);
  expect(parse(here.read("donemark.yml"))).toMatchObject({
    shards: "inputs/a*.fa",
    checkpoint: "out/{id}.pt",
    "fingerprint-files": "predict.py",
  });
});
