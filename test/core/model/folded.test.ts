import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findTwins } from "../../../src/core/model/folded.ts";
import type { Shard } from "../../../src/core/model/shard.ts";

function shard(id: string, work?: string): Shard {
  const own = { id, name: id, index: 0, inputs: [], checkpoint: `out/${id}` };
  return work === undefined ? own : { ...own, work };
}

test.each([
  ["a", "A"],
  ["caf\u00e9", "cafe\u0301"],
  ["Straße", "STRASSE"],
  ["σ", "ς"],
  ["x/Y/z", "X/y/Z"],
])("%j and %j are twins, also by their work alone", (one, other) => {
  const [found] = findTwins([shard("b"), shard(one), shard(other)]);
  expect(found).toEqual({ ids: [one, other], paths: [`out/${one}`, `out/${other}`] });
  const byWork = findTwins([shard("1", `work/${one}`), shard("2", `work/${other}`)]);
  expect(byWork).toEqual([{ ids: ["1", "2"], paths: [`work/${one}`, `work/${other}`] }]);
});

test("exactly those are, whose texts are the same once folded", () => {
  const folded = (text: string): string => text.normalize("NFC").toUpperCase().toLowerCase();
  const name = fc.oneof(
    fc.string({
      minLength: 1,
      maxLength: 3,
      unit: fc.constantFrom("a", "A", "b", "é", "e\u0301", "É", "ß", "s", "S"),
    }),
    fc.string({ minLength: 1, unit: "grapheme" }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 30 }), (ids) => {
      const twins = findTwins(ids.map((id) => shard(id)));
      expect(twins).toHaveLength(ids.length - new Set(ids.map(folded)).size);
      for (const {
        ids: [one, other],
      } of twins)
        expect(folded(one)).toBe(folded(other));
    }),
  );
});
