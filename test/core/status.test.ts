import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_STATUS_RULES, isNewer, readStatus } from "../../src/core/status.ts";

describe("the status of a checkpoint", () => {
  test.each([
    [undefined, "none"],
    ["complete", "complete"],
    ["COMPLETE", "complete"],
    [" Completed\n", "complete"],
    ["done", "complete"],
    ["success", "complete"],
    ["in_progress", "in-progress"],
    ["In-Progress", "in-progress"],
    ["running", "in-progress"],
    ["partial", "in-progress"],
    ["", "other"],
    ["failed", "other"],
    ["incomplete", "other"],
    ["not complete", "other"],
    ["[unread]", "other"],
  ])("%j means %s", (status, expected) => {
    expect(readStatus(status, DEFAULT_STATUS_RULES)).toBe(expected);
  });

  test("has the words that the definition gives, and only them", () => {
    const rules = { ...DEFAULT_STATUS_RULES, complete: ["fertig"], inProgress: ["läuft"] };
    expect(readStatus("Fertig", rules)).toBe("complete");
    expect(readStatus("LÄUFT", rules)).toBe("in-progress");
    expect(readStatus("complete", rules)).toBe("other");
  });
});

describe("a version is newer than accepted", () => {
  test.each([
    ["10.0", "2.0", true],
    ["2.0", "10.0", false],
    ["2.0", "2.0", false],
    ["2.1", "2.0", true],
    ["2", "2.0", false],
    ["3", "2.9.9", true],
    ["1.9.9", "1", false],
    ["1.99", "1.x", false],
    ["2.0", "1.x", true],
    ["v2.0", "1.5", true],
    ["V1.5", "v1.5", false],
    ["1.5.0-rc.1", "1.5", false],
    ["1.5.0+cu121", "1.5", false],
    ["1.6.0+cu121", "1.5", true],
    ["01.5", "1.5", false],
    ["0", "1", false],
    [" 1.5 ", "1.5", false],
  ])("%j against %j: %s", (found, highest, expected) => {
    expect(isNewer(found, highest)).toBe(expected);
  });

  test.each(["", "latest", "[unread]", "[object]", "-1", "1,5", "one", "NaN", "1..2", "1."])(
    "where it is no version at all: %j",
    (found) => {
      expect(isNewer(found, "99")).toBe(true);
    },
  );

  test("never where the checkpoint has none, or nothing limits it", () => {
    expect(isNewer(undefined, "1.0")).toBe(false);
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (found) => {
        expect(isNewer(found, undefined)).toBe(false);
      }),
    );
  });

  test("exactly where its numbers come later", () => {
    const numbers = fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const later = a.map((n, i) => n - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
        expect(isNewer(a.join("."), b.join("."))).toBe(later > 0);
      }),
    );
  });
});
