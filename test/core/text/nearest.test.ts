import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../../src/core/text/nearest.ts";

const NAMES = ["checkpoint", "command", "shards", "shell", "only"];

describe("the nearest name", () => {
  test.each([
    ["checkpiont", "checkpoint"],
    ["Commands", "command"],
    ["shard", "shards"],
    ["onyl", "only"],
    ["SHELL", "shell"],
  ])("to %s is %s", (name, expected) => {
    expect(nearest(name, NAMES)).toBe(expected);
  });

  test.each(["retries", "zzzzzz", ""])("to %j is none of these", (name) => {
    expect(nearest(name, NAMES)).toBeUndefined();
  });

  test("is none among none", () => {
    expect(nearest("x", [])).toBeUndefined();
  });

  test("ends a message as a question, or not at all", () => {
    expect(didYouMean("shrads", NAMES)).toBe(' Did you mean "shards"?');
    expect(didYouMean("zzzzzz", NAMES)).toBe("");
  });
});
