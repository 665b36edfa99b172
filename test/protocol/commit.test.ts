import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { recordedFingerprint, type Fingerprint } from "../../src/core/model/fingerprint.ts";
import { parseMarker } from "../../src/core/model/marker.ts";
import { shardPaths } from "../../src/core/model/shard-paths.ts";
import { parseStartRecord, type StartRecord } from "../../src/core/model/start-record.ts";
import type { Disk } from "../../src/files/disk.ts";
import { readGenerations } from "../../src/checkpoint/generations.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { begin } from "../../src/protocol/begin.ts";
import { recordFailure } from "../../src/protocol/fail.ts";
import { finish, type Finish } from "../../src/protocol/finish.ts";
import type { Writer } from "../../src/protocol/writer.ts";
import type { Task } from "../../src/checkpoint/tasks.ts";
import { lookedAt } from "../helpers/looked.ts";
import { systemError, tappedDisk, type Operation } from "../store/disks.ts";
import { PLAIN_FORM } from "../../src/core/model/marker-form.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const LOOKS: ReadonlySet<Operation> = new Set([
  "stat",
  "stamp",
  "exists",
  "list",
  "names",
  "readText",
  "readLink",
  "open",
  "freeBytes",
]);

const FINGERPRINT: Fingerprint = {
  input: { digest: sha256("input") },
  command: { digest: sha256("command") },
  files: { digest: sha256("files") },
  text: { digest: sha256("text") },
  listedFiles: {},
};

interface Scene {
  readonly folder: string;
  readonly task: Task;
  readonly path: (name: string) => string;
  readonly names: () => readonly string[];
}

/** A shard in a new folder, with its work beside its checkpoint unless the checkpoint is a directory. */
function scene(checkpoint = "out/a.bin", work = "work/a"): Scene {
  const folder = mkdtempSync(join(tmpdir(), "donemark-commit-"));
  folders.push(folder);
  const paths = shardPaths(folder, { checkpoint, work });
  const shard = { id: "a", name: "a", index: 0, inputs: [], checkpoint };
  mkdirSync(dirname(paths.checkpoint), { recursive: true });
  return {
    folder,
    task: {
      shard,
      paths,
      inputs: [],
      basis: "",
      fingerprint: FINGERPRINT,
      wanted: undefined,
      unfetched: () => undefined,
      markLine: () => "donemark mark",
      prepare: () => Promise.resolve(),
    },
    path: (name) => join(folder, name),
    names: () => readdirSync(join(folder, "out")).sort(),
  };
}

const RECORD: StartRecord = {
  shard: "a",
  fingerprint: recordedFingerprint(FINGERPRINT),
  startedAt: "2026-01-01T00:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "0123456789abcdef",
  owner: { pid: 1, startTime: "1", boot: "another" },
  by: {},
};
const START = { record: RECORD, keepWork: false, falseMarkers: [] };
const END = {
  seconds: 1.5,
  finishedAt: "2026-01-01T00:00:01.000Z",
  by: { host: "here" },
} as const;

/** The end of a command whose checkpoint lies there. */
function endOf({ task }: Scene): Finish {
  return { ...END, looked: lookedAt(realDisk, task.paths.checkpoint) };
}

/** A hand that tells each change that it makes, by names below the scene, and fails where it is told to. */
function hand(of: Scene, fails: (place: number) => boolean = () => false) {
  const told: string[] = [];
  const warnings: string[] = [];
  let place = 0;
  const disk: Disk = tappedDisk((operation, path) => {
    if (LOOKS.has(operation)) return;
    place += 1;
    if (fails(place)) throw systemError("ENOSPC", operation, path);
    const below = path.slice(of.folder.length + 1);
    told.push(`${operation} ${below.replace(/\.donemark-tmp-.*/, "TMP")}`);
  });
  let serial = 0;
  const made: Writer = {
    disk,
    markers: PLAIN_FORM,
    keep: 0,
    warn: (text) => warnings.push(text.replaceAll(`${of.folder}/`, "")),
    token: () => {
      serial += 1;
      return `t${serial}`;
    },
  };
  return { hand: made, told, warnings };
}

describe("the start of a shard", () => {
  test("is durable step by step: the old result set aside with its marker, then old work, then the record", async () => {
    const here = scene();
    await finishNew(here, "old");
    mkdirSync(here.path("work/a"), { recursive: true });
    const { hand: own, told } = hand(here);
    await begin(own, here.task.paths, START);
    const write = ["unlink", "create", "syncFile", "rename"].map((step) => `${step} out/TMP`);
    expect(told).toEqual([
      "unlink out/.a.bin.done-1.revoked.stale",
      ...write,
      "syncDirectory out",
      "rename out/a.bin",
      "syncDirectory out",
      "unlink out/a.bin.done",
      "syncDirectory out",
      "rename work/a",
      "syncDirectory work",
      ...write.slice(0, 3),
      "hardLink out/a.bin.started",
      "unlink out/TMP",
      "syncDirectory out",
      "makeDirectory work/a",
      "syncDirectory work",
    ]);
    expect(parseStartRecord(readFileSync(here.path("out/a.bin.started"), "utf8"))).toEqual(RECORD);
  });

  test("makes the folders of checkpoint and work, each flushed into the one above", async () => {
    const here = scene("out/deep/er/a.bin");
    rmSync(here.path("out"), { recursive: true });
    const { hand: own, told } = hand(here);
    await begin(own, here.task.paths, START);
    expect(told.slice(1, 7)).toEqual([
      "makeDirectory out",
      "syncDirectory ",
      "makeDirectory out/deep",
      "syncDirectory out",
      "makeDirectory out/deep/er",
      "syncDirectory out/deep",
    ]);
  });

  test("with kept work moves neither the work nor what is whole in it", async () => {
    const here = scene();
    mkdirSync(here.path("work/a"), { recursive: true });
    for (const name of ["one", "one.done", "two", "two.done"])
      writeFileSync(here.path(`work/a/${name}`), "1");
    await begin(hand(here).hand, here.task.paths, {
      ...START,
      keepWork: true,
      falseMarkers: [here.path("work/a/two.done")],
    });
    expect(readdirSync(here.path("work/a")).sort()).toEqual(["one", "one.done", "two"]);
  });

  test("cut off anywhere, leaves the old result whole with its marker, here or set aside", async () => {
    for (let cut = 1; cut <= 16; cut += 1) {
      const here = scene();
      await finishNew(here, "old");
      await begin(hand(here, (place) => place >= cut).hand, here.task.paths, START).catch(
        () => undefined,
      );
      const names = here.names();
      expect(isTrue(here, "old") || isAsideWhole(here, "old")).toBe(true);
      if (names.includes("a.bin.done"))
        expect(isTrue(here, "old") || !names.includes("a.bin")).toBe(true);
    }
  });
});

describe("the finish of a shard", () => {
  test("is durable step by step: the checkpoint, the marker, then the old generation and the start record go", async () => {
    const here = scene("out/a", "out/a");
    mkdirSync(here.path("out/a/deep"), { recursive: true });
    writeFileSync(here.path("out/a/deep/x"), "1");
    writeFileSync(here.path("out/a.started"), "");
    const { hand: own, told } = hand(here);
    await finish(own, here.task, endOf(here));
    expect(told).toEqual([
      "syncFile out/a/deep/x",
      "syncDirectory out/a/deep",
      "syncDirectory out/a",
      "syncDirectory out",
      "unlink out/TMP",
      "create out/TMP",
      "syncFile out/TMP",
      "rename out/TMP",
      "syncDirectory out",
      "unlink out/a.started",
    ]);
  });

  test("that fails for want of room keeps the checkpoint and leaves no marker, and a later try completes it", async () => {
    for (let cut = 1; cut <= 8; cut += 1) {
      const here = scene();
      await begin(hand(here).hand, here.task.paths, START);
      writeFileSync(here.path("out/a.bin"), "precious");
      let why = "";
      const end = { ...endOf(here), onUntidy: (said: string) => (why = said) };
      await finish(hand(here, (place) => place >= cut).hand, here.task, end).catch(
        (error: unknown) => (why = String(error)),
      );
      expect(why).toContain("ENOSPC");
      expect(readFileSync(here.path("out/a.bin"), "utf8")).toBe("precious");
      expect(here.names()).toContain("a.bin.started");
      if (here.names().includes("a.bin.done")) expect(isTrue(here, "precious")).toBe(true);
      await finish(hand(here).hand, here.task, endOf(here));
      expect(here.names().filter((name) => !name.startsWith(".donemark-tmp-"))).toEqual([
        "a.bin",
        "a.bin.done",
      ]);
      expect(isTrue(here, "precious")).toBe(true);
    }
  });

  test("refuses a checkpoint that has vanished, and one that holds a link that leads out", async () => {
    const gone = scene();
    await expect(finish(hand(gone).hand, gone.task, endOf(gone))).rejects.toThrow("a.bin");
    expect(gone.names()).toEqual([]);
    const here = scene("out/a", "out/a");
    mkdirSync(here.path("out/a"));
    symlinkSync("/etc/hostname", here.path("out/a/x"));
    await expect(finish(hand(here).hand, here.task, endOf(here))).rejects.toThrow(/lead|out/);
    expect(here.names()).toEqual(["a"]);
  });

  test("notes a full digest at once for small checkpoints only", async () => {
    const small = scene();
    const large = scene();
    writeFileSync(small.path("out/a.bin"), Buffer.alloc(4 * 1024 * 1024, 1));
    writeFileSync(large.path("out/a.bin"), Buffer.alloc(4 * 1024 * 1024 + 1, 1));
    expect(
      (await finish(hand(small).hand, small.task, endOf(small))).checkpoint.sha256,
    ).toHaveLength(64);
    expect(
      (await finish(hand(large).hand, large.task, endOf(large))).checkpoint.sha256,
    ).toBeUndefined();
  });
});

describe("the failure of a shard", () => {
  const failure = { times: 1, reason: "exit code 1", exitCode: 1, logTail: "boom", at: "now" };

  test("sets the checkpoint aside, removes a marker that the command made, and notes what happened", async () => {
    const here = scene();
    await begin(hand(here).hand, here.task.paths, START);
    writeFileSync(here.path("out/a.bin"), "bad");
    writeFileSync(here.path("out/a.bin.done"), "");
    const { hand: own, told } = hand(here);
    await recordFailure(own, here.task.paths, { record: RECORD, failure });
    expect(here.names()).toEqual([".a.bin.attempt.stale", "a.bin.started"]);
    const noted = parseStartRecord(readFileSync(here.path("out/a.bin.started"), "utf8"));
    expect(noted).toEqual({ ...RECORD, failure, ended: true });
    expect(told.slice(0, 4)).toEqual([
      "unlink out/a.bin.done",
      "syncDirectory out",
      "rename out/a.bin",
      "syncDirectory out",
    ]);
  });

  test("leaves a directory that is the work where it is", async () => {
    const here = scene("out/a", "out/a");
    await begin(hand(here).hand, here.task.paths, START);
    mkdirSync(here.path("out/a"));
    writeFileSync(here.path("out/a/part"), "1");
    await recordFailure(hand(here).hand, here.task.paths, { record: RECORD, failure });
    expect(here.names()).toEqual(["a", "a.started"]);
  });
});

async function finishNew(here: Scene, content: string): Promise<void> {
  writeFileSync(here.path("out/a.bin"), content);
  await finish(hand(here).hand, here.task, endOf(here));
}

/** Is it set aside with a marker of these very bytes? */
function isAsideWhole(here: Scene, content: string): boolean {
  const [found] = readGenerations(realDisk, here.task.paths.checkpoint, PLAIN_FORM);
  const isProven = found?.proof?.checkpoint.sha256 === sha256(content);
  return isProven && readFileSync(found.checkpoint, "utf8") === content;
}

/** Is there a marker, and does it speak of these very bytes, which are there? */
function isTrue(here: Scene, content: string): boolean {
  const { checkpoint, marker } = here.task.paths;
  if (!here.names().includes(basename(marker)) || !here.names().includes(basename(checkpoint)))
    return false;
  const parsed = parseMarker(readFileSync(marker, "utf8"));
  return (
    parsed.kind === "full" &&
    parsed.marker.checkpoint.sha256 === sha256(content) &&
    readFileSync(checkpoint, "utf8") === content
  );
}
