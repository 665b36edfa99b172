import { rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import { PARTS, type Fingerprint, type Part } from "../../src/core/model/fingerprint.ts";
import type { Disk } from "../../src/files/disk.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { expandShards } from "../../src/shards/expand.ts";
import { fingerprintAll } from "../../src/shards/fingerprints.ts";
import { openHashCache } from "../../src/shards/hash-cache.ts";
import { defineAs, temporaryFolder, write } from "../checkpoint/scene.ts";

type Values = Readonly<Record<string, unknown>>;

const FILES = { "in/a.txt": "A", "in/b.txt": "B", "src/a.py": "code", "src/b.py": "more" };

async function fingerprints(folder: string, values: Values = {}, disk: Disk = realDisk) {
  const definition = defineAs(values);
  const expanded = await expandShards(disk, folder, definition);
  const hashes = openHashCache(disk, { folder: path.join(folder, ".cache"), workspace: folder });
  return fingerprintAll({ disk, workspace: folder, hashes }, definition, expanded);
}

async function first(folder: string, values?: Values, disk?: Disk): Promise<Fingerprint> {
  const [fingerprint] = await fingerprints(folder, values, disk);
  if (fingerprint === undefined) throw new Error("there is no shard");
  return fingerprint;
}

function workspace(files: Readonly<Record<string, string>> = FILES): string {
  const folder = temporaryFolder();
  write(folder, files);
  return folder;
}

/** The parts in which two fingerprints differ. */
function different(one: Fingerprint, other: Fingerprint): readonly Part[] {
  return PARTS.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

const WITH_FILES = { "fingerprint-files": "src/*.py" };

describe("each part changes with what it stands for, and with nothing else", () => {
  test.each<readonly [string, Values, readonly Part[]]>([
    ["the command", { command: "predict --fast" }, ["command"]],
    ["the command's line ends and trailing blanks", { command: "predict \r\n" }, []],
    ["the shell", { shell: "sh" }, ["command"]],
    ["the working directory", { "working-directory": "sub" }, ["command"]],
    ["another way to write the working directory", { "working-directory": "./x/../" }, []],
    ["the text", { "fingerprint-text": "v2" }, ["text"]],
    ["the globs of files that match the same", { "fingerprint-files": ["src/b.py", "src/a*"] }, []],
    ["fewer files", { "fingerprint-files": "src/a.py" }, ["files"]],
    ["the way to look at inputs", { "input-fingerprint": "name" }, ["input"]],
    [
      "a check, retries, slots and limits",
      { check: "true", retries: 3, parallel: 8, "max-jobs": 2 },
      [],
    ],
    ["the checkpoint's place", { checkpoint: "other/{id}.pt" }, []],
    ["which shards run here", { only: "a", force: "a" }, []],
  ])("%s", async (_, change, expected) => {
    const folder = workspace();
    const before = await first(folder, WITH_FILES);
    expect(different(before, await first(folder, { ...WITH_FILES, ...change }))).toEqual(expected);
  });

  test("the content of an input", async () => {
    const folder = workspace();
    const before = await fingerprints(folder, WITH_FILES);
    write(folder, { "in/b.txt": "C" });
    const after = await fingerprints(folder, WITH_FILES);
    expect(before.map((one, i) => different(one, after[i] ?? one))).toEqual([[], ["input"]]);
  });

  test("the content of a fingerprint file, whose name is listed", async () => {
    const folder = workspace();
    const before = await first(folder, WITH_FILES);
    write(folder, { "src/b.py": "less" });
    const after = await first(folder, WITH_FILES);
    expect(different(before, after)).toEqual(["files"]);
    expect(Object.keys(after.listedFiles)).toEqual(["src/a.py", "src/b.py"]);
    expect(after.listedFiles["src/b.py"]).toBe(sha256("less").slice(0, 12));
  });

  test("is the same in another workspace", async () => {
    const [one, other] = [
      await first(workspace(), WITH_FILES),
      await first(workspace(), WITH_FILES),
    ];
    expect(different(one, other)).toEqual([]);
  });

  test("is the same however many other shards there are", async () => {
    const folder = workspace();
    const before = await first(folder);
    write(folder, { "in/0.txt": "0", "in/c.txt": "C" });
    expect(different(before, (await fingerprints(folder))[1] ?? before)).toEqual([]);
  });
});

describe("the input part", () => {
  test("holds its place when a file moves or gets another time, by content", async () => {
    const before = await first(workspace({ "in/a.txt": "A" }));
    const folder = workspace({ "in/renamed.txt": "A" });
    utimesSync(path.join(folder, "in/renamed.txt"), 1, 1);
    expect(different(before, await first(folder))).toEqual([]);
  });

  test("sees size and time by `stat`, and reads nothing", async () => {
    const folder = workspace({ "in/a.txt": "A" });
    const file = path.join(folder, "in/a.txt");
    const unreadable: Disk = {
      ...realDisk,
      open: () => {
        throw new Error("read");
      },
    };
    const values = { "input-fingerprint": "stat" };
    const looked = async () => first(folder, values, unreadable);
    const before = await looked();
    expect(different(before, await looked())).toEqual([]);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const touched = await looked();
    expect(different(before, touched)).toEqual(["input"]);
    writeFileSync(file, "AA");
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    expect(different(touched, await looked())).toEqual(["input"]);
  });

  test("sees only paths by `name`, also of files that are not there", async () => {
    const list = [{ id: "a", inputs: ["in/a.txt", "far/away.txt"] }];
    const values = { shards: list, "input-fingerprint": "name" };
    const folder = workspace();
    const before = await first(folder, values);
    write(folder, { "in/a.txt": "changed" });
    expect(different(before, await first(folder, values))).toEqual([]);
    expect("digest" in before.input).toBe(true);
  });

  test.each(["content", "stat"])(
    "of a folder sees a change in any of its files, by %s",
    async (mode) => {
      const folder = workspace({ "in/images/a.png": "1", "in/images/sub/b.png": "2" });
      const values = { shards: [{ id: "a", inputs: "in/images" }], "input-fingerprint": mode };
      const before = await first(folder, values);
      expect(different(before, await first(folder, values))).toEqual([]);
      write(folder, { "in/images/sub/b.png": "longer" });
      expect(different(before, await first(folder, values))).toEqual(["input"]);
    },
  );

  test("of a number of shards depends on the number and the place", async () => {
    const three = await fingerprints(workspace({}), { shards: 3 });
    const four = await fingerprints(workspace({}), { shards: 4 });
    const digests = [...three, ...four].map(({ input }) => JSON.stringify(input));
    expect(new Set(digests).size).toBe(7);
  });

  test("of a shard without inputs is known", async () => {
    const { input } = await first(workspace({}), { shards: [{ id: "a" }] });
    expect(input).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe("an input that is not on this machine", () => {
  const list = (digest?: string) => ({
    shards: [{ id: "a", inputs: ["in/a.txt"], ...(digest !== undefined && { sha256: [digest] }) }],
  });

  test("is stood for by its given digest", async () => {
    const folder = workspace();
    const here = await first(folder, list(sha256("A")));
    rmSync(path.join(folder, "in"), { recursive: true });
    expect(different(here, await first(folder, list(sha256("A").toUpperCase())))).toEqual([]);
  });

  test("and has no digest makes the part unknown, and says which input", async () => {
    const { input } = await first(workspace({}), list());
    expect(input).toEqual({ unknown: 'the input "in/a.txt" is not there' });
  });

  test("is not stood for by a digest where size and time count", async () => {
    const values = { ...list(sha256("A")), "input-fingerprint": "stat" };
    expect((await first(workspace({}), values)).input).toHaveProperty("unknown");
  });

  test("may have a digest and no path at all", async () => {
    const known = await first(workspace({}), { shards: [{ id: "a", sha256: sha256("A") }] });
    const here = await first(workspace(), list(sha256("A")));
    expect(different(known, here)).toEqual([]);
  });
});

describe("an input that is here", () => {
  test("and has another digest than the list says is an error for each such shard", async () => {
    const shards = ["a", "b"].map((id) => ({
      id,
      inputs: `in/${id}.txt`,
      sha256: sha256("other"),
    }));
    await expect(fingerprints(workspace(), { shards })).rejects.toMatchObject({
      problems: [
        `Shard "a": the input "in/a.txt" has the SHA-256 ${sha256("A")}, but the list says ${sha256("other")}.`,
        expect.stringContaining('Shard "b": the input "in/b.txt"'),
      ],
    });
  });

  test("and cannot be read makes the part unknown, and says why", async () => {
    const broken: Disk = {
      ...realDisk,
      open: (file) => {
        if (file.endsWith("a.txt")) throw new Error("EIO: i/o error");
        return realDisk.open(file);
      },
    };
    const [a, b] = await fingerprints(workspace(), {}, broken);
    expect(a?.input).toEqual({ unknown: 'the input "in/a.txt" cannot be read: EIO: i/o error' });
    expect(b?.input).toHaveProperty("digest");
  });

  test("counts as the object that it names where it is a Git LFS pointer", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256("A")}\nsize 1\n`;
    const real = await first(workspace({ "in/a.txt": "A" }));
    expect(different(real, await first(workspace({ "in/a.txt": pointer })))).toEqual([]);
  });
});

describe("the other parts", () => {
  test("are unknown where nothing is given that they stand for: no command", async () => {
    const { command } = await first(workspace(), { command: undefined });
    expect(command).toEqual({ unknown: "no command is given" });
  });

  test("are known where there are simply no files and no text", async () => {
    const fingerprint = await first(workspace());
    expect([fingerprint.files, fingerprint.text].every((part) => "digest" in part)).toBe(true);
    expect(fingerprint.listedFiles).toEqual({});
  });

  test("fail where a pattern of fingerprint-files matches nothing", async () => {
    const values = { "fingerprint-files": "src/*.py\nweights/*.bin" };
    await expect(fingerprints(workspace(), values)).rejects.toThrow(
      /"weights\/\*\.bin" matches no file/,
    );
  });
});
