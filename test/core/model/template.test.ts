import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkTemplate,
  expander,
  fixedPart,
  isBelow,
  LONGEST_NAME_BYTES,
  pathChecker,
  placeholdersOf,
} from "../../../src/core/model/template.ts";

const VALUES = { id: "a/b", name: "b" };

describe("a template", () => {
  test("gives the path of a shard", () => {
    expect(expander("out/{id}.pt")(VALUES)).toBe("out/a/b.pt");
    expect(expander("out/{name}/{id}.{index}.pt")({ ...VALUES, index: "7" })).toBe(
      "out/b/a/b.7.pt",
    );
    expect(expander("/data/{name}")(VALUES)).toBe("/data/b");
    expect(expander("out.pt")(VALUES)).toBe("out.pt");
  });

  test("gives a path without empty and `.` segments", () => {
    expect(expander("./out//x/./{id}.pt")(VALUES)).toBe("out/x/a/b.pt");
    expect(expander("../out/{id}.pt")(VALUES)).toBe("../out/a/b.pt");
    expect(expander("out/{id}/")(VALUES)).toBe("out/a/b");
  });

  test("takes a shard's values as they are, also where they look like placeholders or patterns", () => {
    const values = { id: "{name}$&", name: "{index}", index: "3" };
    expect(expander("o/{id}-{name}-{index}")(values)).toBe("o/{name}$&-{index}-3");
  });

  test("names its placeholders in order", () => {
    expect(placeholdersOf("{id}/x{name}{}{id}")).toEqual(["id", "name", "", "id"]);
    expect(placeholdersOf("plain {unclosed")).toEqual([]);
  });

  test("is wrong with a placeholder that is not known here, and says which are", () => {
    expect(checkTemplate("checkpoint", "{id}/{name}.pt", ["id", "name"])).toEqual([]);
    expect(checkTemplate("checkpoint", "{nmae}", ["id", "name"])).toEqual([
      'checkpoint must use only {id} {name}, got {nmae}. Did you mean "name"?',
    ]);
    const [problem] = checkTemplate("work", "{index}", ["id", "name"]);
    expect(problem).toMatch(/work .*\{index\}.*number/);
    expect(checkTemplate("checkpoint", "{}{x}{y}", ["id"])).toHaveLength(3);
  });
});

describe("the fixed part of a template", () => {
  test.each([
    ["{id}.pt", "."],
    ["out.pt", "."],
    ["out/{id}.pt", "out"],
    ["out/x-{id}.pt", "out"],
    ["./out/sub/{name}/{id}.pt", "out/sub"],
    ["/{id}.pt", "/"],
    ["/data/{id}.pt", "/data"],
    ["/data//out/./{id}", "/data/out"],
    ["../out/{id}", "../out"],
  ])("of %s is %s", (template, expected) => {
    expect(fixedPart(template)).toBe(expected);
  });
});

describe("a path is below a folder", () => {
  test.each([
    [".", "a", true],
    [".", "a/b", true],
    [".", "..a", true],
    [".", "..", false],
    [".", "../a", false],
    [".", "/a", false],
    [".", ".", false],
    [".", "", false],
    ["out", "out/a", true],
    ["out", "out", false],
    ["out", "outer/a", false],
    ["out", "a", false],
    ["/data", "/data/a", true],
    ["/data", "/database/a", false],
    ["/data", "data/a", false],
    ["/", "/a", true],
    ["/", "/", false],
    ["../out", "../out/a", true],
    ["../out", "../a", false],
  ])("of %j is %j: %s", (folder, path, expected) => {
    expect(isBelow(folder, path)).toBe(expected);
  });
});

describe("a shard's path is checked", () => {
  test("to lie below the fixed part", () => {
    const check = pathChecker("out/{id}/../x");
    expect(check("checkpoint", "out/x")).toBeUndefined();
    expect(check("checkpoint", "x")).toMatch(/checkpoint "x" leads out of "out"/);
  });

  test("to leave room for a marker beside it, in bytes", () => {
    const check = pathChecker("{id}");
    expect(
      check("checkpoint", `${"x".repeat(LONGEST_NAME_BYTES)}/${"é".repeat(119)}`),
    ).toBeUndefined();
    expect(check("checkpoint", "é".repeat(120))).toMatch(/240 bytes/);
    expect(check("checkpoint", `${"漢".repeat(80)}/a`)).toMatch(/240 bytes/);
  });

  test("as every machine reads it, also where a backslash separates", () => {
    expect(pathChecker("out/{id}")("work", "out/a\\b")).toBeUndefined();
    expect(pathChecker("C:\\data/{id}")("work", "C:\\data/a")).toBeUndefined();
    expect(pathChecker("out/{id}")("work", "out/..\\..\\a")).toMatch(/leads out/);
  });

  test("the same as ever, however many checks there were before", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", ".", "/") })), (paths) => {
        const check = pathChecker("out/{id}");
        const once = paths.map((path) => pathChecker("out/{id}")("work", path));
        expect(paths.map((path) => check("work", path))).toEqual(once);
      }),
    );
  });
});
