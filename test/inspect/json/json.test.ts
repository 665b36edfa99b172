import { describe, expect, test } from "vitest";
import { look } from "../look.ts";
import { END } from "../samples.ts";

const rows = Array.from({ length: 9000 }, (_, id) => ({
  id,
  name: `sequence ${id}`,
  score: id / 7,
}));
const COMPLETE = { format: "json", status: "complete", version: "1.0" };

const lookAt = (value: unknown, indent?: number) =>
  look("x.json", JSON.stringify(value, null, indent));

describe("a short document", () => {
  test("gives the fields of its outermost object", async () => {
    for (const indent of [undefined, 2])
      expect(await lookAt({ meta: { status: "failed" }, ...END, a: [1] }, indent)).toMatchObject({
        structure: "sound",
        ...COMPLETE,
      });
  });

  test.each([
    ["in an object in it", { meta: END }],
    ["in an array", [END]],
    ["as a value", { a: "status", complete: "version" }],
    ["inside of a text", { a: '","status":"complete"' }],
  ])("has no field that stands %s", async (_, value) => {
    const { structure, status, version } = await lookAt(value);
    expect({ structure, status, version }).toEqual({ structure: "sound" });
  });

  test("gives values that are no texts as they stand", async () => {
    const found = await look("x.json", '{"status": {"a": "complete"}, "version": 2.10}');
    expect(found).toMatchObject({ status: "[object]", version: "2.10" });
    expect(await look("x.json", '{"status": null, "version": true}')).toMatchObject({
      status: "null",
      version: "true",
    });
    expect(await look("x.json", '{"st\\u0061tus": "com\\u0070lete"}')).toMatchObject({
      status: "complete",
    });
  });

  test("may hold what Python writes and JSON does not know", async () => {
    const text =
      '{"loss": NaN, "best": -Infinity, "worst": Infinity, "e": 1e-05, "status": "complete"}';
    expect(await look("x.json", text)).toMatchObject({ structure: "sound", status: "complete" });
  });

  test("may begin with a byte order mark and end with blank lines", async () => {
    const text = `\uFEFF\n  ${JSON.stringify(END)}\r\n\n`;
    expect(await look("x.json", text)).toMatchObject({ structure: "sound", ...COMPLETE });
  });

  test("cut anywhere is truncated", async () => {
    const text = JSON.stringify({ list: [1, -2.5e3, true, null, 'a\\"b', {}, []], nan: 1, ...END });
    for (let length = 1; length < text.length; length += 1)
      expect([length, await look("x.json", text.slice(0, length))]).toMatchObject([
        length,
        { format: "json", structure: "truncated" },
      ]);
  });

  test.each([
    "{]",
    "[}",
    '{"a" 1}',
    '{"a":}',
    "{a:1}",
    "[1,]",
    "[,1]",
    "[1 2]",
    '{"a":1,}',
    '{"a":[1}',
    '["a\nb"]',
    "[1]x",
    "[1] 2",
    "[nope]",
    "{} \0",
  ])("that says %j is damaged", async (text) => {
    expect(await look("x.json", text)).toMatchObject({ format: "json", structure: "damaged" });
  });
});

describe("documents one after the other", () => {
  const lines = `${rows.map((row) => JSON.stringify({ ...row, status: "complete" })).join("\n")}\n`;

  test("are left alone, and have no status of their own", async () => {
    for (const text of [lines, lines.slice(0, lines.indexOf("\n", 1000) + 1)]) {
      const { format, structure, status } = await look("x.json", text);
      expect({ format, structure, status }).toEqual({ format: "json", structure: "unknown" });
    }
  });

  test("of which the last is cut are truncated", async () => {
    for (const text of [lines, lines.slice(0, lines.indexOf("\n", 1000) + 1)])
      expect(await look("x.json", text.slice(0, -5))).toMatchObject({ structure: "truncated" });
  });
});

describe("a long document", () => {
  test("that is indented is sound, and one on a single line is left alone", async () => {
    expect(await lookAt({ rows, ...END }, 1)).toMatchObject({ structure: "sound", ...COMPLETE });
    expect(await lookAt({ rows, ...END })).toMatchObject({ structure: "unknown", ...COMPLETE });
    expect(await lookAt(rows, 1)).toMatchObject({ structure: "sound" });
    expect(await lookAt(rows)).toMatchObject({ structure: "unknown" });
  });

  test("is read in 41 KB, wherever its fields stand", async () => {
    for (const value of [
      { rows, ...END },
      { ...END, rows },
      { rows, ...END, meta: { a: [{ status: "x" }] } },
    ]) {
      const found = await lookAt(value);
      expect(found).toMatchObject(COMPLETE);
      expect(found.bytesRead).toBeLessThan(42_000);
    }
  });

  test.each([
    ["an object at its end", { rows, meta: END }],
    ["an object near its end", { rows, meta: END, n: 1 }],
    ["an object at its beginning", { meta: END, rows }],
    ["an array of objects", [...rows, END]],
    ["a text at its end", { rows, log: '{"a": 1, "status": "complete"}' }],
    ["a text near its end", { rows, log: 'x, "status": "complete"', n: ', "' }],
  ])("has no field that stands in %s", async (_, value) => {
    for (const indent of [undefined, 1])
      expect(await lookAt(value, indent)).not.toHaveProperty("status");
  });

  test("of which both ends set a field has that of the later one", async () => {
    const text = `{"status": "complete", "rows": ${JSON.stringify(rows)}, "status": "running"}`;
    expect(await look("x.json", text)).toMatchObject({ status: "running" });
  });

  test("cut behind an inner bracket is never called sound", async () => {
    for (const indent of [undefined, 2]) {
      const text = JSON.stringify(
        { rows: rows.map((row) => ({ ...row, end: END })) },
        null,
        indent,
      );
      const cut = text.slice(0, text.lastIndexOf("}", text.length - 200) + 1);
      const { structure } = await look("x.json", cut);
      expect(structure).not.toBe("sound");
    }
  });

  test("with zeros at its end or nonsense at its beginning is damaged", async () => {
    const text = JSON.stringify({ rows, ...END });
    expect(await look("x.json", `${text.slice(0, -300)}${"\0".repeat(300)}`)).toMatchObject({
      structure: "damaged",
    });
    expect(await look("x.json", `{"a":: ${text}`)).toMatchObject({ structure: "damaged" });
  });
});

test("only a file named .json that begins with a bracket is a JSON document", async () => {
  const text = JSON.stringify(END);
  expect(await look("x.JSON", text)).toMatchObject({ format: "json" });
  for (const name of ["x.txt", "json"])
    expect(await look(name, text)).toMatchObject({ format: "plain" });
  for (const other of ["text", '"text"', "1", `\0${text}`])
    expect(await look("x.json", other)).toMatchObject({ format: "plain", structure: "unknown" });
});

test("a file named .json of zeros alone is a damaged document, however short", async () => {
  for (const length of [1, 10, 511, 512, 100_000])
    expect(await look("x.json", Buffer.alloc(length))).toMatchObject({
      format: "json",
      structure: "damaged",
    });
});
