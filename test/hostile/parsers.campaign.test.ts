// Sample: a tenth of the texts that are made by chance.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { define } from "../../src/job/define.ts";
import {
  formatEntryKey,
  formatWorkKey,
  parseKey,
  parseWorkKey,
} from "../../src/core/keys/cache-key.ts";
import { readDefinition } from "../../src/core/definition/definition.ts";
import { parseDuration } from "../../src/core/text/duration.ts";
import { FIELD_NAMES } from "../../src/core/definition/fields.ts";
import { formatMarker, parseMarker, type Marker } from "../../src/core/model/marker.ts";
import { UserError } from "../../src/core/text/problem.ts";
import { parseSelectors } from "../../src/core/decide/select.ts";
import { parseStartRecord } from "../../src/core/model/start-record.ts";
import { DEFAULT_STATUS_RULES, isNewer, readStatus } from "../../src/core/model/status.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { parseHead } from "../../src/store/github/work/head.ts";
import { parseManifest } from "../../src/store/work/manifest.ts";
import { expandShards } from "../../src/shards/expand.ts";
import { invocationIn } from "../job/invocation.ts";
import { temporaryFolder } from "../store/setting.ts";
import { fuzzed } from "../helpers/campaign.ts";
import { measured, measuredSync } from "../helpers/processor-time.ts";
import { tally } from "../helpers/tally.ts";

const RUNS = fuzzed(150, 1500);
const HASH = "0123456789abcdef".repeat(4);
const WANTED = { shard: "a", match: HASH, whole: HASH };

let cases = 0;
afterAll(() => {
  tally("hostile input", { "texts for parsers": cases });
});

test("no prototype is changed by what a parser reads", () => {
  for (const text of [
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
  ]) {
    for (const parse of [parseMarker, parseStartRecord, parseSelectors]) quickly(() => parse(text));
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

/** Acts on one hostile text, which must take less than a second of processor time. */
function quickly<T>(act: () => T): T {
  cases += 1;
  const { answer, seconds } = measuredSync(act);
  expect(seconds).toBeLessThan(1);
  return answer;
}

const MARKER: Marker = {
  shard: "a",
  checkpoint: {
    kind: "directory",
    sizeBytes: 12,
    mtimeNs: "1",
    inode: "2",
    files: 3,
    tree: HASH,
    sha256: HASH,
    sample: HASH,
    format: "plain",
    status: "complete",
    version: "1.0",
  },
  fingerprint: { input: HASH, listedFiles: { "a.py": "01234567" } },
  seconds: 1.5,
  finishedAt: "2026-01-01T00:00:00.000Z",
  by: { run: "1", attempt: 1, ref: "main", host: "h", gpu: "g" },
};

const START = JSON.stringify({
  donemark: 1,
  status: "started",
  shard: "a",
  fingerprint: { input: HASH },
  startedAt: "2026-01-01T00:00:00.000Z",
  attempt: 1,
  resumed: false,
  runTag: "0123456789abcdef",
  owner: { pid: 1, startTime: "1", boot: "b" },
  by: {},
  failure: { times: 1, reason: "r", exitCode: 3, logTail: "", at: "t" },
});

const MANIFEST = JSON.stringify({
  donemark: 1,
  shard: "a",
  whole: HASH,
  takenAtMs: 1,
  folders: ["x"],
  files: [{ path: "x/y", sizeBytes: 1, sha256: HASH, mtimeNs: "1", inode: "1" }],
});

const PIECES = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "null",
  "-1",
  "1e999",
  "9007199254740993",
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  "\u0000",
  "\uD800",
  "../",
  "[".repeat(2000),
  " ".repeat(2000),
] as const;

/** A text with a few places replaced, doubled or cut. */
function mutations(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
        text,
      ),
    );
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.json(),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join("")),
);

describe("whatever a text is, and however a good one is changed,", () => {
  test("a marker is read as one with all its fields, or not at all", () => {
    const texts = fc.oneof(anyText, mutations(formatMarker(MARKER)));
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = quickly(() => parseMarker(text));
        expect(["empty", "full", "corrupt"]).toContain(parsed.kind);
        if (parsed.kind !== "full") return;
        const again = parseMarker(formatMarker(parsed.marker));
        expect(again).toEqual(parsed);
        expect(parsed.marker.checkpoint.sizeBytes).toBeGreaterThanOrEqual(0);
        expect(parsed.marker.checkpoint.sample).toMatch(/^[0-9a-f]{64}$/);
      }),
      RUNS,
    );
  });

  test("a start record is read or not", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mutations(START)), (text) => {
        const parsed = quickly(() => parseStartRecord(text));
        if (parsed === undefined) return;
        expect(typeof parsed.shard).toBe("string");
        expect(parsed.attempt).toBeGreaterThanOrEqual(0);
        expect(parsed.owner.pid).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test("a manifest of work names nothing outside", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mutations(MANIFEST)), (text) => {
        const parsed = quickly(() => parseManifest(text, WANTED));
        for (const name of [
          ...(parsed?.folders ?? []),
          ...(parsed?.files ?? []).map((file) => file.path),
        ])
          expect(join("/root", name)).toMatch(/^\/root\/./);
      }),
      RUNS,
    );
  });

  test("a head of work gives whole loads for the keys of this very work, or is not read", () => {
    const prefix = "dm1w-01234567-0123456789abcdef-0123456789abcdef-";
    const key = formatWorkKey({ kind: "data", prefix }, 5, "abcdef");
    const load = { contents: 1, bytes: 1 };
    const head = `${MANIFEST}\n${JSON.stringify({ [key]: { ...load, digests: [HASH] } })}\n`;
    expect(parseHead(head, WANTED, prefix)?.loads).toEqual(new Map([[key, load]]));
    fc.assert(
      fc.property(fc.oneof(anyText, mutations(head)), (text) => {
        const parsed = quickly(() => parseHead(text, WANTED, prefix));
        for (const [one, { contents, bytes }] of parsed?.loads ?? []) {
          expect(parseWorkKey(one)).toMatchObject({ kind: "data", prefix });
          expect([contents, bytes].every((count) => Number.isSafeInteger(count))).toBe(true);
          expect(Math.min(contents, bytes)).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test("a key is read only where it is letter by letter what is written", () => {
    const prefix = "dm1-01234567-slug-0123456789abcdef-0123456789abcdef-";
    const facts = {
      parts: ["0", "01234567", "0", "0"],
      milliseconds: 1,
      sizeBytes: 2,
      run: 3n,
      attempt: 4,
      stamp: 5,
      unique: "abcdef",
    };
    const key = formatEntryKey(prefix, facts);
    const workPrefix = "dm1w-01234567-0123456789abcdef-0123456789abcdef-";
    const workKey = formatWorkKey({ kind: "head", prefix: workPrefix }, 5, "abcdef");
    const long = fc.nat(20_000).map((length) => `${prefix}${"0.".repeat(length)}`);
    const texts = fc.oneof(anyText, mutations(key), mutations(workKey), {
      weight: 1,
      arbitrary: long,
    });
    expect(parseKey(key)?.kind).toBe("entry");
    expect(parseWorkKey(workKey)?.kind).toBe("head");
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = quickly(() => parseKey(text));
        quickly(() => parseWorkKey(text));
        if (parsed?.kind === "entry") expect(formatEntryKey(parsed.prefix, parsed)).toBe(text);
      }),
      RUNS,
    );
  });

  test("a selector is read, or told to be wrong", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(quickly(() => parseSelectors(text))).toBeDefined();
      }),
      RUNS,
    );
  });

  test("a duration, a status and a version have an answer", () => {
    const digits = fc.nat(50_000).map((length) => `${"9".repeat(length)}h`);
    const dots = fc.nat(20_000).map((length) => "1.".repeat(length));
    fc.assert(
      fc.property(fc.oneof(anyText, digits, dots), (text) => {
        const duration = quickly(() => parseDuration(text));
        if (duration !== undefined) expect(Number.isNaN(duration)).toBe(false);
        quickly(() => readStatus(text, DEFAULT_STATUS_RULES));
        quickly(() => isNewer(text, "1.0"));
      }),
      fuzzed(100, 600),
    );
  });

  test("every field of a definition is read or told to be wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELD_NAMES),
        fc.oneof(anyText, fc.jsonValue()),
        (name, value) => {
          const layer = {
            label: (one: string) => one,
            values: { shards: 1, checkpoint: "out/{index}", [name]: value },
          };
          const read = quickly(() => readDefinition([layer]));
          if (!("problems" in read)) return;
          for (const problem of read.problems) expect(problem).not.toContain("\n");
        },
      ),
      RUNS,
    );
  });
});

/** Reads a config as a command does. */
async function readConfig(text: string): Promise<string> {
  cases += 1;
  const workspace = temporaryFolder();
  writeFileSync(join(workspace, "donemark.yml"), text);
  const { answer: outcome, seconds } = await measured(() =>
    define(invocationIn(workspace)).then(
      () => "read",
      (error: unknown) => {
        expect(error, String(error)).toBeInstanceOf(UserError);
        return String(error);
      },
    ),
  );
  expect(seconds).toBeLessThan(5);
  expect(Object.keys(Object.prototype)).toEqual([]);
  return outcome;
}

const LAUGHS = Array.from({ length: 12 }, (_, n) =>
  n === 0
    ? "l0: &l0 lol"
    : `l${n}: &l${n} [${Array.from({ length: 10 }, () => `*l${n - 1}`).join(",")}]`,
).join("\n");
const GOOD = "shards: 3\ncheckpoint: out/{index}\n";

describe("a config that", () => {
  test.each([
    ["laughs a billion times", LAUGHS],
    ["refers to itself", "a: &a [*a]"],
    ["nests 100,000 lists", "[".repeat(100_000)],
    ["nests 50,000 maps", "{a: ".repeat(50_000)],
    ["nests 100,000 lists in block form", `shards:\n${"- ".repeat(100_000)}x`],
    [
      "nests 2,000 maps by indents",
      Array.from({ length: 1300 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
    ],
    ["has a key of a prototype", `${GOOD}__proto__: {polluted: 1}`],
    ["merges a prototype", `${GOOD}x: &x {__proto__: {polluted: 1}}\n<<: *x`],
    ["has a constructor", `${GOOD}constructor: {prototype: {polluted: 1}}`],
    ["is a list", "[]"],
    ["is binary", "\u0000\u0001\u0002"],
    [
      "asks for code",
      `${GOOD}command: !!js/function "function(){ process.exit(9) }"\nx: !!python/object/apply:os.system [id]`,
    ],
    ["has two documents", `${GOOD}---\n${GOOD}`],
    ["has 20,000 anchors", Array.from({ length: 5000 }, (_, n) => `k${n}: &k${n} 1`).join("\n")],
    ["has the same key twice", `${GOOD}shards: 4`],
  ])("%s is refused in words", async (_, text) => {
    expect(await readConfig(text)).not.toBe("read");
  });

  test("is a good one with changes is read, or refused in words", async () => {
    const texts = mutations(`${GOOD}command: |\n  echo\nstatus: {field: s, complete: [a]}\n`);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await readConfig(text)).toMatch(/\S/);
      }),
      fuzzed(30, 200),
    );
  });
});

describe("a list of shards that", () => {
  const lists: readonly (readonly [string, string])[] = [
    ["nests deep", "[".repeat(200_000)],
    ["has prototypes", '[{"__proto__":{"id":"a"}}]'],
    ["has ids that are no texts", '[{"id":{"toString":1}},{"id":null},{"id":[]}]'],
    [
      "has the same id 1,000 times",
      JSON.stringify(Array.from({ length: 1000 }, () => ({ id: "a" }))),
    ],
    ["climbs out", '[{"id":"../../etc/passwd"},{"id":"/etc/passwd"},{"id":"a/../../b"}]'],
    ["ends in the middle of a line", '{"id":"a"}\n{"id":'],
    ["has line ends in ids", '[{"id":"a\\n::error::b"}]'],
  ];
  test.each(lists)("%s is refused in words", async (_, text) => {
    cases += 1;
    const workspace = temporaryFolder();
    writeFileSync(join(workspace, "list"), text);
    const layer = {
      label: (one: string) => one,
      values: { shards: "@list", checkpoint: "out/{id}" },
    };
    const read = readDefinition([layer]);
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    const { answer: failed, seconds } = await measured(() =>
      expandShards(realDisk, workspace, read.definition).catch((error: unknown) => error),
    );
    expect(failed).toBeInstanceOf(UserError);
    expect(seconds).toBeLessThan(1);
  });
});
