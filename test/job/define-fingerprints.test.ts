import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify, type ToStringOptions } from "yaml";
import { PARTS } from "../../src/core/model/fingerprint.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { define } from "../../src/job/define.ts";
import { expandShards } from "../../src/shards/expand.ts";
import { fingerprintAll } from "../../src/shards/fingerprints.ts";
import { openHashCache } from "../../src/shards/hash-cache.ts";
import { SEED } from "../helpers/campaign.ts";
import { temporaryFolder, write } from "../checkpoint/scene.ts";
import { invocationIn } from "./invocation.ts";

/** The fingerprint of the only shard of a config file, the first time and from the cache of configs. */
async function fingerprintsOf(workspace: string, config: string): Promise<readonly string[]> {
  write(workspace, { "donemark.yml": config });
  const digests: string[] = [];
  for (const _ of [1, 2]) {
    const { definition } = await define(invocationIn(workspace));
    const expanded = await expandShards(realDisk, workspace, definition);
    const hashes = openHashCache(realDisk, { folder: `${workspace}/.cache`, workspace });
    const all = await fingerprintAll({ disk: realDisk, workspace, hashes }, definition, expanded);
    digests.push(JSON.stringify(all.map((one) => PARTS.map((part) => one[part]))));
  }
  return digests;
}

async function digestOf(workspace: string, config: string): Promise<string> {
  const [first = "", again] = await fingerprintsOf(workspace, config);
  expect(again).toBe(first);
  return first;
}

const withParam = (written: string): string =>
  `checkpoint: out/{id}\ncommand: "true"\nshards:\n  - id: a\n    params:\n      p: ${written}\n`;
const withText = (written: string): string =>
  `checkpoint: out/{id}\ncommand: "true"\nshards: 1\nfingerprint-text: ${written}\n`;

/** Scalars that a reader of YAML could take for one another. */
const SCALARS = [
  ...["1.1", "1.10", "1.100", "01.1", "+1.1", "1.1e0", "11e-1"],
  ...["16", "0x10", "0X10", "0o20", "020", "16.0", "1_6"],
  ...["1000", "1e3", "1E3", "1e+3", "1000.0", "10e2"],
  ...[
    "12345678901234567890",
    "12345678901234567891",
    "12345678901234567000",
    "1.2345678901234567e19",
  ],
  ...["0", "-0", "+0", "0.0", ".0", "0.", "00", "1e-999"],
  ...[".inf", ".Inf", "+.inf", "-.inf", ".nan", ".NaN", "Infinity", "NaN", "1e999"],
  ...["true", "True", "TRUE", "yes", "Yes", "on", "y", "t"],
  ...["false", "False", "no", "off", "n"],
  ...["2001-01-01", "2001-01-01T00:00:00Z", "1:30", "1:30:00"],
  ...["é", "e\u0301", "\u00a0x", "x\u00a0y", "x y", "x  y", "x,y", "a: b", "a\\nb"],
];

/** As YAML has no plain form for it. */
const mustQuote = (text: string): boolean => /: |^\u00a0/.test(text);

test.each([
  ["parameters", withParam],
  ["fingerprint-text", withText],
] as const)(
  "scalars of %s that differ as text have fingerprints that differ",
  async (_, config) => {
    const workspace = temporaryFolder();
    for (const directive of ["", "%YAML 1.1\n---\n"]) {
      const known = new Map<string, string>();
      for (const scalar of SCALARS) {
        const written = mustQuote(scalar) ? JSON.stringify(scalar) : scalar;
        const digest = await digestOf(workspace, directive + config(written));
        expect(known.get(digest), scalar).toBeUndefined();
        known.set(digest, scalar);
      }
    }
  },
);

const FORMS: readonly ((text: string) => string)[] = [
  (text) => `"${text}"`,
  (text) => `'${text}'`,
  (text) => `!!str ${text}`,
  (text) => `|-\n        ${text}`,
  (text) => `>-\n        ${text}`,
  (text) => `${text}   # a comment`,
  (text) => `&anchor ${text}`,
  (text) =>
    `"${[...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`,
];

test.each([
  ["parameters", withParam],
  ["fingerprint-text", withText],
] as const)(
  "a scalar of %s has one fingerprint, plain, quoted, tagged, in a block, in each version of YAML",
  async (_, config) => {
    const workspace = temporaryFolder();
    // Every third: each group has some.
    const plainly = SCALARS.filter((one) => /^[\w.:+-]+$/.test(one));
    for (const text of plainly.filter((_text, place) => place % 3 === 0)) {
      const plain = await digestOf(workspace, config(text));
      for (const form of FORMS)
        expect(await digestOf(workspace, config(form(text))), form(text)).toBe(plain);
      expect(await digestOf(workspace, `%YAML 1.1\n---\n${config(text)}`), text).toBe(plain);
      expect(await digestOf(workspace, config(text).replaceAll("\n", "\r\n")), text).toBe(plain);
    }
  },
);

test("a list of shards as JSON, in YAML or in a file has the same fingerprints", async () => {
  const workspace = temporaryFolder();
  const inYaml = await digestOf(workspace, withParam("1.10"));
  const json = '[{"id": "a", "params": {"p": 1.10}}]';
  write(workspace, { "list.json": json, "list.jsonl": json.slice(1, -1) });
  const rest = 'checkpoint: out/{id}\ncommand: "true"\n';
  for (const shards of [json, `'${json}'`, '"@list.json"', '"@list.jsonl"'])
    expect(await digestOf(workspace, `${rest}shards: ${shards}\n`), shards).toBe(inYaml);
});

interface Content {
  readonly command: string;
  readonly "fingerprint-text": string;
  readonly params: Readonly<Record<string, string>>;
  readonly shell: string;
}

const LINE = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom(...SCALARS, "a \\", "a \\ ", "# no comment", "- x", "key: value", "\ttab"),
);
const TEXT = fc.array(LINE, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const WORD = TEXT.map((text) => `x${text.replaceAll(/[\0\r]/g, "")}`);
const NAME = fc.constantFrom("a", "b", "lr", "constructor", "toString", "_x", "__proto__");

const CONTENT: fc.Arbitrary<Content> = fc.record({
  command: WORD,
  "fingerprint-text": WORD,
  params: fc.dictionary(NAME, WORD, { minKeys: 1, maxKeys: 3 }),
  shell: fc.constantFrom("bash", "sh", "bash {0}"),
});

/** What must differ where two contents differ: texts without blanks at the ends of lines, all else as it is. */
function formOf({ command, params, shell, ...rest }: Content): string {
  const [words, text] = [command, rest["fingerprint-text"]].map((one) =>
    one
      .split("\n")
      .map((line) => (/\\[ \t]+$/.test(line) ? `${line.trimEnd()} ` : line.replace(/[ \t]+$/, "")))
      .join("\n"),
  );
  const sorted = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([ended(words), ended(text), sorted, shell]);
}

/** Without the blank end of a text, but for a blank that a backslash makes a word. */
function ended(text = ""): string {
  const cut = text.trimEnd();
  return cut.endsWith("\\") && /^[ \t]/.test(text.slice(cut.length)) ? `${cut} ` : cut;
}

const STYLE: fc.Arbitrary<ToStringOptions> = fc.record({
  defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL"),
  defaultKeyType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE"),
  collectionStyle: fc.constantFrom("any", "block", "flow"),
  lineWidth: fc.constantFrom(0, 20, 80),
});

/** The content as somebody may have written it: in any order, in any style, with comments. */
function writtenAs(
  content: Content,
  { style, order }: { readonly style: ToStringOptions; readonly order: readonly number[] },
): string {
  const { params, ...rest } = content;
  const entries = Object.entries(params).toSorted((a, b) => rank(a[0], order) - rank(b[0], order));
  const all: Record<string, unknown> = {
    ...rest,
    checkpoint: "out/{id}",
    shards: [{ params: Object.fromEntries(entries), id: "a" }],
  };
  const keys = Object.keys(all).toSorted((a, b) => rank(a, order) - rank(b, order));
  const value = Object.fromEntries(keys.map((key) => [key, all[key]]));
  const text = stringify(value, style);
  // The library folds some texts into others.
  fc.pre(isDeepStrictEqual(parse(text), value));
  return `# a comment of ${order.length}\n${text}`;
}

function rank(key: string, order: readonly number[]): number {
  return order[key.length % order.length] ?? 0;
}

test("two definitions have one fingerprint if they say the same, in whatever order and style, and only then", async () => {
  const workspace = temporaryFolder();
  const manner = fc.record({ style: STYLE, order: fc.array(fc.nat(), { minLength: 1 }) });
  const pair = fc.oneof(
    fc.tuple(CONTENT, CONTENT),
    CONTENT.map((one): [Content, Content] => [one, one]),
    fc
      .tuple(CONTENT, fc.constantFrom("command", "fingerprint-text"), WORD)
      .map(([one, key, text]): [Content, Content] => [one, { ...one, [key]: text }]),
  );
  await fc.assert(
    fc.asyncProperty(pair, manner, manner, async ([one, other], first, second) => {
      const digests = [
        await digestOf(workspace, writtenAs(one, first)),
        await digestOf(workspace, writtenAs(other, second)),
      ];
      expect(digests[0] === digests[1]).toBe(formOf(one) === formOf(other));
    }),
    { numRuns: 300, seed: SEED },
  );
});
