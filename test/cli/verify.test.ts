import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  outcomes,
  snapshot,
  workspace,
  type VerifyJson,
  type Workspace,
} from "../fixtures/cli/workspace.ts";
import { until } from "../helpers/until.ts";
import { pickle } from "../helpers/pickle.ts";
import { DIST } from "../helpers/program.ts";
import { torchFile } from "../helpers/torch-file.ts";

const TENSOR = 1_000_000;

/** A job whose command makes PyTorch checkpoints of a megabyte. */
function job(ids: readonly string[], more: Readonly<Record<string, unknown>> = {}): Workspace {
  const here = workspace();
  here.define({
    shards: ids.map((id) => ({ id })),
    checkpoint: "out/{id}.pt",
    command: 'cp whole.pt "$SHARD_CHECKPOINT"',
    shell: "sh",
    ...more,
  });
  here.write("whole.pt", torch("complete"));
  return here;
}

function torch(status?: string, more: { checksums?: boolean } = {}): Buffer {
  const values = { ...(status !== undefined && { status }), version: "1.0" };
  return torchFile({ pickle: pickle(values), tensors: [Buffer.alloc(TENSOR, 1)], ...more });
}

/** The place of a byte that no inspection and no sample reads. */
const UNREAD = 100_000;

function flipped(bytes: Buffer, at = UNREAD): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
}

/** `path word` of each that is wrong; the word is the first of `why`. */
function wrong({ checkpoints }: VerifyJson): readonly string[] {
  return checkpoints
    .filter(({ ok }) => !ok)
    .map(({ path, why }) => `${path} ${why?.split(":")[0]}`);
}

describe("verify of a job", () => {
  test("says in one line that nothing is wrong, reads kilobytes, and changes nothing", async () => {
    const here = job(["a", "b", "unmade"]);
    await here.run("--only", '["a","b"]');
    const before = snapshot(here.folder);
    const answer = await here.verify();
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(answer.checkpoints).toMatchObject([
      {
        ...{ path: "out/a.pt", ok: true, marker: "full", format: "pytorch", structure: "sound" },
        ...{ status: "complete", version: "1.0", sizeBytes: torch("complete").length, why: null },
      },
      { path: "out/b.pt", ok: true },
    ]);
    for (const { bytesRead } of answer.checkpoints) expect(bytesRead).toBeLessThan(512 * 1024);
    expect(await here.donemark("verify")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 checkpoints verified, nothing wrong \([^\n]*\)\n$/),
    });
    expect(snapshot(here.folder)).toEqual(before);
  });

  test("finds whatever is wrong with a checkpoint, its marker or its status, and ends with 3", async () => {
    const ids = [
      "changed",
      "corrupt",
      "cut",
      "damaged",
      "empty",
      "foreign",
      "good",
      "grown",
      "half",
      "lost",
    ];
    const here = job([...ids, "new-version"], { status: { "highest-version": "1" } });
    await here.run();
    const whole = torch("complete");
    here.write("out/damaged.pt", flipped(whole, whole.indexOf("complete")));
    here.write("out/changed.pt", flipped(whole, 200_000));
    here.write("out/corrupt.pt.done", "{");
    here.write("out/cut.pt", whole.subarray(0, 5000));
    here.write("out/empty.pt");
    here.write("out/foreign.pt.done", here.read("out/good.pt.done"));
    here.write("out/grown.pt", torch("complete!"));
    here.write("out/half.pt", torch("in_progress"));
    here.write("out/half.pt.done");
    here.write("out/new-version.pt", torchFile({ pickle: pickle({ version: "2.0" }) }));
    rmSync(here.path("out/lost.pt"));
    const answer = await here.verify();
    expect(answer.code).toBe(3);
    expect(wrong(answer)).toEqual([
      "out/changed.pt changed-since-marker",
      "out/corrupt.pt corrupt-marker",
      "out/cut.pt truncated",
      "out/damaged.pt damaged",
      "out/empty.pt empty",
      "out/foreign.pt foreign-marker",
      "out/grown.pt changed-since-marker",
      "out/half.pt status-in-progress",
      "out/lost.pt marker-without-checkpoint",
      "out/new-version.pt incompatible",
    ]);
    const { stdout, code } = await here.donemark("verify");
    expect(code).toBe(3);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(/^path +verdict +reason$/);
    expect(lines).toContainEqual(expect.stringMatching(/^out\/cut\.pt +truncated +\S/));
    expect(stdout).toContain("10 of 11 checkpoints wrong");
    expect(stdout).not.toContain("out/good.pt");
  });

  test("leaves out what a run is writing at this moment, and says so", async () => {
    const here = job(["a", "b"], {
      command:
        'head -c 5000 whole.pt > "$SHARD_CHECKPOINT"; touch begun; while [ ! -e go ]; do sleep 0.05; done; cp whole.pt "$SHARD_CHECKPOINT"',
    });
    const { ended } = here.start(["run", "--only", "a"]);
    await until("the checkpoint in the making", () => here.has("begun"));
    expect(wrong(await here.verify("out/a.pt"))).toEqual(["out/a.pt truncated"]);
    expect(await here.verify()).toMatchObject({ code: 0, checkpoints: [] });
    const { stdout } = await here.donemark("verify");
    expect(stdout).toContain("1 left out: a run is at work on it");
    here.write("go");
    expect((await ended).code).toBe(0);
    expect(await here.verify()).toMatchObject({ code: 0, checkpoints: [{ path: "out/a.pt" }] });
    expect(here.lines(".donemark/failed.jsonl")).toHaveLength(1);
  });

  test("as a run's own check looks at what the command has left", async () => {
    const donemark = `"${process.execPath}" "${join(DIST, "cli.js")}"`;
    const here = job(["a", "b"], {
      command:
        'cp whole.pt "$SHARD_CHECKPOINT"; if [ $SHARD_ID = a ]; then printf x | dd of="$SHARD_CHECKPOINT" bs=1 seek=100000 conv=notrunc; fi',
      check: `${donemark} verify --deep "$SHARD_CHECKPOINT"`,
    });
    const answer = await here.run();
    expect(outcomes(answer)).toEqual(["a failed", "b done"]);
  });

  test("looks at the shards that `only` names", async () => {
    const here = job(["a", "b"]);
    await here.run();
    here.write("out/b.pt");
    expect(await here.verify("--only", "a")).toMatchObject({ code: 0, checkpoints: [{}] });
    expect(wrong(await here.verify("--only", "b"))).toEqual(["out/b.pt empty"]);
  });

  test("does not trust size, time and inode: the sample digest is compared", async () => {
    const here = job(["a"], { validate: "size" });
    await here.run();
    const whole = torch("complete");
    here.write("out/a.pt", flipped(whole, whole.length - 1500));
    expect(wrong(await here.verify())).toEqual(["out/a.pt changed-since-marker"]);
  });

  test("takes directories", async () => {
    const here = job(["a", "b"], {
      checkpoint: "out/{id}",
      command:
        'mkdir "$SHARD_CHECKPOINT"; echo one > "$SHARD_CHECKPOINT/x"; echo 2 > "$SHARD_CHECKPOINT/y"',
    });
    await here.run();
    expect(await here.verify("--deep")).toMatchObject({
      code: 0,
      checkpoints: [{ format: "directory", sizeBytes: 6 }, {}],
    });
    here.write("out/a/x", "two\n");
    rmSync(here.path("out/b/y"));
    const answer = await here.verify();
    expect(wrong(answer)).toEqual(["out/a changed-since-marker", "out/b changed-since-marker"]);
    expect(answer.checkpoints[1]?.why).toContain("it has 1 file, the marker says 2");
  });
});

describe("verify of paths", () => {
  test("needs no definition, and takes globs, whole folders of them as a shell gives them, and markers", async () => {
    const here = workspace();
    here.write("out/a.pt", torch("complete"));
    here.write("out/b.pt", torch("complete").subarray(0, 5000));
    here.write("out/b.pt.done");
    here.write("out/dir/file", "1");
    here.write("out/dir.done");
    here.write("out/other/file", "1");
    const all = ["out/a.pt", "out/b.pt", "out/dir"];
    const globbed = await here.verify("out/*");
    expect(globbed.checkpoints.map(({ path }) => path)).toEqual(all);
    expect(globbed.code).toBe(3);
    const given = here.names("out").map((name) => here.path("out", name));
    const listed = await here.verify(...given);
    expect(listed.checkpoints.map(({ path }) => path)).toEqual([...all, "out/other"]);
    expect(await here.verify("out/a.pt")).toMatchObject({ code: 0 });
    expect(wrong(await here.verify("out/b.pt.done"))).toEqual(["out/b.pt truncated"]);
  });

  test("says which is not there, and refuses a glob that matches nothing", async () => {
    const here = workspace();
    expect(wrong(await here.verify("none.pt"))).toEqual(["none.pt absent"]);
    const { code, stderr } = await here.donemark("verify", "out/*.pt");
    expect(code).toBe(2);
    expect(stderr).toContain('"out/*.pt" matches no checkpoint');
  });

  test("holds the status against the definition's rules where there is one", async () => {
    const here = workspace();
    here.write("a.pt", torch("ready"));
    expect(wrong(await here.verify("a.pt"))).toEqual(["a.pt status-other"]);
    here.define({ status: { complete: ["ready"] } });
    expect(await here.verify("a.pt")).toMatchObject({ code: 0 });
  });
});

describe("verify --deep", () => {
  test("finds by the marker's digest what nothing else finds, in files small and large", async () => {
    const here = job(["a", "b"], {
      command:
        'cp whole.pt "$SHARD_CHECKPOINT"; if [ $SHARD_ID = b ]; then cp large.bin "$SHARD_CHECKPOINT"; fi',
    });
    const large = Buffer.alloc(20_000_000, "donemark");
    here.write("large.bin", large);
    await here.run();
    expect(await here.verify("--deep", "--parallel", "2")).toMatchObject({ code: 0 });
    writeFileSync(here.path("out/a.pt"), flipped(torch("complete"), 150_000));
    writeFileSync(here.path("out/b.pt"), flipped(large, 10_000_001));
    expect(await here.verify()).toMatchObject({ code: 0 });
    const answer = await here.verify("--deep");
    expect(wrong(answer)).toEqual([
      "out/a.pt changed-since-marker",
      "out/b.pt changed-since-marker",
    ]);
    expect(answer.checkpoints[1]?.why).toContain("SHA-256");
    expect(answer.checkpoints[1]?.bytesRead).toBeGreaterThanOrEqual(large.length);
  });

  test("without a digest reads every entry of an archive against its checksum", async () => {
    const here = workspace();
    here.write("whole.pt", torch());
    here.write("torn.pt", flipped(torch()));
    here.write("unsummed.pt", flipped(torch(undefined, { checksums: false })));
    here.write("plain.bin", "anything");
    expect(await here.verify("*.pt", "*.bin")).toMatchObject({ code: 0 });
    const answer = await here.verify("--deep", "*.pt", "*.bin");
    expect(wrong(answer)).toEqual(["torn.pt damaged"]);
    expect(answer.checkpoints.find(({ ok }) => !ok)?.why).toContain(
      "its entry archive/data/0 is not what its checksum says",
    );
    const { stdout } = await here.donemark(
      "verify",
      "--deep",
      "whole.pt",
      "unsummed.pt",
      "plain.bin",
    );
    expect(stdout).toContain("2 with no digest or checksum");
  });

  test("unpacks what is deflated", async () => {
    const here = workspace();
    const content = Buffer.from("donemark ".repeat(1000));
    here.write("whole.npz", deflatedZip("x.npy", content));
    const torn = deflatedZip("x.npy", content, 1);
    here.write("torn.npz", torn);
    expect(wrong(await here.verify("--deep", "*.npz"))).toEqual(["torn.npz damaged"]);
  });
});

describe("whatever lies in the place of a file makes an answer", () => {
  test.each<readonly [string, (path: string) => void, string]>([
    ["a named pipe", (path: string) => void execFileSync("mkfifo", [path]), "corrupt-marker"],
    ["an endless device", (path: string) => symlinkSync("/dev/zero", path), "corrupt-marker"],
    ["a link to itself", (path: string) => symlinkSync(path, path), "unreadable"],
    ["a folder", (path: string) => mkdirSync(path), "corrupt-marker"],
    ["a link that leads nowhere", (path: string) => symlinkSync("nowhere", path), "corrupt-marker"],
  ])("%s for a checkpoint and for a marker", async (_, put, word) => {
    const here = workspace();
    here.write("a.pt", torch());
    here.write("b.pt.done");
    put(here.path("a.pt.done"));
    put(here.path("b.pt"));
    const answer = await here.verify("--deep", "a.pt", "b.pt");
    expect(answer.code).toBe(3);
    expect(wrong(answer)).toHaveLength(2);
    expect(wrong(answer)[0]).toBe(`a.pt ${word}`);
    for (const path of ["a.pt", "b.pt"])
      expect(await here.donemark("info", path)).toMatchObject({ code: 0, stderr: "" });
  });

  test("names of files and what they say are shown without what a terminal would obey", async () => {
    const here = workspace();
    here.write("a\u001b[2J.pt", torch("odd\u001b[2J"));
    const { stdout, code } = await here.donemark("verify", "*.pt");
    expect(code).toBe(3);
    expect(stdout).toContain("status-other");
    expect(stdout).not.toContain("\u001b");
  });
});

/** A zip with one deflated entry, whose recorded checksum is off by so much. */
function deflatedZip(name: string, content: Buffer, off = 0): Buffer {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(16);
  fields.writeUInt32LE((crc32(content) + off) >>> 0, 0);
  fields.writeUInt32LE(packed.length, 4);
  fields.writeUInt32LE(content.length, 8);
  fields.writeUInt16LE(name.length, 12);
  const local = Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    fields,
    Buffer.from(name),
    packed,
  ]);
  const directory = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
