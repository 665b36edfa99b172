import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDefinition } from "../../src/core/definition/definition.ts";
import { isFieldName } from "../../src/core/definition/fields.ts";
import { parseAsGitHub } from "../workflow/github.ts";
import { blocksOf, pages, type Block } from "./markdown.ts";

const blocks = pages().flatMap(blocksOf);
const inLanguage = (...languages: readonly string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

test.each(inLanguage("json", "jsonl"))("the JSON at $place is JSON", ({ language, text }) => {
  const values = language === "json" ? [text] : text.trim().split("\n");
  expect(() => values.map((value): unknown => JSON.parse(value))).not.toThrow();
});

test.each(inLanguage(""))("the block at $place names its language", ({ text }) => {
  // What a program prints, a tree of files or a drawing has none.
  expect(text).not.toMatch(/^(?:\$ )?(?:npx donemark|donemark [a-z]|shards:|jobs:|import )/m);
});

describe("YAML", () => {
  const all = inLanguage("yaml", "yml").map((block) => {
    const content: unknown = parse(block.text);
    return { ...block, content, kind: kindOf(content) };
  });

  test.each(all)("at $place is a workflow, a part of one or a definition", ({ kind }) => {
    expect(kind).toBeDefined();
  });

  test.each(all.filter(({ kind }) => kind === "definition"))(
    "at $place is a definition that the program reads",
    ({ text, content }) => {
      const needed = /^shards:/m.test(text) ? {} : { shards: "in/*", checkpoint: "out/{id}" };
      const values = { ...needed, ...entriesOf(content) };
      const read = readDefinition([{ label: (name) => name, values }]);
      expect("problems" in read ? read.problems : []).toEqual([]);
    },
  );

  // Whole workflows are tested in test/workflow.
  test.each(all.filter(({ kind }) => kind !== undefined && kind in WRAPPED))(
    "at $place is right to GitHub's own parser",
    async ({ place, text, kind }) => {
      const whole = kind === undefined ? undefined : WRAPPED[kind]?.(text);
      expect((await parseAsGitHub(place, whole ?? "")).problems).toEqual([]);
    },
  );
});

const STUB = "runs-on: ubuntu-latest\n    steps: [{ run: echo }]\n";

/** A part of a workflow as a whole one. */
const WRAPPED: Readonly<Record<string, (text: string) => string>> = {
  steps: (text) => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${indent(text, 6)}`,
  job: (text) => {
    const isWhole = /^(?:steps|uses):/m.test(text);
    const runsOn = /^(?:runs-on|uses):/m.test(text) ? "" : "    runs-on: x\n";
    const steps = isWhole ? "" : "    steps: [{ run: echo }]\n";
    return `on: push\njobs:\n  a:\n${runsOn}${indent(text, 4)}${steps}`;
  },
  jobs: (text) => {
    const needed = /needs: \[?([^\]\n]+)/.exec(text)?.[1]?.split(/, */) ?? [];
    const stubs = needed.map((name) => `  ${name}:\n    ${STUB}`).join("");
    return `on: push\njobs:\n${stubs}${indent(text, 2)}`;
  },
};

function indent(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(by));
}

type Kind = "workflow" | "steps" | "job" | "jobs" | "definition";

function kindOf(content: unknown): Kind | undefined {
  if (Array.isArray(content)) return "steps";
  const keys = Object.keys(entriesOf(content));
  if (keys.includes("jobs")) return "workflow";
  if (keys.some((key) => JOB_KEYS.has(key))) return "job";
  const values = Object.values(entriesOf(content)).map(entriesOf);
  if (values.some((value) => "steps" in value)) return "jobs";
  return keys.length > 0 && keys.every((key) => isFieldName(key)) ? "definition" : undefined;
}

const JOB_KEYS = new Set(["steps", "uses", "runs-on", "container", "permissions"]);

function entriesOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null ? { ...content } : {};
}
