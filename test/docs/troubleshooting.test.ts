import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, textOf } from "./markdown.ts";

/** Texts that are written over two lines of a source are one. */
const SOURCES = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({
    name,
    text: readFileSync(join(ROOT, "src", name), "utf8")
      .replaceAll(/["`] \+\s*["`]/g, "")
      .replaceAll(String.raw`\"`, '"')
      .replaceAll("\\`", "`")
      .replaceAll(/\$\{[^{}]*\}/g, "…"),
  }));

/** The fixed pieces of a message; what is shorter than this says nothing. */
const SHORTEST_PIECE = 8;

function piecesOf(heading: string): readonly string[] {
  return heading
    .split("…")
    .map((piece) => piece.replaceAll(/^[ .(),:]+|[ .(),:]+$/g, ""))
    .filter((piece) => piece.length >= SHORTEST_PIECE);
}

const headings = [...textOf("docs/troubleshooting.md").matchAll(/^### (.+)$/gm)].map(
  ([, heading = ""]) => heading,
);

describe("docs/troubleshooting.md", () => {
  test("names at least twenty-five messages, each once", () => {
    expect(headings.length).toBeGreaterThanOrEqual(25);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test.each(headings)("%s is a message of the program", (heading) => {
    const pieces = piecesOf(heading);
    expect(pieces.length).toBeGreaterThan(0);
    const missing = pieces.filter((piece) => !SOURCES.some(({ text }) => text.includes(piece)));
    expect(missing).toEqual([]);
  });

  test("a message that is none is found out", () => {
    expect(SOURCES.some(({ text }) => text.includes("The moon is in the way"))).toBe(false);
  });
});
