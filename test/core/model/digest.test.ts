import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSha256, sha256, sha256OfList } from "../../../src/core/model/digest.ts";

describe("digests", () => {
  test("are those of SHA-256 (FIPS 180-2, appendix B.1), of text as UTF-8", () => {
    const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256("abc")).toBe(known);
    expect(sha256(Buffer.from("abc"))).toBe(known);
    expect(sha256("é")).toBe(sha256(Buffer.from([0xc3, 0xa9])));
  });

  test("are the same however much was hashed before, at every length around a block", () => {
    const lengths = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 9000, 20_000, 100_000, 0, 55, 64];
    for (const length of lengths) {
      const text = "é\uD800漢x".repeat(length).slice(0, length);
      const expected = createHash("sha256").update(text).digest("hex");
      expect(sha256(text)).toBe(expected);
      expect(sha256(Buffer.from(text))).toBe(expected);
    }
  });

  test("of a list depend on where each text ends", () => {
    const lists = [[], [""], ["", ""], ["ab"], ["a", "b"], ["a,b"], ['a","b'], ["b", "a"]];
    expect(new Set(lists.map(sha256OfList)).size).toBe(lists.length);
  });

  test("are told from other text: 64 lower-case hexadecimal digits", () => {
    expect(isSha256(sha256(""))).toBe(true);
    const others = [sha256("").toUpperCase(), sha256("").slice(1), `${sha256("")}\n`, "", 5, null];
    expect(others.some(isSha256)).toBe(false);
  });
});
