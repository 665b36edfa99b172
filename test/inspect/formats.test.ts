import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { BEGINNING_BYTES } from "../../src/inspect/format.ts";
import { FORMATS } from "../../src/inspect/formats.ts";
import { isOfFormat } from "../../src/inspect/signs.ts";
import { noise } from "./samples.ts";

const FILES = FORMATS.filter((format) => format.kind === "file");
const DIRECTORIES = FORMATS.filter((format) => format.kind === "directory");

describe("the list of formats", () => {
  test("has a name of its own for each", () => {
    const names = FORMATS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(?:-[a-z]+)*$/);
  });

  test("ends with a format that fits every file, and one that fits every directory", () => {
    expect([FILES.at(-1)?.name, DIRECTORIES.at(-1)?.name]).toEqual(["plain", "directory"]);
    for (const { signs } of [FILES.at(-1), DIRECTORIES.at(-1)].filter((each) => each !== undefined))
      expect(signs).toEqual([{}]);
    const others = [...FILES.slice(0, -1), ...DIRECTORIES.slice(0, -1)];
    for (const { name, signs } of others)
      expect([name, signs.some((sign) => Object.keys(sign).length === 0)]).toEqual([name, false]);
  });

  test("takes no file without a known beginning and name for one of a known format", () => {
    const fitting = FILES.filter((format) =>
      isOfFormat(format, { fileName: "x.bin", head: noise(BEGINNING_BYTES) }),
    );
    expect(fitting.map(({ name }) => name)).toEqual(["plain"]);
  });

  test("asks for bytes that are read, and for endings in lower case with their dot", () => {
    for (const { endings = [], magic } of FILES.flatMap(({ signs }) => signs)) {
      expect((magic?.at ?? 0) + (magic?.bytes.length ?? 0)).toBeLessThanOrEqual(BEGINNING_BYTES);
      for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9]+$/);
    }
  });

  test("tells each format by any of its magics, and by its name in capitals where that is enough", () => {
    for (const format of FILES.slice(0, -1))
      for (const { endings = [], magic, holds } of format.signs) {
        if (holds !== undefined) continue;
        const head = Buffer.alloc(magic === undefined ? 0 : BEGINNING_BYTES);
        head.set(magic?.bytes ?? [], magic?.at ?? 0);
        for (const fileName of endings.length === 0
          ? ["x"]
          : endings.map((each) => `X${each.toUpperCase()}`))
          expect([format.name, isOfFormat(format, { fileName, head })]).toEqual([
            format.name,
            true,
          ]);
      }
  });
});

describe("the table of docs/formats.md", () => {
  const page = readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8");
  const [head = [], , ...rows] = page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const cellOf = (row: readonly string[], column: string): string =>
    row[head.indexOf(column)] ?? "";
  const words = (cell: string): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

  test("lists exactly the formats, in the order in which they are tried", () => {
    expect(rows.flatMap((row) => words(cellOf(row, "Name")))).toEqual(
      FORMATS.map(({ name }) => name),
    );
  });

  test.each(FILES.map((format, place) => [format.name, format, rows[place] ?? []] as const))(
    "names the endings by which %s is told, and its checksums",
    (_, { signs, readChecksums }, row) => {
      // An entry of a zip is told by its ending as well.
      const toldBy = cellOf(row, "Told by").replace(/first entry (?:is|ends in) `[^`]+`/, "");
      const endings = new Set(signs.flatMap((sign) => sign.endings ?? []));
      const named = words(toldBy).filter((word) => word.startsWith("."));
      expect(new Set(named)).toEqual(endings);
      expect(cellOf(row, "Checksums") === "none").toBe(readChecksums === undefined);
    },
  );

  test.each(
    DIRECTORIES.map(
      (format, place) => [format.name, format, rows[FILES.length + place] ?? []] as const,
    ),
  )("names the entries by which %s is told", (_, { signs }, row) => {
    const toldBy = words(cellOf(row, "Told by"));
    const entries = signs.flatMap(({ entry, entryEnding }) => [entry, entryEnding]);
    for (const entry of entries.filter((each) => each !== undefined))
      expect(toldBy).toContain(entry);
  });
});

describe("the folder of formats", () => {
  const root = fileURLToPath(new URL("../../src/inspect", import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ name, source: readFileSync(join(root, name), "utf8") }));
  const roomOf = (name: string): string => (dirname(name) === "." ? name : dirname(name));
  const importsOf = ({ name, source }: { name: string; source: string }): readonly string[] =>
    [...source.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
      relative(root, join(root, dirname(name), path)),
    );

  test("can run or load no code that a file names", () => {
    for (const { name, source } of sources)
      expect([name, source]).not.toEqual([
        name,
        expect.stringMatching(/\beval\b|\bFunction\s*\(|\brequire\b|child_process|node:vm/),
      ]);
  });

  test("is loaded by one dynamic import, at one place", () => {
    const places = sources.flatMap(({ name, source }) =>
      [...source.matchAll(/^(?!.*typeof import).*\bimport\s*\(([^)]*)\)/gm)].map(([, path]) => [
        name,
        path,
      ]),
    );
    expect(places).toEqual([["inspect.ts", '"./dispatch.ts"']]);
  });

  test("says in each room what belongs there, and holds at most fifteen sources in each", () => {
    const rooms = new Set(sources.map(({ name }) => dirname(name)));
    for (const room of rooms) {
      expect([room, existsSync(join(root, room, "README.md"))]).toEqual([room, true]);
      const size = sources.filter(({ name }) => dirname(name) === room).length;
      expect([room, size <= 15]).toEqual([room, true]);
    }
  });

  test("is imported from outside through its door and its result types alone", () => {
    const src = join(root, "..");
    const paths = readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("inspect/"))
      .flatMap((name) => [
        ...readFileSync(join(src, name), "utf8").matchAll(/"(?:\.\.\/)+inspect\/([^"]+)"/g),
      ])
      .map(([, path]) => path);
    expect(new Set(paths)).toEqual(new Set(["inspect.ts", "inspection.ts"]));
  });

  test("has a dispatcher that imports no format, and shared readers that import no room", () => {
    for (const file of sources.filter(({ name }) => ["dispatch.ts", "signs.ts"].includes(name)))
      for (const path of importsOf(file).filter((each) => !each.startsWith("..")))
        expect([file.name, roomOf(path)]).toEqual([
          file.name,
          expect.stringMatching(
            /^(?:shared|folders|disguise\.ts|line-end\.ts|format\.ts|formats\.ts|inspection\.ts|signs\.ts)$/,
          ),
        ]);
    for (const file of sources.filter(({ name }) => name.startsWith("shared/")))
      for (const path of importsOf(file).filter((each) => !each.startsWith("..")))
        expect([file.name, path]).toEqual([
          file.name,
          expect.stringMatching(/^(?:shared\/|inspection\.ts$)/),
        ]);
  });
});
