import path from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/core/model/digest.ts";
import type { Shard } from "../../src/core/model/shard.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { expandShards, type Expanded } from "../../src/shards/expand.ts";
import { defineAs, temporaryFolder, write } from "../checkpoint/scene.ts";

interface Given {
  readonly files?: readonly string[] | Readonly<Record<string, string>>;
  readonly shards: unknown;
  readonly checkpoint?: string;
  readonly work?: string;
}

async function expand({ files = [], ...values }: Given): Promise<Expanded> {
  const folder = temporaryFolder();
  write(
    folder,
    Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, "x"])) : files,
  );
  return expandShards(realDisk, folder, defineAs(values));
}

const idsOf = ({ shards }: { readonly shards: readonly Shard[] }): readonly string[] =>
  shards.map(({ id }) => id);

describe("shards from globs", () => {
  test("have their path below the glob's fixed part without the last extension as id", async () => {
    const files = ["in/b.tar.gz", "in/sub/a.fa", "in/c"];
    const { shards, counted } = await expand({ files, shards: "in/**" });
    expect(shards.map(({ id, name, inputs }) => [id, name, inputs[0]?.path])).toEqual([
      ["b.tar", "b.tar", "in/b.tar.gz"],
      ["c", "c", "in/c"],
      ["sub/a", "a", "in/sub/a.fa"],
    ]);
    expect(counted).toBeUndefined();
  });

  test("are sorted by id, and a file that two globs match is one shard", async () => {
    const files = ["in/b.fa", "in/a.fa", "extra/0.fa"];
    const given = { files, shards: "in/*.fa\n\n in/a.* \nextra/*.fa" };
    expect(idsOf(await expand(given))).toEqual(["0", "a", "b"]);
    expect((await expand(given)).shards.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test("may be a list in a file, with exclusions", async () => {
    const files = ["in/a.fa", "in/b.fa"];
    expect(idsOf(await expand({ files, shards: ["in/*.fa", "!in/b.fa"] }))).toEqual(["a"]);
  });

  test("that match nothing are an error that names the globs, and the folders that are not there", async () => {
    await expect(expand({ shards: "in/*.fa\nmore/*" })).rejects.toThrow(
      /No shard matches: "in\/\*\.fa", "more\/\*".* There is no folder "in"\. There is no folder "more"\./,
    );
  });

  test("of one id are an error that names both files", async () => {
    const expanding = expand({ files: ["in/a.fa", "in/a.fq"], shards: "in/*" });
    await expect(expanding).rejects.toThrow(/"a": "in\/a\.f.".*"in\/a\.f."/);
  });

  test("keep strange file names as they are", async () => {
    const names = ["$(touch x)", "it's; rm -rf", "::error::", "ünï 漢", "a,b"];
    const files = names.map((name) => `in/${name}.fa`);
    expect(idsOf(await expand({ files, shards: "in/*.fa" }))).toEqual(names.sort());
  });

  test("with a line end in a file's name are an error, not a second line of a log", async () => {
    const expanding = expand({ files: ["in/a\n::error::x.fa"], shards: "in/*" });
    await expect(expanding).rejects.toThrow(/control character, got "a\\n::error::x"/);
  });
});

describe("Donemark's own files", () => {
  test("are no shards, whichever glob matches them", async () => {
    const own = ["a.pt.done", ".a.pt.stale", ".b.stale/w.pt", ".donemark-tmp-x", ".donemark/x.pt"];
    const files = ["out/a.pt", ...own.map((name) => `out/${name}`)];
    for (const shards of ["out/*", "out/**", "out/{.*,*}", "out/{.*,*}/*\nout/*", "**/{.*,*}"]) {
      const expanded = await expand({ files, shards, checkpoint: "next/{name}" });
      expect(expanded.shards.map(({ inputs }) => inputs[0]?.path)).toEqual(["out/a.pt"]);
      expect(expanded.unfinished).toEqual([]);
    }
  });

  test("tell a stage which files are not finished: these are named and are no shards", async () => {
    const files = ["out/a", "out/a.done", "out/b", "out/b.started", "out/c/x/1", "out/c.started"];
    const more = ["out/d/1", "out/d.done", "out/e", "out/e.done", "out/e.started"];
    const reports = ["out/b.failed"];
    const given = {
      files: [...files, ...more, ...reports],
      shards: "out/**",
      checkpoint: "next/{id}",
    };
    const expanded = await expand(given);
    expect(idsOf(expanded)).toEqual(["a", "d/1", "e"]);
    expect(expanded.unfinished).toEqual(["out/b", "out/b.failed", "out/c/x/1"]);
    await expect(expand({ ...given, shards: "out/c/**" })).rejects.toThrow(/not finished.*out\/c/);
  });

  test("are inputs where they are named letter by letter", async () => {
    expect(idsOf(await expand({ files: ["in/list.done"], shards: "in/list.done" }))).toEqual([
      "list",
    ]);
  });
});

describe("globs that swallow what the command writes", () => {
  test.each<readonly [string, Given]>([
    [
      "a checkpoint",
      { files: ["d/a.fa", "d/a.out.fa"], shards: "d/*.fa", checkpoint: "d/{id}.out.fa" },
    ],
    [
      "a file of a directory checkpoint",
      { files: ["in/a.fa", "out/in/a/part.fa"], shards: "**/*.fa", checkpoint: "out/{id}" },
    ],
    [
      "a file of the work",
      {
        files: ["in/a.fa", "w/in/a/state.fa"],
        shards: "**/*.fa",
        checkpoint: "o/{id}",
        work: "w/{id}",
      },
    ],
  ])("are an error: %s", async (_, given) => {
    await expect(expand(given)).rejects.toThrow(/Narrow the globs|share the path/);
  });

  test("are an error also where one of the two paths is absolute", async () => {
    const folder = temporaryFolder();
    write(folder, { "d/a.fa": "x", "d/a.out.fa": "x" });
    const globs = defineAs({ shards: `${folder}/d/*.fa`, checkpoint: "d/{id}.out.fa" });
    await expect(expandShards(realDisk, folder, globs)).rejects.toThrow(/Narrow the globs/);
    const out = defineAs({ shards: "d/*.fa", checkpoint: `${folder}/d/{id}.out.fa` });
    await expect(expandShards(realDisk, folder, out)).rejects.toThrow(/Narrow the globs/);
  });

  test("are told from inputs that only lie beside checkpoints", async () => {
    const given = {
      files: ["d/a.fa", "d/a.pt", "d/a.pt.done"],
      shards: "d/*.fa",
      checkpoint: "d/{id}.pt",
    };
    expect(idsOf(await expand(given))).toEqual(["a"]);
  });
});

describe("a number of shards", () => {
  test.each([3, "3", " 3 "])(
    "given as %j is that many, and the number is known",
    async (shards) => {
      const expanded = await expand({ shards });
      expect(idsOf(expanded)).toEqual(["0000", "0001", "0002"]);
      expect(expanded.counted).toBe(3);
    },
  );

  test("may use {index}", async () => {
    const { shards } = await expand({ shards: 2, checkpoint: "out/{index}.pt" });
    expect(shards.map(({ checkpoint }) => checkpoint)).toEqual(["out/0.pt", "out/1.pt"]);
  });

  test.each(["0", "1000001"])("of %s is an error that says the bounds", async (shards) => {
    await expect(expand({ shards })).rejects.toThrow(`from 1 to 1000000, got ${shards}`);
  });
});

const LIST = [
  { id: "b", inputs: ["in/b.fa"], sha256: sha256("b") },
  { id: "a/1", inputs: "in/a.fa" },
];

describe("a list of shards", () => {
  const lines = LIST.map((entry) => JSON.stringify(entry)).join("\n");

  test.each<readonly [string, unknown, Readonly<Record<string, string>>]>([
    ["of a file's block", LIST, {}],
    ["as JSON text", ` ${JSON.stringify(LIST)}\n`, {}],
    ["from a JSON file", "@shards.json", { "shards.json": JSON.stringify(LIST, undefined, 2) }],
    ["from a file with one object a line", "@ sub/s.jsonl", { "sub/s.jsonl": `\n${lines}\r\n\n` }],
    [
      "from a file with a byte order mark",
      "@s.json",
      { "s.json": `\uFEFF${JSON.stringify(LIST)}` },
    ],
  ])("is read %s", async (_, shards, files) => {
    const expanded = await expand({ shards, files });
    expect(expanded.shards.map(({ id, index, inputs }) => ({ id, index, inputs }))).toEqual([
      { id: "a/1", index: 0, inputs: [{ path: "in/a.fa" }] },
      { id: "b", index: 1, inputs: [{ path: "in/b.fa", sha256: sha256("b") }] },
    ]);
    expect(expanded).not.toHaveProperty("counted");
  });

  test.each<readonly [string, unknown, RegExp]>([
    ["a file that is not there", "@gone.json", /"gone\.json", which is not there/],
    ["text that is no JSON", "[{", /shards must be a JSON list/],
    ["an empty list", "[]", /empty list/],
    ["an empty list of a file's block", [], /empty list/],
    ["wrong entries, all of them", '[5,{"id":"a"},{"id":"b","input":1}]', /entry 1 [^]*entry 3 /],
  ])("is an error where it is %s", async (_, shards, message) => {
    await expect(expand({ shards })).rejects.toThrow(message);
  });

  test.each([
    ["of another kind of JSON", '{"shards":[]}'],
    ["empty", " \n"],
    ["cut off", lines.slice(0, -3)],
  ])("is an error where its file is %s", async (_, text) => {
    await expect(expand({ shards: "@s.jsonl", files: { "s.jsonl": text } })).rejects.toThrow(/\S/);
  });

  test("with an id that leads out is an error, whatever the file says", async () => {
    const shards = JSON.stringify([{ id: "../../etc/x" }, { id: "/abs" }]);
    await expect(expand({ shards })).rejects.toThrow(/"\.\.\/\.\.\/etc\/x"[^]*"\/abs"/);
  });
});

test("everything that is wrong with the shards is told at once", async () => {
  const shards = JSON.stringify([{ id: "../x" }, { id: "a\tb" }, { id: "c" }, { id: "c" }]);
  const expanding = expand({ shards });
  await expect(expanding).rejects.toMatchObject({ problems: { length: 3 }, exitCode: 2 });
});

test("the workspace may be given with a dot or a slash at its end", async () => {
  const folder = temporaryFolder();
  write(folder, { "in/a.fa": "x" });
  const { shards } = await expandShards(
    realDisk,
    `${path.join(folder)}/`,
    defineAs({ shards: "in/*" }),
  );
  expect(idsOf({ shards })).toEqual(["a"]);
});
