import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mayMount, mounted } from "../fixtures/cli/mount.ts";
import { decisions, shardOf, workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { pickle } from "../helpers/pickle.ts";
import { torchFile } from "../helpers/torch-file.ts";

const whole = torchFile({
  pickle: pickle({ status: "complete", version: "1.0", epoch: 3 }),
  tensors: [Buffer.alloc(4096, 1)],
});

/** A shard `a` and a good one, `b`, whose command must not be hindered by what becomes of `a`. */
function twoShards(command: string, more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.write("whole.pt", whole);
  here.define({
    shards: [{ id: "a" }, { id: "b" }],
    checkpoint: "out/{id}.pt",
    command: `echo "$SHARD_ID" >> ran.txt\nif [ $SHARD_ID = b ]; then cp whole.pt $SHARD_CHECKPOINT; exit 0; fi\n${command}`,
    shell: "sh",
    ...more,
  });
  return here;
}

describe("a command that exits 0 has not finished its shard by that alone", () => {
  test.each([
    [
      "leaves no checkpoint",
      "true",
      'the command left no checkpoint at "out/a.pt" (the path in SHARD_CHECKPOINT)',
    ],
    ["leaves an empty one", ': > "$SHARD_CHECKPOINT"', "the checkpoint has 0 bytes"],
    [
      "leaves a truncated one",
      'head -c 3000 whole.pt > "$SHARD_CHECKPOINT"',
      "its checkpoint is refused as truncated: the end of the archive is missing",
    ],
    ["leaves a link that leads nowhere", 'ln -s nowhere "$SHARD_CHECKPOINT"', "no checkpoint"],
  ])("one that %s has failed, with this reason and without a marker", async (_, command, why) => {
    const here = twoShards(command);
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 1, ran: 1, failed: 1, remaining: 1, allDone: false });
    const a = shardOf(answer, "a");
    expect(a).toMatchObject({ outcome: "failed", exitCode: 0, attempts: 1 });
    expect(a.why).toContain(why);
    expect(answer.stderr).toContain(why);
    expect(here.names("out").filter((name) => name !== ".a.pt.attempt.stale")).toEqual([
      "a.pt.started",
      "b.pt",
      "b.pt.done",
    ]);
    const after = await here.status();
    expect(decisions(after)).toEqual(["a run new", "b skip done"]);
    expect(shardOf(after, "a").detail).toContain("failed once: ");
    expect(shardOf(after, "a").detail).toContain(why);
  });

  test.each([
    ["an empty directory", 'mkdir "$SHARD_CHECKPOINT"', "empty directory"],
    [
      "a directory with a link out of it",
      'mkdir "$SHARD_CHECKPOINT"; ln -s /etc/passwd "$SHARD_CHECKPOINT/x"',
      "leads out",
    ],
    [
      "a directory whose save has not ended",
      'mkdir "$SHARD_CHECKPOINT"; echo 1 > "$SHARD_CHECKPOINT/__0_0.distcp"',
      "truncated: its .metadata is missing, which is written last",
    ],
  ])(
    "one that leaves %s has failed; the directory may be work, and stays",
    async (_, command, why) => {
      const here = twoShards(command);
      const answer = await here.run("--only", "a");
      expect(answer).toMatchObject({ code: 1, failed: 1, inProgress: 1 });
      expect(shardOf(answer, "a").why).toContain(why);
      expect(here.names("out")).toEqual(["a.pt", "a.pt.started"]);
      expect(shardOf(await here.status(), "a")).toMatchObject({ decision: "run" });
    },
  );

  test.each([["in_progress"], ["Running"]])(
    "one whose checkpoint says %s has failed",
    async (status) => {
      const here = twoShards('cp half.pt "$SHARD_CHECKPOINT"');
      here.write("half.pt", torchFile({ pickle: pickle({ status }), tensors: [Buffer.alloc(64)] }));
      const answer = await here.run("--only", "a");
      expect(answer).toMatchObject({ code: 1, failed: 1 });
      expect(shardOf(answer, "a").why).toBe(
        `its checkpoint is refused as status-in-progress: the checkpoint's own status is "${status}"`,
      );
      expect(here.has("out/a.pt.done")).toBe(false);
      expect(here.has("out/.a.pt.attempt.stale")).toBe(true);
    },
  );

  test("one whose checkpoint is of a newer version than accepted has failed", async () => {
    const here = twoShards('cp new.pt "$SHARD_CHECKPOINT"', { status: { "highest-version": "1" } });
    here.write("new.pt", torchFile({ pickle: pickle({ status: "complete", version: "2.0" }) }));
    const answer = await here.run("--only", "a");
    expect(shardOf(answer, "a").why).toContain('version is "2.0", at most 1 is accepted');
    expect(here.has("out/a.pt.done")).toBe(false);
  });

  test("one that is in progress and of a newer version than accepted is incompatible to run, plan and verify", async () => {
    const here = twoShards('cp new.pt "$SHARD_CHECKPOINT"', { status: { "highest-version": "2" } });
    here.write("new.pt", torchFile({ pickle: pickle({ status: "in_progress", version: "9" }) }));
    const why = 'incompatible: the checkpoint\'s version is "9", at most 2 is accepted';
    expect(shardOf(await here.run("--only", "a"), "a").why).toBe(
      `its checkpoint is refused as ${why}`,
    );
    here.write("out/b.pt", readFileSync(here.path("new.pt")));
    expect(shardOf(await here.status(), "b")).toMatchObject({
      ...{ decision: "blocked", reason: "incompatible" },
      detail: expect.stringMatching(
        /"9", at most 2 is accepted; "out\/.*" stays as it is until the definition accepts it: `status: {"highest-version": "9"}`/,
      ),
    });
    expect((await here.verify("out/b.pt")).checkpoints).toMatchObject([{ ok: false, why }]);
  });

  test("a `.done` that the command made itself does not stay beside a checkpoint that is refused", async () => {
    const here = twoShards(
      'head -c 3000 whole.pt > "$SHARD_CHECKPOINT"; : > "$SHARD_CHECKPOINT.done"',
    );
    expect(await here.run("--only", "a")).toMatchObject({ code: 1, failed: 1 });
    expect(here.has("out/a.pt.done")).toBe(false);
  });

  test("a `.done` that the command made itself does not stay when it exits with another code", async () => {
    const here = twoShards('cp whole.pt "$SHARD_CHECKPOINT"; : > "$SHARD_CHECKPOINT.done"; exit 3');
    expect(await here.run("--only", "a")).toMatchObject({ code: 1, failed: 1 });
    expect(here.has("out/a.pt.done")).toBe(false);
    expect(shardOf(await here.status(), "a")).toMatchObject({ decision: "run", reason: "new" });
  });

  test("with validate: size only an empty checkpoint is refused", async () => {
    const here = twoShards('head -c 3000 whole.pt > "$SHARD_CHECKPOINT"', { validate: "size" });
    expect(await here.run()).toMatchObject({ code: 0, ran: 2 });
    const empty = twoShards(': > "$SHARD_CHECKPOINT"', { validate: "size" });
    expect(await empty.run()).toMatchObject({ code: 1, failed: 1 });
  });
});

describe("a marker that proves nothing makes its shard run", () => {
  async function finished(): Promise<Workspace> {
    const here = twoShards('cp whole.pt "$SHARD_CHECKPOINT"');
    expect(await here.run()).toMatchObject({ ran: 2 });
    return here;
  }

  test.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2)],
    ["not JSON", () => "done\n"],
    ["of a later form", (text: string) => text.replace('"donemark":1', '"donemark":2')],
    ["binary", () => "\0\0\0\0"],
    ["a megabyte long", () => `{"donemark":1,"x":"${"y".repeat(1 << 20)}"}`],
  ])("one that is %s is corrupt", async (_, spoil) => {
    const here = await finished();
    here.write("out/a.pt.done", spoil(here.read("out/a.pt.done")));
    expect(decisions(await here.status())).toEqual(["a run corrupt-marker", "b skip done"]);
    expect(await here.run()).toMatchObject({ code: 0, ran: 1, skipped: 1 });
    expect(decisions(await here.status())).toEqual(["a skip done", "b skip done"]);
  });

  test("one of another shard is foreign, and its shard is named", async () => {
    const here = await finished();
    here.write("out/a.pt.done", here.read("out/b.pt.done"));
    const before = await here.status();
    expect(decisions(before)).toEqual(["a run foreign-marker", "b skip done"]);
    expect(shardOf(before, "a").detail).toContain('the marker is that of shard "b"');
    expect(await here.run()).toMatchObject({ code: 0, ran: 1 });
    expect(here.read("out/a.pt.done")).toContain('"shard":"a"');
  });

  test("one that is a directory is in the way and is named, and the other shards run", async () => {
    const here = workspace();
    here.define({
      shards: [{ id: "a" }, { id: "b" }],
      checkpoint: "out/{id}.txt",
      command: 'echo x > "$SHARD_CHECKPOINT"',
    });
    here.write("out/a.txt.done/file");
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 3, ran: 1, failed: 0, blocked: 1 });
    expect(shardOf(answer, "a").why).toContain("a.txt.done");
    expect(here.has("out/a.txt.done/file")).toBe(true);
  });

  test("one beside bytes that are not the marked ones is not believed", async () => {
    const here = await finished();
    const spoilt = Buffer.from(whole);
    spoilt.writeUInt8(77, 300);
    here.write("out/a.pt", spoilt);
    expect(decisions(await here.status())[0]).toBe("a run changed-since-marker");
    writeFileSync(here.path("out/a.pt"), whole.subarray(0, 3000));
    expect(decisions(await here.status())[0]).toBe("a run truncated");
    expect(await here.run()).toMatchObject({ ran: 1, allDone: true });
    expect(readFileSync(here.path("out/a.pt"))).toEqual(whole);
  });
});

describe("a disk that refuses", () => {
  test("a checkpoint folder that cannot be made blocks its shard and no other", async () => {
    const here = workspace();
    here.write("out/file", "not a folder");
    here.define({
      shards: [{ id: "file/a" }, { id: "dir/b" }],
      checkpoint: "out/{id}.txt",
      command: 'echo "$SHARD_ID" >> ran.txt; echo x > "$SHARD_CHECKPOINT"',
    });
    const answer = await here.run();
    expect(answer).toMatchObject({ code: 3, ran: 1, failed: 0, blocked: 1 });
    expect(shardOf(answer, "file/a")).toMatchObject({ decision: "blocked", exitCode: null });
    expect(shardOf(answer, "file/a").why).toContain(here.path("out/file"));
    expect(here.lines("ran.txt")).toEqual(["dir/b"]);
    expect(here.read("out/file")).toBe("not a folder");
  });

  test.skipIf(!mayMount())(
    "a read-only checkpoint folder fails its shards, and what is there stays (skipped where no file system can be mounted)",
    async () => {
      const here = twoShards('cp whole.pt "$SHARD_CHECKPOINT"');
      await here.run();
      here.write("out/b.pt.done", "{");
      await mounted(["-o", "bind,ro", here.path("out"), here.path("out")], async () => {
        const answer = await here.run();
        expect(answer).toMatchObject({ code: 1, skipped: 1, failed: 1 });
        expect(shardOf(answer, "b").why).toMatch(/EROFS|read-only/);
      });
      expect(await here.run()).toMatchObject({ code: 0, skipped: 1, ran: 1 });
    },
  );

  test.skipIf(!mayMount())(
    "a full disk while marking fails the shard, keeps its checkpoint, and `mark` completes it without running it (skipped where no file system can be mounted)",
    async () => {
      const here = workspace();
      here.write("out/.keep");
      here.define({
        shards: [{ id: "a" }],
        checkpoint: "out/{id}.bin",
        command:
          'echo "$SHARD_ID" >> ran.txt; echo precious > "$SHARD_CHECKPOINT"; dd if=/dev/zero of=out/filler bs=4k 2>/dev/null || true',
        shell: "sh",
      });
      await mounted(["-t", "tmpfs", "-o", "size=128k", "none", here.path("out")], async () => {
        const answer = await here.run();
        expect(answer).toMatchObject({ code: 1, failed: 1 });
        const { why } = shardOf(answer, "a");
        expect(why).toContain("the command finished, but its marker could not be written: ENOSPC");
        expect(why).toContain("donemark mark");
        expect(here.names("out")).toEqual(["a.bin", "a.bin.started", "filler"]);
        rmSync(here.path("out/filler"));
        expect(await here.mark("a")).toMatchObject({ code: 0, changed: ["a"] });
        expect(here.read("out/a.bin")).toBe("precious\n");
        expect(decisions(await here.status())).toEqual(["a skip done"]);
        expect(here.lines("ran.txt")).toEqual(["a"]);
      });
    },
  );

  test.skipIf(!mayMount())(
    "a full disk for the logs is no failure of a shard (skipped where no file system can be mounted)",
    async () => {
      const here = workspace();
      here.write(".donemark/logs/.keep");
      here.define({
        shards: [{ id: "a" }, { id: "b" }],
        checkpoint: "out/{id}.txt",
        command:
          'i=0; while [ $i -lt 4000 ]; do echo "line $i of $SHARD_ID with more words"; i=$((i+1)); done; echo x > "$SHARD_CHECKPOINT"',
        shell: "sh",
      });
      const logs = here.path(".donemark/logs");
      await mounted(["-t", "tmpfs", "-o", "size=32k", "none", logs], async () => {
        const answer = await here.run();
        expect(answer).toMatchObject({ code: 0, ran: 2 });
        expect(answer.stderr).toContain("[b] line 3999 of b");
      });
    },
  );
});
