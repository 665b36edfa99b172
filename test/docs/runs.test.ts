import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blocksOf, type Block } from "./markdown.ts";
import { openSession, type Session } from "./session.ts";

const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;

/** Installs and what belongs to another machine. */
const NOT_HERE = /^(?:npm|git|cd|\.\/config) /;

/** What differs from run to run. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/\[#*-*\]/g, "[bar]"],
  [/\d+(?:\.\d+)?\/(?:min|h)\b/g, "RATE"],
  [/\d+(?:\.\d+)? (?:s|min|h) of compute/g, "TIME of compute"],
  [/\b(?:\d+h )?(?:\d+m )?\d+(?:\.\d+)?s\b|\b\d+h \d+m\b/g, "TIME"],
  [/pid \d+ on [\w.-]+/g, "pid N on HOST"],
  [/\d+(?:\.\d+)? (?:k|M)?B read/g, "SIZE read"],
  [/ of about TIME/g, ""],
];

function stable(line: string): string {
  return CHANGING.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), line.trimEnd());
}

/** Whether a command that was killed a moment ago still had processes is a matter of luck. */
const MAY_BE_SAID = /^warning A killed run has left processes behind|: line \d+: .*Killed/;

function linesOf(text: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .filter((line) => !MAY_BE_SAID.test(line))
    .map(stable);
}

/** A command of a capture with the lines below it; `…` alone stands for any lines. */
interface Shown {
  readonly line: string;
  readonly printed: string;
}

function shownIn(text: string): readonly Shown[] {
  return text
    .split(/^\$ /m)
    .filter((part) => part !== "")
    .map((part) => {
      const [line = "", ...rest] = part.split("\n");
      return { line, printed: rest.join("\n") };
    });
}

/** Asserts that what was printed is what the page shows. */
function expectPrinted(printed: string, shown: string): void {
  const pieces = shown.split(/^…$/m).map(linesOf);
  if (pieces.length === 1) return expect(linesOf(printed)).toEqual(pieces[0]);
  const all = `\n${linesOf(printed).join("\n")}\n`;
  let from = 0;
  for (const piece of pieces.map((lines) => lines.join("\n").trim())) {
    if (piece === "") continue;
    const found = all.indexOf(`${piece}\n`, from);
    expect({ piece, printed: all, isThere: found >= 0 }).toMatchObject({ isThere: true });
    from = found + piece.length;
  }
}

function markersOf({ folder }: Session): number {
  const out = join(folder, "out");
  return existsSync(out) ? readdirSync(out).filter((name) => name.endsWith(".done")).length : 0;
}

describe.runIf(HAS_PYTHON).concurrent("what the pages show (skipped without python3)", () => {
  test("the README's sixty seconds: killed with six shards done, the other six run", async () => {
    const here = openSession();
    const [capture = "", ...others] = blocksOf("README.md").map(({ text }) => text);
    const find = (start: string): string => others.find((text) => text.startsWith(start)) ?? "";
    const config = find("# Each file is a shard.");
    const program = find("import json");
    const commands = find("mkdir in").split("\n");
    expect(config.trimEnd().split("\n")).toHaveLength(8);
    expect(program.trimEnd().split("\n")).toHaveLength(10);
    here.write("donemark.yml", config);
    here.write("predict.py", program);
    await here.say(commands[0] ?? "");

    const [killed, again] = shownIn(capture);
    const screen = linesOf(
      withoutMoves(await here.sayOnTerminal(`timeout -s KILL 7 ${killed?.line}`)),
    );
    const missing = linesOf(killed?.printed.replace("Killed\n", "") ?? "").filter(
      (line) => !screen.includes(line),
    );
    expect({ missing, screen }).toMatchObject({ missing: [] });
    expect(markersOf(here)).toBe(6);
    expect(await here.say(commands[2] ?? "")).toContain("6 of 12 shards complete · 1 interrupted");
    expectPrinted(await here.say(again?.line ?? ""), again?.printed ?? "");
    expect(markersOf(here)).toBe(12);
    expect(await here.say(commands[3] ?? "")).toContain("12 skipped · 0 ran");
  });

  test("the tutorial, from its empty folder to its worker", async () => {
    const here = openSession();
    const blocks = blocksOf("docs/tutorial.md");
    for (const block of blocks) await follow(here, block);
    const definition = blocks.find(({ text }) => text.startsWith("shards:"))?.text ?? "";
    expect(parse(readFileSync(join(here.folder, "donemark.yml"), "utf8"))).toEqual(
      parse(definition),
    );
    expect(blocks.filter(({ language }) => language === "console").length).toBeGreaterThan(5);
    expect(readFileSync(join(here.folder, "out/13.json"), "utf8")).toContain('"id": "13"');
    expect(readdirSync(join(here.folder, "slots"))).toContain("13.json.done");
  });
});

/** Does what a reader of the block does. */
async function follow(here: Session, { language, text, place }: Block): Promise<void> {
  const file = /^# ([\w-]+\.(?:py|yml))\n/.exec(text)?.[1];
  if (file !== undefined) here.write(file, text);
  if (language === "sh") {
    const lines = text.replace(" && cd tutorial", "").replaceAll("tutorial/", "").split("\n");
    await here.say(lines.filter((line) => !NOT_HERE.test(line)).join("\n"));
  }
  if (language !== "console") return;
  for (const { line, printed } of shownIn(text)) {
    const said = await here.say(line);
    try {
      expectPrinted(said, printed);
    } catch (error) {
      throw new Error(`${place}: $ ${line}`, { cause: error });
    }
  }
}

/** What stood on a screen at any time, without the sequences that move on it. */
function withoutMoves(said: string): string {
  // oxlint-disable-next-line no-control-regex -- the sequences of a terminal
  return said.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, "\n").replaceAll("\r", "\n");
}
