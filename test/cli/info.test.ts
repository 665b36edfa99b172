import { formatUnmarkedNote } from "../../src/core/model/start-record.ts";
import { rmSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { snapshot, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

const WHOLE = torchFile({
  pickle: pickle({ status: "complete", version: "1.0" }),
  tensors: [Buffer.alloc(1_000_000, 1)],
});

function job(command = 'cp whole.pt "$SHARD_CHECKPOINT"'): Workspace {
  const here = workspace();
  here.write("model.py", "1");
  here.write("whole.pt", WHOLE);
  here.define({
    ...{ shards: [{ id: "a" }], checkpoint: "out/{id}.pt", command, shell: "sh" },
    "fingerprint-files": ["model.py"],
  });
  return here;
}

async function infoOf(here: Workspace, path: string): Promise<unknown> {
  const { stdout, code } = await here.donemark("info", "--json", path);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

async function screenOf(here: Workspace, path: string): Promise<string> {
  const { stdout, code } = await here.donemark("info", path);
  expect(code).toBe(0);
  return stdout;
}

describe("info of a finished checkpoint", () => {
  test("has all that it and its marker say, and changes nothing", async () => {
    const here = job();
    await here.run();
    const before = snapshot(here.folder);
    const marker: unknown = JSON.parse(here.read("out/a.pt.done"));
    const expected = {
      ...{ path: "out/a.pt", ok: true, kind: "file", format: "pytorch", structure: "sound" },
      ...{ why: null, status: "complete", version: "1.0", sizeBytes: WHOLE.length },
      ...{
        marker: "full",
        agrees: true,
        difference: null,
        started: null,
        startedWhy: null,
        unmarked: null,
      },
      marked: expect.objectContaining({ shard: "a" }),
    };
    const answer = await infoOf(here, "out/a.pt");
    expect(answer).toEqual({ ...expected, bytesRead: expect.any(Number) });
    // The marker's own frame is all that is left out.
    const { marked } = v.parse(v.object({ marked: v.looseObject({}) }), answer);
    expect({ donemark: 1, ...marked, status: "complete" }).toEqual(marker);
    expect(await infoOf(here, "out/a.pt.done")).toMatchObject(expected);
    expect(snapshot(here.folder)).toEqual(before);
  });

  test("on one screen", async () => {
    const here = job();
    await here.run();
    const screen = await screenOf(here, "out/a.pt");
    expect(screen.split("\n").length).toBeLessThan(32);
    for (const words of [
      /^ {2}format +pytorch, a file$/m,
      /^ {2}structure +sound$/m,
      /^ {2}status +complete$/m,
      /^ {2}version +1\.0$/m,
      /^marker: full, and the checkpoint agrees with it$/m,
      /^ {2}shard +a$/m,
      /^ {2}finished +20\d\d-.*Z, after /m,
      /^ {2}by +host /m,
      /^ {2}(input|command|files|text) +[0-9a-f]{64}$/m,
      /^ {2}sha256 +[0-9a-f]{64}$/m,
      /^ {2}files are +model\.py$/m,
      /^start record: none$/m,
      /^nothing is wrong with it$/m,
    ])
      expect(screen).toMatch(words);
  });
});

test("info says how a checkpoint differs from its marker, whatever else is wrong", async () => {
  const here = job();
  await here.run();
  here.write("out/a.pt", WHOLE.subarray(0, 5000));
  expect(await infoOf(here, "out/a.pt")).toMatchObject({
    ...{ ok: false, structure: "truncated", marker: "full", agrees: false },
    difference: expect.stringContaining("5,000 bytes"),
    why: expect.stringMatching(/^truncated: /),
  });
  const screen = await screenOf(here, "out/a.pt");
  expect(screen).toContain("does not agree with it");
  expect(screen).toMatch(/^wrong: truncated: /m);
});

test("info of a shard that failed shows its start record, with or without a checkpoint", async () => {
  const here = job("exit 7");
  await here.run();
  expect(await infoOf(here, "out/a.pt")).toMatchObject({
    ...{ kind: null, format: "none", marker: "none", agrees: null, marked: null },
    started: { shard: "a", attempt: 1, failure: { exitCode: 7, times: 1 } },
  });
  here.write("out/a.pt", WHOLE);
  const screen = await screenOf(here, "out/a.pt");
  expect(screen).toContain("a command was started, and failed");
  expect(screen).toMatch(/^ {2}failed +20\d\d-.*exit code 7/m);
});

describe("info of a shard that failed", () => {
  const failing = (): Workspace => job('for n in 1 2 3 4 5 6 7; do echo "line $n"; done; exit 7');

  test("shows the last five lines of its log", async () => {
    const here = failing();
    await here.run();
    const screen = await screenOf(here, "out/a.pt");
    expect(screen).toMatch(
      /^ {2}its log ends line 3\n {15}line 4\n {15}line 5\n {15}line 6\n {15}line 7$/m,
    );
    expect(screen).not.toContain("line 2");
  });

  test("shows nothing of its log that a terminal would obey", async () => {
    const here = job("printf '\\033[2Jcleared\\n'; exit 1");
    await here.run();
    const screen = await screenOf(here, "a");
    expect(screen).toContain("cleared");
    expect(screen).not.toContain("\u001b");
  });
});

describe("info takes the id of a shard", () => {
  test("with the definition of a config file, or of flags", async () => {
    const here = job();
    await here.run();
    expect(await infoOf(here, "a")).toMatchObject({ path: "out/a.pt", ok: true, marker: "full" });
    rmSync(here.path("donemark.yml"));
    const flags = ["--shards=a.fa", "--checkpoint=out/{id}.pt"];
    here.write("a.fa", "1");
    const { stdout, code } = await here.donemark("info", "--json", "a", ...flags);
    expect({ code, answer: JSON.parse(stdout) }).toMatchObject({
      code: 0,
      answer: { path: "out/a.pt", marked: { shard: "a" } },
    });
  });

  test("also where a file has that name, unless that has a marker or a start record", async () => {
    const here = job();
    await here.run();
    here.write("a", "an input");
    expect(await infoOf(here, "a")).toMatchObject({ path: "out/a.pt" });
    expect(await infoOf(here, "./a")).toMatchObject({ path: "a" });
    here.write("a.done");
    expect(await infoOf(here, "a")).toMatchObject({ path: "a", marker: "empty" });
  });

  test("and names the nearest where there is none, and what has nothing yet", async () => {
    const here = workspace();
    here.define({ shards: [{ id: "sample-1" }], checkpoint: "out/{id}.pt", command: "true" });
    const wrong = await here.donemark("info", "smaple-1");
    expect(wrong).toMatchObject({ code: 3, stdout: "" });
    expect(wrong.stderr).toContain(
      'No checkpoint is at "smaple-1", and no shard has that id. Did you mean "sample-1"?',
    );
    const none = await here.donemark("info", "sample-1");
    expect(none).toMatchObject({ code: 3, stdout: "" });
    expect(none.stderr).toContain('nothing is at "out/sample-1.pt"');
  });
});

describe("info without a definition", () => {
  test("takes old markers, directories and files of no known format", async () => {
    const here = workspace();
    here.write("old.bin", "anything");
    here.write("old.bin.done");
    here.write("dir/file", "1234");
    here.write("dir.started", "no record");
    expect(await infoOf(here, "old.bin")).toMatchObject({
      marker: "empty",
      ok: true,
      agrees: null,
    });
    expect(await screenOf(here, "old.bin")).toContain("marker: empty, the old form");
    expect(await infoOf(here, "dir")).toMatchObject({
      ...{ kind: "directory", format: "directory", sizeBytes: 4, started: "unreadable" },
      startedWhy: expect.stringContaining("it is not what Donemark writes"),
    });
    expect(await screenOf(here, "dir")).toMatch(
      /^start record: there, and not to be read as one: it is not what .+\. Nothing is adopted beside it$/m,
    );
    here.write("note.started", formatUnmarkedNote("note", { marker: "" }));
    here.write("note", "1");
    expect(await screenOf(here, "note")).toContain(
      "start record: unmarked by you. Nothing is adopted beside it",
    );
    here.write("place", "1");
    here.write("place.started/file");
    expect(await screenOf(here, "place")).toContain("it is no file");
  });

  test("says what is not there, and takes one path alone", async () => {
    const here = workspace();
    const none = await here.donemark("info", "none.pt");
    expect(none).toMatchObject({ code: 3, stdout: "" });
    expect(none.stderr).toContain('No checkpoint is at "none.pt"');
    for (const args of [[], ["a", "b"]]) {
      const { code, stderr } = await here.donemark("info", ...args);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining("Name one checkpoint"),
      });
    }
  });

  test("shows nothing that a terminal would obey", async () => {
    const here = workspace();
    const status = "\u001b[2Jcomplete";
    here.write("a.pt", torchFile({ pickle: pickle({ status }) }));
    expect(await screenOf(here, "a.pt")).not.toContain("\u001b");
  });
});
