import { describe, expect, test } from "vitest";
import { snapshot, workspace, type Workspace } from "../fixtures/cli/workspace.ts";

const COMMAND = 'echo "$SHARD_ID" >> ran.txt; cp "$SHARD_INPUT" "$SHARD_CHECKPOINT"';
const DEFINITION = { shards: "in/*.fa", checkpoint: "out/{id}.txt", command: COMMAND, shell: "sh" };

let shared: Workspace | undefined;

/**
 * A workspace in which everything is finished, so that there is something to lose. It is made once: every refusal
 * leaves it as it was.
 */
async function finished(): Promise<Workspace> {
  if (shared === undefined) shared = await finish();
  shared.define(DEFINITION);
  return shared;
}

async function finish(): Promise<Workspace> {
  const here = workspace();
  here.write("in/a.fa", "A");
  here.write("in/b.fa", "B");
  here.define(DEFINITION);
  expect(await here.run()).toMatchObject({ ran: 2, allDone: true, code: 0 });
  return here;
}

/** Runs the program, which must refuse with exit code 2 and touch nothing; gives its words, one line each. */
async function refusal(here: Workspace, ...args: readonly string[]): Promise<readonly string[]> {
  const before = snapshot(here.folder);
  const { code, stdout, stderr } = await here.donemark(...args);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr });
  expect(snapshot(here.folder)).toEqual(before);
  expect(stderr).not.toMatch(/^\s+at /m);
  return stderr.split("\n").filter((line) => line.startsWith("error "));
}

describe("a definition that cannot be is refused before anything is touched", () => {
  test("globs that match nothing are named, with the folder they were looked for in", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--shards", "inputs/*.fasta");
    expect(line).toContain('No shard matches: "inputs/*.fasta" found no file below');
    expect(line).toContain(here.folder);
  });

  test("folders are no shards", async () => {
    const here = await finished();
    here.write("folders/one.fa/file");
    expect(await refusal(here, "run", "--shards", "folders/*.fa")).toHaveLength(1);
  });

  test("two shards with one id are named with their files", async () => {
    const here = await finished();
    here.write("in/a.fasta", "A");
    const lines = await refusal(here, "run", "--shards", "in/*");
    expect(lines).toEqual(['error Two shards have the id "a": "in/a.fa" and "in/a.fasta".']);
  });

  test("two shards that share a checkpoint path are both named", async () => {
    const here = await finished();
    here.write("deep/x/s.fa", "1");
    here.write("deep/y/s.fa", "2");
    const lines = await refusal(
      here,
      ...["run", "--shards", "deep/**/*.fa", "--checkpoint", "out/{name}.txt"],
    );
    expect(lines).toEqual(['error Shards "x/s" and "y/s" share the path "out/s.txt".']);
  });

  test("a template without a placeholder gives every shard the same path, which is refused", async () => {
    const here = await finished();
    const lines = await refusal(here, "run", "--checkpoint", "out/all.txt");
    expect(lines).toEqual([
      'error checkpoint must contain {id} or {name}, got "out/all.txt": "a" and "b" would share this path. Write "out/{id}.txt".',
    ]);
  });

  test.each([
    ["../evil", "would lead out of the checkpoint's folder"],
    ["a/../../evil", "would lead out of the checkpoint's folder"],
    ["/etc/passwd", "would lead out of the checkpoint's folder"],
    ["..\\..\\evil", 'leads out of "out"'],
  ])("the id %s leads out of the template's fixed part", async (id, words) => {
    const here = await finished();
    const [line, ...more] = await refusal(here, "run", "--shards", JSON.stringify([{ id }]));
    expect(more).toEqual([]);
    expect(line).toContain(`Shard ${JSON.stringify(id)}`);
    expect(line).toContain(words);
  });

  test("a template that climbs out of its own fixed part is refused", async () => {
    const here = await finished();
    const lines = await refusal(here, "run", "--checkpoint", "out/{id}/../../{name}.txt");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('checkpoint "a.txt" leads out of "out"');
  });

  test("a work template needs {id} or {name}", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--work", "work/all");
    expect(line).toContain("work must contain {id} or {name}");
    expect(line).toContain('got "work/all"');
  });

  test.each([
    ["a control character", "a\u0007b", "must hold no control character"],
    ["a line end", "a\nb", "must hold no control character"],
    ["a line separator", "a\u2028b", "must hold no control character"],
    ["201 characters", "x".repeat(201), "must have 1 to 200 characters, got 201"],
    ["no character", "", "must have 1 to 200 characters, got 0"],
  ])("an id with %s is refused", async (_, id, words) => {
    const here = await finished();
    const lines = await refusal(here, "run", "--shards", JSON.stringify([{ id }]));
    expect(lines.join("\n")).toContain(words);
    // oxlint-disable-next-line no-control-regex -- what must not reach a terminal
    expect(lines.join("")).not.toMatch(/[\u0000-\u001f\u2028]/);
  });

  test("an entry of a list that is no shard is named by its place", async () => {
    const here = await finished();
    const lines = await refusal(
      here,
      "run",
      "--shards",
      '[{"id":"a"},{"name":"b"},{"id":"c","input":"x"}]',
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('entry 2 must be an object with a text "id"');
    expect(lines[1]).toContain('entry 3 has an unknown key "input"');
  });

  test("a list file that is not there is named", async () => {
    const here = await finished();
    const lines = await refusal(here, "run", "--shards", "@missing.jsonl");
    expect(lines).toEqual(['error shards names the file "missing.jsonl", which is not there.']);
  });

  test("an input whose digest is not the listed one is refused", async () => {
    const here = await finished();
    const shards = [{ id: "a", inputs: "in/a.fa", sha256: "0".repeat(64) }];
    const [line] = await refusal(here, "run", "--shards", JSON.stringify(shards));
    expect(line).toContain(`but the list says ${"0".repeat(64)}`);
  });

  test("globs that match the checkpoints themselves are refused", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--shards", "out/*", "--checkpoint", "out/{id}.txt");
    expect(line).toMatch(/writes, such as "out\/a\.txt"|share|id "a"/);
  });

  test("a fingerprint file pattern that matches nothing is refused", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--fingerprint-files", "weights/*.bin");
    expect(line).toContain('fingerprint-files: "weights/*.bin" matches no file');
  });
});

describe("an unknown name comes with the nearest right one", () => {
  test.each([
    ["a flag", ["run", "--retrys=1"], "--retrys is unknown. Did you mean", "retries"],
    ["a switch", ["run", "--jsn"], "--jsn is unknown. Did you mean", "json"],
    ["a command", ["stauts"], 'The command "stauts" is unknown. Did you mean', "status"],
  ])("%s", async (_, args, words, nearest) => {
    const here = await finished();
    const [line, ...more] = await refusal(here, ...args);
    expect(more).toEqual([]);
    expect(line).toContain(words);
    expect(line).toContain(nearest);
  });

  test("a key of the config file", async () => {
    const here = await finished();
    here.define({ ...DEFINITION, checkpont: "x" });
    const lines = await refusal(here, "status");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("donemark.yml: checkpont is unknown. Did you mean");
    expect(lines[0]).toContain("checkpoint");
  });

  test("a placeholder of a template", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--checkpoint", "out/{nme}.txt");
    expect(line).toContain("got {nme}");
    expect(line).toContain("{name}");
  });

  test("a shell", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--shell", "bsh");
    expect(line).toContain('got "bsh"');
    expect(line).toContain("bash");
  });

  test("a shard that `only` or `force` names, and both are reported together", async () => {
    const here = await finished();
    here.define({ ...DEFINITION, shards: [{ id: "sample-1" }, { id: "sample-2" }] });
    const lines = await refusal(here, "run", "--only", "smple-1", "--force", "other-*");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('only names no shard: "smple-1".');
    expect(lines[0]).toContain("sample-1");
    expect(lines[1]).toContain('force names no shard: "other-*".');
  });
});

describe("every problem is reported at once", () => {
  test("of flags", async () => {
    const here = await finished();
    const lines = await refusal(here, "run", "--retrys=1", "--parralel=2", "--json=yes", "--only");
    expect(lines).toHaveLength(4);
    expect(
      await refusal(here, "run", "--retrys=1", "--retries=-1", "--parallel=many"),
    ).toHaveLength(3);
    expect(await refusal(here, "demo", "--retrys=1")).toHaveLength(1);
  });

  test("of values from flags and file, each named as its user wrote it", async () => {
    const here = await finished();
    here.define({
      command: "true",
      retries: -1,
      parallel: "many",
      validate: "full",
      colour: "red",
    });
    const lines = await refusal(here, "run", "--stop-grace", "1s", "--run-per", "gpu");
    const text = lines.join("\n");
    expect(lines).toHaveLength(8);
    for (const expected of [
      "donemark.yml: colour is unknown",
      "donemark.yml: retries must be a whole number from 0 up, got -1",
      'donemark.yml: parallel must be auto or a whole number from 1 up, got "many"',
      "donemark.yml: validate must be",
      '--stop-grace must be a time from 6s to 120s, got "1s"',
      "--run-per must be",
      "shards is required",
      "checkpoint is required",
    ])
      expect(text).toContain(expected);
  });

  test("of shards", async () => {
    const here = await finished();
    const shards = [{ id: "a\tb" }, { id: "../up" }, { id: "ok" }, { id: "ok" }];
    const lines = await refusal(here, "run", "--shards", JSON.stringify(shards));
    expect(lines).toHaveLength(3);
  });
});

describe("what a run needs is asked for in words", () => {
  test("the command, where something is to run", async () => {
    const here = await finished();
    const { command: _, ...rest } = DEFINITION;
    here.define(rest);
    const [line] = await refusal(here, "run");
    expect(line).toContain("command is required");
  });

  test("the command, where rerun-on names it: the remedies are listed", async () => {
    const here = await finished();
    const { command: _, ...rest } = DEFINITION;
    here.define(rest);
    const [line] = await refusal(here, "status");
    expect(line).toContain("config file");
    expect(line).toContain('rerun-on "input,files,text"');
    const without = await here.status("--rerun-on", "input,files,text");
    expect(without).toMatchObject({ done: 2, code: 0 });
  });

  test("a config file that is not there, or is no YAML, or holds no keys", async () => {
    const here = await finished();
    const missing = await refusal(here, "run", "--config", "nowhere.yml");
    expect(missing).toEqual(['error config names "nowhere.yml", which is not there.']);
    here.write("bad.yml", "shards: [a\n  b: }");
    expect((await refusal(here, "run", "--config", "bad.yml"))[0]).toContain(
      "bad.yml is not valid YAML",
    );
    here.write("list.yml", "- a\n- b\n");
    expect((await refusal(here, "run", "--config", "list.yml"))[0]).toContain(
      "must hold keys and values",
    );
  });

  test("the folder to run in", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--working-directory", "nowhere");
    expect(line).toContain(
      'working-directory must be a folder, got "nowhere", which is not there.',
    );
  });

  test("a store of another version", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--store", "s3://bucket/x");
    expect(line).toContain("must be auto, none, github or file:<folder>");
    expect(line).toContain("file:<folder>");
  });

  test("a store in the home of somebody else; ~ alone is one's own home, which no shell expands here", async () => {
    const here = await finished();
    const [line] = await refusal(here, "run", "--store", "file:~bob/x");
    expect(line).toContain("Write the path in full");
    const home = { HOME: here.path("home") };
    const { code } = await here.start(["run", "--store", "file:~/x", "--name=n"], home).ended;
    expect(code).toBe(0);
    expect(here.names("home")).toEqual(["x"]);
    expect(here.has("~")).toBe(false);
  });

  test("a folder without a donemark.yml: one line names it, and the three ways on", async () => {
    const here = workspace();
    const lines = await refusal(here, "run");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^error There is no donemark\.yml in ".*", .* --config=PATH, or give both: donemark run --shards=/,
    );
  });

  test("so many problems that nobody reads them: twenty, and how many more there are", async () => {
    const here = workspace();
    const shards = Array.from({ length: 154 }, (_, place) => ({ id: `a${place}/s` }));
    here.define({ shards, checkpoint: "out/{name}.txt", command: "true" });
    const lines = await refusal(here, "run");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("error … and 133 more of these");
  });

  test("names for mark and unmark", async () => {
    const here = await finished();
    for (const command of ["mark", "unmark"]) {
      expect((await refusal(here, command))[0]).toContain("Name the shards");
      const [line] = await refusal(here, command, "aa");
      expect(line).toContain('names no shard: "aa"');
    }
  });

  test("a workspace in which Donemark can keep its own files", async () => {
    const here = workspace();
    here.write("in/a.fa", "A");
    here.write(".donemark", "a file where a folder must be");
    here.define(DEFINITION);
    const { code, stderr } = await here.donemark("run");
    expect(code).toBe(2);
    expect(stderr).toContain(".donemark");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(here.has("ran.txt")).toBe(false);
  });
});
