import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatEntryName,
  isMatchFolder,
  isShardFolder,
  nameFolder,
  parseEntryName,
  scopeFolder,
  shardFolder,
  workFolder,
} from "../../src/store/entries/layout.ts";
import { compareOrder, type EntryOrder } from "../../src/store/order.ts";

const text = fc.string({ unit: "binary", maxLength: 200 });
const order: fc.Arbitrary<EntryOrder> = fc.record({
  run: fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
  attempt: fc.nat(),
  stamp: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
});

describe("names on disk", () => {
  it("are one plain short name for any text", () => {
    fc.assert(
      fc.property(text, (id) => {
        for (const name of [nameFolder(id), shardFolder(id), scopeFolder(id), workFolder(id)]) {
          expect(name).toMatch(/^(?!-)[A-Za-z0-9_-]{1,57}$/);
        }
      }),
    );
  });

  it("tell shards, scopes, matches, work and entries from each other, whatever a shard is called", () => {
    fc.assert(
      fc.property(text, text, order, (id, other, when) => {
        expect(isShardFolder(shardFolder(id))).toBe(true);
        expect(isShardFolder(scopeFolder(other))).toBe(false);
        expect(isMatchFolder(workFolder(other))).toBe(false);
        expect(parseEntryName(shardFolder(id))).toBeUndefined();
        expect(isMatchFolder(formatEntryName(when, id))).toBe(false);
      }),
    );
    expect(isShardFolder("incoming")).toBe(false);
  });

  it("differ where the texts differ, also only in case or beyond the readable part", () => {
    const ids = ["a", "A", "x".repeat(41), "x".repeat(42), "a/b", "a_b", "a\\b", "a.b", "", "-"];
    expect(new Set(ids.map((id) => shardFolder(id).toLowerCase())).size).toBe(ids.length);
  });

  it("can be read", () => {
    expect(shardFolder("proteins/P12345.fasta")).toMatch(/^proteins_P12345_fasta-[0-9a-f]{16}$/);
    expect(scopeFolder("refs/pull/12/merge")).toMatch(/^pr-[0-9a-f]{32}$/);
  });

  it("of entries say their order", () => {
    fc.assert(
      fc.property(order, order, text, (a, b, unique) => {
        const name = formatEntryName(a, unique);
        expect(parseEntryName(name)).toEqual(a);
        expect(name.length).toBeLessThanOrEqual(64);
        expect(Math.sign(compareOrder(a, b))).toBe(-Math.sign(compareOrder(b, a)) || 0);
      }),
    );
  });

  it.each([
    "",
    "..",
    "1.2.3",
    "1.2.3.abcdeg",
    "1.2.3.abcdef.revoked",
    "-1.2.3.abcdef",
    "1.2.3.ABCDEF",
  ])("do not take %j for an entry", (name) => {
    expect(parseEntryName(name)).toBeUndefined();
  });
});
