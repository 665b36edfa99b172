import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256InScript } from "../../../src/core/model/sha256.ts";
import { chanceOf } from "../../helpers/random.ts";

test("gives the digests of FIPS 180-2, appendix B", () => {
  const known = {
    abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq:
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  };
  for (const [text, digest] of Object.entries(known))
    expect(sha256InScript(Buffer.from(text))).toBe(digest);
});

test("gives what Node's library gives, for bytes of every length up to five blocks and for longer ones", () => {
  const { below } = chanceOf(256);
  const lengths = [...Array.from({ length: 321 }, (_, length) => length), 4096, 16_384, 100_003];
  for (const length of lengths) {
    const bytes = Uint8Array.from({ length }, () => below(256));
    expect(sha256InScript(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    const part = bytes.subarray(Math.floor(length / 3));
    expect(sha256InScript(part)).toBe(createHash("sha256").update(part).digest("hex"));
  }
});
