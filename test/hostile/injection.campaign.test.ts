// Sample: eight of the texts in a workflow and on a terminal, four of them in a command of their own.
import { readdirSync } from "node:fs";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { createRunner } from "../action/runner.ts";
import { code, escape } from "../../src/ui/render/markdown.ts";
import { harmlessJson, harmlessLine, logName } from "../../src/core/text/log-line.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { fuzzed, chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";
import { commandsIn, CONTROLS, OBEYED, TEXTS } from "./injection-texts.ts";

const CHOSEN = chosenOf(TEXTS, 8);

let cases = 0;
afterAll(() => tally("hostile input", { "texts that would inject something": cases }));

/** A summary as Markdown and HTML may read it: only the tags and the links that Donemark makes. */
function expectNeutral(markdown: string): void {
  // Between the fences all is text, as long as no line of it ends them.
  const [before = "", rest = ""] = markdown.split("```sh");
  const [fenced = "", after = ""] = rest.split(/^```$/m);
  const outside = before + after;
  const tags = [...outside.matchAll(/<\/?([a-z!][\w-]*)/gi)].map(([, tag]) => tag ?? "");
  const known = new Set(["code", "details", "pre", "summary"]);
  expect(tags.filter((tag) => !known.has(tag))).toEqual([]);
  expect(fenced.split("\n").filter((line) => !/^(?:|```|donemark run .*)$/.test(line))).toEqual([]);
  expect(outside).not.toMatch(
    /!?\[[^\]]*\]\(|https?:\/\/|^#(?!###? (?:✅|❌|⏸️|▶️))|<!--|```|~~~|@\w/m,
  );
  const fences = markdown.split("\n").filter((line) => /^\s*(?:```|~~~)/.test(line));
  expect(fences.length % 2).toBe(0);
  expect(fences.length).toBeLessThanOrEqual(2);
  const tables = markdown.split("\n").filter((line) => line.startsWith("| "));
  const widths = new Set(tables.map((line) => line.split("|").length));
  expect(Math.max(...widths)).toBeLessThanOrEqual(10);
}

const DEFINITION = {
  checkpoint: "out/{id}.json",
  shell: "sh",
  store: "none",
  "max-failures": "0",
};

describe("in a workflow", () => {
  test.each(["exit 3", 'printf "{\\"status\\": \\"%s\\"}" "$SHARD_ID" > "$SHARD_CHECKPOINT"'])(
    "no id, and no status of a checkpoint, is more than a text: %s",
    async (command) => {
      cases += CHOSEN.length;
      const runner = createRunner({ "list.json": JSON.stringify(CHOSEN.map((id) => ({ id }))) });
      const inputs = { ...DEFINITION, shards: "@list.json", command };
      const { log, summary, outputs } = await runner.main({ inputs }).ended;
      expect(commandsIn(log)).toEqual([]);
      expect(log).not.toMatch(OBEYED);
      expectNeutral(summary);
      expect(outputs["total"], log).toBe(String(CHOSEN.length));
      const planned = await runner.step("plan", { inputs }).ended;
      expect(commandsIn(planned.log)).toEqual([]);
      expectNeutral(planned.summary);
      const collected = await runner.step("collect", { inputs }).ended;
      expect(commandsIn(collected.log)).toEqual([]);
      expectNeutral(collected.summary);
      const logs = { recursive: true, encoding: "utf8" } as const;
      for (const name of readdirSync(`${runner.workspace}/.donemark/logs`, logs))
        expect(name).toMatch(/^[\w.~-]{1,100}(?:\/[\w.~-]{1,110}\.log)?$/);
    },
  );

  test("nothing that a command prints, and no status, is obeyed", async () => {
    const texts = [...CHOSEN, ...CONTROLS];
    cases += texts.length;
    const files = Object.fromEntries(texts.map((text, n) => [`in/${n}.txt`, text]));
    const runner = createRunner(files);
    const command = [
      'cat "$SHARD_INPUT"; echo; cat "$SHARD_INPUT" >&2; echo >&2',
      'node -e \'const t=require("fs").readFileSync(process.env.SHARD_INPUT,"utf8");' +
        'require("fs").writeFileSync(process.env.SHARD_CHECKPOINT,JSON.stringify({status:t,version:t}))\'',
    ].join("\n");
    const inputs = { ...DEFINITION, shards: "in/*.txt", command };
    const { log, summary, outputs } = await runner.main({ inputs }).ended;
    const kept = log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    expect(commandsIn(kept.join("\n"))).toEqual([]);
    expect(kept.join("\n")).not.toMatch(OBEYED);
    expectNeutral(summary);
    expect(outputs["total"], log).toBe(String(texts.length));
  });
});

describe("on a terminal", () => {
  test("names of files, ids and statuses are shown as texts, in lines and in JSON", async () => {
    const here = workspace();
    const texts = [...CHOSEN, ...CONTROLS];
    cases += texts.length;
    const ids = texts.map((_, n) => CHOSEN[n] ?? `control ${n}`);
    for (const [n, text] of texts.entries())
      here.write(`out/${ids[n]}.json`, JSON.stringify({ status: text, version: text }));
    here.define({
      shards: ids.map((id) => ({ id })),
      checkpoint: "out/{id}.json",
      command: "true",
      shell: "sh",
    });
    expect((await here.status()).total).toBe(ids.length);
    for (const args of [
      ["plan"],
      ["status"],
      ["plan", "--json"],
      ["run"],
      ["collect"],
      ["collect", "--json"],
    ]) {
      const { stdout, stderr } = await here.donemark(...args);
      expect(`${stdout}${stderr}`).not.toMatch(/^\s*::|##\[/m);
      expect(`${stdout}${stderr}`).not.toMatch(OBEYED);
    }
  });

  test("a problem that names what others have made is a text", async () => {
    const here = workspace();
    for (const one of chosenOf([...TEXTS, ...CONTROLS], 4)) {
      const text = one.replaceAll("\0", "");
      cases += 1;
      const { code: exit, stderr } = await here.donemark(
        "plan",
        `--shards=@${text}`,
        "--checkpoint=x/{id}",
      );
      expect(exit).not.toBe(0);
      expect(stderr).not.toMatch(/^\s*::|##\[/m);
      expect(stderr).not.toMatch(OBEYED);
    }
  });
});

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom(...TEXTS, ...CONTROLS, "\n", "#", "##", "[", "\u001B"), { maxLength: 6 })
    .map((all) => all.join("")),
);

test("whatever a text is, a line, JSON, a cell and a log's name of it are neutral", () => {
  fc.assert(
    fc.property(anything, (text) => {
      cases += 1;
      const line = harmlessLine(text);
      expect(line).not.toMatch(OBEYED);
      expect(line).not.toMatch(/##\[|\n/);
      expect(harmlessLine(line)).toBe(line);
      const json = harmlessJson({ text });
      expect(json).not.toContain("##[");
      expect(json).not.toMatch(OBEYED);
      expect(JSON.parse(json)).toEqual({ text });
      for (const cell of [escape(text), code(text)]) {
        expect(cell).not.toMatch(/[\n\r|`[\]*_~@]|<(?!\/?code>)/);
      }
      if (text !== "") expect(logName(text, 1)).toMatch(/^[\w.~-]+\.1\.log$/);
    }),
    fuzzed(600, 3000),
  );
});
