import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/commands/cli/arguments.ts";
import { COMMAND_NAMES, loadAllCommands, loadCommand } from "../../src/commands/cli/list.ts";
import { readDefinition } from "../../src/core/definition/definition.ts";
import { UserError } from "../../src/core/text/problem.ts";
import { blocksOf, pages, textOf } from "./markdown.ts";

/** What was decided once, and what has changed. */
const HISTORY = /^CHANGELOG\.md$|^docs\/decisions\//;

const lines = [
  ...new Set(
    pages()
      .filter((page) => !HISTORY.test(page))
      .flatMap(shownIn),
  ),
];

describe("every command line of the documentation", () => {
  test("is found: in blocks, in tables and in text", () => {
    expect(lines.length).toBeGreaterThan(30);
  });

  test.each(lines)("%s is one that the program takes", async (line) => {
    expect(await problemsOf(wordsOf(line))).toEqual([]);
  });

  test.each([
    ["donemark rnu", "The command"],
    ["donemark run --paralel=2", "--paralel is unknown."],
    ["donemark run --parallel=many", "--parallel"],
    ["donemark status --deep", "--deep is no switch of status"],
  ])("%s is not", async (line, problem) => {
    expect((await problemsOf(wordsOf(line))).join("\n")).toContain(problem);
  });
});

/** The command lines that a page shows. */
function shownIn(page: string): readonly string[] {
  const blocks = blocksOf(page).filter(({ language }) => ["sh", "console"].includes(language));
  const shown = blocks.flatMap(({ language, text }) => {
    const all = text.replaceAll("\\\n", " ").split("\n");
    if (language === "sh") return all;
    return all.filter((line) => line.startsWith("$ ")).map((line) => line.slice(2));
  });
  const inText = [...textOf(page).matchAll(/`(donemark [^`\n]+)`/g)].map(([, line = ""]) => line);
  // Of a table of commands, the words that stand for one.
  const plain = inText.filter((line) => !/[A-Z]{2}|…/.test(line.replace(/--.*$/, "")));
  return [...shown.flatMap(callsIn), ...plain.flatMap(callsIn)];
}

/** The calls of donemark in a line of a shell. */
function callsIn(line: string): readonly string[] {
  return line
    .replace(/(?:^|\s)#.*$/, "")
    .split(/&&|\|\||;|\|(?!PATH)/)
    .map((part) => part.trim().replace(/^(?:[A-Z_]+=\S+ |timeout (?:-\S+ \S+ )?\S+ )*/, ""))
    .map((part) => part.replace(/^npx (?=donemark)/, "").replace(/^node dist\/cli\.js/, "donemark"))
    .filter((part) => /^donemark(?: |$)/.test(part));
}

/** The words of a line, as a shell splits it. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? "") : double,
    ),
  );
}

async function problemsOf([, name = "help", ...args]: readonly string[]): Promise<
  readonly string[]
> {
  if (name === "help" || name.startsWith("--")) {
    const known = args.every((arg) => COMMAND_NAMES.includes(arg));
    return known ? [] : [`there is no help for ${args.join(" ")}`];
  }
  const command = await loadCommand(name);
  if (command === undefined) return [`The command ${name} is unknown.`];
  try {
    const { inputs } = await readArguments(command, args, loadAllCommands);
    const needed = { shards: "in/*", checkpoint: "out/{id}", command: "true" };
    const read = readDefinition([inputs, { label: (one) => one, values: needed }]);
    return [...(inputs.problems ?? []), ...("problems" in read ? read.problems : [])];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
