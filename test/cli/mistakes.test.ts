import { describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const DEFINITION = `shards: inputs/*.fa
checkpoint: out/{id}.pt
command: cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"
fingerprint-files: |
  predict.py
  weights/esm2.pt
`;

/** A project of three inputs. `edit` makes the mistake in its definition. */
function project(edit: (definition: string) => string = (same) => same): Workspace {
  const here = workspace();
  for (const id of ["a", "b", "c"]) here.write(`inputs/${id}.fa`, id);
  here.write("weights/esm2.pt", "weights");
  here.write("predict.py", "pass");
  here.write("donemark.yml", edit(DEFINITION));
  return here;
}

/** Every line that a person reads, with the workspace's folder as `.`. */
async function told(here: Workspace, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await here.donemark(...args);
  const text = `${stdout}${stderr}`.replaceAll(here.folder, ".");
  return [`exit ${code}`, ...text.trimEnd().split("\n")];
}

const put =
  (from: string | RegExp, to: string) =>
  (definition: string): string =>
    definition.replace(from, to);
const add =
  (line: string) =>
  (definition: string): string =>
    `${definition}${line}\n`;

describe("a mistake in donemark.yml is told in one line that says what was meant, and nothing runs", () => {
  test.each([
    [
      "a misspelt key",
      put("command:", "comand:"),
      'donemark.yml: comand is unknown. Did you mean "command"?',
    ],
    [
      "a key of another tool",
      add("timeout: 1h"),
      "donemark.yml: timeout is unknown. shard-timeout limits one shard, stall-timeout its silence, and max-runtime the whole run.",
    ],
    [
      "the key of GPUs",
      add("gpus: 2"),
      "donemark.yml: gpus is unknown. GPUs are found by themselves, one for each command at once; parallel sets how many run at once.",
    ],
    [
      "a folder that is not there",
      put("inputs/", "input/"),
      'No shard matches: "input/*.fa" found no file below ".". There is no folder "input". Did you mean "inputs/*.fa"?',
    ],
    [
      "another ending",
      put("*.fa", "*.fasta"),
      'No shard matches: "inputs/*.fasta" found no file below ".". The folder "inputs" has 3 names, such as "a.fa".',
    ],
    [
      "a folder in the place of its files",
      put("inputs/*.fa", "inputs"),
      'No shard matches: "inputs" found no file below ".". It is a folder: give a pattern of the files in it, such as "inputs/*".',
    ],
    [
      "weights that are not there",
      put("esm2.pt", "esm2_3B.pt"),
      'fingerprint-files: "weights/esm2_3B.pt" matches no file below ".". There is no file "weights/esm2_3B.pt". Did you mean "weights/esm2.pt"?',
    ],
    [
      "one path for all shards",
      put("{id}", "result"),
      'checkpoint must contain {id} or {name}, got "out/result.pt": "a" and "b" would share this path. Write "out/{id}.pt".',
    ],
    [
      "a variable of the shell in a path",
      put("{id}", "$SHARD_ID"),
      'checkpoint must name a shard as {id} or {name}, got "$SHARD_ID" in "out/$SHARD_ID.pt".',
    ],
    [
      "braces of another language",
      put("{id}", "${{ id }}"),
      'checkpoint must name a shard as {id} or {name}, got "${{ id }}" in "out/${{ id }}.pt".',
    ],
    [
      "another placeholder",
      put("{id}", "{ID}"),
      'checkpoint must use only {id} {name}, got {ID}. Did you mean "id"?',
    ],
    [
      "a store without its scheme",
      add("store: /mnt/results"),
      'donemark.yml: store must be auto, none, github or file:<folder>, got "/mnt/results". Did you mean "file:/mnt/results"?',
    ],
    [
      "a time in words",
      add("shard-timeout: 5 minutes"),
      'donemark.yml: shard-timeout must be a time such as 90m or 30s, got "5 minutes".',
    ],
    [
      "a word that is no choice",
      add("run-per: gpu"),
      'donemark.yml: run-per must be shard, slot or job, got "gpu".',
    ],
    [
      "ids with commas",
      add("only: a,b"),
      'only names no shard: "a,b". Write one per line, or a JSON array: ["a","b"].',
    ],
    [
      "no commands at once",
      add("parallel: 0"),
      "parallel must be auto or a whole number from 1 up",
    ],
  ])("%s", async (_, edit, message) => {
    const here = project(edit);
    const lines = await told(here, "run");
    expect(lines[0]).toBe("exit 2");
    expect(lines.filter((line) => line.includes(message))).toHaveLength(1);
    expect(here.has("out")).toBe(false);
  });

  test.each([
    [
      "a colon in a value",
      put(/^command: .*$/m, "command: echo epoch: 1"),
      'A value that holds ": " must stand in quotes, or on lines of its own behind "|".',
    ],
    ["a tab", put("  weights", "\tweights"), "Indent with spaces: a line of it begins with a tab."],
  ])("YAML that is broken by %s", async (_, edit, hint) => {
    const lines = await told(project(edit), "plan");
    expect(lines.slice(0, 2)).toEqual([
      "exit 2",
      expect.stringContaining("donemark.yml is not valid YAML: "),
    ]);
    expect(lines.at(-1)).toContain(hint);
  });
});

describe("a mistake on the command line is told in one line that says what was meant", () => {
  test.each([
    [
      "a misspelt flag",
      ["run", "--shard", "in/*.fa"],
      "--shard is unknown. Did you mean --shards?",
    ],
    ["a short flag", ["run", "-c", "donemark.yml"], "-c is unknown. Did you mean --config?"],
    [
      "a flag of another tool",
      ["run", "--workers=4"],
      "--workers is unknown. parallel sets how many commands run at once.",
    ],
    [
      "a pattern that the shell has expanded",
      ["run", "--shards", "inputs/a.fa", "inputs/b.fa"],
      "run takes no words, got \"inputs/b.fa\". If your shell has put them in the place of a pattern, quote it: --shards='in/*.txt'.",
    ],
    [
      "a config that is not there",
      ["run", "--config", "donmark.yml"],
      'config names "donmark.yml", which is not there. Did you mean "donemark.yml"?',
    ],
    [
      "a shard that does not exist",
      ["run", "--only", "aa"],
      'only names no shard: "aa". Did you mean "a"?',
    ],
  ])("%s", async (_, args, message) => {
    const here = project();
    expect(await told(here, ...args)).toEqual(["exit 2", `error ${message}`]);
    expect(here.has("out")).toBe(false);
  });

  test("info of what is not there", async () => {
    expect(await told(project(), "info", "d")).toEqual([
      "exit 3",
      'error No checkpoint is at "d", and no shard has that id. Did you mean "a"?',
    ]);
  });

  test("mark before anything was made", async () => {
    const lines = await told(project(), "mark", "a");
    expect(lines).toContain("refused  a  absent: there is no checkpoint");
    expect(lines[0]).toBe("exit 3");
  });

  test("collect before anything was made names the command that makes it", async () => {
    const lines = await told(project(), "collect");
    expect(lines.at(-1)).toBe("Next: donemark run");
  });
});

test("failures of shards with short ids are one cause, also where there are many", async () => {
  const here = project(put(/^command: .*$/m, "command: exit 7"));
  for (const id of "defghijklmnop") here.write(`inputs/${id}.fa`, id);
  const lines = await told(here, "run", "--max-failures", "0");
  expect(lines.filter((line) => line.startsWith("failed  "))).toHaveLength(11);
  expect(lines.filter((line) => line.startsWith("16 failed alike"))).toHaveLength(1);
});

describe("a mistake in the command is told once at the end, with all shards that made it", () => {
  test.each([
    [
      "a program that is not there",
      "pyhton predict.py",
      "the command ended with exit code 127: a program was not found.",
    ],
    [
      "a script without the right to run",
      "./predict.py",
      "the command ended with exit code 126: it was found and may not be executed.",
    ],
    [
      "a result in another place",
      "echo x > result.pt",
      'the command left no checkpoint at "out/a.pt" (the path in SHARD_CHECKPOINT)',
    ],
    [
      "memory that was used up",
      "exit 137",
      "the command ended with exit code 137 (SIGKILL): most often because the memory of the machine or container was used up.",
    ],
  ])("%s", async (_, command, why) => {
    const here = project(put(/^command: .*$/m, `command: ${command}`));
    const lines = await told(here, "run");
    expect(lines[0]).toBe("exit 1");
    const [head, ...more] = lines.filter((line) => /^(Failed|\d+ failed alike)/.test(line));
    expect(head).toContain(`3 failed alike (a, b, c): ${why}`);
    expect(more).toEqual([]);
    expect(lines.at(-1)).toBe("To go on once that is mended: donemark run");
  });
});
