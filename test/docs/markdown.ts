import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced block of a page. */
export interface Block {
  /** The page and the line where it begins, for messages. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** Every Markdown file of the repository, also those that wait to be added; samples of the tests are none. */
export function pages(): readonly string[] {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.md"];
  const names = execFileSync("git", listed, { cwd: ROOT, encoding: "utf8" }).split("\n");
  return names.filter(
    (name) => name !== "" && !name.startsWith("test/") && existsSync(join(ROOT, name)),
  );
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

const FENCE = /^( *)```(\w*)[^\n]*\n(.*?)^\1```/gms;

export function blocksOf(page: string): readonly Block[] {
  const text = textOf(page);
  return [...text.matchAll(FENCE)].map((match) => {
    const [, indent = "", language = "", body = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    return {
      place: `${page}:${line}`,
      language,
      text: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    };
  });
}

/** A link of a page to another file or to a heading. */
export interface Link {
  readonly target: string;
  /** The file that it leads to, from the root of the repository; the page itself for `#anchor`. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** The links that lead into the repository, but for those in code. */
export function linksOf(page: string): readonly Link[] {
  const prose = textOf(page)
    .replaceAll(FENCE, "")
    .replaceAll(/`[^`\n]*`/g, "code");
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor] = target.split("#");
      return { target, file: path === "" ? page : join(page, "..", path), anchor };
    });
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const headings = textOf(page)
    .replaceAll(FENCE, "")
    .matchAll(/^#{1,6} (.+)$/gm);
  const seen = new Map<string, number>();
  return new Set(
    [...headings].map(([, heading = ""]) => {
      const slug = slugOf(heading);
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replaceAll(" ", "-");
}
