import { describe, expect, test } from "vitest";
import { decisions, snapshot, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

function job(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: ids.map((id) => ({ id })),
    checkpoint: "out/{id}.pt",
    command: 'echo "$SHARD_ID" >> ran.txt; cp whole.pt "$SHARD_CHECKPOINT"',
    shell: "sh",
    ...more,
  });
  here.write("whole.pt", torch("complete"));
  return here;
}

function torch(status?: string): Buffer {
  const values = status === undefined ? { epoch: 1 } : { status };
  return torchFile({ pickle: pickle(values), tensors: [Buffer.alloc(4096, 1)] });
}

/** A checkpoint with an old empty marker. */
function writeOld(here: Workspace, id: string, bytes: Buffer | string = torch()): void {
  here.write(`out/${id}.pt`, bytes);
  here.write(`out/${id}.pt.done`);
}

describe("adopt", () => {
  test("gives old empty markers and status-only checkpoints full markers, and nothing runs", async () => {
    const here = job(["a", "b", "dir", "deep/d", "left"]);
    writeOld(here, "a", "anything");
    here.write("out/b.pt", torch("Complete"));
    here.write("out/dir.pt/file", "1");
    here.write("out/dir.pt.done", "\n");
    writeOld(here, "deep/d");
    writeOld(here, "left");
    const answer = await here.adopt("a", "out/b.pt", "out/dir.pt.done", "deep/*");
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer).toMatchObject({ changed: ["a", "b", "deep/d", "dir"], unchanged: [] });
    for (const id of answer.changed)
      expect(JSON.parse(here.read(`out/${id}.pt.done`))).toMatchObject({
        shard: id,
        adopted: true,
      });
    expect(here.read("out/left.pt.done")).toBe("");
    expect(decisions(await here.status())).toEqual([
      ...["a skip done", "b skip done", "deep/d skip done", "dir skip done"],
      "left skip adopted-marker",
    ]);
    expect(here.has("ran.txt")).toBe(false);
    expect(await here.adopt("a", "left")).toMatchObject({ changed: ["left"], unchanged: ["a"] });
  });

  test("takes globs over the paths of checkpoints, also as a shell expands them", async () => {
    const here = job(["x/a", "x/b", "y/c"]);
    for (const id of ["x/a", "x/b", "y/c"]) writeOld(here, id);
    expect(await here.adopt("out/x/*.pt")).toMatchObject({ code: 0, changed: ["x/a", "x/b"] });
    const expanded = here.names("out/y").map((name) => `out/y/${name}`);
    expect(await here.adopt(...expanded)).toMatchObject({ code: 0, changed: ["y/c"] });
  });

  test("with --all takes every one that claims to be complete, and leaves the others alone", async () => {
    const here = job(["done", "none", "old", "said", "silent", "half"]);
    await here.run("--only", "done");
    writeOld(here, "old");
    here.write("out/said.pt", torch("complete"));
    here.write("out/silent.pt", torch());
    here.write("out/half.pt", torch("in_progress"));
    expect(await here.adopt("--all")).toMatchObject({
      ...{ code: 0, changed: ["old", "said"], unchanged: [], refused: [] },
    });
    const before = snapshot(here.folder);
    expect(await here.adopt("--all")).toMatchObject({ code: 0, changed: [] });
    expect(snapshot(here.folder)).toEqual(before);
  });

  test("refuses what does not prove itself, each with its reason, adopts the others and ends with 3", async () => {
    const ids = ["absent", "cut", "foreign", "good", "half", "killed", "lost", "other", "silent"];
    const here = job(ids, { command: 'cp whole.pt "$SHARD_CHECKPOINT"; kill -9 $PPID; sleep 5' });
    await here.start(["run", "--only", "killed"]).ended;
    writeOld(here, "killed");
    writeOld(here, "cut", torch().subarray(0, 3000));
    writeOld(here, "good");
    writeOld(here, "half", torch("in_progress"));
    here.write("out/lost.pt.done");
    here.write("out/other.pt", torch("exploded"));
    here.write("out/silent.pt", torch());
    here.write("out/foreign.pt", torch());
    here.write("out/foreign.pt.done", "{");
    const before = snapshot(here.folder);
    const answer = await here.adopt("*");
    expect(answer).toMatchObject({ code: 3, changed: ["good"], unchanged: [] });
    const words = Object.fromEntries(answer.refused.map(({ id, why }) => [id, why]));
    expect(words).toEqual({
      absent: "absent: there is no checkpoint",
      cut: "truncated: the end of the archive is missing",
      foreign: expect.stringContaining("corrupt"),
      half: expect.stringContaining('own status is "in_progress"'),
      killed: expect.stringContaining("started"),
      lost: "marker-without-checkpoint: its marker is there, and no checkpoint",
      other: expect.stringContaining('own status is "exploded"'),
      silent: expect.stringContaining("`donemark mark out/silent.pt` takes your word"),
    });
    const after = new Map(snapshot(here.folder));
    after.delete(here.path("out/good.pt.done"));
    const untouched = new Map(before);
    untouched.delete(here.path("out/good.pt.done"));
    const touched = [...after.keys()].filter((path) => !path.includes("/.donemark/history-"));
    expect(touched.filter((path) => after.get(path) !== untouched.get(path))).toEqual([]);
    const { stdout, code } = await here.donemark("adopt", "cut", "good");
    expect(code).toBe(3);
    expect(stdout).toContain("refused  cut  truncated: ");
    expect(stdout).toContain("0 adopted, 1 unchanged, 1 refused");
  });

  test("takes the word of whoever calls it where the definition's adopt is off", async () => {
    const here = job(["a"], { adopt: false });
    writeOld(here, "a");
    expect(decisions(await here.status())).toEqual(["a run no-marker"]);
    expect(await here.adopt("a")).toMatchObject({ code: 0, changed: ["a"] });
    expect(decisions(await here.status())).toEqual(["a skip done"]);
  });

  test("signs nothing that nobody has signed", async () => {
    const here = job(["old", "said"]);
    writeOld(here, "old");
    here.write("out/said.pt", torch("complete"));
    const env = { DONEMARK_MARKER_KEY: "0123456789abcdef" };
    const { code, stdout } = await here.start(["adopt", "--json", "old", "said"], env).ended;
    expect({ code, answer: JSON.parse(stdout) }).toMatchObject({
      code: 3,
      answer: { changed: [], refused: [{ id: "old" }, { id: "said" }] },
    });
    expect(here.read("out/old.pt.done")).toBe("");
  });

  test("leaves a checkpoint alone whose full marker is of another fingerprint, or of other bytes", async () => {
    const here = job(["a", "b"]);
    await here.run();
    here.write("out/b.pt", torch("something else"));
    const answer = await here.adopt("a", "b", "--fingerprint-text", "v2");
    expect(answer).toMatchObject({ code: 3, unchanged: ["a"], refused: [{ id: "b" }] });
    expect(decisions(await here.status("--fingerprint-text", "v2"))[0]).toBe("a run text-changed");
  });

  test("names what it was not given and what it does not know", async () => {
    const here = job(["a"]);
    expect((await here.donemark("adopt")).stderr).toContain("--all");
    const { code, stderr } = await here.donemark("adopt", "out/b.pt");
    expect(code).toBe(2);
    expect(stderr).toContain('names no shard: "out/b.pt"');
  });
});
