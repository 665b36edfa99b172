import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../src/ui/report/page/page.ts";
import { DIST, temporaryFolder } from "../helpers/program.ts";
import { workspace } from "../fixtures/cli/workspace.ts";
import { HOSTILE, sampleReport, type Sample } from "./sample.ts";

const CHROMIUM = "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
const ARGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];
/** Pictures of the page are left here, for people who work on it. */
const PICTURES = process.env["DONEMARK_PICTURES"];

function pageOf(sample: Sample): string {
  const again = (id?: string): string =>
    id === undefined ? "donemark run" : "donemark run --only=…";
  const script = readFileSync(join(DIST, "page.js"), "utf8");
  return renderPage(sampleReport(sample), { script, again });
}

describe.skipIf(!isThere)(
  `the page of a report, in a browser (skipped without ${CHROMIUM})`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    });
    afterAll(() => browser.close());

    interface Opened {
      readonly page: Page;
      readonly url: string;
      /** Requests, dialogs, errors and what the policy refused. */
      readonly troubles: readonly string[];
      /** Milliseconds until the table was there. */
      readonly tookMs: number;
    }

    async function open(
      html: string,
      options: Parameters<Browser["newPage"]>[0] = {},
    ): Promise<Opened> {
      const file = join(temporaryFolder(), "report.html");
      writeFileSync(file, html);
      return openFile(file, options);
    }

    async function openFile(
      file: string,
      options: Parameters<Browser["newPage"]>[0] = {},
    ): Promise<Opened> {
      const url = pathToFileURL(file).href;
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options });
      const troubles: string[] = [];
      page.on("request", (request) => request.url() !== url && troubles.push(request.url()));
      page.on("dialog", (dialog) => {
        troubles.push(dialog.message());
        void dialog.dismiss();
      });
      page.on("pageerror", (error) => troubles.push(error.message));
      page.on("console", (message) => troubles.push(message.text()));
      const beganTick = performance.now();
      await page.goto(url);
      if (options?.javaScriptEnabled !== false) await page.waitForSelector("html[data-ready]");
      return { page, url, troubles, tookMs: performance.now() - beganTick };
    }

    test.each(["light", "dark"] as const)(
      "asks for nothing but itself, and axe finds nothing (%s)",
      async (colorScheme) => {
        const { page, troubles } = await open(pageOf({ shards: 300, slots: 4 }), { colorScheme });
        await page.locator("#table tbody th button").first().click();
        // Axe is put in by the browser's own tools, past the page's policy.
        await page.evaluate(axe.source);
        const found = await page.evaluate("axe.run()");
        expect(violationsOf(found)).toEqual([]);
        expect(troubles).toEqual([]);
        await picture(page, colorScheme);
        await page.close();
      },
    );

    test("is used with keys alone: search, filter, sort, and a failure opened and closed", async () => {
      const { page, troubles } = await open(pageOf({ shards: 1000, slots: 4 }));
      const focused = (): Promise<string> =>
        page.evaluate("document.activeElement.outerHTML.slice(0, 300)");
      const status = page.getByRole("status");
      await tabTo(page, /^<input [^>]*id="search"/);
      await page.keyboard.type("1001_CHUNK");
      await expect.poll(() => status.textContent()).toBe("1 of 1,000 shards");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toContain("1001_chunk");
      await page.keyboard.press("Enter");
      expect(await page.locator("#table tr.more:visible").textContent()).toContain(
        "CUDA out of memory",
      );
      await page.keyboard.press("Enter");
      expect(await page.locator("#table tr.more:visible").count()).toBe(0);
      await page.locator("#search").fill("");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => status.textContent()).toBe("7 of 1,000 shards");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Space");
      await expect.poll(() => status.textContent()).toBe("1,000 shards");
      await tabTo(page, /^<button [^>]*>time</);
      await page.keyboard.press("Enter");
      const times = page.locator("#table tbody tr:not(.more) td:nth-child(3)");
      const seconds = (await times.allTextContents()).map(secondsOf);
      expect(seconds).toEqual(seconds.toSorted((a, b) => b - a));
      expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe("time");
      await page.locator("#table tbody th button").last().focus();
      await page.keyboard.press("ArrowDown");
      expect(await page.locator("#pages").textContent()).toContain("Page 2 of 10");
      expect(await focused()).toContain("<button");
      await page.keyboard.press("ArrowUp");
      expect(await page.locator("#pages").textContent()).toContain("Page 1 of 10");
      expect(troubles).toEqual([]);
      await page.close();
    });

    test("shows hostile ids as text, and as what they are", async () => {
      const { page, troubles } = await open(pageOf({ shards: 30, slots: 2, ids: HOSTILE }));
      expect(await page.locator("img, iframe, object, link, base, form").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(2);
      expect(await page.title()).toContain("of 30 shards done");
      const body = (await page.locator("#table").textContent()) ?? "";
      for (const id of HOSTILE) expect(body).toContain(id.replace("\u202e", "\\u202e"));
      for (const button of await page.locator("#table tbody th button").all()) await button.click();
      expect(await page.locator("#table [onmouseover], #table [onerror]").count()).toBe(0);
      const { width } = (await page.locator("main").boundingBox()) ?? { width: 0 };
      expect(width).toBeLessThanOrEqual(1200);
      expect(troubles).toEqual([]);
      await page.close();
    });

    test("has counts, failures with logs, timeline and decisions without a script, and on paper", async () => {
      const { page } = await open(pageOf({ shards: 300, slots: 4 }), { javaScriptEnabled: false });
      const main = (await page.locator("body").textContent()) ?? "";
      for (const text of [
        "297 of 300 shards done, 3 failed",
        "CUDA out of memory",
        "97% busy",
        "done",
      ])
        expect(main).toContain(text);
      expect(await page.locator("details.failure[open]").count()).toBe(1);
      expect(await page.locator(".slots svg[role=img]").count()).toBe(4);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const colour = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(colour).toBe("rgb(255, 255, 255)");
      await page.close();
    });

    test("of a hundred thousand shards is at most 5 MB, and opens in time", async () => {
      const few = await open(pageOf({ shards: 10_000, slots: 8 }));
      const html = pageOf({ shards: 100_000, slots: 64 });
      const many = await open(html);
      console.log(
        `opened in ${few.tookMs.toFixed(0)} ms (10,000 shards), ${many.tookMs.toFixed(0)} ms (100,000 shards, ${html.length} bytes)`,
      );
      expect(html.length).toBeLessThanOrEqual(5_000_000);
      // Two seconds on a machine that has nothing else to do; ten times the shards must not take ten times as long.
      expect(many.tookMs).toBeLessThan(10 * Math.max(few.tookMs, 1000));
      const elements = await many.page.locator("*").count();
      expect(elements).toBeLessThan(5000);
      await many.page.locator("#search").fill("100999_chunk");
      await expect
        .poll(() => many.page.getByRole("status").textContent())
        .toBe("1 of 100,000 shards");
      expect(many.troubles).toEqual([]);
      for (const { page } of [few, many]) await page.close();
    });

    test("of a real run shows what its events say", async () => {
      const here = workspace();
      here.define({
        ...{ shards: 6, checkpoint: "out/{id}.txt", shell: "sh", parallel: 2 },
        command:
          'case "$SHARD_ID" in 0003) echo "no luck <b>here</b>"; exit 4;; esac; echo x > "$SHARD_CHECKPOINT"',
        report: ["r/a.html", "r/a.jsonl"],
      });
      await here.donemark("run", '--only=["0000"]');
      expect((await here.donemark("run")).code).toBe(1);
      const { page, troubles } = await openFile(here.path("r", "a.html"));
      expect(await page.locator("h1").textContent()).toBe("5 of 6 shards done, 1 failed");
      expect(await page.locator(".failure pre").textContent()).toBe("no luck <b>here</b>");
      const rows = await page.locator("#table tbody tr:not(.more)").allTextContents();
      const states = rows.map((row) => /failed|done|skipped/.exec(row)?.[0]);
      expect(states.toSorted()).toEqual(["done", "done", "done", "done", "failed", "skipped"]);
      expect(await page.locator("body").textContent()).toContain("donemark run --only=");
      expect(troubles).toEqual([]);
      await page.close();
    });

    async function picture(page: Page, name: string): Promise<void> {
      if (PICTURES === undefined) return;
      mkdirSync(PICTURES, { recursive: true });
      await page.setViewportSize({ width: 1000, height: 800 });
      await page.evaluate("scrollTo(0, 0)");
      await page.screenshot({ path: join(PICTURES, `report-${name}.png`) });
      await page.locator("#shards").scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(PICTURES, `report-${name}-all.png`), fullPage: true });
    }
  },
);

/** Presses Tab until an element has the focus whose HTML is meant. */
async function tabTo(page: Page, start: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    const html: unknown = await page.evaluate("document.activeElement.outerHTML.slice(0, 300)");
    if (start.test(String(html))) return;
  }
  throw new Error(`Tab never came to ${start.source}`);
}

function secondsOf(time: string): number {
  return [...time.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (unit === "h" ? 3600 : unit === "m" ? 60 : 1),
    0,
  );
}

function violationsOf(found: unknown): readonly unknown[] {
  const violations: unknown = Reflect.get(Object(found), "violations");
  if (!Array.isArray(violations)) throw new Error("axe gave no answer");
  return violations.map((one: unknown) => {
    const nodes: unknown = Reflect.get(Object(one), "nodes");
    return { id: Reflect.get(Object(one), "id"), nodes: JSON.stringify(nodes).slice(0, 600) };
  });
}
