import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { sampleOrFull, SEED } from "./campaign.ts";
import { useMemoryForScratch } from "./scratch.ts";
import { offerBlobStore } from "./shared-blob-store.ts";

type Counts = Record<string, number>;

/** What surrounds all files of a run. Vitest calls it once before the first one, and what it gives once after all. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const removeScratch = sampleOrFull(useMemoryForScratch, () => () => undefined)();
  keepCompiled();
  const closeBlobStore = await offerBlobStore();
  const { tallyFile, print } = openReport();
  project.provide("tallyFile", tallyFile);
  return async () => {
    try {
      print();
    } finally {
      await closeBlobStore();
      removeScratch();
    }
  };
}

/** Programs under test that keep no compiled code of their own find it here: each of them is started many times. */
function keepCompiled(): void {
  const folder = new URL("../../node_modules/.cache/compiled", import.meta.url);
  process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(folder);
}

/** A file for the suites to count into, and what prints at the end what all of them have tried. */
function openReport(): { readonly tallyFile: string; readonly print: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "donemark-tally-"));
  const file = join(folder, "tally.jsonl");
  writeFileSync(file, "");
  const print = (): void => {
    const suites = sums(readFileSync(file, "utf8"));
    rmSync(folder, { recursive: true, force: true });
    if (suites.size === 0) return;
    const whole = sampleOrFull(
      `a sample of the campaigns, with seed ${SEED}`,
      "all of the campaigns",
    );
    console.log(
      `\nWhat was tried (${whole}); each case asserts that nothing is lost and nothing skipped wrongly:`,
    );
    for (const [suite, counts] of suites) console.log(`  ${suite}: ${inWords(counts)}`);
  };
  return { tallyFile: file, print };
}

function sums(lines: string): ReadonlyMap<string, Counts> {
  const suites = new Map<string, Counts>();
  for (const line of lines.split("\n").filter(Boolean)) {
    const { suite, counts }: { suite: string; counts: Counts } = JSON.parse(line);
    const sum = suites.get(suite) ?? {};
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
    suites.set(suite, sum);
  }
  return suites;
}

function inWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
    .join(", ");
}
