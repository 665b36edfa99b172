import { beforeAll, describe, expect, test } from "vitest";
import { GENERATIONS, keptText } from "./generation.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import type { KeptRange } from "./make/ranges.ts";
import { commandAnswers, stepAnswers, takeDefinition, type Answers } from "./sequence.ts";

/** Values that differ from run to run, and sentences for people, which may be worded better. */
const FREE: ReadonlySet<string> = new Set([
  "at",
  "attempts",
  "boot",
  "by",
  "bytesRead",
  "detail",
  "finishedAt",
  "inode",
  "logTail",
  "mtimeNs",
  "pid",
  "runTag",
  "seconds",
  "startTime",
  "startedAt",
  "startedAtMs",
  "time",
  "why",
]);

describe.each(GENERATIONS)("what the commands of %s print with --json", (generation) => {
  sameAs(generation, "commands.json", commandAnswers);
});

describe.each(GENERATIONS)("what the steps of %s give and leave", (generation) => {
  sameAs(generation, "steps.json", stepAnswers);
});

describe.each(GENERATIONS)("what plan of %s has handed on", (generation) => {
  test("is taken by the steps of the present version: its definition", async () => {
    const answers: Readonly<Record<string, { readonly answer: KeptPlan } | undefined>> = JSON.parse(
      keptText(generation, "answers/steps.json"),
    );
    const definition = answers["outputs of plan"]?.answer.definition.json;
    const given = await takeDefinition(JSON.stringify(definition));
    const names = ["outputs of main", "outputs of collect"];
    expect(given).toMatchObject(names.map((name) => answers[name]));
  });

  test("is taken by the steps of the present version: a place in a long list of shards", async () => {
    const range: KeptRange = JSON.parse(keptText(generation, "ranges.json"));
    const here = workspace();
    const definition = Object.entries(range.definition).map(
      ([name, value]) => `--${name}=${value}`,
    );
    const status = await here.status(...definition, "--only", range.only);
    expect(status.shards.map(({ id }) => id)).toEqual(
      Array.from({ length: range.count }, (_, at) => String(range.first + at).padStart(5, "0")),
    );
    const other = await here.donemark(
      "status",
      ...definition,
      "--shards",
      "29999",
      "--only",
      range.only,
    );
    expect(other.code).toBe(2);
  });
});

interface KeptPlan {
  readonly definition: { readonly json: unknown };
}

/** Asks the present program the same, once, and compares answer by answer. */
function sameAs(generation: string, file: string, ask: () => Promise<Answers>): void {
  const before: Answers = JSON.parse(keptText(generation, `answers/${file}`));
  let now: Answers = {};
  beforeAll(async () => {
    now = await ask();
  });

  test.each(Object.keys(before))("is given still: %s", (name) => {
    const [old, present] = [before[name], now[name]];
    expect(present?.code).toBe(old?.code);
    const types = shapeOf(present?.answer);
    for (const line of shapeOf(old?.answer)) expect([...types]).toContain(line);
    expect(fixed(present?.answer)).toMatchObject(fixed(old?.answer));
  });
}

/** A line for each key and its type, such as `shards[].id string`. */
function shapeOf(value: unknown): ReadonlySet<string> {
  const lines = new Set<string>();
  const look = (at: string, one: unknown): void => {
    lines.add(`${at} ${one === null ? "null" : Array.isArray(one) ? "array" : typeof one}`);
    for (const [key, child] of childrenOf(one)) look(`${at}${key}`, child);
  };
  look("", value);
  return lines;
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((child): [string, unknown] => ["[]", child]);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, child]) => [`.${key}`, child]);
}

/** The same without what is free; of a sentence that begins with a word, the word. */
function fixed(value: unknown): object {
  const keep = (key: string, one: unknown): unknown => {
    if (FREE.has(key)) return undefined;
    const isSentence = key === "reason" && typeof one === "string";
    return isSentence ? one.replace(/(?::| ).*$/s, "") : one;
  };
  return JSON.parse(JSON.stringify(value ?? {}, keep));
}
