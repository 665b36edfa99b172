import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "marked";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRunner } from "../action/runner.ts";
import { HAS_BROWSER, keepPicture, openBrowser, WHERE_BROWSER } from "../helpers/browser.ts";

const { resolve } = createRequire(import.meta.url);
const STYLE = readFileSync(resolve("github-markdown-css/github-markdown-light.css"), "utf8");

let browser: Browser | undefined;
beforeAll(async () => {
  if (HAS_BROWSER) browser = await openBrowser();
});
afterAll(() => browser?.close());

const HOSTILE = `</pre></details><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

/** A run of forty shards: three lack memory, one meets a hostile input, the rest are done. */
async function summaryOf(): Promise<string> {
  const runner = createRunner({ "hostile.txt": HOSTILE });
  const { summary } = await runner.main({
    inputs: {
      shards: "40",
      checkpoint: "out/{id}.json",
      store: "none",
      "max-failures": "0",
      command: `case $SHARD_INDEX in
7 | 19 | 31) echo "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 GiB."; exit 1 ;;
12) cat hostile.txt; exit 3 ;;
esac
echo "{}" > "$SHARD_CHECKPOINT"`,
    },
  }).ended;
  return summary;
}

describe.runIf(HAS_BROWSER)(`a job summary in a browser${WHERE_BROWSER}`, () => {
  test("shows what failed at once, folds what is done, and runs nothing that a log holds", async () => {
    if (browser === undefined) throw new Error("there is no browser");
    const page = await browser.newPage({ viewport: { width: 960, height: 900 } });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const html = await parse(await summaryOf());
    await page.setContent(
      `<style>${STYLE} body { margin: 24px }</style><body class="markdown-body">${html}`,
    );
    await keepPicture(page, "summary");
    const text = await page.locator("body").innerText();
    expect(text).toMatch(/^\s*❌ 36 of 40 shards complete/);
    expect(text).toContain("3 shards failed alike");
    expect(text).toContain("CUDA out of memory. Tried to allocate 20.00 GiB.");
    expect(text).toContain(HOSTILE);
    expect(await page.locator("img, script").count()).toBe(0);
    expect(await page.title()).toBe("");
    expect(asked).toEqual([]);
    // A shard that is done is named in nothing that is open.
    expect(text).not.toContain("0005");
    await page.close();
  });
});
