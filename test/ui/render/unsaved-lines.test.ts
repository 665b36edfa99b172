import { describe, expect, test } from "vitest";
import { unsavedLines, unsavedWorkLines } from "../../../src/ui/render/unsaved-lines.ts";

describe("what is said of shards that were not saved", () => {
  test("names one by itself", () => {
    expect(unsavedLines([{ id: "a", why: "the disk is full" }], "file:/x")).toEqual([
      "[a] is done, but was not saved to file:/x: the disk is full",
    ]);
    expect(unsavedWorkLines([{ id: "a", why: "the disk is full" }], "file:/x")).toEqual([
      "[a] is unfinished, and its work was not saved to file:/x: the disk is full",
    ]);
  });

  test("is one line for each cause, whatever their number, with the first ids", () => {
    const unsaved = Array.from({ length: 10_000 }, (_, place) => ({
      id: `s${place}`,
      why: place === 7 ? "it is read-only" : "the disk is full",
    }));
    expect(unsavedLines(unsaved, "github")).toEqual([
      "9,999 shards ([s0], [s1], [s2] and 9996 more) are done, but were not saved to github: the disk is full",
      "[s7] is done, but was not saved to github: it is read-only",
    ]);
  });

  test("stays short where each shard has a cause of its own", () => {
    const unsaved = Array.from({ length: 10_000 }, (_, place) => ({
      id: `s${place}`,
      why: `no place at /x/s${place}`,
    }));
    const lines = unsavedLines(unsaved, "github");
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe(
      "9,996 shards ([s4], [s5], [s6] and 9993 more) are done, but were not saved to github, for 9996 other causes; the first: no place at /x/s4",
    );
  });

  test("is nothing where all is saved", () => {
    expect(unsavedLines([], "github")).toEqual([]);
  });
});
