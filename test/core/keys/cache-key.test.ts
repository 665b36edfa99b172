import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  entryPrefix,
  formatEntryKey,
  formatRevocationKey,
  formatWorkKey,
  headPrefix,
  keyParts,
  LONGEST_KEY,
  namePrefix,
  parseKey,
  parseWorkKey,
  workNamePrefix,
  workPrefix,
  type KeyFacts,
} from "../../../src/core/keys/cache-key.ts";
import { sha256 } from "../../../src/core/model/digest.ts";

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const amount = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const digest = fc.string().map((text) => sha256(text));
const shard = fc.string({ unit: "binary", minLength: 1, maxLength: 200 });
const part = fc.oneof(fc.constant("0"), hex(8));

const facts: fc.Arbitrary<KeyFacts> = fc.record({
  parts: fc.tuple(part, part, part, part),
  milliseconds: amount,
  sizeBytes: amount,
  run: fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
  attempt: fc.nat({ max: 1e15 }),
  stamp: amount,
  unique: hex(6),
});

const scope = fc.record({ name: fc.string(), shard });

describe("keys of entries", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(scope, digest, facts, (at, match, given) => {
        const prefix = entryPrefix(at, match);
        const parsed = parseKey(formatEntryKey(prefix, given));
        expect(parsed).toMatchObject({
          kind: "entry",
          prefix,
          match16: match.slice(0, 16),
          ...given,
        });
      }),
    );
  });

  it("are lower case, without a comma, and far below the limit", () => {
    fc.assert(
      fc.property(scope, digest, facts, (at, match, given) => {
        const key = formatEntryKey(entryPrefix(at, match), given);
        expect(key).toMatch(/^[a-z0-9.-]+$/);
        expect(key.length).toBeLessThanOrEqual(LONGEST_KEY);
      }),
    );
  });

  it("are found by the prefix of their own shard and match, and by no other's", () => {
    fc.assert(
      fc.property(scope, scope, digest, digest, facts, (one, other, first, second, given) => {
        const key = formatEntryKey(entryPrefix(one, first), given);
        expect(key.startsWith(namePrefix(one.name))).toBe(true);
        expect(key.startsWith(entryPrefix(one, first))).toBe(true);
        const isSame = one.name === other.name && one.shard === other.shard && first === second;
        fc.pre(
          !isSame && Buffer.from(one.shard).toString() !== Buffer.from(other.shard).toString(),
        );
        expect(key.startsWith(entryPrefix(other, second))).toBe(false);
      }),
    );
  });

  it("tell apart ids that differ in case, in a suffix or in their unreadable characters", () => {
    const ids = [
      "Protein",
      "protein",
      "shard-1",
      "shard-10",
      "shard-1-",
      "é",
      "e\u0301",
      "蛋白质",
      "..",
      "-",
    ];
    const prefixes = ids.map((id) => entryPrefix({ name: "esm", shard: id }, sha256("m")));
    for (const [place, prefix] of prefixes.entries()) {
      const others = prefixes.filter((_, other) => other !== place);
      expect(others.filter((other) => other.startsWith(prefix))).toEqual([]);
    }
  });

  it("say which parts of a fingerprint are known, in their order", () => {
    expect(keyParts({ input: sha256("i"), text: sha256("t") })).toEqual([
      sha256("i").slice(0, 8),
      "0",
      "0",
      sha256("t").slice(0, 8),
    ]);
  });

  const good = formatEntryKey(entryPrefix({ name: "esm", shard: "p-1" }, sha256("m")), {
    parts: ["0", "0", "0", "0"],
    milliseconds: 61_500,
    sizeBytes: 20,
    run: 123n,
    attempt: 2,
    stamp: 1_700_000_000_000,
    unique: "0a1b2c",
  });

  it("have this very form", () => {
    expect(good).toBe(
      `dm1-${sha256("esm").slice(0, 8)}-p1-${sha256("p-1").slice(0, 16)}-${sha256("m").slice(0, 16)}-` +
        "0.0.0.0-s1bgc.bk-123.2.loyw3v28.0a1b2c",
    );
  });

  it.each([
    ["another tool's", "node-cache-linux-npm-1234"],
    ["a later form", good.replace("dm1-", "dm2-")],
    ["one in upper case", good.toUpperCase()],
    ["one with more at its end", `${good}-x`],
    ["one with more at its beginning", `x${good}`],
    ["one with a leading zero in a number", good.replace("-123.", "-0123.")],
    ["one with a part too few", good.replace("0.0.0.0", "0.0.0")],
    ["one with a line after it", `${good}\n`],
    ["one with a path in its slug", good.replace("-p1-", "-../p1-")],
    ["a key that is cut", good.slice(0, -1)],
    ["nothing", ""],
  ])("do not read %s", (_, key) => {
    expect(parseKey(key)).toBeUndefined();
    expect(parseWorkKey(key)).toBeUndefined();
  });

  it("never fail on any text, and write again what they read", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(good), mutated(good)), (text) => {
        const parsed = parseKey(text);
        if (parsed?.kind === "entry") expect(formatEntryKey(parsed.prefix, parsed)).toBe(text);
      }),
    );
  });
});

describe("keys of revocations", () => {
  it("are found by the prefix of what they revoke, and are no entries", () => {
    fc.assert(
      fc.property(scope, digest, amount, hex(6), (at, match, now, unique) => {
        const prefix = entryPrefix(at, match);
        const key = formatRevocationKey(prefix, now, unique);
        expect(key.startsWith(prefix)).toBe(true);
        expect(parseKey(key)).toEqual({ kind: "revocation", prefix });
      }),
    );
  });
});

describe("keys of work", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(
        scope,
        fc.string(),
        fc.constantFrom("head" as const, "data" as const, "dropped" as const),
        amount,
        hex(6),
        (at, whole, kind, now, unique) => {
          const prefix = workPrefix(at, whole);
          const key = formatWorkKey({ kind, prefix }, now, unique);
          expect(parseWorkKey(key)).toEqual({ kind, prefix });
          expect(parseKey(key)).toBeUndefined();
          expect(key.startsWith(workNamePrefix(at.name))).toBe(true);
          expect(key.startsWith(headPrefix(prefix))).toBe(kind !== "data");
        },
      ),
    );
  });
});

/** A text with one character replaced. */
function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.string({ maxLength: 2 }))
    .map(([place, piece]) => text.slice(0, place) + piece + text.slice(place + 1));
}
