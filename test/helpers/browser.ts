import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";

/** Debian's Chromium; `DONEMARK_CHROMIUM` names another one. */
const CHROMIUM = process.env["DONEMARK_CHROMIUM"] ?? "/usr/bin/chromium";

export const HAS_BROWSER = existsSync(CHROMIUM);

/** Behind the title of a test that needs a browser. */
export const WHERE_BROWSER = HAS_BROWSER ? "" : " (skipped: Chromium is not installed)";

/** A headless browser that asks nobody for anything by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Keeps a picture of the page in the folder that `DONEMARK_PICTURES` names; none without it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["DONEMARK_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
