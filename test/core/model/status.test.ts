import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_STATUS_RULES,
  isNewer,
  readStatus,
  wordLists,
  type GivenWords,
} from "../../../src/core/model/status.ts";

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
    ["in progress", "in-progress"],
    ["incomplete", "in-progress"],
    ["pending", "in-progress"],
    ["not complete", "in-progress"],
    ["not  done, yet", "in-progress"],
    ["running (3/10)", "in-progress"],
    ["false", "in-progress"],
    ["true", "complete"],
    ["failed", "failed"],
    ["FAILED", "failed"],
    ["failed: CUDA out of memory", "failed"],
    ["error", "failed"],
    ["Error 17", "failed"],
    ["aborted by user", "failed"],
    ["canceled", "failed"],
    ["timed_out", "failed"],
    ["failover", "other"],
    ["partially phased", "other"],
    ["complete with warnings", "other"],
    ["0", "other"],
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

describe("the lists of words", () => {
  const read = (given: GivenWords, status: string): string =>
    readStatus(status, { ...DEFAULT_STATUS_RULES, ...wordLists(given) });

  test("take a word that the definition gives from the defaults of other lists", () => {
    const given = { complete: ["complete", "Partial"] };
    expect(read(given, "partial")).toBe("complete");
    expect(read(given, "partial cds")).toBe("other");
    expect(read(given, "failed")).toBe("failed");
    expect(read({ failed: ["done"] }, "done")).toBe("failed");
    expect(read({ inProgress: ["error"] }, "error")).toBe("in-progress");
  });

  test("are the definition's where it gives them, also where they are empty", () => {
    expect(read({ failed: [] }, "failed")).toBe("other");
    expect(read({ complete: ["0"] }, "0")).toBe("complete");
    expect(read({ complete: ["0"] }, "complete")).toBe("other");
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
