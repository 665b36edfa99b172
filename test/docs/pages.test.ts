import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsOf, linksOf, pages, ROOT, textOf } from "./markdown.ts";

const all = pages();
const README_LINES = 150;
const PAGE_LINES = 200;

describe.each(all)("%s", (page) => {
  test("has links to files and headings that are there", () => {
    const broken = linksOf(page).filter(({ file, anchor }) => {
      const path = join(ROOT, file);
      if (!existsSync(path)) return true;
      if (anchor === undefined || statSync(path).isDirectory()) return false;
      return file.endsWith(".md") ? !anchorsOf(file).has(anchor) : !/^L\d+/.test(anchor);
    });
    expect(broken.map(({ target }) => target)).toEqual([]);
  });
});

test.each(all)("the tables of %s have as many cells in each row as in their head", (page) => {
  const tables = textOf(page).match(/(?:^\|.*\|\n)+/gm) ?? [];
  const uneven = tables.flatMap((table) => {
    const [head = "", ...rows] = table.trimEnd().split("\n");
    return rows.filter((row) => cellsOf(row) !== cellsOf(head));
  });
  expect(uneven).toEqual([]);
});

describe("the length of a page", () => {
  test(`is ${README_LINES} lines at most in the README`, () => {
    expect(linesOf("README.md")).toBeLessThanOrEqual(README_LINES);
  });

  test.each(all.filter((page) => page.startsWith("docs/")))(
    `is ${PAGE_LINES} lines at most in %s`,
    (page) => {
      expect(linesOf(page)).toBeLessThanOrEqual(PAGE_LINES);
    },
  );
});

test("every page in docs/ is reached from the README by links", () => {
  const reached = new Set<string>();
  const waiting = ["README.md"];
  for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
    if (reached.has(page)) continue;
    reached.add(page);
    waiting.push(...linksOf(page).flatMap(({ file }) => pagesAt(file)));
  }
  const lonely = all.filter((page) => page.startsWith("docs/") && !reached.has(page));
  expect(lonely).toEqual([]);
});

describe("an address of this repository that the program prints", () => {
  const OURS =
    /https:\/\/github\.com\/donemark\/donemark(?:\/blob\/v0)?(\/[\w./-]+\.md)?(?:#([\w-]+))?/g;
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(ROOT, "src", name), "utf8"));
  const addresses = sources.flatMap((text) => {
    const base = /const PAGES = "([^"]+)"/.exec(text)?.[1] ?? "";
    return [...text.replaceAll("${PAGES}", base).matchAll(OURS)];
  });

  test.each(addresses.map(([address, path, anchor]) => ({ address, path, anchor })))(
    "$address leads to a page and a heading that are there",
    ({ path, anchor }) => {
      const page = path === undefined ? "README.md" : path.slice(1);
      expect(all).toContain(page);
      if (anchor !== undefined) expect(anchorsOf(page)).toContain(anchor);
    },
  );

  test("is found", () => {
    expect(addresses.filter(([, path, anchor]) => path ?? anchor).length).toBeGreaterThan(1);
  });
});

test("a link, an anchor and a heading are told as GitHub tells them", () => {
  expect(anchorsOf("docs/design.md")).toContain("the-rooms");
  expect(linksOf("CONTRIBUTING.md")).toContainEqual({
    target: "docs/design.md#the-rooms",
    file: "docs/design.md",
    anchor: "the-rooms",
  });
});

function linesOf(page: string): number {
  return textOf(page).trimEnd().split("\n").length;
}

/** A link to a folder shows its README. */
function pagesAt(file: string): readonly string[] {
  if (all.includes(file)) return [file];
  const readme = join(file, "README.md");
  return all.includes(readme) ? [readme] : [];
}

function cellsOf(row: string): number {
  return row.split(/(?<!\\)\|/).length;
}
