import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  decisions,
  shardOf,
  snapshot,
  workspace,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

function shards(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
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

/** The layout of a safetensors file: length of the header, header, data. */
function safetensors(metadata: Readonly<Record<string, string>>): Buffer {
  const data = Buffer.alloc(64, 7);
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: metadata,
      weight: { dtype: "F32", shape: [16], data_offsets: [0, 64] },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, data]);
}

describe("mark", () => {
  test("marks checkpoints that were made by hand, by id, glob or path, and nothing runs for them", async () => {
    const here = shards(["a", "b1", "b2", "c", "deep/d"]);
    for (const id of ["a", "b1", "b2", "deep/d"]) here.write(`out/${id}.pt`, torch());
    expect(await here.mark("a", "b*", here.path("out/deep/d.pt"))).toMatchObject({
      code: 0,
      changed: ["a", "b1", "b2", "deep/d"],
      unchanged: [],
      refused: [],
    });
    expect(here.read("out/a.pt.done")).toContain('"adopted":true');
    expect(await here.run()).toMatchObject({ code: 0, skipped: 4, ran: 1 });
    expect(here.lines("ran.txt")).toEqual(["c"]);
    expect(await here.mark("out/a.pt")).toMatchObject({ changed: [], unchanged: ["a"] });
  });

  test("with --all marks every checkpoint that is there", async () => {
    const here = shards(["a", "b", "c"]);
    here.write("out/a.pt", torch());
    here.write("out/c.pt", torch());
    expect(await here.mark("--all")).toMatchObject({ code: 0, changed: ["a", "c"] });
    expect(decisions(await here.status())).toEqual(["a skip done", "b run new", "c skip done"]);
  });

  test("refuses what a witness speaks against, each with its reason, marks the others and ends with 3", async () => {
    const here = shards(["absent", "empty", "good", "half", "truncated"]);
    here.write("out/empty.pt");
    here.write("out/good.pt", torch());
    here.write("out/half.pt", torch("in_progress"));
    here.write("out/truncated.pt", torch().subarray(0, 3000));
    const answer = await here.mark("*");
    expect(answer).toMatchObject({ code: 3, changed: ["good"] });
    expect(answer.refused.map(({ id }) => id)).toEqual(["absent", "empty", "half", "truncated"]);
    const words = answer.refused.map(({ why }) => why);
    for (const [place, word] of [
      "no checkpoint",
      "0 bytes",
      '"in_progress"',
      "truncated",
    ].entries())
      expect(words[place]).toContain(word);
    expect(here.names("out").filter((name) => name.endsWith(".done"))).toEqual(["good.pt.done"]);
    const { stdout, code } = await here.donemark("mark", "--all");
    expect(code).toBe(3);
    expect(stdout).toContain("0 marked, 1 unchanged, 3 refused");
  });

  test("finishes a shard that a killed run has left started", async () => {
    const here = shards(["a"], { command: "exit 1" });
    await here.run();
    here.write("out/a.pt", torch());
    expect(decisions(await here.status())).toEqual(["a run no-marker"]);
    expect(await here.mark("a")).toMatchObject({ code: 0, changed: ["a"] });
    expect(here.names("out")).toEqual(["a.pt", "a.pt.done"]);
    expect(await here.status()).toMatchObject({ done: 1, inProgress: 0 });
  });

  test("takes globs over paths, and the names of markers, as a shell expands them", async () => {
    const here = shards(["a", "x/b", "x/c"]);
    for (const id of ["a", "x/b", "x/c"]) here.write(`out/${id}.pt`, torch());
    expect(await here.mark("out/x/*")).toMatchObject({ code: 0, changed: ["x/b", "x/c"] });
    expect(await here.unmark("out/x/b.pt.done")).toMatchObject({ code: 0, changed: ["x/b"] });
  });

  test("takes a directory", async () => {
    const here = shards(["a"], { checkpoint: "out/{id}" });
    here.write("out/a/x", "1");
    here.write("out/a/deep/y", "2");
    expect(await here.mark("a")).toMatchObject({ changed: ["a"] });
    expect(decisions(await here.status())).toEqual(["a skip done"]);
  });

  test("takes a directory whose save has ended, with what it says of itself, and no other", async () => {
    const here = shards(["a", "b"], { checkpoint: "out/{id}" });
    const metadata = { commit_timestamp_nsecs: 1, custom_metadata: { version: "1.0" } };
    here.write("out/a/_CHECKPOINT_METADATA", JSON.stringify(metadata));
    here.write("out/b/__0_0.distcp", "1");
    expect(await here.mark("a", "b")).toMatchObject({ code: 3, changed: ["a"] });
    const marker: unknown = JSON.parse(here.read("out/a.done"));
    expect(marker).toMatchObject({ checkpoint: { format: "orbax", version: "1.0" } });
    expect(here.has("out/b.done")).toBe(false);
  });
});

describe("mark of a result that a change has made stale", () => {
  test("is refused without --accept, by name and with --all, and the marker stays as it is", async () => {
    const here = shards(["a", "b"], { "fingerprint-files": ["model.py", "util.py"] });
    for (const name of ["model.py", "util.py"]) here.write(name, "1");
    await here.run();
    const marker = here.read("out/a.pt.done");
    for (const name of ["model.py", "util.py"]) here.write(name, "2");
    for (const named of ["a", "out/a.pt", "--all"]) {
      const answer = await here.mark(named);
      expect(answer).toMatchObject({ code: 3, changed: [] });
      expect(answer.refused[0]).toEqual({
        id: "a",
        why: "files-changed: model.py, util.py changed since it was marked; `donemark mark --accept out/a.pt` keeps this result",
      });
    }
    expect(here.read("out/a.pt.done")).toBe(marker);
    expect(shardOf(await here.status(), "a")).toMatchObject({
      reason: "files-changed",
      detail: "model.py, util.py changed since it was marked",
    });
  });

  test("with --accept keeps what is recorded of how it was made", async () => {
    const here = shards(["a"], { "fingerprint-files": ["model.py"] });
    here.write("model.py", "1");
    await here.run();
    const before: Record<string, unknown> = JSON.parse(here.read("out/a.pt.done"));
    here.write("model.py", "2");
    expect(await here.mark("--accept", "a")).toMatchObject({ code: 0, changed: ["a"] });
    const after: unknown = JSON.parse(here.read("out/a.pt.done"));
    const { seconds, finishedAt, by, checkpoint } = before;
    expect(after).toMatchObject({ seconds, finishedAt, by, checkpoint });
    expect(after).not.toHaveProperty("adopted");
  });

  test("shows twenty refusals at most, and counts all", async () => {
    const here = shards(Array.from({ length: 25 }, (_, n) => `s${n}`));
    await here.run();
    const { stdout, code } = await here.donemark("mark", "--all", "--fingerprint-text", "v2");
    expect(code).toBe(3);
    expect(stdout.match(/^refused /gm)).toHaveLength(20);
    expect(stdout).toContain("… and 5 more refused shards (--json has them all)");
    expect(stdout).toContain("0 marked, 0 unchanged, 25 refused");
  });

  test("takes other bytes in the place of a stale result on the user's word", async () => {
    const here = shards(["a"]);
    await here.run();
    here.write("out/a.pt", torch());
    expect(await here.mark("a", "--fingerprint-text", "v2")).toMatchObject({ changed: ["a"] });
  });
});

describe("mark --accept", () => {
  test("writes the present fingerprint into existing markers, and nothing runs", async () => {
    const here = shards(["a", "b", "c"]);
    await here.run("--only", '["a","b"]');
    const changed = ["--fingerprint-text", "v2"];
    expect(decisions(await here.status(...changed))).toEqual([
      "a run text-changed",
      "b run text-changed",
      "c run new",
    ]);
    expect(await here.mark("--accept", "a", ...changed)).toMatchObject({ code: 0, changed: ["a"] });
    expect(decisions(await here.status(...changed)).slice(0, 2)).toEqual([
      "a skip done",
      "b run text-changed",
    ]);
    expect(await here.mark("--accept", "--all", ...changed)).toMatchObject({
      changed: ["b"],
      unchanged: ["a"],
    });
    expect(await here.run(...changed)).toMatchObject({ skipped: 2, ran: 1 });
    expect(here.lines("ran.txt")).toEqual(["a", "b", "c"]);
  });

  test("refuses where there is no marker, one that cannot be read, or other bytes than the marked", async () => {
    const here = shards(["a", "b", "c"]);
    await here.run();
    here.write("out/a.pt.done", "{");
    here.write("out/b.pt", torch("other"));
    execFileSync("rm", [here.path("out/c.pt.done")]);
    const answer = await here.mark("--accept", "a", "b", "c", "--fingerprint-text", "v2");
    expect(answer).toMatchObject({ code: 3, changed: [] });
    expect(answer.refused.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("turns old empty markers into full ones", async () => {
    const here = shards(["a"]);
    here.write("out/a.pt", torch());
    here.write("out/a.pt.done");
    expect(await here.mark("--accept", "--all")).toMatchObject({ changed: ["a"] });
    expect(decisions(await here.status())).toEqual(["a skip done"]);
  });
});

describe("unmark", () => {
  test("makes its shards run again", async () => {
    const here = shards(["a", "b", "c"]);
    here.write("whole.pt", torch());
    await here.run();
    expect(await here.unmark("a", "out/b.pt")).toMatchObject({ code: 0, changed: ["a", "b"] });
    expect(await here.unmark("a")).toMatchObject({ code: 0, changed: [], unchanged: ["a"] });
    expect(decisions(await here.run())).toEqual([
      "a run no-marker",
      "b run no-marker",
      "c skip done",
    ]);
    expect(await here.unmark("--all")).toMatchObject({ changed: ["a", "b", "c"] });
  });

  test("makes also those run again whose checkpoint calls itself complete", async () => {
    const here = shards(["a"]);
    await here.run();
    await here.unmark("a");
    expect(shardOf(await here.run(), "a")).toMatchObject({ outcome: "done" });
    expect(here.lines("ran.txt")).toEqual(["a", "a"]);
    expect(decisions(await here.status())).toEqual(["a skip done"]);
  });
});

test("unmark leaves a shard alone whose full digest is still being read", async () => {
  const here = shards(["a"], {
    command: 'cp whole.pt "$SHARD_CHECKPOINT"; truncate -s 3G "$SHARD_CHECKPOINT"',
    validate: "size",
  });
  const { ended } = here.start(["run"]);
  await until("the marker", () => here.has("out/a.pt.done"));
  expect(here.read("out/a.pt.done")).not.toContain('sha256":"');
  const answer = await here.unmark("a");
  expect(answer).toMatchObject({ code: 3, refused: [{ id: "a" }] });
  expect(answer.refused[0]?.why).toContain("is working on it");
  expect((await ended).code).toBe(0);
  expect(await here.unmark("a")).toMatchObject({ code: 0, changed: ["a"] });
  expect(decisions(await here.status())).toEqual(["a run no-marker"]);
});

test("an outdated checkpoint that is unmarked is not taken for what another program has finished", async () => {
  const here = shards(["a"]);
  await here.run();
  const changed = ["--fingerprint-text", "v2"];
  expect(decisions(await here.status(...changed))).toEqual(["a run text-changed"]);
  await here.unmark("a", ...changed);
  expect(decisions(await here.status(...changed))).toEqual(["a run no-marker"]);
  expect(await here.mark("a", ...changed)).toMatchObject({ changed: ["a"] });
  expect(decisions(await here.status(...changed))).toEqual(["a skip done"]);
});

describe("what other programs have finished is taken over", () => {
  async function adopted(here: Workspace, reason: string): Promise<void> {
    const before = snapshot(here.folder);
    expect(decisions(await here.status())).toEqual([`a skip ${reason}`]);
    expect(snapshot(here.folder)).toEqual(before);
    expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 0 });
    expect(JSON.parse(here.read("out/a.pt.done"))).toMatchObject({ shard: "a", adopted: true });
    expect(decisions(await here.run())).toEqual(["a skip done"]);
    expect(here.has("ran.txt")).toBe(false);
  }

  test("a checkpoint with an old empty marker", async () => {
    const here = shards(["a"]);
    here.write("out/a.pt", "anything");
    here.write("out/a.pt.done");
    await adopted(here, "adopted-marker");
  });

  test("a directory with an old empty marker", async () => {
    const here = shards(["a"]);
    here.write("out/a.pt/weights.bin", "anything");
    here.write("out/a.pt.done", "\n");
    await adopted(here, "adopted-marker");
  });

  test.each([
    ["a PyTorch checkpoint", torch("complete")],
    ["a safetensors checkpoint", safetensors({ status: "Completed", version: "1.0" })],
  ])("%s without a marker whose status says complete", async (_, bytes) => {
    const here = shards(["a"]);
    here.write("out/a.pt", bytes);
    await adopted(here, "adopted-status");
    const marker: unknown = JSON.parse(here.read("out/a.pt.done"));
    expect(marker).toMatchObject({ checkpoint: { sizeBytes: bytes.length } });
  });

  test.each([
    [
      "says that it is in progress",
      safetensors({ status: "in_progress" }),
      undefined,
      "status-in-progress",
    ],
    ["says something else", torch("exploded"), undefined, "status-other"],
    ["tells of failure", torch("failed"), undefined, "status-failed"],
    ["says nothing", torch(), undefined, "no-marker"],
    ["is cut off", torch("complete").subarray(0, 3000), undefined, "truncated"],
    ["is cut off beside an old marker", torch().subarray(0, 3000), "", "truncated"],
    ["is empty beside an old marker", Buffer.alloc(0), "", "empty"],
    ["is in progress beside an old marker", torch("running"), "", "status-in-progress"],
  ])("but not one that %s", async (_, bytes, marker, reason) => {
    const here = shards(["a"]);
    here.write("out/a.pt", bytes);
    if (marker !== undefined) here.write("out/a.pt.done", marker);
    expect(decisions(await here.status())).toEqual([`a run ${reason}`]);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
  });

  test("but not where adopt is off", async () => {
    const here = shards(["a", "b"], { adopt: false });
    here.write("out/a.pt", torch("complete"));
    here.write("out/b.pt", torch());
    here.write("out/b.pt.done");
    expect(decisions(await here.status())).toEqual(["a run no-marker", "b run no-marker"]);
  });

  test("but never of a shard that was started and not finished", async () => {
    const here = shards(["a", "b"], {
      command: 'cp whole.pt "$SHARD_CHECKPOINT"; kill -9 $PPID; sleep 5',
    });
    await here.start(["run", "--only", "a"]).ended;
    expect(here.names("out")).toContain("a.pt.started");
    here.write("out/a.pt", torch("complete"));
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
    here.write("out/a.pt.done");
    expect(decisions(await here.status())[0]).toBe("a run no-marker");
  });
});

describe("a tree that was copied elsewhere", () => {
  test("is still done: size and sample digest are the marker's, and the marker is renewed", async () => {
    const here = shards(["a", "dir/b"], {
      command:
        'echo "$SHARD_ID" >> ran.txt; if [ $SHARD_ID = a ]; then cp large "$SHARD_CHECKPOINT"; else mkdir "$SHARD_CHECKPOINT"; echo 1 > "$SHARD_CHECKPOINT/x"; echo 2 > "$SHARD_CHECKPOINT/y"; fi',
    });
    here.write("large", Buffer.alloc(1_000_000, "donemark"));
    await here.run();
    const there = workspace();
    cpSync(here.folder, there.folder, { recursive: true });
    execFileSync("touch", [
      "-d",
      "2001-01-01",
      there.path("out/a.pt"),
      there.path("out/dir/b.pt/x"),
    ]);
    const moved = await there.status();
    expect(decisions(moved)).toEqual(["a skip done", "dir/b skip done"]);
    expect(shardOf(moved, "a").detail).toContain("moved");
    expect(await there.run()).toMatchObject({ code: 0, skipped: 2 });
    expect(there.read("out/a.pt.done")).not.toBe(here.read("out/a.pt.done"));
    expect(shardOf(await there.status(), "a").detail).toBe("");
    expect(there.lines("ran.txt")).toHaveLength(2);
  });

  test("is not done where the copy is of other bytes", async () => {
    const here = shards(["a", "b"], { command: 'cp large "$SHARD_CHECKPOINT"' });
    here.write("large", Buffer.alloc(1_000_000, "donemark"));
    await here.run();
    const there = workspace();
    cpSync(here.folder, there.folder, { recursive: true });
    const bytes = Buffer.alloc(1_000_000, "donemark");
    bytes.writeUInt8(0, 999_999);
    there.write("out/b.pt", bytes);
    expect(decisions(await there.status())).toEqual(["a skip done", "b run changed-since-marker"]);
  });
});

test("deep reads every byte: a change that kept size, time and inode is found by it alone", async () => {
  const here = shards(["a"], { command: 'cp large "$SHARD_CHECKPOINT"' });
  const bytes = Buffer.alloc(1_000_000, "donemark");
  here.write("large", bytes);
  await here.run();
  execFileSync("touch", ["-r", here.path("out/a.pt"), here.path("time")]);
  bytes.writeUInt8(0, 300_000);
  writeFileSync(here.path("out/a.pt"), bytes);
  execFileSync("touch", ["-r", here.path("time"), here.path("out/a.pt")]);
  expect(decisions(await here.status())).toEqual(["a skip done"]);
  expect(decisions(await here.status("--validate", "deep"))).toEqual([
    "a run changed-since-marker",
  ]);
});
