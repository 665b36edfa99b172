import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  commandPart,
  countPart,
  filesPart,
  inputPart,
  normalizeText,
  textPart,
  withParams,
} from "../../../src/core/model/fingerprint.ts";

/** Texts that are easily taken for another: forms of Unicode, signs that lists and shells use, numbers. */
const TEXT = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "1.1",
    "1.10",
    "é",
    "e\u0301",
    "a\nb",
    "a\r\nb",
    "a b",
    "\0",
    "[]",
    '"',
    "1e3",
    "1000",
    "NULL",
  ),
);

/** Equal digests for equal values, and only for those. */
function expectExact<T>(
  value: fc.Arbitrary<T>,
  digest: (value: T) => string,
  form: (value: T) => unknown,
): void {
  const pair = fc.oneof(
    fc.tuple(value, value),
    value.map((one): [T, T] => [one, structuredClone(one)]),
  );
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const isSame = JSON.stringify(form(one)) === JSON.stringify(form(other));
      expect(digest(one) === digest(other)).toBe(isSame);
    }),
    { numRuns: 500 },
  );
}

test("a command's text, shell and folder", () => {
  const command = fc.record({ text: TEXT, shell: TEXT, workingDirectory: TEXT });
  expectExact(command, commandPart, (one) => [
    normalizeText(one.text),
    one.shell,
    one.workingDirectory,
  ]);
});

test("a fingerprint text", () => expectExact(TEXT, textPart, normalizeText));

test("inputs by content, by size and time, and by name", () => {
  const files = fc.array(fc.record({ path: TEXT, fact: TEXT }), { maxLength: 4 });
  expectExact(
    files,
    (one) => inputPart("content", one),
    (one) => one.map(({ fact }) => fact),
  );
  for (const mode of ["stat", "name"] as const)
    expectExact(
      files,
      (one) => inputPart(mode, one),
      (one) => one.map(({ path, fact }) => [path, fact]),
    );
});

test("files, whatever their order", () => {
  const files = fc.uniqueArray(fc.record({ path: TEXT, fact: TEXT }), {
    maxLength: 4,
    selector: ({ path }) => path,
  });
  expectExact(files, filesPart, (one) =>
    one
      .map(({ path, fact }) => [path, fact])
      .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
});

test("parameters, whatever their order", () => {
  const params = fc.uniqueArray(fc.tuple(TEXT, TEXT), { maxLength: 4, selector: ([name]) => name });
  const sorted = (one: readonly [string, string][]): unknown =>
    one.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  expectExact(
    params,
    (one) => withParams("input", Object.fromEntries(one)),
    (one) => sorted([...one]),
  );
});

test("the places of a counted list", () => {
  const place = fc.tuple(fc.nat(200), fc.nat(200));
  expectExact(
    place,
    ([count, index]) => countPart(count, index),
    (one) => one,
  );
});
