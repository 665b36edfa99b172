import { describe, expect, test } from "vitest";
import { PARTS, type Fingerprint } from "../../../src/core/model/fingerprint.ts";
import { matchOf } from "../../../src/core/keys/match.ts";

const PRESENT: Fingerprint = {
  input: { digest: "i" },
  command: { digest: "c" },
  files: { digest: "f" },
  text: { digest: "t" },
  listedFiles: {},
};

describe("the match", () => {
  test("depends on exactly the parts that are named", () => {
    const other: Fingerprint = { ...PRESENT, text: { digest: "other" } };
    expect(matchOf(other, ["input", "command", "files"])).toBe(
      matchOf(PRESENT, ["input", "command", "files"]),
    );
    expect(matchOf(other, PARTS)).not.toBe(matchOf(PRESENT, PARTS));
  });

  test("is the same whatever order the parts are named in", () => {
    expect(matchOf(PRESENT, ["text", "input"])).toBe(matchOf(PRESENT, ["input", "text"]));
  });

  test("is another one for other parts, even with the same digests", () => {
    const same: Fingerprint = { ...PRESENT, command: { digest: "i" } };
    expect(matchOf(same, ["input"])).not.toBe(matchOf(same, ["command"]));
    expect(matchOf(PRESENT, [])).not.toBe(matchOf(PRESENT, ["input"]));
  });

  test("is none where a named part cannot be computed", () => {
    const blind: Fingerprint = { ...PRESENT, command: { unknown: "no command" } };
    expect(matchOf(blind, PARTS)).toBeUndefined();
    expect(matchOf(blind, ["input"])).toBe(matchOf(PRESENT, ["input"]));
  });
});
