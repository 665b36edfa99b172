import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workspace, type Workspace } from "../fixtures/cli/workspace.ts";
import { HAS_BROWSER, keepPicture, openBrowser, WHERE_BROWSER } from "../helpers/browser.ts";
import { HAS_TERMINALS, runOnTerminal } from "../helpers/on-terminal.ts";

const { resolve } = createRequire(import.meta.url);
const XTERM = readFileSync(resolve("@xterm/xterm/lib/xterm.js"), "utf8");
const STYLE = readFileSync(resolve("@xterm/xterm/css/xterm.css"), "utf8");

/** The size of the terminals that `runOnTerminal` makes. */
const SIZE = { cols: 100, rows: 30 };

let browser: Browser | undefined;
beforeAll(async () => {
  if (HAS_BROWSER) browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A terminal in a page, which has got a text. Gives the lines on its screen. */
async function screen(said: string, name: string): Promise<readonly string[]> {
  if (browser === undefined) throw new Error("there is no browser");
  const page = await browser.newPage({ viewport: { width: 860, height: 560 } });
  await page.setContent(
    `<style>${STYLE} body { margin: 0; padding: 12px; background: #1e1e1e }</style><div id="t"></div>`,
  );
  await page.addScriptTag({ content: XTERM });
  const lines = await write(page, said);
  await keepPicture(page, name);
  await page.close();
  return lines;
}

/** In the page, where the terminal lives. */
async function write(page: Page, said: string): Promise<readonly string[]> {
  const script = `new Promise((done) => {
    const terminal = new Terminal({ ...${JSON.stringify(SIZE)}, fontSize: 14, theme: { background: "#1e1e1e" } });
    terminal.open(document.getElementById("t"));
    terminal.write(${JSON.stringify(said)}, () => {
      const { active } = terminal.buffer;
      const lines = [];
      for (let row = 0; row < active.length; row += 1)
        lines.push(active.getLine(row).translateToString(true));
      requestAnimationFrame(() => requestAnimationFrame(() => done(lines)));
    });
  })`;
  const lines: unknown = await page.evaluate(script);
  return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
}

/** Two slots, a shard that fails, and two that take long enough to be looked at. */
function shards(): Workspace {
  const here = workspace();
  here.define({
    shards: Array.from({ length: 12 }, (_, place) => ({ id: `genome-${place + 1}` })),
    checkpoint: "out/{id}.pt",
    command: `case $SHARD_ID in
genome-11) echo "ValueError: genome-11 has no sequence"; exit 1 ;;
genome-4 | genome-5) sleep 2.5 ;;
esac
echo x > "$SHARD_CHECKPOINT"`,
    parallel: 2,
  });
  return here;
}

/** What the terminal had got when it showed both long shards for the last time. */
function inTheMidst(said: string): string {
  // oxlint-disable-next-line no-control-regex -- the sequence that takes the block away
  const frames = said.split(/(?=\u001b\[\d+A\r\u001b\[J)/);
  const last = frames.findLastIndex((one) => one.includes("genome-4") && one.includes("genome-5"));
  return frames.slice(0, last + 1).join("");
}

const canLook = HAS_BROWSER && HAS_TERMINALS;

describe.runIf(canLook)(`a terminal${WHERE_BROWSER}`, () => {
  test("shows what runs in a block at its foot, which is gone at the end, and names what failed", async () => {
    const { code, said } = await runOnTerminal(shards(), {
      env: { FORCE_COLOR: "1", NO_COLOR: "" },
    });
    expect(code).toBe(1);
    const during = await screen(inTheMidst(said), "terminal-block");
    const bars = during.filter((line) => /^\[[#-]{20}\]/.test(line));
    expect(bars).toEqual([
      expect.stringMatching(/ \d+ of 12 done · 1 failed · /),
      expect.stringMatching(/ slot \d {2}genome-[45] {2}/),
      expect.stringMatching(/ slot \d {2}genome-[45] {2}/),
    ]);
    const end = (await screen(said, "terminal-end")).filter((line) => line !== "");
    expect(end.filter((line) => /^\[[#-]{20}\]/.test(line))).toEqual([]);
    expect(end).toContain("  | ValueError: genome-11 has no sequence");
    expect(end.at(-1)).toBe("To go on once that is mended: donemark run --only=genome-11");
  });
});
