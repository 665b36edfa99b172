import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { open as openFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShardLog, type ShardLog } from "../../src/machine/log.ts";

let folder = "";
let serial = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "donemark-log-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Opened {
  readonly log: ShardLog;
  readonly emitted: string[];
  readonly asked: string[];
  /** Closes the log and gives the file's text. */
  readonly text: () => Promise<string>;
}

function open(secrets: readonly string[] = [], label = "a"): Opened {
  serial += 1;
  const path = join(folder, `deep/${serial}/a.1.log`);
  const emitted: string[] = [];
  const asked: string[] = [];
  const log = openShardLog(path, label, {
    secrets: [...secrets],
    emit: (line) => emitted.push(line),
    maskEverywhere: (value) => asked.push(value),
  });
  const text = async (): Promise<string> => {
    await log.close();
    return readFileSync(path, "utf8");
  };
  return { log, emitted, asked, text };
}

const bytes = (text: string): Buffer => Buffer.from(text);

describe("the log of a command", () => {
  test("has every line in its file as it came, and in the job's log with the shard in front", async () => {
    const { log, emitted, text } = open();
    log.take("out", bytes("one\n\n  two\tthree\n"));
    expect(await text()).toBe("one\n\n  two\tthree\n");
    expect(emitted).toEqual(["[a] one", "[a] ", "[a]   two\tthree"]);
  });

  test("keeps standard output and standard error apart, line by line, in the order in which they end", async () => {
    const { log, emitted } = open();
    log.take("out", bytes("half of "));
    log.take("err", bytes("an error\nand "));
    log.take("out", bytes("a line\n"));
    log.take("err", bytes("another\n"));
    await log.close();
    expect(emitted).toEqual(["[a] an error", "[a] half of a line", "[a] and another"]);
  });

  test("has the last line, though it does not end, and letters that came in two pieces", async () => {
    const { log, text } = open();
    const word = bytes("übermäßig 東京");
    for (const byte of word) log.take("out", Buffer.of(byte));
    expect(await text()).toBe("übermäßig 東京\n");
  });

  test("shows of a line that was drawn over what a terminal would show", async () => {
    const { log, emitted, text } = open();
    log.take("err", bytes("10 %\r50 %\r100 %\r\n"));
    expect(await text()).toBe("10 %\r50 %\r100 %\r\n");
    expect(emitted).toEqual(["[a] 100 %"]);
  });

  test("cuts a line that never ends into pieces, so that memory has a bound", async () => {
    const { log, emitted, text } = open();
    for (let piece = 0; piece < 40; piece += 1) log.take("out", Buffer.alloc(10_000, "x"));
    expect(emitted.length).toBeGreaterThan(3);
    expect((await text()).replaceAll("\n", "")).toBe("x".repeat(400_000));
  });

  test("gives the end of what was printed, at most 2,000 characters", async () => {
    const { log } = open(["secret-1"]);
    for (let line = 0; line < 500; line += 1) log.take("out", bytes(`line ${line}\n`));
    log.take("err", bytes("secret-1 was the reason"));
    await log.close();
    expect(log.tail().length).toBeLessThanOrEqual(2000);
    expect(log.tail().endsWith("line 499\n*** was the reason")).toBe(true);
  });

  test("can be closed and loses nothing else where its file cannot be written", async () => {
    const path = join(folder, "a directory.log");
    mkdirSync(path);
    const emitted: string[] = [];
    const rules = {
      secrets: [],
      emit: (line: string) => emitted.push(line),
      maskEverywhere: () => undefined,
    };
    const log = openShardLog(path, "a", rules);
    log.take("out", bytes("first\n"));
    // The same fails here, behind the log's own.
    await expect(openFile(path, "a")).rejects.toThrow("EISDIR");
    log.take("out", bytes("second\n"));
    await log.close();
    expect(emitted).toEqual(["[a] first", "[a] second"]);
    expect(log.tail()).toBe("first\nsecond");
  });
});

describe("what a log must not show", () => {
  test("is masked in file, job's log and tail, also where it came in two pieces", async () => {
    const { log, emitted, text } = open(["tok-12345"]);
    log.take("out", bytes("a tok-1"));
    log.take("out", bytes("2345 b tok-12345\n"));
    expect(log.tail()).toBe("a *** b ***");
    expect(emitted).toEqual(["[a] a *** b ***"]);
    expect(await text()).toBe("a *** b ***\n");
  });

  test("is masked where a line that never ends is cut", async () => {
    const { log, emitted, text } = open(["tok-12345"]);
    const long = bytes("tok-12345,".repeat(30_000));
    for (let at = 0; at < long.length; at += 7001) log.take("out", long.subarray(at, at + 7001));
    const whole = await text();
    for (const shown of [whole, ...emitted, log.tail()]) expect(shown).not.toMatch(/tok|123|45/);
  });

  test("is masked from when the command asks for it, and everywhere", async () => {
    const { log, emitted, asked, text } = open();
    log.take("out", bytes("hunter2 before\n::add-mask::hunter2\nhunter2 after\n"));
    expect(await text()).toBe("hunter2 before\n*** after\n");
    expect(asked).toEqual(["hunter2"]);
    expect(emitted.join("\n")).not.toContain("add-mask");
  });

  test("is masked as it is printed, not as a workflow command writes it", async () => {
    const { log, asked, text } = open();
    log.take("out", bytes("::add-mask::pa%25ss%250A\n::add-mask::first line%0D%0Asecond line\n"));
    log.take("out", bytes("pa%ss%0A and\nfirst line\nthe second line\n"));
    expect(await text()).toBe("*** and\n***\nthe ***\n");
    expect(asked).toEqual(["pa%ss%0A", "first line\r\nsecond line"]);
  });

  test("is masked whole where one value is the beginning of another", async () => {
    const { log, text } = open(["abcdefghijkl"]);
    log.take("out", bytes("::add-mask::abcdef\nabcdefghijkl abcdef\n"));
    expect(await text()).toBe("*** ***\n");
  });

  test.each([
    ["a line end of two characters", "::add-mask::hunter2\r\n"],
    ["another case", "::Add-MASK::hunter2\n"],
    ["properties", "::add-mask a=b,c=d:e::hunter2\n"],
    ["blanks before it", "  \t::add-mask::hunter2\n"],
    ["the old form", "##[add-mask]hunter2\n"],
    ["the old form behind a text, with properties", "text ##[Add-Mask a=b;c=d]hunter2\n"],
    ["a text before it that it draws over", "progress 50 %\r::add-mask::hunter2\n"],
    ["a text behind it that draws over it", "::add-mask::hunter2\rprogress\n"],
  ])("is masked that is asked for with %s", async (_, request) => {
    const { log, asked, emitted, text } = open();
    log.take("out", bytes(`${request}it is hunter2\n`));
    expect(await text()).toContain("it is ***\n");
    expect(await text()).not.toContain("hunter2");
    expect(emitted.join("\n")).not.toContain("hunter2");
    expect(asked).toEqual(["hunter2"]);
  });

  test.each(["say ::add-mask::hunter2", "::add-masks::hunter2", "##[add-masked]hunter2"])(
    "is not taken from %j, which is no request to the runner either",
    async (line) => {
      const { log, asked, text } = open();
      log.take("out", bytes(`${line}\n`));
      expect(await text()).toBe(`${line}\n`);
      expect(asked).toEqual([]);
    },
  );

  test("is not taken from an empty request", async () => {
    const { log, asked, text } = open();
    log.take("out", bytes("::add-mask::\n::add-mask::   \nall is shown\n"));
    expect(await text()).toContain("all is shown\n");
    expect(asked).toEqual([]);
  });

  test("is no command to the runner, whether from the shard's name or from its output", async () => {
    const { log, emitted } = open([], "##[group]x");
    log.take("out", bytes("##[error]one\n::error::two\n#\u0001#[error]three\n"));
    await log.close();
    for (const line of emitted) {
      expect(line).not.toContain("##[");
      expect(line.startsWith("[")).toBe(true);
    }
  });
});
