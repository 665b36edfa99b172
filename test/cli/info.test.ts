import { formatUnmarkedNote } from "../../src/core/model/start-record.ts";
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
      ...{ marker: "full", agrees: true, difference: null, started: null, startedWhy: null },
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
  expect(screen).toContain("a command was started, and nothing proves that it finished");
  expect(screen).toMatch(/^ {2}failed +20\d\d-.*exit code 7/m);
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
    here.write("note.started", formatUnmarkedNote("note", ""));
    here.write("note", "1");
    expect(await screenOf(here, "note")).toContain("a user has removed the marker (unmark)");
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
