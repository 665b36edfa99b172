import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/core/model/digest.ts";
import {
  placeShards,
  seedOfFile,
  seedsOfCount,
  seedsOfList,
  type Seed,
  type Shard,
  type Shards,
  type Templates,
} from "../../../src/core/model/shard.ts";
import { fixedPart, isBelow } from "../../../src/core/model/template.ts";

const OUT: Templates = { checkpoint: "out/{id}.pt" };

const seed = (id: string, name = id): Seed => ({ id, name, inputs: [] });

function problemsOf(seeds: readonly Seed[], templates = OUT, counted = false): readonly string[] {
  const placed = placeShards(seeds, templates, counted);
  return "problems" in placed ? placed.problems : [];
}

function shardsOf(seeds: readonly Seed[], templates = OUT, counted = false): readonly Shard[] {
  const placed = placeShards(seeds, templates, counted);
  if ("problems" in placed) throw new Error(placed.problems.join("\n"));
  return placed.shards;
}

describe("shards", () => {
  test("are sorted by id and numbered from 0, whatever order they came in", () => {
    const shards = shardsOf([seed("b"), seed("10"), seed("a/z"), seed("9")]);
    expect(shards.map(({ id, index }) => [id, index])).toEqual([
      ["10", 0],
      ["9", 1],
      ["a/z", 2],
      ["b", 3],
    ]);
  });

  test("have their paths from the templates", () => {
    const [shard] = shardsOf([seed("a/b", "B")], { checkpoint: "out/{id}.pt", work: "w/{name}" });
    expect(shard).toEqual({
      id: "a/b",
      name: "B",
      index: 0,
      inputs: [],
      checkpoint: "out/a/b.pt",
      work: "w/B",
    });
  });

  test("of a number have ids of four digits, or of as many as the last one needs", () => {
    expect(seedsOfCount(2).map(({ id }) => id)).toEqual(["0000", "0001"]);
    expect(seedsOfCount(10_000).at(-1)?.id).toBe("9999");
    expect(seedsOfCount(10_001).at(-1)?.id).toBe("10000");
    expect(seedsOfCount(10_001)[0]?.id).toBe("00000");
    expect(shardsOf(seedsOfCount(11), { checkpoint: "o/{index}" }, true).at(-1)?.checkpoint).toBe(
      "o/10",
    );
  });

  test.each([
    ["data/x/a.fasta", "x/a.fasta", "x/a", "a"],
    ["data/a.tar.gz", "a.tar.gz", "a.tar", "a.tar"],
    ["a.d/b", "a.d/b", "a.d/b", "b"],
    [".hidden", ".hidden", ".hidden", ".hidden"],
    ["x/.hidden.json", "x/.hidden.json", "x/.hidden", ".hidden"],
    ["noext", "noext", "noext", "noext"],
  ])(
    "of the file %s have its path below the fixed part without the last extension as id",
    (path, below, id, name) => {
      expect(seedOfFile(path, below)).toEqual({ id, name, inputs: [{ path }] });
    },
  );
});

describe("an id is accepted", () => {
  test.each([
    "with blanks inside",
    'it\'s "quoted"',
    "$(touch hacked)",
    "`x`; rm -rf ~ & echo | cat > y",
    "::error::x",
    "##[group]x",
    "日本語 ünï 🧬",
    "-rf",
    "a,b",
    "..a",
    "a..",
    "...",
    ".hidden",
    "*?[x]{id}!",
    "%2e%2e",
    "none",
    "x".repeat(200),
    "a/b/c",
    "\\",
  ])("%j", (id) => {
    expect(shardsOf([seed(id)])[0]?.checkpoint).toBe(`out/${id}.pt`);
  });

  test("of 200 characters also where a character has several units", () => {
    expect(shardsOf([seed(`${"🧬".repeat(20)}/`.repeat(9) + "🧬".repeat(11))])).toHaveLength(1);
  });
});

describe("an id is a problem", () => {
  test.each([
    ["empty", ""],
    ["of 201 characters", "x".repeat(201)],
    ["with a line end", "a\nb"],
    ["with a tab", "a\tb"],
    ["with a zero byte", "a\0b"],
    ["with an escape", "\u001B[31m"],
    ["with a C1 control character", "a\u0085b"],
    ["with a line separator", "a\u2028b"],
    ["with half of a surrogate pair, which a file name cannot hold", "a\uD83D"],
    ["that is absolute", "/etc/passwd"],
    ["that leads out", "../a"],
    ["that leads out and back", "a/../../b"],
    ["that only goes up", ".."],
    ["that goes nowhere", "."],
    ["with a dot segment", "a/./b"],
    ["with an empty segment", "a//b"],
    ["that ends as a folder", "a/"],
    ["that leads out where a backslash separates", "..\\..\\a"],
  ])("%s", (_, id) => {
    const problems = problemsOf([seed(id)]);
    expect(problems.length).toBeGreaterThan(0);
    for (const raw of ["\0", "\u001B", "\u0085", "\u2028"])
      expect(problems.join("\n")).not.toContain(raw);
  });

  test("with a name that is too long for a file, in bytes", () => {
    expect(problemsOf([seed("漢".repeat(100))])).toEqual([expect.stringMatching(/303 bytes/)]);
  });
});

describe("two shards", () => {
  test("on one checkpoint are an error that names both and the path", () => {
    const seeds = [seed("x/a", "a"), seed("y/a", "a")];
    expect(problemsOf(seeds, { checkpoint: "out/{name}.pt" })).toEqual([
      'Shards "x/a" and "y/a" share the path "out/a.pt".',
    ]);
    expect(problemsOf(seeds, { checkpoint: "out/one.pt" })).toHaveLength(1);
  });

  test("of one id are an error that names the files of both", () => {
    const seeds = [seedOfFile("in/a.fa", "a.fa"), seedOfFile("in/a.fna", "a.fna")];
    expect(problemsOf(seeds)).toEqual(['Two shards have the id "a": "in/a.fa" and "in/a.fna".']);
  });

  test.each<readonly [string, Templates, readonly Seed[]]>([
    ["one work directory", { ...OUT, work: "w/{name}" }, [seed("x/a", "a"), seed("y/a", "a")]],
    [
      "a checkpoint and a work directory",
      { checkpoint: "out/{id}", work: "out/{name}" },
      [seed("a", "b"), seed("b", "c")],
    ],
    ["a checkpoint inside the other's", { checkpoint: "out/{id}" }, [seed("a"), seed("a/b")]],
    [
      "a checkpoint inside the other's of one letter",
      { checkpoint: "{id}" },
      [seed("a"), seed("a/b")],
    ],
    [
      "a checkpoint deep inside the other's",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("a/b/c/d")],
    ],
    ["a work directory inside the other's", { ...OUT, work: "w/{id}" }, [seed("a"), seed("a/b")]],
    [
      "a checkpoint inside the other's work",
      { checkpoint: "w/{name}/{id}.pt", work: "w/{id}" },
      [seed("x", "x"), seed("y", "x")],
    ],
    [
      "a checkpoint that is the other's marker",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("a.done")],
    ],
    [
      "a checkpoint that is the other's start record",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("a.started")],
    ],
    [
      "a checkpoint that is the other's report of a failure",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("a.failed")],
    ],
    [
      "a checkpoint that is the other's set-aside one",
      { checkpoint: "out/{id}" },
      [seed("a"), seed(".a.stale")],
    ],
    [
      "a folder where the other's marker must lie",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("a.done/b")],
    ],
  ])("sharing %s are an error that names both", (_, templates, seeds) => {
    const problems = problemsOf(seeds, templates);
    expect(problems.length).toBeGreaterThan(0);
    for (const { id } of seeds) expect(problems.join()).toContain(JSON.stringify(id));
  });

  test.each<readonly [string, Templates, readonly Seed[]]>([
    ["with paths in one folder", OUT, [seed("a/b"), seed("a/c")]],
    [
      "with paths that only begin alike",
      { checkpoint: "out/{id}" },
      [seed("a"), seed("ab"), seed("a.b"), seed("a-done")],
    ],
    ["with nested ids and an extension", OUT, [seed("a"), seed("a/b")]],
  ])("%s are fine", (_, templates, seeds) => {
    expect(problemsOf(seeds, templates)).toEqual([]);
  });
});

test.each([
  ["a checkpoint in its own work", { checkpoint: "w/{id}/final.pt", work: "w/{id}" }],
  ["work below its own checkpoint", { checkpoint: "o/{id}", work: "o/{id}/w" }],
  ["work in the place of its own marker", { checkpoint: "o/{id}", work: "o/{id}.done" }],
])("%s is refused", (_, templates) => {
  expect(problemsOf([seed("a")], templates)).toEqual([
    `Shard "a": checkpoint "${templates.checkpoint.replace("{id}", "a")}" and work "${templates.work.replace("{id}", "a")}" lie one in the other. Give each a place of its own.`,
  ]);
});

describe("templates", () => {
  test("must not begin with a home folder that nobody expands", () => {
    expect(problemsOf([seed("a")], { checkpoint: "~/out/{id}" })).toEqual([
      expect.stringMatching(/^checkpoint must not begin with "~\/"/),
    ]);
  });

  test("may use {index} only with a number of shards", () => {
    expect(problemsOf(seedsOfCount(2), { checkpoint: "out/{index}.pt" }, true)).toEqual([]);
    expect(problemsOf([seed("a")], { checkpoint: "out/{index}.pt" })).toEqual([
      expect.stringMatching(/checkpoint .*\{index\}.*number/),
    ]);
  });

  test("of work must contain {id} or {name}", () => {
    expect(problemsOf([seed("a")], { ...OUT, work: "w/{name}" })).toEqual([]);
    expect(problemsOf([seed("a")], { ...OUT, work: "w" })).toEqual([
      expect.stringMatching(/work must contain \{id\} or \{name\}.*"w"/),
    ]);
    expect(problemsOf(seedsOfCount(1), { ...OUT, work: "w/{index}" }, true)).toHaveLength(1);
  });

  test("that end in a slash name a directory, as people write them", () => {
    const [shard] = shardsOf([seed("a")], { checkpoint: "out/{id}/", work: "w/{id}/" });
    expect(shard).toMatchObject({ checkpoint: "out/a", work: "w/a" });
  });

  test.each<readonly [string, Templates, Seed]>([
    ["the workspace itself", { checkpoint: "." }, seed("a")],
    ["the workspace itself by an empty name", { checkpoint: "{name}" }, seed("a", "")],
    ["the workspace itself by a name of dots", { checkpoint: "{name}" }, seed("a", ".")],
    ["the workspace itself as work", { checkpoint: "{id}", work: "{name}" }, seed("a", ".")],
    ["the fixed part itself", { checkpoint: "out/{name}" }, seed("a", ".")],
    ["a folder above by a name of dots", { checkpoint: "{name}/{id}" }, seed("a", "..")],
    ["a folder above as work", { checkpoint: "{id}", work: "out/{name}/x" }, seed("a", "..")],
    ["a folder above by its own dots", { checkpoint: "out/{id}/../../x" }, seed("a")],
  ])("may not give %s", (_, templates, one) => {
    expect(problemsOf([one], templates).join()).toMatch(/leads out/);
  });
});

test("every problem is told at once", () => {
  const templates = { checkpoint: "{idd}", work: "w/{indx}" };
  expect(problemsOf([seed("a")], templates)).toHaveLength(2);
  const problems = problemsOf([
    seed("a\tb"),
    seed("../x"),
    seed("y".repeat(201)),
    seed("c"),
    seed("c"),
  ]);
  expect(problems).toHaveLength(4);
});

const segment = fc.oneof(
  {
    arbitrary: fc.constantFrom("a", "b", "c", "a.done", ".a.stale", "b.started", "c.failed"),
    weight: 8,
  },
  {
    arbitrary: fc.string({
      unit: fc.constantFrom("a", ".", " ", "é", "\\", "{", "}", "{id}"),
      maxLength: 4,
    }),
    weight: 1,
  },
);
const id = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join("/"));
const template = fc
  .tuple(
    fc.constantFrom("", "out/", "/data/", "./", "../up/"),
    fc.constantFrom("", "x/", "{name}/", "{id}/../", "..a/"),
    fc.constantFrom("{id}", "{name}", "{id}/{name}", "{id}/f"),
    fc.constantFrom("", ".pt", "/"),
  )
  .map((pieces) => pieces.join(""));

describe("whatever the ids, the names and the templates are", () => {
  test("accepted paths lie below the fixed part, and no path is in or on another shard's", () => {
    const seeds = fc.array(fc.record({ id, name: segment, inputs: fc.constant([]) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        seeds,
        template,
        fc.option(template, { nil: undefined }),
        (given, checkpoint, work) => {
          const templates = work === undefined ? { checkpoint } : { checkpoint, work };
          const placed = placeShards(given, templates, false);
          expect(whatIsWrong(placed, given, templates)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function whatIsWrong(
  placed: Shards,
  given: readonly Seed[],
  { checkpoint, work }: Templates,
): readonly string[] {
  if ("problems" in placed) return placed.problems.length > 0 ? [] : ["no problem is told"];
  const { shards } = placed;
  const outside = shards
    .flatMap((shard) => [
      [checkpoint, shard.checkpoint],
      [work ?? checkpoint, shard.work ?? shard.checkpoint],
    ])
    .filter(([from = "", path = ""]) => !staysBelow(from, path));
  const lost = shards.length === given.length ? [] : ["a shard is lost"];
  return [...lost, ...outside.map((pair) => pair.join(" -> ")), ...touching(shards)];
}

function staysBelow(from: string, given: string): boolean {
  const segments = given.replace(/^\//, "").split("/");
  const isPlain = segments.every(
    (s, i) => s !== "" && s !== "." && (s !== ".." || (i === 0 && from.startsWith("../"))),
  );
  return isPlain && isBelow(fixedPart(from), given);
}

function owned({ checkpoint, work }: Shard): readonly string[] {
  const records = [`${checkpoint}.done`, `${checkpoint}.started`, `${checkpoint}.failed`];
  return [checkpoint, ...records, ...(work === undefined ? [] : [work])];
}

/** Pairs of shards of which one has a path on or in a path of the other. */
function touching(shards: readonly Shard[]): readonly string[] {
  return shards.flatMap((one) =>
    shards
      .filter((other) => other !== one)
      .flatMap((other) =>
        owned(other).filter((p) => owned(one).some((q) => p === q || p.startsWith(`${q}/`))),
      ),
  );
}

describe("a list of shards", () => {
  const DIGEST = sha256("x");

  test("takes an id with no input, one, or several, and a digest for each", () => {
    const entries = [
      { id: "a" },
      { id: "b", inputs: "in/b.fa" },
      { id: "c/d", inputs: ["in/x.tar.gz", "in/y"], sha256: [DIGEST, DIGEST.toUpperCase()] },
      { id: "e", inputs: null, sha256: DIGEST },
      "f/g",
    ];
    expect(seedsOfList(entries)).toEqual({
      problems: [],
      seeds: [
        { id: "a", name: "a", inputs: [] },
        { id: "b", name: "b", inputs: [{ path: "in/b.fa" }] },
        {
          id: "c/d",
          name: "x.tar",
          inputs: [
            { path: "in/x.tar.gz", sha256: DIGEST },
            { path: "in/y", sha256: DIGEST },
          ],
        },
        { id: "e", name: "e", inputs: [{ path: "", sha256: DIGEST }] },
        { id: "f/g", name: "g", inputs: [] },
      ],
    });
  });

  test.each<readonly [unknown, RegExp]>([
    [5, /entry 1 .*"id".*5/],
    [null, /entry 1/],
    [["a"], /entry 1/],
    [{}, /"id"/],
    [{ id: 7 }, /"id"/],
    [{ id: "a", input: "x" }, /unknown key "input".*inputs/],
    [{ id: "a", inputs: 5 }, /"inputs".*5/],
    [{ id: "a", inputs: ["x", 5] }, /"inputs"/],
    [{ id: "a", inputs: "x", sha256: "abc" }, /64 hexadecimal.*"abc"/],
    [{ id: "a", inputs: ["x", "y"], sha256: DIGEST }, /2 inputs and 1 digest/],
    [{ id: "a", sha256: [DIGEST, DIGEST] }, /0 inputs and 2 digests/],
  ])("names what is wrong with %j", (entry, message) => {
    const { seeds, problems } = seedsOfList([entry]);
    expect(seeds).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test("tells every wrong entry by its place", () => {
    const { seeds, problems } = seedsOfList([5, { id: "a" }, {}]);
    expect(seeds).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringContaining("entry 1 "),
      expect.stringContaining("entry 3 "),
    ]);
  });

  test("never throws, whatever JSON it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const { seeds, problems } = seedsOfList(entries);
        expect(seeds.length + problems.length).toBe(entries.length);
      }),
    );
  });
});
