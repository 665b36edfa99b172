import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmlessLine, logName } from "../../../src/core/text/log-line.ts";

const anyId = fc.oneof(
  fc.string({ minLength: 1, maxLength: 200 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("a", "/", "_", "-", ".", " "), minLength: 1, maxLength: 8 }),
);

describe("the name of a shard's log", () => {
  test("is the id itself where that is a plain file name", () => {
    expect(logName("sample-7_v1.2", 3)).toBe("sample-7_v1.2.3.log");
  });

  test("begins readable where it is not", () => {
    expect(logName("run 1/sample:7", 1)).toMatch(/^run_1_sample_7~[0-9a-f]{8}\.1\.log$/);
  });

  test("is one safe, short file name for every id", () => {
    fc.assert(
      fc.property(anyId, fc.nat({ max: 999 }), (id, attempt) => {
        const name = logName(id, attempt);
        expect(name).toMatch(/^[\w.~-]+\.\d+\.log$/);
        expect(Buffer.byteLength(name)).toBeLessThan(120);
      }),
    );
  });

  test("is another one for every other id and every other attempt", () => {
    fc.assert(
      fc.property(anyId, anyId, fc.nat(9), fc.nat(9), (a, b, first, second) => {
        fc.pre(a !== b || first !== second);
        expect(logName(a, first)).not.toBe(logName(b, second));
      }),
    );
  });

  test("is another one for an id that looks like the log of another", () => {
    const imitation = logName("a/b", 1).replace(/\.1\.log$/, "");
    expect(logName(imitation, 1)).not.toBe(logName("a/b", 1));
  });
});

describe("a line for the job's log", () => {
  test("keeps text, tabs and colours", () => {
    const line = "loss\t0.1 \u001B[32mgood\u001B[0m ::error:: naïve 漢";
    expect(harmlessLine(line)).toBe(line);
  });

  test("holds no control character that a terminal or a log would obey", () => {
    expect(harmlessLine("a\u0000\u0007\b\r\nb\u007F")).toBe("ab");
  });

  test.each(["##[error]x", "###[group]", "##\u0000[error]", "#\u0007#[error]", "##[##[x"])(
    "holds no command of the runner: %j",
    (line) => {
      expect(harmlessLine(line)).not.toContain("##[");
    },
  );

  test("holds no command of the runner, whatever the line is", () => {
    const unit = fc.constantFrom("#", "[", "\u0001", "\r", "a", " ");
    fc.assert(
      fc.property(fc.string({ unit }), (line) => {
        expect(harmlessLine(line)).not.toContain("##[");
        expect(harmlessLine(harmlessLine(line))).toBe(harmlessLine(line));
      }),
    );
  });
});
