import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  digestOfIds,
  formatRange,
  parseSelectors,
  select,
  sliceOf,
  type Selectable,
  type Selector,
} from "../../../src/core/decide/select.ts";

const IDS = ["a/1", "a/2", "b", "b c", "*", "status:failed", "x".repeat(80)];

const FROM: Selectable = {
  ids: IDS,
  failed: new Set(["a/2", "b c"]),
  globMatcher: (pattern) => {
    const [front, back] = pattern.split("*");
    return (id) => back !== undefined && id.startsWith(front ?? "") && id.endsWith(back);
  },
};

function chosen(text: string, from = FROM): readonly string[] {
  const selectors = parseSelectors(text);
  if (typeof selectors === "string") throw new Error(selectors);
  const found = select("only", selectors, from);
  if ("problems" in found) throw new Error(found.problems.join("\n"));
  return from.ids.filter((id) => found.has(id));
}

const name = (text: string): Selector => ({ kind: "name", text });

describe("selectors are read", () => {
  test("from one a line, without blank lines and blanks at the ends", () => {
    expect(parseSelectors(" a/1 \r\n\n\tb c\n")).toEqual([name("a/1"), name("b c")]);
    expect(parseSelectors("\n  \n")).toEqual([]);
  });

  test("from a JSON array as ids, whatever they look like", () => {
    const ids = ["a/1", " b\nc ", "slice:1/2", "none", "status:failed", "a*b*c*d*e*f", "range:x"];
    expect(parseSelectors(JSON.stringify(ids))).toEqual(ids.map((text) => ({ kind: "id", text })));
    expect(parseSelectors("  [ ] ")).toEqual([]);
  });

  test("as globs where a line only begins like an array", () => {
    expect(parseSelectors("[ab]*\nc")).toEqual([name("[ab]*"), name("c")]);
  });

  test.each([
    "slice:0/4",
    "slice:5/4",
    "slice:1/0",
    "slice:1",
    "slice:",
    "slice:a/b",
    "slice:1/2/3",
    "slice:-1/2",
    "slice:1.5/2",
  ])("and %s is a problem that says what a slice is", (text) => {
    expect(parseSelectors(text)).toMatch(/slice:i\/n.*got "slice/);
  });

  test.each(['[{"id":"a"}]', '["a", {"id":"b"}]', '["a", ["b"]]', '["a", 5]', "[null]"])(
    "and the array %s is a problem: it holds no texts",
    (text) => {
      expect(parseSelectors(text)).toMatch(/JSON array of texts/);
    },
  );

  test.each(['[""]', '["a", " "]'])("and the blank text in %s is a problem", (text) => {
    expect(typeof parseSelectors(text)).toBe("string");
  });

  test("whatever the text is, without throwing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(["string", "object"]).toContain(typeof parseSelectors(text));
      }),
    );
  });
});

describe("a selection", () => {
  test("names ids and id globs", () => {
    expect(chosen("a/1\nb c")).toEqual(["a/1", "b c"]);
    expect(chosen("a/*")).toEqual(["a/1", "a/2"]);
    expect(chosen("a/*\na/1\na/1")).toEqual(["a/1", "a/2"]);
  });

  test("gives a glob's test the id and nothing else", () => {
    const globMatcher =
      () =>
      (...given: readonly unknown[]) =>
        given.length > 1;
    expect(select("only", [name("x*")], { ...FROM, globMatcher })).toHaveProperty("problems");
  });

  test("takes an id that looks like a glob for the id that it is", () => {
    expect(chosen("*")).toEqual(["*"]);
  });

  test("takes what failed last, or nothing at all", () => {
    expect(chosen("status:failed")).toEqual(["a/2", "b c"]);
    expect(chosen("status:failed", { ...FROM, failed: new Set() })).toEqual([]);
    expect(chosen("none")).toEqual([]);
    expect(chosen("none\nb")).toEqual(["b"]);
    expect(chosen("[]")).toEqual([]);
  });

  test("that names no shard is a problem for each such name, with the nearest id", () => {
    const selectors = [name("a/3x"), name("b"), name("zzzzzzzz*"), name("b-c")];
    expect(select("only", selectors, FROM)).toEqual({
      problems: [
        'only names no shard: "a/3x". Did you mean "a/1"?',
        'only names no shard: "zzzzzzzz*".',
        'only names no shard: "b-c". Did you mean "b c"?',
      ],
    });
  });

  test("that is an empty slice, or of shards that did not fail, is no problem", () => {
    expect(chosen("slice:1/1000", { ...FROM, ids: ["b"] }).length).toBeLessThanOrEqual(1);
  });

  test("never names a shard that there is not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...IDS, "a/*", "slice:1/3", "status:failed")),
        (lines) => {
          const found = chosen(lines.join("\n"));
          expect(found.every((id) => IDS.includes(id))).toBe(true);
        },
      ),
    );
  });
});

describe("ids that look like selectors", () => {
  const ids = ["a*", "ab", "none", "range:1-2", "slice:1/2", "status:failed"];

  test.each(ids)("%s in an array is that shard and no other", (id) => {
    expect(chosen(JSON.stringify([id]), { ...FROM, ids })).toEqual([id]);
  });

  test("in an array that are no shard of now name none, and say how patterns are written", () => {
    for (const id of ["b*", "slice:1/3", "none"]) {
      const selectors = parseSelectors(JSON.stringify([id]));
      if (typeof selectors === "string") throw new Error(selectors);
      expect(select("only", selectors, { ...FROM, ids: ["ab", "b"] })).toEqual({
        problems: [expect.stringContaining("In a JSON array each text is an id")],
      });
    }
  });

  test("do not hide the ranges that plan gives in an array", () => {
    const range = `range:1-2/${digestOfIds(ids)}`;
    expect(chosen(JSON.stringify([range]), { ...FROM, ids })).toEqual(ids.slice(0, 2));
  });
});

describe("slices", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 });

  test("1 to n are disjoint and cover all shards", () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 12 }), (all, n) => {
        const from = { ...FROM, ids: all };
        const slices = Array.from({ length: n }, (_, i) => chosen(`slice:${i + 1}/${n}`, from));
        expect(slices.flat().sort()).toEqual([...all].sort());
      }),
    );
  });

  test("depend on the id alone, so that other shards never move it", () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 12 }), (all, more, n) => {
        const few = chosen(`slice:1/${n}`, { ...FROM, ids: all });
        const many = new Set(
          chosen(`slice:1/${n}`, { ...FROM, ids: [...new Set([...all, ...more])] }),
        );
        expect(few.every((id) => many.has(id))).toBe(true);
      }),
    );
  });

  test("are about as large as each other", () => {
    const sizes = new Map<number, number>();
    for (let i = 0; i < 8000; i += 1) {
      const slice = sliceOf(String(i).padStart(4, "0"), 8);
      sizes.set(slice, (sizes.get(slice) ?? 0) + 1);
    }
    expect([...sizes.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const size of sizes.values()) expect(Math.abs(size - 1000)).toBeLessThan(150);
  });
});

describe("ranges over the sorted ids", () => {
  const digest = digestOfIds(IDS);
  const range = (from: number, to: number, of = digest): string =>
    formatRange({ from, to, digest: of });

  test("name the shards at their places, the first and the last included", () => {
    expect(chosen(range(2, 3))).toEqual(["a/2", "b"]);
    expect(chosen(`${range(1, 1)}\n${range(7, 7)}`)).toEqual(["a/1", "x".repeat(80)]);
  });

  test.each([
    ["another list", range(1, 2, "0123456789abcdef")],
    ["more places than there are", range(1, 8)],
  ])("are refused over %s, and say what to do", (_, text) => {
    expect(() => chosen(text)).toThrow(
      /^The shards changed since the plan: only names .*Plan again/,
    );
  });

  test.each([
    "range:",
    "range:0-2/0123456789abcdef",
    "range:3-2/0123456789abcdef",
    "range:1-2/xyz",
  ])("are refused as %s", (text) => {
    expect(parseSelectors(text)).toMatch(/^"range:from-to\/digest" as plan gave it, got/);
  });
});

test("a glob whose matching could take for ever is refused, and an ordinary one is not", () => {
  for (const text of ["*a*a*a*a*", "x/*-*-*-*-*"])
    expect(parseSelectors(text)).toMatch(/at most 4 "\*" between slashes/);
  for (const text of ["*-v*-*.*", "**/*/a*b", "sample-*"])
    expect(parseSelectors(text)).toEqual([{ kind: "name", text }]);
});
